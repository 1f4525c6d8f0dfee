"""Gathers the crumbs of splits and merges: what is left beside a pair and lies in what that pair leaves unexplained.

A paragraph of which the last clause became one of its own is still the same paragraph for the most part, so that the likeness
of the two together is hardly greater than that of the one; but the clause lies wholly in what the one does not have.
"""

from collections.abc import Iterator, Sequence

from secretariat.comparing.candidates import Candidate
from secretariat.comparing.likeness import Bag, Weights, Words, dice

_LIES_IN = 0.6
"""So much of a crumb's weight must lie in what is unexplained."""
_FEW, _LEAST = 4, 2
"""A crumb of fewer words must lie in it almost whole; one of fewer still is none."""
_WHOLE = 0.9


def gather(pairs: Sequence[Candidate], a: Sequence[Words], b: Sequence[Words], weights: Weights) -> list[Candidate]:
    """The pairs, with the crumbs that belong to them; a pair stays one to many or many to one."""
    grown = _gathered({c.a: c.b for c in pairs}, a, b, weights)
    turned = _gathered({own: theirs for theirs, own in grown.items()}, b, a, weights)
    final = {own: theirs for theirs, own in turned.items()}
    scores = {(c.a, c.b): c.score for c in pairs}
    return [
        Candidate(i, j, scores[i, j] if (i, j) in scores else _score(i, j, a, b, weights)) for i, j in final.items()
    ]


def _score(i: Sequence[int], j: Sequence[int], a: Sequence[Words], b: Sequence[Words], weights: Weights) -> float:
    one, other = weights.join([weights.bag(a[n]) for n in i]), weights.join([weights.bag(b[n]) for n in j])
    return dice(weights.shared(one, other), one.weight, other.weight)


def _gathered(
    pairs: dict[tuple[int, ...], tuple[int, ...]], parts: Sequence[Words], wholes: Sequence[Words], weights: Weights
) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Pairs whose first side took in neighbours that no pair has."""
    of = {i: own for own in pairs for i in own}
    for i in range(len(parts)):
        if i in of or len(parts[i]) < _LEAST:
            continue
        crumb = weights.bag(parts[i])
        for near in _neighbours(i, of):
            own = of[near]
            theirs = pairs[own]
            if len(theirs) > 1:
                continue
            rest = _less(weights.bag(wholes[theirs[0]]), [parts[n] for n in own])
            least = _LIES_IN if len(parts[i]) >= _FEW else _WHOLE
            if crumb.weight and weights.shared(crumb, rest) >= least * crumb.weight:
                grown = tuple(sorted((*own, i)))
                pairs[grown] = pairs.pop(own)
                of.update(dict.fromkeys(grown, grown))
                break
    return pairs


def _neighbours(i: int, of: dict[int, tuple[int, ...]]) -> Iterator[int]:
    return (near for near in (i - 1, i + 1) if near in of)


def _less(whole: Bag, parts: Sequence[Words]) -> Bag:
    """What a bag holds beyond some words; its weight is not needed and not counted."""
    counts = dict(whole.counts)
    for words in parts:
        for word in words:
            if counts.get(word):
                counts[word] -= 1
    return Bag({word: n for word, n in counts.items() if n}, 0.0)
