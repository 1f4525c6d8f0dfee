"""Divides a text by the blocks that its format gave: HTML, DOCX and PDF layout."""

from collections.abc import Sequence

from secretariat.model.document import BlockKind, Document
from secretariat.model.paragraphs import ParagraphKind
from secretariat.reading.structure.paragraphs_lines import ends_sentence
from secretariat.reading.structure.paragraphs_solid import divide_solid
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_KINDS: dict[BlockKind, ParagraphKind | None] = {
    "title": "title",
    "heading": "heading",
    "text": None,
    "item": "item",
    "furniture": "furniture",
    "footnote": "footnote",
    "table": None,
    "quote": None,
}


def divide_blocks(document: Document, words: StructureWords) -> list[Part]:
    """One part a block, and one for each stretch between blocks that has words.

    A block that a page break cut in two is joined again: the first half has no full stop, the second no capital.
    """
    parts: list[Part] = []
    place = 0
    for block in document.blocks:
        parts += _loose(document.text, place, block.start)
        parts += _trimmed(document.text, max(place, block.start), block.end, _KINDS.get(block.kind), block.level)
        place = max(place, block.end)
    parts += _loose(document.text, place, len(document.text))
    for part in parts[:3]:
        if part.kind is None and _is_front_matter(part.text):
            part.kind = "furniture"
    _join_halves(parts)
    return [piece for part in parts for piece in divide_solid(part, words)]


def _join_halves(parts: Sequence[Part]) -> None:
    last: Part | None = None
    parted = False
    for part in parts:
        if part.kind in ("furniture", "footnote"):
            parted = True
            continue
        if last is not None and parted and part.kind is None and last.kind in (None, "item"):
            part.continues = part.text[0].islower() and not ends_sentence(last.text)
        last, parted = part, False


def _is_front_matter(text: str) -> bool:
    """Whether a block is what a site's software keeps above a text: ``--- layout: default ---``."""
    inner = text[3:-3]
    return text.startswith("---") and text.endswith("---") and ":" in inner and len(text) < 1500 and "." not in inner


def _loose(text: str, start: int, end: int) -> list[Part]:
    return _trimmed(text, start, end, None, 0) if start < end else []


def _trimmed(text: str, start: int, end: int, kind: ParagraphKind | None, level: int) -> list[Part]:
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return []
    low = start + len(words) - len(words.lstrip())
    part = Part(text, low, low + len(kept), kind, level=level)
    if kind == "footnote":
        mark = kept.split(maxsplit=1)[0].rstrip(".)")
        part.note = mark if mark.isdigit() or set(mark) <= {"*"} else None
    return [part]
