"""The lines of a text, each with its place, before anything is joined or divided."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload

import msgspec

_LINE = re.compile("[^\n\r\f\x0b\u2028\u2029]*(?:\r\n|[\n\r\f\x0b\u2028\u2029]|\\Z)")
_BLANKS = 8
"""So many blank lines one after another say as much as any more of them."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: ``low:high`` are its words without surrounding white space."""

    low: int
    high: int
    text: str
    """The words, ``text[low:high]`` of the source."""

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return self.low == self.high

    def __len__(self) -> int:
        return self.high - self.low


class Lines(Sequence[Line]):
    """The lines of a text, kept as numbers and each made when it is asked for."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._lows, self._highs = array("i"), array("i")
        for low, high in spans:
            self._lows.append(low)
            self._highs.append(high)

    def __len__(self) -> int:
        return len(self._lows)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        low, high = self._lows[at], self._highs[at]
        return Line(low, high, self._text[low:high])

    def __iter__(self) -> Iterator[Line]:
        text = self._text
        for low, high in zip(self._lows, self._highs, strict=True):
            yield Line(low, high, text[low:high])

    def sizes(self) -> list[int]:
        """How long the lines are that are not blank, from the shortest to the longest."""
        return sorted(high - low for low, high in zip(self._lows, self._highs, strict=True) if high > low)


def split_lines(text: str) -> Lines:
    """Every line of a text; of a long stretch of blank lines only the first few."""
    return Lines(text, _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    blanks = 0
    for match in _LINE.finditer(text):
        words = match.group()
        if not words:
            continue
        kept = words.strip()
        blanks = 0 if kept else blanks + 1
        if blanks <= _BLANKS:
            low = match.start() + (len(words) - len(words.lstrip()) if kept else 0)
            yield low, low + len(kept)


def line_width(lines: Lines) -> int:
    """The width to which the text is wrapped: nine lines in ten are no longer; 0 where there are no lines."""
    sizes = lines.sizes()
    return sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)] if sizes else 0


def is_wrapped(lines: Lines) -> bool:
    """Whether long sentences run over several lines ("… the Government of ⏎ the Republic …").

    Not so where each line is a paragraph of its own, however short.
    """
    width = line_width(lines)
    if not 20 <= width <= 125:
        return False
    sizes = lines.sizes()
    if len(sizes) < 3:
        return False
    near = len(sizes) - bisect_left(sizes, width * 7 // 10)
    running = followed = 0
    for line, following in pairwise(lines):
        if line.blank or following.blank:
            continue
        followed += 1
        if line.text[-1] not in ".;:!?" and (following.text[0].islower() or following.text[0] in '(“"'):
            running += 1
    return followed >= 2 and running * 6 >= followed and near * 3 >= len(sizes)
