"""Places in a text."""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""``(start, end)``: code points into a text, start inclusive, end exclusive."""


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share; 0 where they do not meet."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def within(inner: Span, outer: Span) -> bool:
    """Whether ``inner`` lies in ``outer``; a span lies in itself."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
