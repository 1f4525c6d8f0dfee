"""The record: what reading one document gives."""

from collections.abc import Iterator
from typing import Any

import msgspec

from secretariat.model.document import Source
from secretariat.model.mentions import Mention
from secretariat.model.paragraphs import Paragraph
from secretariat.model.spans import Span
from secretariat.model.statements import Finding, Stage, Statement


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the document is: title, kind, who issued it, when and where.

    ``header`` gives, for each field read from the text, where it stands. A field that the text does not state is
    null. ``speakers`` are ISO codes: who "all" is.
    """

    id: str
    source: Source
    title: str | None = None
    kind: str | None = None
    organisation: str | None = None
    issued_by: str | None = None
    symbol: str | None = None
    date: str | None = None
    place: str | None = None
    mode: str | None = None
    language: str | None = None
    publisher: str | None = None
    notes: str | None = None
    speakers: tuple[str, ...] = ()
    header: dict[str, Span] = {}


class Reader(msgspec.Struct, frozen=True):
    """Which software and which words made the record."""

    version: str
    lexicon: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read out of one document. ``text[m.start:m.end]`` are the marked words of every mark."""

    document: Facts
    text: str
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    stages: tuple[Stage, ...] = ()
    findings: tuple[Finding, ...] = ()
    reader: Reader

    def to_json(self) -> bytes:
        """The record as one line of JSON, UTF-8."""
        return msgspec.json.encode(self)

    def json_pieces(self) -> Iterator[bytes]:
        """The same line in pieces, so that a long record need not be in memory twice."""
        opener = b"{"
        for field in self.__struct_fields__:
            value = getattr(self, field)
            yield opener + msgspec.json.encode(field) + b":"
            if isinstance(value, str | tuple):
                yield from _in_pieces(value)
            else:
                yield msgspec.json.encode(value)
            opener = b","
        yield b"}"


_PIECE = 2_000
"""So many marks, or ten times as many characters, are one piece of JSON."""


def _in_pieces(value: str | tuple[Any, ...]) -> Iterator[bytes]:
    """The JSON of a text or of a row of marks."""
    quote = isinstance(value, str)
    step = _PIECE * 10 if quote else _PIECE
    yield b'"' if quote else b"["
    for start in range(0, len(value), step):
        if start and not quote:
            yield b","
        yield msgspec.json.encode(value[start : start + step])[1:-1]
    yield b'"' if quote else b"]"


def record_from_json(data: bytes | str) -> Record:
    """The record in a line of JSON; raises ``msgspec.ValidationError`` where it is none."""
    return msgspec.json.decode(data, type=Record)
