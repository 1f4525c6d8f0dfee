"""Finds expressions of dates and says them as EDTF.

1. "17 September 2021", "September 17, 2021", "the 14th day of July, 2022" 2. "from 19 to 21 April 2016", "2022-2024"
3. "30 March, 23 July, and 2 September 2021" (one mention, three strings) 4. "towards 2025", "since 2001"
5. "in October" (the year from the document; where nothing tells it, ``XXXX-10`` and a finding).
Refused: "resolution 59/48", "20th anniversary", "2,000 people".
"""

from collections.abc import Sequence

from secretariat.lexicon.literals import Hit
from secretariat.model.edtf import is_day, write_date, write_interval
from secretariat.model.mentions import Date
from secretariat.model.statements import Finding
from secretariat.reading.dating.atoms import Atom, Item, Moment, read_month, words_before
from secretariat.reading.dating.grammar import DateGrammar, date_grammar, english
from secretariat.reading.dating.lists import join_atoms
from secretariat.reading.dating.refusals import why_no_year
from secretariat.reading.dating.settling import Known, Reference, is_named, settle
from secretariat.reading.dating.years import AMBIGUOUS, read_year
from secretariat.reading.draft import Draft
from secretariat.reading.refused import Refused
from secretariat.reading.sharing import shared

IMPOSSIBLE, YEARLESS = "impossible-date", "date-without-year"
_SAID = {
    AMBIGUOUS: "day and month may be either way round; only the year is kept",
    IMPOSSIBLE: "the calendar has no such day; only what it has is kept",
    YEARLESS: "nothing says of which year this is; given as XXXX",
}


def find_dates(draft: Draft) -> list[Date]:
    """The dates of a document, in order, none overlapping another. Years not stated come from the document's date."""
    return read_dates(draft)[0]


def read_dates(draft: Draft) -> tuple[list[Date], list[Finding]]:
    """The dates of a document, and what is doubtful: ambiguous, impossible, or of no known year."""
    grammar = date_grammar(draft.lexicon)
    text, months = draft.flow.text, draft.hits.longest("month")
    if draft.refused is not None:
        draft.refused += refused_dates(text, months, grammar)
    return _read(text, months, Reference.of(draft.facts.date), grammar)


def dates_in(text: str, reference: str | None = None) -> list[Date]:
    """The dates in a folded string; ``reference`` (ISO) is the date from which years not stated are told."""
    grammar = english()
    return _read(text, grammar.literals.scan(text).longest("month"), Reference.of(reference), grammar)[0]


def _read(
    text: str, hits: Sequence[Hit], reference: Reference | None, grammar: DateGrammar
) -> tuple[list[Date], list[Finding]]:
    dates: list[Date] = []
    findings: list[Finding] = []
    atoms = join_atoms(text, find_atoms(text, hits, grammar), grammar)
    known = Known(atoms)
    for atom in atoms:
        if atom.bare and not is_named(text, atom, grammar):
            continue
        start, end = _take_cue(text, atom, grammar)
        settled = atom.year is not None or settle(text, atom, known, reference, grammar)
        edtf = shared(tuple(dict.fromkeys(one for item in atom.items for one in _write_all(item, atom))))
        rule = shared(f"date:{atom.cue or atom.grain}")
        dates.append(Date(start=start, end=max(end, atom.end), edtf=edtf, rule=rule))
        doubt = atom.doubt or ("" if settled else YEARLESS)
        if doubt:
            findings.append(Finding(code=doubt, message=_SAID[doubt], start=start, end=max(end, atom.end)))
    return dates, findings


def refused_dates(text: str, months: Sequence[Hit], grammar: DateGrammar) -> list[Refused]:
    """Names of months and figures of four digits that are read as no date, with the reason."""
    out: list[Refused] = []
    for hit in months:
        atom = read_month(text, hit, grammar)
        if atom is None or (atom.bare and not is_named(text, atom, grammar)):
            why = "month-is-a-word" if atom is None else "month-alone"
            out.append(Refused(hit.start, hit.end, "date", f"month:{hit.entry.id}", why))
    for match in grammar.anchor.finditer(text):
        why = why_no_year(text, *match.span(), grammar)
        if why and read_year(text, *match.span(), grammar) is None:
            out.append(Refused(*match.span(), "date", "date:year", why))
    return out


def find_atoms(text: str, hits: Sequence[Hit], grammar: DateGrammar) -> list[Atom]:
    """Every smallest expression of a date, in order: around the names of months, then around the years left over."""
    atoms: list[Atom] = []
    for hit in hits:
        atom = read_month(text, hit, grammar)
        if atom is not None and (not atoms or atom.start >= atoms[-1].end):
            atoms.append(atom)
    years: list[Atom] = []
    at, end = 0, 0
    for match in grammar.anchor.finditer(text):
        start = match.start()
        while at < len(atoms) and atoms[at].end <= start:
            at += 1
        if start < end or (at < len(atoms) and atoms[at].start <= start):
            continue
        year = read_year(text, start, match.end(), grammar)
        if year is not None and (at == 0 or year.start >= atoms[at - 1].end):
            years.append(year)
            end = year.end
    return sorted([*atoms, *years], key=lambda a: a.start)


def _take_cue(text: str, atom: Atom, grammar: DateGrammar) -> tuple[int, int]:
    """Opens the date at one end for "until", "since" and "onwards"; where the expression starts and ends with them."""
    if any(last is not None for _, last in atom.items):
        return atom.start, atom.end
    after = text[atom.end : atom.end + 3]
    named = atom.grain == "year" and after[:1] == " " and after[1:].istitle()
    before = words_before(text, atom.start, 48)
    for cue in ("until", "since"):
        match = None if named else grammar[f"{cue}-part" if atom.fixed else cue].search(before)
        if match:
            atom.cue = cue
            return atom.start - len(before) + match.start(), atom.end
    onwards = grammar["onwards"].match(text, atom.end)
    if onwards:
        atom.cue = "since"
        return atom.start, onwards.end()
    return atom.start, atom.end


def _write_all(item: Item, atom: Atom) -> tuple[str, ...]:
    """An item as EDTF; what comes back each year has no intervals there, so its ends are given one by one."""
    if item[0].year is None:
        return tuple(_moment(m, atom) for m in item if m)
    return (_write(item, atom),)


def _write(item: Item, atom: Atom) -> str:
    """An item as EDTF, open at one end where a cue says so."""
    first, last = item
    start = atom.fixed or _moment(first, atom)
    end = _moment(last, atom) if last else start
    if atom.cue == "until":
        return write_interval(None, end.rpartition("/")[2].replace("X", "9"))
    if atom.cue == "since":
        return write_interval(start.partition("/")[0].replace("X", "0"), None)
    if atom.fixed:
        return atom.fixed
    try:
        return write_interval(start, end)
    except ValueError:
        atom.doubt = atom.doubt or IMPOSSIBLE
        return start


def _moment(moment: Moment, atom: Atom) -> str:
    """A moment as EDTF; a day that the calendar does not have gives its month, with a doubt."""
    year, month, day = moment
    if day is not None and month is not None and not is_day(year, month, day):
        atom.doubt = atom.doubt or IMPOSSIBLE
        day = None
    return write_date(year, month, day)
