"""One object for values that are the same: a long record repeats its rules, topics and dates hundreds of thousands of times."""

from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


def shared(value: T) -> T:
    """The first value like this one that was seen of late, in its place."""
    found: T = _kept(value)
    return found


@lru_cache(maxsize=1 << 14)
def _kept(value: T) -> T:
    return value
