"""Which pairs of units are worth weighing: those that share a rare word, an acronym, or a document where one is short.

Every pair that is not proposed here is told apart without being looked at, so that time grows with the number of
names and not with its square.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from secretariat.register.identity.units import Unit

_RAREST = 3
"""By how many of its rarest words a unit is looked up."""
_CROWD = 60
"""A word that more units than this have as one of their rarest proposes no pairs: they are parted by other words."""


def rarity_of(units: Iterable[Unit]) -> dict[str, float]:
    """How much each word tells, 0 to 1: 1 where one unit has it, less the more have it."""
    counts: Counter[str] = Counter()
    total = 0
    for unit in units:
        counts.update(unit.word_set)
        total += 1
    top = math.log(1 + max(2, total))
    return {word: max(0.08, math.log(1 + total / count) / top) for word, count in counts.items()}


def iter_pairs(units: Mapping[str, Unit], rarity: Mapping[str, float]) -> Iterator[tuple[Unit, Unit]]:
    """Pairs of units, each once, the smaller key first, in the order of their keys."""
    pairs: set[tuple[str, str]] = set()
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, unit in units.items():
        kind = unit.first.type
        if kind in ("state", "group"):
            continue
        for word in sorted(unit.word_set, key=lambda w: (-rarity.get(w, 1.0), w))[:_RAREST]:
            blocks[kind, word].append(key)
        blocks[kind, "sorted", *sorted(unit.words)].append(key)
        for acronym in unit.acronyms:
            blocks[kind, "acronym", acronym].append(key)
    for block in blocks.values():
        if 1 < len(block) <= _CROWD:
            ordered = sorted(block)
            pairs.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    pairs |= _in_one_document(units)
    for one, other in sorted(pairs):
        yield units[one], units[other]


def _in_one_document(units: Mapping[str, Unit]) -> set[tuple[str, str]]:
    """A short name and the longer ones of its type that stand in the same document and hold all its words."""
    by_document: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units.values():
        if unit.first.type not in ("state", "group") and unit.words:
            for document in unit.documents:
                by_document[document, unit.first.type].append(unit)
    pairs: set[tuple[str, str]] = set()
    for together in by_document.values():
        holding: dict[str, list[Unit]] = defaultdict(list)
        for unit in together:
            for word in unit.word_set:
                holding[word].append(unit)
        for short in together:
            rarest = min(short.word_set, key=lambda w: (len(holding[w]), w))
            for longer in holding[rarest]:
                if longer is not short and short.word_set <= longer.word_set:
                    pairs.add((min(short.key, longer.key), max(short.key, longer.key)))
    return pairs
