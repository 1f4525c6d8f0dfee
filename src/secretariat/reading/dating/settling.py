"""The year of a date that states none: from its own words, the same day elsewhere, or the date of the document."""

import re
from bisect import bisect_left
from typing import NamedTuple

from secretariat.reading.dating.atoms import Atom, Item, Moment, words_before
from secretariat.reading.dating.grammar import DateGrammar

LOOKS_BACK, LOOKS_AHEAD = 8, 4
"""How many months a date without a year lies before or after its document, where no word says which way. Set by reading
the 120 such dates of the joint statements of 2021-2024; texts tell more of what was than of what comes."""
_SENTENCE_END = re.compile(r"[.;!?](?= |$)|\n")


class Reference(NamedTuple):
    """The date of a document, as far as it is known: its year, month and day."""

    year: int
    month: int = 6
    day: int = 15

    @classmethod
    def of(cls, iso: str | None) -> "Reference | None":
        """The reference of an ISO date, month or year; null where there is none."""
        match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso or "")
        return cls(*(int(g) for g in match.groups() if g)) if match else None


class Known:
    """The dates of a text that have a year, by place and by day."""

    def __init__(self, atoms: list[Atom]) -> None:
        self.atoms = [a for a in atoms if a.year is not None]
        self.years: dict[tuple[int | None, int | None], set[int]] = {}
        for moment in (m for a in self.atoms for m, _ in a.items if m.day is not None):
            if moment.year is not None:
                self.years.setdefault((moment.month, moment.day), set()).add(moment.year)


def is_named(text: str, atom: Atom, grammar: DateGrammar) -> bool:
    """Whether a bare month is one: "in October", "the July summit", "this November"; not "March on", "august body"."""
    if not text[atom.start].isupper() or grammar["not-month"].match(text, atom.end):
        return False
    return grammar["month-before"].search(words_before(text, atom.start, 12)) is not None


def settle(text: str, atom: Atom, known: Known, reference: Reference | None, grammar: DateGrammar) -> bool:
    """Gives a date without a year its year; false where nothing says which.

    A day that comes back each year ("4 May as World … Day") keeps none, and is said of every year.
    """
    if comes_back(text, atom, grammar):
        return atom.grain == "day"
    year = _stated(text, atom, reference, grammar) or _same_day(atom, known)
    year = year or _in_sentence(text, atom, known.atoms, reference)
    if year is None and reference is None:
        year = _same_month(atom, known.atoms)
    elif year is None and reference is not None:
        year = _nearest(text, atom, reference, grammar)
    if year is None:
        return False
    atom.items = [_dated(item, year) for item in atom.items]
    return True


def comes_back(text: str, atom: Atom, grammar: DateGrammar) -> bool:
    """Whether it is said of every year: "4 May as World … Day", "each year on 4 May", "World … Day on 4 May"."""
    if grammar["every-year"].match(text, atom.end):
        return True
    before = words_before(text, atom.start, 80)
    if atom.grain != "day" or grammar["this-year"].match(text, atom.end):
        return False
    return any(grammar[name].search(before) for name in ("every-year-before", "observance"))


def _dated(item: Item, year: int) -> Item:
    first, last = item
    if last is None:
        return first._replace(year=year), None
    wraps = (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
    return first._replace(year=year), last._replace(year=year + wraps)


def _stated(text: str, atom: Atom, reference: Reference | None, grammar: DateGrammar) -> int | None:
    """The year that "of this year" and the like say; the words then belong to the expression."""
    if reference is None:
        return None
    for key, step in (("this-year", 0), ("last-year", -1), ("next-year", 1)):
        if match := grammar[key].match(text, atom.end):
            atom.end = match.end()
            return reference.year + step
    return None


def _same_day(atom: Atom, known: Known) -> int | None:
    """The year of the same day elsewhere in the text, where all its dates agree."""
    first = atom.items[0][0]
    years = known.years.get((first.month, first.day), set())
    return next(iter(years)) if len(years) == 1 and first.day is not None else None


def _same_month(atom: Atom, dated: list[Atom]) -> int | None:
    """The year of a date of the same month shortly before it: "Meeting, October 2021. … on October 13 and 14"."""
    at = bisect_left(dated, atom.start, key=lambda a: a.start)
    if not at or atom.start - dated[at - 1].end > 300:
        return None
    near = dated[at - 1].items[-1][0]
    return near.year if near.month == atom.items[0][0].month else None


def _in_sentence(text: str, atom: Atom, dated: list[Atom], reference: Reference | None) -> int | None:
    """The year of the last date before it in its sentence: any where the document has no date, else an earlier year."""
    at = bisect_left(dated, atom.start, key=lambda a: a.start)
    if not at or atom.start - dated[at - 1].end > 240:
        return None
    near = dated[at - 1]
    if _SENTENCE_END.search(text, near.end, atom.start) or near.year is None or near.grain == "year":
        return None
    return near.year if reference is None or near.year < reference.year else None


def _nearest(text: str, atom: Atom, reference: Reference, grammar: DateGrammar) -> int:
    """The year that puts the date near the document's; ahead of it or back where a word in its sentence says so."""
    first: Moment = atom.items[0][0]
    month = first.month or 6
    later = (month, first.day or 32) >= (reference.month, reference.day)
    earlier = (month, first.day or 0) <= (reference.month, reference.day)
    before = words_before(text, atom.start, 200)
    clause = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    ahead, back = _last_end(grammar["future"], clause), _last_end(grammar["past"], clause)
    if not ahead and not back and grammar["future"].search(text, atom.end, _clause_end(text, atom.end)):
        ahead = 1
    if grammar["past-month"].search(before) or back > ahead:
        return reference.year - (not earlier)
    if grammar["next-month"].search(before) or ahead:
        return reference.year + (not later)
    distance = (month - reference.month) + (0 if first.day is None else (first.day - reference.day) / 31)
    return reference.year + (1 if distance < -LOOKS_BACK else -1 if distance > LOOKS_AHEAD else 0)


def _last_end(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match of a pattern ends; 0 where there is none."""
    return max((m.end() for m in pattern.finditer(words)), default=0)


def _clause_end(text: str, start: int) -> int:
    """Where the sentence ends, or a few words on."""
    match = _SENTENCE_END.search(text, start, start + 24)
    return match.start() if match else start + 24
