"""The words that changed between two passages, as a person would mark them.

The longest common row of words and signs is found first (rapidfuzz, bit-parallel: time grows with the product of the lengths,
64 words at a step). It is ragged: "the" and "of" stay alone between words that all changed. So what stayed is given up
where it is less than what changed on both sides of it. Case counts, white space does not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec
from rapidfuzz.distance import LCSseq

from secretariat.comparing.passages import Passage
from secretariat.comparing.values import Words
from secretariat.model.spans import Span


class Run(msgspec.Struct, frozen=True):
    """Tokens ``a[a_start:a_end]`` of one side that became ``b[b_start:b_end]``, or that stayed (``same``)."""

    same: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def runs_between(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """What stayed and what changed, in turn, over two rows of tokens."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    runs = [Run(True, 0, head, 0, head)] if head else []
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    for op in LCSseq.opcodes(middle_a, middle_b):
        same = op.tag == "equal"
        runs.append(Run(same, head + op.src_start, head + op.src_end, head + op.dest_start, head + op.dest_end))
    if tail:
        runs.append(Run(True, len(a) - tail, len(a), len(b) - tail, len(b)))
    return _smoothed(_in_turn(runs), a)


def _in_turn(runs: Sequence[Run]) -> list[Run]:
    """Runs with neighbours of the same kind joined."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].same == run.same:
            last = joined[-1]
            run = Run(run.same, last.a_start, run.a_end, last.b_start, run.b_end)
            joined.pop()
        joined.append(run)
    return joined


def _size(tokens: Sequence[str]) -> int:
    return sum(len(t) for t in tokens)


def _smoothed(runs: list[Run], a: Sequence[str]) -> list[Run]:
    """Gives up what stayed between two changes where it is shorter, in letters, than either of them."""

    def weight(run: Run) -> int:
        return max(run.a_end - run.a_start, run.b_end - run.b_start)

    done: list[Run] = []
    for at, run in enumerate(runs):
        if run.same and done and at + 1 < len(runs):
            kept = run.a_end - run.a_start
            letters = _size(a[run.a_start : run.a_end])
            if kept <= min(weight(done[-1]), weight(runs[at + 1])) and kept <= 3 and letters <= 12:
                run = msgspec.structs.replace(run, same=False)
        done = _in_turn([*done[-1:], run]) if len(done) == 1 else [*done[:-1], *_in_turn([*done[-1:], run])]
    return done


def words_between(a: Sequence[Passage], b: Sequence[Passage]) -> tuple[Words, ...]:
    """The redline of the passages of a pair, all of one side after one another against all of the other.

    A run never crosses from one paragraph, or half of one, into the next.
    """
    side_a, side_b = _Side(a), _Side(b)
    marked: list[Words] = []
    for run in runs_between(side_a.tokens, side_b.tokens):
        if run.same:
            cuts = {run.a_start, *side_a.cuts(run.a_start, run.a_end)}
            cuts |= {c - run.b_start + run.a_start for c in side_b.cuts(run.b_start, run.b_end)}
            bounds = [*sorted(cuts), run.a_end]
            ahead = run.b_start - run.a_start
            for start, end in pairwise(bounds):
                marked.append(Words("same", side_a.span(start, end), side_b.span(start + ahead, end + ahead)))
        else:
            marked += [Words("deleted", a=s) for s in side_a.stretches(run.a_start, run.a_end)]
            marked += [Words("inserted", b=s) for s in side_b.stretches(run.b_start, run.b_end)]
    return tuple(marked)


class _Side:
    """The tokens of one side with their places."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.tokens = [t for p in passages for t in p.tokens]
        self._spans = [s for p in passages for s in p.spans]
        opens = {place[0] for p in passages for place in p.places}
        self._opening = [n for n, s in enumerate(self._spans) if s[0] in opens]

    def span(self, start: int, end: int) -> Span:
        return self._spans[start][0], self._spans[end - 1][1]

    def cuts(self, start: int, end: int) -> list[int]:
        """Tokens after ``start`` and before ``end`` that open a paragraph or a half of one."""
        return self._opening[bisect_right(self._opening, start) : bisect_left(self._opening, end)]

    def stretches(self, start: int, end: int) -> list[Span]:
        """The places of a run of tokens, one for each paragraph or half that it touches."""
        if start == end:
            return []
        return [self.span(s, e) for s, e in pairwise([start, *self.cuts(start, end), end])]
