"""Passages: the paragraphs of a record as they are compared, with their words.

A paragraph that a page break parted is one passage with a place for each half; page furniture is no passage.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Record
from secretariat.model.spans import Span
from secretariat.register.words import fold

_IDEOGRAPH = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’][^\W_{_IDEOGRAPH}]+)*|[^\w\s]|_")
_CLOSED = re.compile(r"[.;:,?!…—–-][\"'”»)\]\s]*$")
_BETWEEN = frozenset({"furniture", "footnote"})


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One paragraph: ``places`` in the text, and its ``tokens`` (words and signs) with their places.

    ``words`` are the folded words alone, without signs: what likeness is measured by.
    """

    n: int
    paragraph: Paragraph
    places: tuple[Span, ...]
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    words: tuple[str, ...]


def passages_of(record: Record) -> tuple[Passage, ...]:
    """The passages of a record, in order; every paragraph but page furniture and empty ones is in one."""
    return tuple(make_passage(record.text, n, first, places) for n, (first, places) in enumerate(_joined(record)))


def furniture_of(record: Record) -> int:
    """How many paragraphs are page furniture or hold no word or sign, and therefore no passage."""
    return sum(p.kind == "furniture" or not record.text[p.start : p.end].strip() for p in record.paragraphs)


def make_passage(text: str, n: int, paragraph: Paragraph, places: Sequence[Span]) -> Passage:
    """The passage at some places of a text."""
    tokens: list[str] = []
    spans: list[Span] = []
    for start, end in places:
        for found in _TOKEN.finditer(text, start, end):
            tokens.append(found.group())
            spans.append(found.span())
    words = tuple(fold(t).replace("’", "'") for t in tokens if t[0].isalnum())
    return Passage(n, paragraph, tuple(places), tuple(tokens), tuple(spans), words)


def _joined(record: Record) -> Iterator[tuple[Paragraph, list[Span]]]:
    """Paragraphs with their halves: where page furniture or footnotes stand between two halves of a sentence."""
    text = record.text
    open_: tuple[Paragraph, list[Span]] | None = None
    waiting: list[tuple[Paragraph, list[Span]]] = []
    parted = False
    for p in record.paragraphs:
        place = _trimmed(text, p)
        if p.kind == "furniture" or place is None:
            parted = True
        elif p.kind == "footnote":
            parted = True
            waiting.append((p, [place]))
        elif open_ is not None and parted and _continues(text, open_, p, place):
            open_[1].append(place)
            parted = False
        else:
            if open_ is not None:
                yield open_
            yield from waiting
            waiting = []
            open_, parted = (p, [place]), False
    if open_ is not None:
        yield open_
    yield from waiting


def _continues(text: str, before: tuple[Paragraph, list[Span]], p: Paragraph, place: Span) -> bool:
    start, end = before[1][-1]
    return (
        p.number is None
        and p.kind == before[0].kind
        and not _CLOSED.search(text, max(start, end - 8), end)
        and not text[place[0]].isupper()
    )


def _trimmed(text: str, p: Paragraph) -> Span | None:
    """The place of a paragraph without the white space around it; None where nothing is left."""
    found = text[p.start : p.end]
    start = p.start + len(found) - len(found.lstrip())
    end = p.start + len(found.rstrip())
    return (start, end) if start < end else None
