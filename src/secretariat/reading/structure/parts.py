"""A paragraph in the making."""

import re

import msgspec

from secretariat.model.paragraphs import ParagraphKind
from secretariat.reading.structure.numbering import Number

_MARKED = re.compile(r"(?P<stop>[.,;:][”\"')\]*_]{0,3}) ?(?:\d{1,3}|\*{1,3}|\[\^?\w{1,4}\])$")


class Part(msgspec.Struct, gc=False):
    """A stretch of the source that is, or will be, one paragraph.

    ``source[start:end]`` are its words without surrounding white space. ``kind`` is empty until it is known.
    ``continues`` marks the second half of a paragraph that a page break or a footnote parted. ``level`` is the depth
    of a heading or item. ``gap`` says that an empty line stands before it.
    """

    source: str
    start: int
    end: int
    kind: ParagraphKind | None = None
    number: Number | None = None
    continues: bool = False
    level: int = 0
    gap: bool = True
    note: str | None = None
    """For a footnote, its mark ("3", "*")."""

    close: str = ""
    """The last words of the half that closes it, where a page break parted it."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.source[self.start : self.end]

    @property
    def tail(self) -> str:
        """The last words, without a footnote mark after the closing comma or stop."""
        return _MARKED.sub(r"\g<stop>", (self.close or self.text)[-200:].rstrip())

    @property
    def body(self) -> str:
        """The words after the number."""
        return self.text[self.number.length :] if self.number else self.text
