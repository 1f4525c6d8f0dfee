"""How like two runs of words are: the weighted share of words that both have (Dice's coefficient over bags of words).

A word weighs more the fewer passages have it, so that "the", "of" and the formulas of the genre say little and names and
figures much. Order does not count: words that moved within a passage are still the same words. Cost: one look at each
different word of the shorter passage.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

Words = Sequence[str]


class Bag:
    """The words of one passage, or of several that follow each other, with their weight."""

    __slots__ = ("counts", "weight")

    def __init__(self, counts: dict[str, int], weight: float) -> None:
        self.counts = counts
        self.weight = weight


class Weights:
    """What each word weighs, by the share of all passages that have it: ``log((N + 1) / (n + 0.5)) + 0.1``."""

    def __init__(self, passages: Sequence[Words]) -> None:
        having = Counter(word for words in passages for word in set(words))
        total = len(passages) + 1
        self._weights = {word: log(total / (n + 0.5)) + 0.1 if n < total - 0.5 else 0.1 for word, n in having.items()}
        self._unknown = log(total / 0.5) + 0.1

    def of(self, word: str) -> float:
        """What a word weighs; above nothing."""
        return self._weights.get(word, self._unknown)

    def bag(self, words: Words) -> Bag:
        """The bag of some words."""
        counts = Counter(words)
        weight, unknown = self._weights.get, self._unknown
        return Bag(counts, sum([weight(w, unknown) * n for w, n in counts.items()]))

    def shared(self, one: Bag, other: Bag) -> float:
        """The weight of the words that two bags share."""
        small, large = (one, other) if len(one.counts) <= len(other.counts) else (other, one)
        weight, unknown, theirs = self._weights.get, self._unknown, large.counts
        total = 0.0
        for word, n in small.counts.items():
            if m := theirs.get(word):
                total += weight(word, unknown) * (n if n < m else m)
        return total

    def join(self, bags: Sequence[Bag]) -> Bag:
        """The bag of several passages together."""
        counts: dict[str, int] = {}
        for bag in bags:
            for word, n in bag.counts.items():
                counts[word] = counts.get(word, 0) + n
        return Bag(counts, sum(b.weight for b in bags))


def dice(shared: float, one: float, other: float) -> float:
    """Twice what is shared over what both weigh; 0 where both are empty."""
    total = one + other
    return 2 * shared / total if total else 0.0
