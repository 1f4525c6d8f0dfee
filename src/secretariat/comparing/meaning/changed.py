"""The stretches of two texts that changed in a pair, and what lies in them."""

from collections.abc import Iterator, Sequence

import msgspec

from secretariat.comparing.values import Words
from secretariat.model.spans import Span, overlap


class Hunk(msgspec.Struct, frozen=True):
    """Words that were taken out (``a``) and put in (``b``) at one place of a redline."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]


def iter_hunks(words: Sequence[Words]) -> Iterator[Hunk]:
    """The changes of a redline between what stayed, in order."""
    a: list[Span] = []
    b: list[Span] = []
    for run in words:
        if run.kind == "same":
            if a or b:
                yield Hunk(tuple(a), tuple(b))
            a, b = [], []
        elif run.a is not None:
            a.append(run.a)
        elif run.b is not None:
            b.append(run.b)
    if a or b:
        yield Hunk(tuple(a), tuple(b))


def touches(span: Span, places: Sequence[Span]) -> bool:
    """Whether a span shares a character with any of some places."""
    return any(overlap(span, place) for place in places)


def kept_places(words: Sequence[Words]) -> Iterator[tuple[Span, Span]]:
    """Where what stayed stands on both sides."""
    for run in words:
        if run.a is not None and run.b is not None:
            yield run.a, run.b
