"""A source once its text is extracted, before anything is understood."""

from typing import Literal, TypeAlias

import msgspec

from secretariat.model.spans import Span

BlockKind: TypeAlias = Literal["title", "heading", "text", "item", "furniture", "footnote", "table", "quote"]
"""What the layout of a source says of a block: HTML and DOCX by their markup, PDF by where it stands and how large."""


class Source(msgspec.Struct, frozen=True):
    """The file as received: its name, media type and length in bytes."""

    name: str
    media_type: str
    bytes: int


class Block(msgspec.Struct, frozen=True):
    """One block of the layout, ``text[start:end]``; blocks are in order and do not overlap."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    """Depth of a heading or a list item, 1 the outermost; 0 where it has none."""


class Document(msgspec.Struct, frozen=True):
    """The exact text of a source. Offsets everywhere are code points into ``text``.

    For a plain-text file ``text`` is the decoded file unchanged; for the other formats it is the extracted text.
    ``blocks`` is empty where the format knows no layout (plain text): the reader then divides the text itself.
    ``properties`` are what the format itself states of the document (HTML ``title``, DOCX and PDF properties).
    ``footnote_marks`` are the places of reference marks (a raised "3" after a word), in order: part of ``text``, and
    no part of the sentence.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    footnote_marks: tuple[Span, ...] = ()
