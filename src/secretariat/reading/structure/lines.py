"""The lines of a text, each with its place, before anything is joined or divided."""

import re
from bisect import bisect_left
from itertools import pairwise

import msgspec

_LINE = re.compile("[^\n\r\f\x0b\u2028\u2029]*(?:\r\n|[\n\r\f\x0b\u2028\u2029]|\\Z)")
_PAGE = ("\f",)


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: ``start:end`` with its break, ``low:high`` its words without surrounding white space."""

    start: int
    end: int
    low: int
    high: int
    text: str
    """The words, ``text[low:high]`` of the source."""
    page_end: bool = False
    """Whether a form feed ends it."""

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return self.low == self.high

    def __len__(self) -> int:
        return self.high - self.low


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Every line of ``text[start:end]``; together they cover it."""
    lines: list[Line] = []
    stop = len(text) if end is None else end
    for match in _LINE.finditer(text, start, stop):
        begin, close = match.span()
        if begin == close:
            continue
        words = match.group()
        left = len(words) - len(words.lstrip())
        kept = words.strip()
        low = begin + left if kept else begin
        lines.append(Line(begin, close, low, low + len(kept), kept, words.endswith(_PAGE)))
    return lines


def line_width(lines: list[Line]) -> int:
    """The width to which the text is wrapped: nine lines in ten are no longer; 0 where there are no lines."""
    sizes = sorted(len(line) for line in lines if not line.blank)
    return sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)] if sizes else 0


def is_wrapped(lines: list[Line]) -> bool:
    """Whether long sentences run over several lines ("… the Government of ⏎ the Republic …").

    Not so where each line is a paragraph of its own, however short.
    """
    width = line_width(lines)
    if not 20 <= width <= 125:
        return False
    sizes = sorted(len(line) for line in lines if not line.blank)
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
