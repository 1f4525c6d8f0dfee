"""A paragraph in the making."""

import msgspec

from secretariat.model.paragraphs import ParagraphKind
from secretariat.reading.numbering import Number


class Part(msgspec.Struct):
    """A stretch of the source that is, or will be, one paragraph.

    ``start:end`` are its words without surrounding white space. ``kind`` is empty until it is known. ``continues`` marks
    the second half of a paragraph that a page break or a footnote parted. ``level`` is the depth of a heading or item.
    ``gap`` says that an empty line stands before it.
    """

    start: int
    end: int
    text: str
    kind: ParagraphKind | None = None
    number: Number | None = None
    continues: bool = False
    level: int = 0
    gap: bool = True
    note: str | None = None
    """For a footnote, its mark ("3", "*")."""

    @property
    def body(self) -> str:
        """The words after the number."""
        return self.text[self.number.length :] if self.number else self.text
