"""The smallest expressions of a date, each read around its anchor: the name of a month, or a year in digits.

An atom has one item or more, each a moment or a pair of moments: "15-17 and 19 September 2021" is one atom with two.
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from secretariat.lexicon.literals import Hit
from secretariat.reading.dating.grammar import SPAN, DateGrammar

Grain = Literal["day", "month", "year", "part"]
"""How fine a moment is; a ``part`` is a decade, season, quarter or half, already written as EDTF."""


class Moment(NamedTuple):
    """A year, a month or a day; null where the text does not say."""

    year: int | None
    month: int | None = None
    day: int | None = None


Item = tuple[Moment, Moment | None]
"""One moment, or the first and the last of a range."""


@dataclass(slots=True)
class Atom:
    """An expression of a date at ``start:end`` before its neighbours and cues are looked at."""

    start: int
    end: int
    items: list[Item]
    grain: Grain
    fixed: str = ""
    """EDTF of a part; empty for the other grains."""
    doubt: str = ""
    bare: bool = False
    """Whether it is the name of a month alone, which may be no date at all."""
    cue: str = ""
    """``until`` or ``since``, where the words before or after it open it at one end."""
    joined: bool = False
    """Whether it is a list made of several."""

    @property
    def year(self) -> int | None:
        """The year of its last moment."""
        first, last = self.items[-1]
        return (last or first).year


WINDOW = 64
"""How many characters before an anchor are looked at; the longest list of days seen was 40."""

_SPLIT = re.compile(r",? and |,? & |, ")
_SPAN = re.compile(SPAN)
_NUMBER = re.compile(r"\d+")


def words_before(text: str, place: int, size: int = WINDOW) -> str:
    """What stands before a place in its own line, at most ``size`` characters of it."""
    window = text[max(0, place - size) : place]
    return window[window.rfind("\n") + 1 :]


def parse_days(words: str, month: int, year: int | None) -> list[Item]:
    """The items of a list of days: "15-17 and 19"."""
    items: list[Item] = []
    for part in _SPLIT.split(words):
        ends = [int(m.group()) for piece in _SPAN.split(part) if (m := _NUMBER.search(piece))]
        if ends:
            items.append((Moment(year, month, ends[0]), Moment(year, month, ends[1]) if len(ends) > 1 else None))
    return items


def read_month(text: str, hit: Hit, grammar: DateGrammar) -> Atom | None:
    """The date around the name of a month; null where the word is none.

    1. "15 and 16 September 2022" 2. "the 14th day of July, 2022" 3. "September 17, 2021" 4. "2013 May 20-28"
    5. "June 2011" 6. "October". Refused: "States may", "15 may", "Mar", "may 2 States".
    """
    start, end, word = hit.start, hit.end, text[hit.start : hit.end]
    month = grammar.months[word.lower()]
    before = words_before(text, start)
    days, first = "", start
    if match := grammar["days-before"].search(before):
        days, first = match.group(1), start - len(before) + match.start(1)
    elif match := grammar["words-before"].search(before):
        day = grammar.words["ordinal-days"].index(match.group(1).lower().replace(" ", "-")) + 1
        days, first = str(day), start - len(before) + match.start(1)
    elif match := grammar["days-after"].match(text, end):
        days, end = match.group(1), match.end(1)
    year, end = _read_year_after(text, end, grammar, "day-year" if end > hit.end else "year-after")
    leads = year is None and first == start and (days or not word.islower())
    if leads and (match := grammar["year-before"].search(before)):
        year, first = int(match.group(1)), start - len(before) + match.start(1)
    if not _is_month(word, bool(days), year is not None):
        return None
    if days:
        return Atom(first, end, parse_days(days, month, year), "day")
    return Atom(first, end, [(Moment(year, month), None)], "month", bare=year is None)


def _is_month(word: str, has_day: bool, has_year: bool) -> bool:
    """Whether the name of a month stands in such company that it is one, before its neighbours are asked."""
    full = len(word) > 4 or word.lower() in ("may", "june", "july")
    if has_day and has_year:
        return True
    if word.lower() in ("may", "march"):
        return has_year or word.istitle()
    if word.islower():
        return full and (has_day or has_year)
    return full or has_day or has_year


def _read_year_after(text: str, end: int, grammar: DateGrammar, pattern: str) -> tuple[int | None, int]:
    """The year that follows a month or a day, in digits or in words, and where it ends."""
    match = grammar[pattern].match(text, end)
    if match and not grammar["unit"].match(text, match.end(1)):
        return int(match.group(1)), match.end(1)
    spelled = grammar["spelled"].match(text, end)
    if spelled:
        year = _count(spelled.group(1).lower(), grammar)
        if 1600 <= year < 2200:
            return year, spelled.end(1)
    return None, end


def _count(words: str, grammar: DateGrammar) -> int:
    """The value of a number in words, "one thousand nine hundred and ninety-two"."""
    ones, tens = grammar.words["number-words"], grammar.words["tens-words"]
    total = part = 0
    for word in re.split(r"[ -]+", words):
        if word in ones:
            part += ones.index(word) + 1
        elif word in tens:
            part += 10 * (tens.index(word) + 2)
        elif word == "hundred":
            part *= 100
        elif word == "thousand":
            total, part = total + part * 1000, 0
    return total + part
