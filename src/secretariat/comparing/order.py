"""Which pairs keep the order of both texts: the heaviest row of them that rises on both sides; the others have moved."""

from bisect import bisect_left
from collections.abc import Sequence

Placed = tuple[int, int, float]
"""Place in the first text, place in the second, weight."""


def spine(pairs: Sequence[Placed]) -> set[int]:
    """Indexes of the pairs that stay in order, of greatest weight together. Cost: n log n.

    Where two such rows weigh the same, the one that keeps the earlier pairs is taken.
    """
    order = sorted(range(len(pairs)), key=lambda n: (pairs[n][0], pairs[n][1]))
    places = sorted({p[1] for p in pairs})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: dict[int, int] = {}
    total: dict[int, float] = {}
    for n in order:
        at = bisect_left(places, pairs[n][1])
        weight, last = _best_before(best, at)
        before[n], total[n] = last, weight + pairs[n][2]
        _raise(best, at + 1, (total[n], n))
    if not order:
        return set()
    at = max(order, key=lambda n: (total[n], -pairs[n][0]))
    kept: set[int] = set()
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _best_before(best: list[tuple[float, int]], at: int) -> tuple[float, int]:
    found = (0.0, -1)
    while at > 0:
        if best[at][0] > found[0]:
            found = best[at]
        at -= at & -at
    return found


def _raise(best: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(best):
        if value[0] > best[at][0]:
            best[at] = value
        at += at & -at
