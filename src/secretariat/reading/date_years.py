"""Dates around a year in digits: plain years, spans in short, ISO and dotted dates, decades, quarters, halves, seasons."""

from secretariat.model.edtf import is_day, is_edtf, write_date, write_interval
from secretariat.reading.date_atoms import Atom, Item, Moment, words_before
from secretariat.reading.date_grammar import DateGrammar
from secretariat.reading.date_refusals import is_year


def read_year(text: str, start: int, end: int, grammar: DateGrammar) -> Atom | None:
    """The date around four digits that may be a year; null where they are none.

    1. "2021" 2. "2020/21", "2023-24", "2019/2020" 3. "the 1990s" 4. "2021-09-17", "17.09.2021", "27/09/2021"
    5. "first half of 2022", "Q3 2024", "autumn 2025".
    """
    numeric = _numeric(text, start, end, grammar)
    if numeric is not None:
        return numeric
    year = int(text[start:end])
    short = _short_span(text, start, end, grammar)
    if short is not None:
        last, stop = short
        if is_year(text[:start] + text[start:end] + " ", start, end, grammar) if start < 100 else _free(text, start, end, grammar):
            return Atom(start, stop, [(Moment(year), Moment(last))], "year")
        return None
    if not is_year(text, start, end, grammar):
        return None
    if text[end : end + 1] == "s":
        return Atom(start, end + 1, [(Moment(year), None)], "part", fixed=f"{year // 10}X") if year % 10 == 0 else None
    part = _part(text, start, year, grammar)
    if part is not None:
        return Atom(part[0], end, [(Moment(year), None)], "part", fixed=part[1])
    return Atom(start, end, [(Moment(year), None)], "year")
