"""Cuts a stretch of text where marks begin and end, so that marks which overlap can be shown in one line of text."""

import itertools
from collections.abc import Iterator, Sequence

import msgspec


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something to show at ``start:end``; ``tip`` is what a pointer over it tells."""

    start: int
    end: int
    kind: str
    href: str = ""
    tip: str = ""


class Segment(msgspec.Struct, frozen=True):
    """A stretch over which the same marks lie, the widest first; ``begins`` are those of them that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def segments(start: int, end: int, marks: Sequence[Mark], places: Sequence[int] = ()) -> Iterator[Segment]:
    """The stretches of ``start:end`` in order; together they cover it. Marks that reach out of it are cut.

    A stretch also begins at each of ``places``.
    """
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted(
        {
            start,
            end,
            *(c for m in inside for c in (m.start, m.end) if start < c < end),
            *(c for c in places if start < c < end),
        }
    )
    waiting = sorted(inside, key=lambda m: (m.start, -m.end))
    live: list[Mark] = []
    at = 0
    for low, high in itertools.pairwise(cuts):
        live = [m for m in live if m.end > low]
        while at < len(waiting) and waiting[at].start <= low:
            live.append(waiting[at])
            at += 1
        over = tuple(sorted(live, key=lambda m: (m.start - m.end, m.start)))
        yield Segment(low, high, over, tuple(m for m in over if m.start == low))
