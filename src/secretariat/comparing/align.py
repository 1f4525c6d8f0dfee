"""Pairs the passages of two texts: one to one, split, merged, moved.

1. Passages with the same words are pairs; where the same words stand more than once, those that keep the order.
2. Pairs, splits and merges of great likeness, the likeliest first; where two are as likely, the one that keeps the order.
3. Less likely ones, helped by neighbours that are pairs.
4. What is left between the same two neighbours in both texts and shares enough words to be the same thing said anew.

5. What is left beside a pair, and lies in what that pair leaves unexplained, was split from it or merged into it.

Pure functions over words; for costs see ``candidates`` and ``order``.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from secretariat.comparing.candidates import Candidate, find_candidates
from secretariat.comparing.gather import gather
from secretariat.comparing.likeness import Weights, Words
from secretariat.comparing.order import spine

SURE = 0.55
LIKELY = 0.36
IN_PLACE = 0.20
"""Likeness from which passages are paired: anywhere; anywhere with a little help; between the same neighbours."""
_NARROW = 3
"""Passages left between the same neighbours, on each side, for these to count as neighbours."""
_ORDER = 0.06
"""What keeping the order adds to likeness."""


class Link(msgspec.Struct, frozen=True):
    """Passages that answer each other, by index; more than one on one side at most. ``moved``: out of order."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    likeness: float
    moved: bool = False


def align(
    a: Sequence[Words],
    b: Sequence[Words],
    weights: Weights | None = None,
    *,
    least: float = LIKELY,
) -> list[Link]:
    """The links between two rows of passages, by their place in the first; no passage is in two links.

    ``weights`` are those of the words (default: by how many of these passages have them); ``least`` is the likeness from
    which a pair is taken wherever it stands.
    """
    board = _Board(len(a), len(b))
    _take_equal(a, b, board)
    weights = weights or Weights([*a, *b])
    found = find_candidates(a, b, weights, IN_PLACE)
    for at_least in (SURE, least):
        board.take([c for c in found if c.score >= at_least - _ORDER], at_least)
    board.take_in_place(found)
    taken = gather(board.taken, a, b, weights)
    kept = spine([(c.a[0], c.b[0], sum(len(a[i]) + 1.0 for i in c.a)) for c in taken])
    links = [Link(c.a, c.b, c.score, moved=n not in kept) for n, c in enumerate(taken)]
    return sorted(links, key=lambda link: (link.a, link.b))


def _take_equal(a: Sequence[Words], b: Sequence[Words], board: "_Board") -> None:
    """Pairs passages of the same words: the unique ones, then the repeated ones, first to first, within the gaps between
    those, then wherever they stand."""
    places_a: dict[tuple[str, ...], list[int]] = defaultdict(list)
    places_b: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, words in enumerate(a):
        places_a[tuple(words)].append(i)
    for j, words in enumerate(b):
        places_b[tuple(words)].append(j)
    repeated = []
    for words, own in places_a.items():
        theirs = places_b.get(words, [])
        if not words or not theirs:
            continue
        if len(own) == len(theirs) == 1:
            board.accept(Candidate((own[0],), (theirs[0],), 1.0))
        else:
            repeated.append((own, theirs))
    gaps = board.gaps()
    for own, theirs in repeated:
        within: dict[int, list[int]] = defaultdict(list)
        for j in reversed(theirs):
            within[gaps.of_b(j)].append(j)
        for i in own:
            if there := within[gaps.of_a(i)]:
                board.accept(Candidate((i,), (there.pop(),), 1.0))
        left_a = [i for i in own if board.free_a[i]]
        left_b = [j for j in theirs if board.free_b[j]]
        for i, j in zip(left_a, left_b, strict=False):
            board.accept(Candidate((i,), (j,), 1.0))


class _Board:
    """What is paired so far."""

    def __init__(self, count_a: int, count_b: int) -> None:
        self.free_a = [True] * count_a
        self.free_b = [True] * count_b
        self.taken: list[Candidate] = []

    def accept(self, c: Candidate) -> None:
        for i in c.a:
            self.free_a[i] = False
        for j in c.b:
            self.free_b[j] = False
        self.taken.append(c)

    def is_free(self, c: Candidate) -> bool:
        return all(self.free_a[i] for i in c.a) and all(self.free_b[j] for j in c.b)

    def take(self, candidates: Iterable[Candidate], least: float) -> None:
        """Takes the likeliest of what is still free, one after the other; order decides between equals."""
        gaps = self.gaps()
        ranked = []
        for c in candidates:
            if self.is_free(c):
                value = c.score + (_ORDER if gaps.same(c) else 0.0)
                if value >= least:
                    ranked.append((-value, abs(c.a[0] - c.b[0] - gaps.shift(c)), c.a, c.b, c))
        for *_, c in sorted(ranked, key=lambda r: r[:4]):
            if self.is_free(c):
                self.accept(c)

    def take_in_place(self, candidates: Iterable[Candidate]) -> None:
        """Takes what is left between the same neighbours, where little is left there: in a wide gap likeness alone decides."""
        gaps = self.gaps()
        left_a = Counter(gaps.of_a(i) for i, free in enumerate(self.free_a) if free)
        left_b = Counter(gaps.of_b(j) for j, free in enumerate(self.free_b) if free)
        narrow = {gap for gap, count in left_a.items() if count <= _NARROW and left_b[gap] <= _NARROW}
        near = [c for c in candidates if self.is_free(c) and gaps.same(c) and gaps.of_a(c.a[0]) in narrow]
        for c in sorted(near, key=lambda c: (-c.score, c.a, c.b)):
            if self.is_free(c) and gaps.same(c):
                self.accept(c)
                gaps.add(c)

    def gaps(self) -> "_Gaps":
        kept = spine([(c.a[0], c.b[0], c.score + len(c.a) + len(c.b)) for c in self.taken])
        return _Gaps([self.taken[n] for n in kept])


class _Gaps:
    """The stretches between pairs that are in order."""

    def __init__(self, pairs: Sequence[Candidate]) -> None:
        ordered = sorted(pairs, key=lambda c: c.a)
        self._a = [c.a[0] for c in ordered]
        self._b = [c.b[0] for c in ordered]

    def same(self, c: Candidate) -> bool:
        """Whether a candidate lies between the same pairs in both texts."""
        return self.of_a(c.a[0]) == self.of_b(c.b[0])

    def of_a(self, i: int) -> int:
        """The gap in which a place of the first text lies."""
        return bisect_left(self._a, i)

    def of_b(self, j: int) -> int:
        """The gap in which a place of the second text lies."""
        return bisect_left(self._b, j)

    def add(self, c: Candidate) -> None:
        """Parts a gap by a pair that lies in it."""
        insort(self._a, c.a[0])
        insort(self._b, c.b[0])

    def shift(self, c: Candidate) -> int:
        """How far the first text is ahead of the second at this place."""
        at = bisect_left(self._a, c.a[0])
        return self._a[at - 1] - self._b[at - 1] if at else 0
