"""Shingles: pairs of neighbouring words as numbers, by which passages of like wording are found.

Of each paragraph about two pairs in three are kept, chosen by their numbers alone (winnowing after Schleimer, Wilkerson and Aiken,
"Winnowing: local algorithms for document fingerprinting", 2003, with a window of two): of any three words that follow each other
at least one pair is kept, and the choice is the same wherever the words stand. A short paragraph keeps all. Everything is
a function of the words, the same on every machine.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

SHORT = 8
"""A paragraph of no more pairs keeps them all."""


@lru_cache(maxsize=262144)
def _number(one: str, other: str) -> int:
    """A pair of words as a number of 63 bits."""
    return int.from_bytes(blake2b(f"{one} {other}".encode(), digest_size=8).digest(), "big") >> 1


def pairs_of(words: Sequence[str]) -> list[int]:
    """The pairs of neighbouring words, in order; a single word is a pair with nothing."""
    return [_number(one, other) for one, other in pairwise(words)] or [_number(word, "") for word in words]


def kept_of(words: Sequence[str]) -> set[int]:
    """The pairs by which a paragraph can be found."""
    numbers = pairs_of(words)
    if len(numbers) <= SHORT:
        return set(numbers)
    return {one if one < other else other for one, other in pairwise(numbers)}


def key_of(document: str, n: int) -> int:
    """A paragraph as a number of 63 bits, from the document's id and the paragraph's place."""
    return int.from_bytes(blake2b(f"{document} {n}".encode(), digest_size=8).digest(), "big") >> 1
