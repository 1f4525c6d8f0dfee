"""Text put together block by block, so that every place is known when it is written."""

import re

import msgspec

from secretariat.model.document import Block, BlockKind
from secretariat.model.errors import SourceError
from secretariat.model.spans import Span
from secretariat.sources.limits import Limits

BETWEEN_BLOCKS = "\n\n"
BLANK = " \t\r\n\f\v"


class Extract(msgspec.Struct, frozen=True):
    """What a format gives: the text, its blocks, what the format states of the document, the footnote marks."""

    text: str
    blocks: tuple[Block, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    footnote_marks: tuple[Span, ...] = ()


class TextBuilder:
    """Adds blocks one after another, parted by an empty line."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Span] = []
        self._size = 0

    def add(self, text: str, kind: BlockKind, level: int = 0, marks: tuple[Span, ...] | list[Span] = ()) -> None:
        """Adds a block, trimmed of blank space; nothing where it is blank. ``marks`` are places in ``text``.

        Raises ``SourceError`` where the whole grows over ``max_chars``.
        """
        lead = len(text) - len(text.lstrip(BLANK))
        body = text.strip(BLANK)
        if not body or body.isspace():
            return
        if self._blocks:
            self._parts.append(BETWEEN_BLOCKS)
            self._size += len(BETWEEN_BLOCKS)
        start = self._size
        self._parts.append(body)
        self._size += len(body)
        self._blocks.append(Block(start, self._size, kind, level))
        for low, high in marks:
            low, high = max(low - lead, 0), min(high - lead, len(body))
            if low < high:
                self._marks.append((start + low, start + high))
        check_length(self._size, self._name, self._limits)

    def has_content(self) -> bool:
        """Whether anything but page furniture was added."""
        return any(block.kind != "furniture" for block in self._blocks)

    def extract(self, properties: list[tuple[str, str]]) -> Extract:
        """The text with its blocks and marks."""
        kept = tuple((key, clean) for key, value in properties if (clean := fold_blanks(value)))
        return Extract("".join(self._parts), tuple(self._blocks), kept, tuple(sorted(self._marks)))


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def fold_blanks(text: str) -> str:
    """Runs of blank space as one space, none at the ends. No-break spaces stay."""
    return _BLANKS.sub(" ", text).strip(" ")


def check_length(length: int, name: str, limits: Limits) -> None:
    """Raises ``SourceError`` where a text has more than ``max_chars`` characters."""
    if length > limits.max_chars:
        raise SourceError(
            name,
            f"has a text of more than {limits.max_chars:,} characters",
            "split it, or set SECRETARIAT_MAX_CHARS higher",
        )
