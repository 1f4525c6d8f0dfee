"""Which passages are worth a closer look: those that share rare words, found through an index from word to passage.

Cost: for each passage of the first text, the postings of its words in the second, common words left out; then a full
likeness for the best few. 300 × 300 paragraphs take some hundredths of a second.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from secretariat.comparing.likeness import Bag, Weights, Words, dice

MOST = 12
"""Candidates looked at closely for each passage."""
_COMMON = 0.12
"""A word that more than this share of the passages has is not looked up, unless the passage has no rarer one."""
_FEWEST, _MOST = 10, 80
"""… but in so many passages a word may always be, and in more than so many never."""
_WHOLE = 0.45
"""So much of a part's weight must lie in the whole for it to be thought a part of it."""
_GAIN = 0.06
"""So much likelier must the whole be with a further part than without."""
_PARTS = 4
"""Parts of a split or merged passage at most."""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Passages of the first text that may answer some of the second; more than one on one side only."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float


def find_candidates(a: Sequence[Words], b: Sequence[Words], weights: Weights, least: float) -> list[Candidate]:
    """Pairs, splits and merges whose likeness is at least ``least``, in no special order."""
    bags_a = [weights.bag(words) for words in a]
    bags_b = [weights.bag(words) for words in b]
    shared = _shared(a, bags_a, bags_b, weights)
    found = [
        Candidate((i,), (j,), score)
        for (i, j), common in shared.items()
        if (score := dice(common, bags_a[i].weight, bags_b[j].weight)) >= least
    ]
    found += (Candidate((i,), run, s) for i, run, s in _runs(shared, bags_a, bags_b, weights) if s >= least)
    turned = {(j, i): common for (i, j), common in shared.items()}
    found += (Candidate(run, (j,), s) for j, run, s in _runs(turned, bags_b, bags_a, weights) if s >= least)
    return found


def _shared(
    a: Sequence[Words], bags_a: Sequence[Bag], bags_b: Sequence[Bag], weights: Weights
) -> dict[tuple[int, int], float]:
    """For each likely pair, the weight of the words that both have."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(bags_b):
        for word in bag.counts:
            index[word].append(j)
    cap = min(_MOST, max(_FEWEST, int(len(bags_b) * _COMMON)))
    shared: dict[tuple[int, int], float] = {}
    for i, bag in enumerate(bags_a):
        known = [word for word in bag.counts if word in index]
        rare = [word for word in known if len(index[word]) <= cap]
        met: dict[int, float] = {}
        for word in rare if len(rare) >= min(3, len(known)) else sorted(known, key=lambda w: (len(index[w]), w))[:8]:
            weight = weights.of(word)
            for j in index[word]:
                met[j] = met.get(j, 0.0) + weight
        for j in _best(met, bags_b, i):
            shared[i, j] = weights.shared(bag, bags_b[j])
    return shared


def _best(met: dict[int, float], bags: Sequence[Bag], i: int) -> set[int]:
    """The passages that share most, and those of which most is shared: a short one may lie wholly in a long one."""
    if len(met) <= MOST:
        return set(met)
    by_weight = sorted([(-shared, abs(j - i), j) for j, shared in met.items()])[:MOST]
    by_share = sorted([(-shared / (bags[j].weight + 1), abs(j - i), j) for j, shared in met.items()])[:MOST]
    return {j for *_, j in (*by_weight, *by_share)}


def _runs(
    shared: dict[tuple[int, int], float], wholes: Sequence[Bag], parts: Sequence[Bag], weights: Weights
) -> Iterator[tuple[int, tuple[int, ...], float]]:
    """Wholes with runs of neighbouring parts that together are likelier than the best of them alone."""
    likely: dict[int, list[int]] = defaultdict(list)
    for (i, j), common in shared.items():
        if parts[j].weight and common / parts[j].weight >= _WHOLE and parts[j].weight < 0.95 * wholes[i].weight:
            likely[i].append(j)
    for i, own in likely.items():
        whole = wholes[i]
        members = set(own)
        for j in list(own):  # a neighbour may have been crowded out of the candidates
            for near in (j - 1, j + 1):
                if 0 <= near < len(parts) and near not in members:
                    size = parts[near].weight
                    if size and weights.shared(whole, parts[near]) / size >= _WHOLE:
                        members.add(near)
        for first in sorted(members):
            run = [first]
            best = dice(weights.shared(whole, parts[first]), whole.weight, parts[first].weight)
            while len(run) < _PARTS and run[-1] + 1 in members:
                run.append(run[-1] + 1)
                together = weights.join([parts[j] for j in run])
                score = dice(weights.shared(whole, together), whole.weight, together.weight)
                if score < best + _GAIN:
                    break
                best = score
                yield i, tuple(run), score
