"""Dates around a year in digits: years, spans in short, ISO and dotted dates, decades, quarters, halves, seasons."""

from secretariat.model.edtf import is_day, write_date, write_interval
from secretariat.reading.dating.atoms import Atom, Moment, words_before
from secretariat.reading.dating.grammar import DateGrammar
from secretariat.reading.dating.refusals import is_year

AMBIGUOUS = "ambiguous-date"


def read_year(text: str, start: int, end: int, grammar: DateGrammar) -> Atom | None:
    """The date around four digits that may be a year; null where they are none.

    1. "2021" 2. "2020/21", "2023-24", "2019/2020" 3. "the 1990s" 4. "2021-09-17", "17.09.2021", "27/09/2021"
    5. "first half of 2022", "Q3 2024", "autumn 2025".
    """
    numeric = _day_first(text, start, end, grammar) or _year_first(text, start, end, grammar)
    if numeric is not None:
        return numeric
    year = int(text[start:end])
    last, stop = _short_span(text, end, year, grammar)
    if not is_year(text, start, end if _is_glued(text, stop) else stop, grammar):
        return None
    if last is not None:
        return Atom(start, stop, [(Moment(year), Moment(last))], "year")
    if text[end : end + 1] == "s":
        return Atom(start, end + 1, [(Moment(year), None)], "part", fixed=f"{year // 10}X") if year % 10 == 0 else None
    part = _part(text, start, year, grammar)
    if part is not None:
        return Atom(part[0], end, [(Moment(year), None)], "part", fixed=part[1])
    return Atom(start, end, [(Moment(year), None)], "year")


def _day_first(text: str, start: int, end: int, grammar: DateGrammar) -> Atom | None:
    """A date that ends in its year: "17.09.2021"; with points the day is first, with strokes it may be the month."""
    window = words_before(text, start, 8)
    match = grammar["dmy"].search(window)
    if match is None or text[end : end + 1].isalnum() or text[end : end + 1] in ("_", "-", "/"):
        return None
    one, other, year = int(match.group(1)), int(match.group(3)), int(text[start:end])
    readings = {(month, day) for day, month in ((one, other), (other, one)) if is_day(year, month, day)}
    if match.group(2) == ".":
        readings &= {(other, one)}
    if not readings:
        return None
    begin = start - len(window) + match.start()
    if len(readings) > 1:
        return Atom(begin, end, [(Moment(year), None)], "day", doubt=AMBIGUOUS)
    month, day = readings.pop()
    return Atom(begin, end, [(Moment(year, month, day), None)], "day")


def _year_first(text: str, start: int, end: int, grammar: DateGrammar) -> Atom | None:
    """A date that opens with its year: "2021-09-17", "2021-09", "2021/09/17", "2021.09.17"."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "/._-=$"):
        return None
    year = int(text[start:end])
    match = grammar["iso"].match(text, end)
    if match is not None:
        month, day = int(match.group(1)), int(match.group(2) or 0)
        if not day and month == (year + 1) % 100:
            return None
        return _day_or_month(start, match.end(), year, month, day)
    match = grammar["ymd"].match(text, end)
    return _day_or_month(start, match.end(), year, int(match.group(2)), int(match.group(3))) if match else None


def _day_or_month(start: int, end: int, year: int, month: int, day: int) -> Atom | None:
    """The atom of a date in digits; null where the calendar has no such day."""
    if not day:
        return Atom(start, end, [(Moment(year, month), None)], "month")
    return Atom(start, end, [(Moment(year, month, day), None)], "day") if is_day(year, month, day) else None


def _short_span(text: str, end: int, year: int, grammar: DateGrammar) -> tuple[int | None, int]:
    """The last year of a span in short ("2020/21", "2023-24", "2019/2020") and where it ends."""
    match = grammar["short"].match(text, end)
    if match is not None:
        last = year - year % 100 + int(match.group(2))
        last += 100 if year % 100 == 99 and last < year else 0
        stroke = match.group(1) == "/"
        numbered = text.startswith(" of ", match.end()) and text[match.end() + 4 : match.end() + 5].isdigit()
        if (last == year + 1 and not (stroke and numbered)) or (not stroke and year < last <= year + 30):
            return last, match.end()
    match = grammar["full-slash"].match(text, end)
    if match is not None and 0 < int(match.group(1)) - year <= 5:
        return int(match.group(1)), match.end()
    match = grammar["glued"].match(text, end)
    if match is not None and year < int(match.group(1)) <= year + 60:
        return int(match.group(1)), match.end()
    return None, end


def _is_glued(text: str, end: int) -> bool:
    """Whether the mark of a footnote is glued to the end of a span ("2015-20308"), as happens in extracted text."""
    return text[end : end + 1].isdigit()


def _part(text: str, start: int, year: int, grammar: DateGrammar) -> tuple[int, str] | None:
    """Where a half, a quarter or a season of the year begins, and its EDTF."""
    window = words_before(text, start, 40)
    begin = start - len(window)
    if match := grammar["half"].search(window):
        return begin + match.start(), _months(year, 6, _place(grammar, "halves", match.group(1)))
    if match := grammar["quarter"].search(window):
        place = int(match.group(2)) - 1 if match.group(2) else _place(grammar, "quarters", match.group(1))
        return begin + match.start(), _months(year, 3, place)
    if match := grammar["season"].search(window):
        word = match.group(1).lower()
        place = 2 if word in grammar.words.get("fall", ()) else grammar.words["seasons"].index(word)
        return begin + match.start(), f"{year:04d}-{21 + place}"
    return None


def _place(grammar: DateGrammar, name: str, word: str) -> int:
    """Which half or quarter a word says, from 0; "last" is the last of them."""
    words = grammar.words[name]
    return words.index(word.lower()) if word.lower() in words else len(words) - 1


def _months(year: int, length: int, place: int) -> str:
    """The months of a half (6) or a quarter (3) as an interval."""
    first = place * length + 1
    return write_interval(write_date(year, first), write_date(year, first + length - 1))
