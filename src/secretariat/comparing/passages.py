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
_ENDED = re.compile(r"[.:?!…][\"'”»)\]\s]*$")
"""Where a sentence or clause may have ended, so that a capital begins the next; where it surely has."""
_PROSE = frozenset({"preambular", "operative", "narrative", "item"})
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-"})
"""Signs that differ by typing alone."""


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One paragraph: ``places`` in the text, and its ``tokens`` with their places: words and signs, made plain.

    ``number`` is the place of its printed number. ``words`` are the folded words alone, without signs and without that
    number: what likeness is measured by; the signs, where there is nothing else.
    """

    n: int
    paragraph: Paragraph
    places: tuple[Span, ...]
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    number: Span | None = None
    after_break: bool = False
    """Whether a page break stands before it and it has no number: it may be the rest of the passage before."""


def passages_of(record: Record) -> tuple[Passage, ...]:
    """The passages of a record in order, footnotes last: they stand where a page ends and not where they belong.

    Every paragraph but page furniture and empty ones is in one.
    """
    return tuple(
        make_passage(record.text, n, first, places, after_break)
        for n, (first, places, after_break) in enumerate(_joined(record))
    )


def furniture_of(record: Record) -> int:
    """How many paragraphs are page furniture or hold no word or sign, and therefore no passage."""
    return sum(p.kind == "furniture" or not record.text[p.start : p.end].strip() for p in record.paragraphs)


def make_passage(text: str, n: int, paragraph: Paragraph, places: Sequence[Span], after_break: bool = False) -> Passage:
    """The passage at some places of a text."""
    tokens: list[str] = []
    spans: list[Span] = []
    for start, end in places:
        for found in _TOKEN.finditer(text, start, end):
            tokens.append(found.group().translate(_PLAIN))
            spans.append(found.span())
    numbered = _numbered(text, paragraph, places[0])
    words = tuple(fold(t) for t, s in zip(tokens, spans, strict=True) if t[0].isalnum() and s[0] >= numbered)
    number = (places[0][0], numbered) if numbered > places[0][0] else None
    return Passage(
        n, paragraph, tuple(places), tuple(tokens), tuple(spans), words or tuple(tokens), number, after_break
    )


def _numbered(text: str, paragraph: Paragraph, place: Span) -> int:
    """Where the words begin after the number of a paragraph; a paragraph that is nothing but its number keeps it."""
    start, end = place
    if not paragraph.number:
        return start
    at = text.find(paragraph.number, start, start + len(paragraph.number) + 12)
    after = at + len(paragraph.number)
    return after if at >= 0 and any(c.isalnum() for c in text[after:end]) else start


_Open = tuple[Paragraph, list[Span], bool]


def _joined(record: Record) -> Iterator[_Open]:
    """Paragraphs with their halves: where page furniture or footnotes stand between two halves of a sentence."""
    text = record.text
    open_: _Open | None = None
    notes: list[_Open] = []
    parted = False
    for p in record.paragraphs:
        place = _trimmed(text, p)
        if p.kind == "furniture" or place is None:
            parted = True
        elif p.kind == "footnote":
            parted = True
            notes.append((p, [place], False))
        elif open_ is not None and parted and _continues(text, open_, p, place):
            open_[1].append(place)
            parted = False
        else:
            if open_ is not None:
                yield open_
            open_, parted = (p, [place], parted and p.number is None), False
    if open_ is not None:
        yield open_
    yield from notes


def _continues(text: str, before: _Open, p: Paragraph, place: Span) -> bool:
    start, end = before[1][-1]
    if p.number is not None or p.kind != before[0].kind:
        return False
    first = text[place[0]]
    closed = _ENDED if first.islower() else _CLOSED
    return (p.kind in _PROSE or not first.isupper()) and not closed.search(text, max(start, end - 8), end)


def _trimmed(text: str, p: Paragraph) -> Span | None:
    """The place of a paragraph without the white space around it; None where nothing is left."""
    found = text[p.start : p.end]
    start = p.start + len(found) - len(found.lstrip())
    end = p.start + len(found.rstrip())
    return (start, end) if start < end else None


def words_in(text: str, span: Span) -> tuple[str, ...]:
    """The folded words at a place of a text, without signs."""
    found = (t.group() for t in _TOKEN.finditer(text, *span))
    return tuple(fold(t.translate(_PLAIN)) for t in found if t[0].isalnum())
