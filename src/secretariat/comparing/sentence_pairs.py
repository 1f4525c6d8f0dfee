"""Sentences that answer each other: first within a pair of paragraphs, then those that went from one pair to another."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from secretariat.comparing.align import Link, align
from secretariat.comparing.likeness import Weights
from secretariat.comparing.passages import Passage
from secretariat.comparing.redline import words_between
from secretariat.comparing.values import Pair, PairKind, SentencePair
from secretariat.model.spans import Span

_ELSEWHERE = 0.7
"""Likeness from which a sentence of another paragraph is the same sentence …"""
_WORDS = 6
"""… if it has so many words."""

Sentences = Sequence[tuple[Passage, ...]]


def pair_sentences(
    pairs: Sequence[Pair], links: Sequence[Link], a: Sentences, b: Sentences, weights: Weights
) -> list[Pair]:
    """The pairs, each that changed with its sentences; ``a`` and ``b`` are the sentences of each passage.

    Sentences that no pair holds as a whole (of new or dropped paragraphs) are looked at for moves only.
    """
    found: list[list[SentencePair]] = [[] for _ in pairs]
    left_a: list[tuple[Passage, int | None]] = []
    left_b: list[tuple[Passage, int | None]] = []
    for n, (pair, link) in enumerate(zip(pairs, links, strict=True)):
        if not pair.words:
            continue
        own = [s for i in link.a for s in a[i]]
        theirs = [s for j in link.b for s in b[j]]
        inner = align([s.words for s in own], [s.words for s in theirs], weights)
        found[n] += [_sentence_pair(x, own, theirs) for x in inner]
        paired_a, paired_b = {i for x in inner for i in x.a}, {j for x in inner for j in x.b}
        left_a += [(s, n) for i, s in enumerate(own) if i not in paired_a]
        left_b += [(s, n) for j, s in enumerate(theirs) if j not in paired_b]
    left_a += [(s, None) for s in _unlinked(a, {i for link in links for i in link.a})]
    left_b += [(s, None) for s in _unlinked(b, {j for link in links for j in link.b})]
    for n, moved in _gone_elsewhere(left_a, left_b, weights).items():
        found[n] += moved
    return [
        msgspec.structs.replace(pair, sentences=tuple(sorted(own, key=lambda s: (s.b, s.a)))) if own else pair
        for pair, own in zip(pairs, found, strict=True)
    ]


def _unlinked(sentences: Sentences, linked: set[int]) -> list[Passage]:
    return [s for i, own in enumerate(sentences) if i not in linked for s in own]


def _gone_elsewhere(
    a: Sequence[tuple[Passage, int | None]], b: Sequence[tuple[Passage, int | None]], weights: Weights
) -> dict[int, list[SentencePair]]:
    """Sentences that stand in another paragraph now: told in the pair that they left and in the one that they came to."""
    long_a = [(s, n) for s, n in a if len(s.words) >= _WORDS]
    long_b = [(s, n) for s, n in b if len(s.words) >= _WORDS]
    found: dict[int, list[SentencePair]] = defaultdict(list)
    for link in align([s.words for s, _ in long_a], [s.words for s, _ in long_b], weights, least=_ELSEWHERE):
        if link.likeness >= _ELSEWHERE and len(link.a) == len(link.b) == 1:
            (one, left), (other, came) = long_a[link.a[0]], long_b[link.b[0]]
            moved = SentencePair(a=one.places, b=other.places, kind="moved", similarity=round(link.likeness, 4))
            for n in sorted({left, came} - {None}):  # type: ignore[type-var]
                found[n].append(moved)  # type: ignore[index]
    return found


def _sentence_pair(link: Link, own: Sequence[Passage], theirs: Sequence[Passage]) -> SentencePair:
    one, other = [own[i] for i in link.a], [theirs[j] for j in link.b]
    same = [t for s in one for t in s.tokens] == [t for s in other for t in s.tokens]
    kind: PairKind = "split" if len(other) > 1 else "merged" if len(one) > 1 else "moved" if link.moved else "edited"
    if same and kind == "edited":
        kind = "same"
    return SentencePair(a=_places(one), b=_places(other), kind=kind, similarity=1.0 if same else _kept(one, other))


def _places(sentences: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(place for s in sentences for place in s.places)


def _kept(one: Sequence[Passage], other: Sequence[Passage]) -> float:
    """The share of letters that stayed."""
    runs = words_between(one, other)
    same = sum(2 * (run.a[1] - run.a[0]) for run in runs if run.kind == "same" and run.a)
    rest = sum(place[1] - place[0] for run in runs if run.kind != "same" for place in (run.a, run.b) if place)
    return round(same / (same + rest), 4) if same or rest else 1.0
