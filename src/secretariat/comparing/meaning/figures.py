"""Dates, figures, states and instruments that changed among the words of a pair.

1. "by 31 December *2025*" → "by 31 December *2027*": a date. 2. "*12* million" → "*15* million": a number. 3. "Programme for
*2017-2021*" → "Programme for *2022-2026*": an instrument gave way to its successor, and its years are no further change.
4. "and *Belmark*" put in: a state joined. What only stands elsewhere in the paragraph, and the number of a paragraph, are none.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from secretariat.comparing.meaning.changed import Hunk, iter_hunks, kept_places, touches
from secretariat.comparing.passages import words_in
from secretariat.comparing.values import Change, ChangeKind, Words
from secretariat.model.mentions import Date, Instrument, MentionBase, State
from secretariat.model.record import Record
from secretariat.model.spans import Span, overlap

_NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?(?:\s?(?:%|per\s?cent\b))?(?!\w)")
_FIGURE = re.compile(r"\d")
_SUCCESSOR = 0.6
"""Share of its words other than figures that an instrument has in common with the one that follows it."""

Kind = TypeVar("Kind", bound=MentionBase)


class Text:
    """One side of a pair: its record, its places, and what of it is told already."""

    def __init__(self, record: Record, places: Sequence[Span], numbers: Sequence[Span]) -> None:
        self.record = record
        self.places = places
        self.told = list(numbers)
        self._mentions = [m for place in places for m in _lying_in(record, place)]

    def of(self, kind: type[Kind], places: Sequence[Span] | None = None) -> list[Kind]:
        """Mentions of a kind that are not told yet; of some places only."""
        own: list[Kind] = [m for m in self._mentions if isinstance(m, kind) and not touches(_place(m), self.told)]
        return [m for m in own if places is None or touches(_place(m), places)]

    def numbers(self, places: Sequence[Span]) -> list[Span]:
        """Figures at some places that are not told yet."""
        found = (n.span() for place in places for n in _NUMBER.finditer(self.record.text, *place))
        return [span for span in found if not touches(span, self.told)]

    def words(self, place: Span) -> str:
        """The words at a place."""
        return self.record.text[place[0] : place[1]]


def iter_figure_changes(a: Text, b: Text, words: Sequence[Words]) -> Iterator[Change]:
    """What changed of instruments, dates, numbers and states between two sides whose redline is ``words``."""
    hunks = list(iter_hunks(words))
    for hunk in hunks:
        yield from _instruments(a, b, hunk)
    kept = list(kept_places(words))
    for hunk in hunks:
        yield from _dates(a, b, hunk, kept)
    for hunk in hunks:
        own, theirs = a.numbers(hunk.a), b.numbers(hunk.b)
        yield from _side_by_side("number", a, own, b, theirs, a.words, b.words)
    yield from _states(a, b, hunks)


def _lying_in(record: Record, place: Span) -> Sequence[MentionBase]:
    """The mentions that begin in a place."""
    first = bisect_left(record.mentions, place[0], key=lambda m: m.start)
    return record.mentions[first : bisect_left(record.mentions, place[1], lo=first, key=lambda m: m.start)]


def _place(m: MentionBase) -> Span:
    return m.start, m.end


def _instruments(a: Text, b: Text, hunk: Hunk) -> Iterator[Change]:
    for one in a.of(Instrument, hunk.a):
        for other in b.of(Instrument, hunk.b):
            (name, years), (name_b, years_b) = _parts(a, one), _parts(b, other)
            if years != years_b and name and 2 * len(name & name_b) >= _SUCCESSOR * (len(name) + len(name_b)):
                was, now = _place(one), _place(other)
                a.told.append(was)
                b.told.append(now)
                yield Change(kind="instrument-succeeded", was=a.words(was), now=b.words(now), a=was, b=now)
                break


def _parts(side: Text, m: MentionBase) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a name, and its figures."""
    words = words_in(side.record.text, _place(m))
    return frozenset(w for w in words if not _FIGURE.search(w)), tuple(w for w in words if _FIGURE.search(w))


def _dates(a: Text, b: Text, hunk: Hunk, kept: Sequence[tuple[Span, Span]]) -> Iterator[Change]:
    own, theirs = a.of(Date, hunk.a), b.of(Date, hunk.b)
    if own and not theirs:
        theirs = _answering(own, b.of(Date), kept)
    elif theirs and not own:
        own = _answering(theirs, a.of(Date), [(there, here) for here, there in kept])
    edtf = {_place(m): m.edtf for m in (*a.of(Date), *own)}
    edtf_b = {_place(m): m.edtf for m in (*b.of(Date), *theirs)}
    places, places_b = [_place(m) for m in own], [_place(m) for m in theirs]
    yield from _side_by_side("date", a, places, b, places_b, edtf.__getitem__, edtf_b.__getitem__)
    a.told += places
    b.told += places_b


def _answering(own: Sequence[Date], others: Sequence[Date], kept: Sequence[tuple[Span, Span]]) -> list[Date]:
    """Dates of the other side that stand where some words of a changed date stayed as they were."""
    found: list[Date] = []
    for m in own:
        for here, there in kept:
            if overlap(_place(m), here):
                start = there[0] + max(0, m.start - here[0])
                found += [o for o in others if o.start <= start < o.end and o not in found]
    return found


def _side_by_side(
    kind: ChangeKind,
    a: Text,
    own: Sequence[Span],
    b: Text,
    theirs: Sequence[Span],
    value: Callable[[Span], Hashable],
    value_b: Callable[[Span], Hashable],
) -> Iterator[Change]:
    """One change for each pair in order; what both sides have is no change; what is left over came or went."""
    values, values_b = [value(s) for s in own], [value_b(s) for s in theirs]
    one = [s for s, v in zip(own, values, strict=True) if v not in values_b]
    other = [s for s, v in zip(theirs, values_b, strict=True) if v not in values]
    for n in range(max(len(one), len(other))):
        was = one[n] if n < len(one) else None
        now = other[n] if n < len(other) else None
        yield Change(kind=kind, was=was and a.words(was), now=now and b.words(now), a=was, b=now)


def _states(a: Text, b: Text, hunks: Sequence[Hunk]) -> Iterator[Change]:
    """States named on one side of the pair only, where their names are among the words that changed."""
    all_a, all_b = {m.code for m in a.of(State)}, {m.code for m in b.of(State)}
    own = {m.code: m for h in reversed(hunks) for m in reversed(a.of(State, h.a)) if m.code not in all_b}
    theirs = {m.code: m for h in reversed(hunks) for m in reversed(b.of(State, h.b)) if m.code not in all_a}
    yield from (Change(kind="state-left", was=code, a=_place(own[code])) for code in sorted(own))
    yield from (Change(kind="state-joined", now=code, b=_place(theirs[code])) for code in sorted(theirs))
