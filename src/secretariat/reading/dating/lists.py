"""Neighbouring atoms that are one expression: ranges over months and years, lists, and years said once for several."""

import re

from secretariat.reading.dating.atoms import Atom, Item, Moment, words_before
from secretariat.reading.dating.grammar import SPAN, DateGrammar

_RANGE = re.compile(rf"{SPAN}(?:the )?")
_LIST = re.compile(r",? and |, | & |,? or ")
_LOOSE_LIST = re.compile(r"(?:,? and |, | & |,? or )(?:from |on )?")


def join_atoms(text: str, atoms: list[Atom], grammar: DateGrammar) -> list[Atom]:
    """The atoms in order, those that belong together made one.

    1. "31 July to 15 February 2022" 2. "between 2022 and 2024" 3. "30 March, 23 July, and 2 September 2021"
    4. "2027-2028, 2028-2029". Left apart: "2024, from 4 May 2025", "in March 2021 and in July 2022".
    """
    return _join_lists(text, _join_ranges(text, atoms, grammar))


def _join_ranges(text: str, atoms: list[Atom], grammar: DateGrammar) -> list[Atom]:
    """Pairs with "to" or a dash between them, and pairs with "between … and …", made one."""
    made: list[Atom] = []
    for atom in atoms:
        _close_between(text, atom, grammar)
        last = made[-1] if made else None
        if last is not None and 0 < atom.start - last.end <= 13 and _spans(text, last, atom, grammar):
            made[-1] = _range_of(last, atom)
        else:
            made.append(atom)
    return made


def _close_between(text: str, atom: Atom, grammar: DateGrammar) -> None:
    """Makes "between 15 and 17 September" a range of days."""
    two = len(atom.items) == 2 and all(last is None for _, last in atom.items)
    if two and grammar["between"].search(words_before(text, atom.start, 16)):
        atom.items = [(atom.items[0][0], atom.items[1][0])]


def _spans(text: str, one: Atom, other: Atom, grammar: DateGrammar) -> bool:
    """Whether two atoms are the ends of a range."""
    if one.fixed or other.fixed or one.doubt or other.doubt or one.items[-1][1] or other.items[0][1]:
        return False
    gap = text[one.end : other.start]
    between = gap == " and " and len(one.items) == 1 and grammar["between"].search(words_before(text, one.start, 16))
    months = gap == "/" and one.bare and other.grain == "month"
    if not between and not months and not _RANGE.fullmatch(gap):
        return False
    filled = _with_year_before(one.items[-1][0], other.items[0][0])
    return _rises(filled, other.items[0][0])


def _rises(one: Moment, other: Moment) -> bool:
    """Whether the first moment is not after the second, as far as both say."""
    if one.year is None or other.year is None:
        return True
    return tuple(p or 0 for p in one)[: _depth(other)] <= tuple(p or 0 for p in other)[: _depth(one)]


def _depth(moment: Moment) -> int:
    return 1 + (moment.month is not None) + (moment.day is not None)


def _range_of(one: Atom, other: Atom) -> Atom:
    first = _with_year_before(one.items[-1][0], other.items[0][0])
    last = _with_year_after(other.items[0][0], first)
    before: list[Item] = [(_with_year_before(a, first), b) for a, b in one.items[:-1]]
    return Atom(one.start, other.end, [*before, (first, last), *other.items[1:]], other.grain)


def _with_year_before(moment: Moment, later: Moment) -> Moment:
    """A moment without a year takes that of the later one it stands before, or the year before it."""
    if moment.year is not None or later.year is None:
        return moment
    if later.month is None or moment.month is None:
        return moment._replace(year=later.year)
    after = (moment.month, moment.day or 0) > (later.month, later.day or (32 if moment.day else 0))
    return moment._replace(year=later.year - after)


def _with_year_after(moment: Moment, earlier: Moment) -> Moment:
    """A moment without a year takes that of the earlier one it follows, or the year after it."""
    if moment.year is not None or earlier.year is None or earlier.month is None or moment.month is None:
        return moment
    before = (moment.month, moment.day or 32) < (earlier.month, earlier.day or 0)
    return moment._replace(year=earlier.year + before)


def _join_lists(text: str, atoms: list[Atom]) -> list[Atom]:
    """Runs of atoms with commas and "and" between them made one."""
    made: list[Atom] = []
    for atom in atoms:
        last = made[-1] if made else None
        if last is not None and 0 < atom.start - last.end <= 11 and _lists(text[last.end : atom.start], last, atom):
            last.items.extend(atom.items)
            last.end, last.bare, last.joined = atom.end, False, True
        else:
            made.append(atom)
    return [_share_years(atom) for atom in made]


def _lists(gap: str, one: Atom, other: Atom) -> bool:
    """Whether two atoms are neighbours in a list."""
    if one.fixed or other.fixed or one.doubt or other.doubt or one.grain != other.grain:
        return False
    if one.year is None and one.grain == "day":
        return _LOOSE_LIST.fullmatch(gap) is not None
    return _LIST.fullmatch(gap) is not None and (one.year is None or other.year is not None)


def _share_years(atom: Atom) -> Atom:
    """Gives the items without a year that of the next item that has one, else that of the one before."""
    if not atom.joined:
        return atom
    items = list(atom.items)
    for at in range(len(items) - 2, -1, -1):
        items[at] = _fill(items[at], items[at + 1][0])
    for at in range(1, len(items)):
        first, last = items[at]
        first = _with_year_after(first, items[at - 1][1] or items[at - 1][0])
        items[at] = (first, _with_year_after(last, first) if last else None)
    atom.items = items
    return atom


def _fill(item: Item, later: Moment) -> Item:
    first, last = item
    if last is None:
        return _with_year_before(first, later), None
    last = _with_year_before(last, later)
    return _with_year_before(first, last), last
