"""Words of the running text, with their shape, cut once a unit."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Shape: TypeAlias = Literal["capital", "acronym", "number", "lower", "possessive", "mark"]

_TOKEN = re.compile(
    r"(?:\w++[-\u2013])*+(?:[A-Z]\.){2,}(?:-\w+)*|\w+(?:(?:[-\u2013+/&]|\.(?=\d))\w+)*|'s?(?=\W|$)|[^\w\s]"
)


class Token(NamedTuple):
    """One word or mark, ``text`` at ``start:end`` of the running text."""

    start: int
    end: int
    text: str
    shape: Shape


@lru_cache(maxsize=32768)
def shape_of(word: str) -> Shape:
    """Capital ("Charter"), acronym ("UNESCO", "MoU", "C5+1"), number ("20th", "59/48"), lower, possessive or mark."""
    first = word[0]
    if first == "'":
        return "possessive"
    if first.isupper():
        upper = sum(c.isupper() for c in word)
        return "acronym" if upper >= 2 and "-" not in word and (upper * 2 >= len(word) or word.isupper()) else "capital"
    if first.isdigit():
        return "number"
    return "lower" if first.isalpha() else "mark"


_new = tuple.__new__
"""Makes a ``Token`` at half the cost of calling it; hundreds of thousands are made a second."""


def tokens_of(text: str, offset: int) -> tuple[Token, ...]:
    """The tokens of a unit's text, placed at ``offset`` of the running text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        start = match.start() + offset
        found.append(_new(Token, (start, start + len(word), word, shape_of(word))))
    return tuple(found)


def token_at(tokens: tuple[Token, ...], place: int) -> int:
    """Index of the first token that starts at or after ``place``."""
    return bisect_left(tokens, place, key=lambda t: t.start)
