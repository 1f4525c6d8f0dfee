"""How near a passage is to a wording: the stretch of it that has most of its words, and what of it stands there verbatim.

The stretch is the run of words that wins most by holding words of the wording (1 each) and loses least by others (half each),
without what stands before the first and after the last of the words in order, where that makes it nearer.

The score, 0 to 1, is the mean of two shares: of the words that both have in the same order, and of those that both have in
any order. Verbatim are runs of three words or more. Cost: the length of the passage for the stretch, and one longest common row.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec
from rapidfuzz.distance import LCSseq

from secretariat.comparing.passages import Passage
from secretariat.comparing.redline import words_between
from secretariat.comparing.values import Words

_OTHER = 0.5
"""What a word that the wording has not costs a stretch."""
VERBATIM = 3
"""Words in a row that count as taken over as they were."""


class Nearness(msgspec.Struct, frozen=True):
    """``start`` and ``end`` are the stretch as a range of words; ``score`` and ``verbatim`` are shares of words, 0 to 1."""

    start: int
    end: int
    score: float
    verbatim: float


def nearness(wanted: Sequence[str], words: Sequence[str]) -> Nearness:
    """How near some words are to those wanted; both folded."""
    start, end = _stretch(frozenset(wanted), words)
    if start == end or not wanted:
        return Nearness(0, 0, 0.0, 0.0)
    score = _score(wanted, words[start:end])
    kept = [op for op in LCSseq.opcodes(wanted, words[start:end]) if op.tag == "equal"]
    if kept:  # common words at the ends of the stretch may be there by chance
        inner = start + kept[0].dest_start, start + kept[-1].dest_end
        if (inner_score := _score(wanted, words[slice(*inner)])) > score:
            (start, end), score = inner, inner_score
    return Nearness(start, end, score, _verbatim(wanted, words[start:end]))


def _score(wanted: Sequence[str], stretch: Sequence[str]) -> float:
    ordered = int(LCSseq.similarity(wanted, stretch))
    both = (Counter(wanted) & Counter(stretch)).total()
    return round((ordered + both) / (len(wanted) + len(stretch)), 4)


def _stretch(wanted: frozenset[str], words: Sequence[str]) -> tuple[int, int]:
    """The run of words with the greatest gain; the first of equals."""
    best = (0.0, 0, 0)
    gain, begin = 0.0, 0
    for at, word in enumerate(words):
        gain += 1.0 if word in wanted else -_OTHER
        if gain <= 0:
            gain, begin = 0.0, at + 1
        elif gain > best[0]:
            best = (gain, begin, at + 1)
    return best[1], best[2]


def _verbatim(wanted: Sequence[str], stretch: Sequence[str]) -> float:
    """The share of the wanted words that stand in the stretch in runs of three or more; all of them where fewer are wanted."""
    least = min(VERBATIM, len(wanted))
    runs = {tuple(stretch[n : n + least]) for n in range(len(stretch) - least + 1)}
    kept = [False] * len(wanted)
    for n in range(len(wanted) - least + 1):
        if tuple(wanted[n : n + least]) in runs:
            kept[n : n + least] = [True] * least
    return round(sum(kept) / len(wanted), 4)


def difference(wanted: Passage, found: Passage) -> tuple[Words, ...]:
    """The redline from a passage that was found (``a``) to the wording that was wanted (``b``)."""
    return words_between([found], [wanted])
