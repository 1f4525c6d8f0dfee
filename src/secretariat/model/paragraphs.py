"""Units of a text, as drafters call them."""

from typing import Literal, TypeAlias

import msgspec

ParagraphKind: TypeAlias = Literal[
    "header", "title", "heading", "preambular", "operative", "narrative", "item", "footnote", "signature", "furniture"
]


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """One unit of a text; together the paragraphs cover every character of it, in order, without overlap.

    ``within`` is the id of the heading or of the paragraph that it belongs to; ``number`` is as printed, without its
    closing point or bracket ("3.1", "a", "iv").
    """

    id: str
    kind: ParagraphKind
    number: str | None
    start: int
    end: int
    within: str | None
