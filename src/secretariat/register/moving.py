"""A whole register as JSON Lines, the same bytes from every database: for moving it, keeping it, comparing it.

First a line that says what follows, then each document (its source in base64, its names, its record), by id, then each
decision, in the order in which they were made. What follows from these is not written: it is made again.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, select

from secretariat.model.errors import RegisterError
from secretariat.model.record import Record, record_from_json
from secretariat.register import schema, store
from secretariat.register.decisions.lines import import_lines
from secretariat.register.decisions.log import all_decisions
from secretariat.register.decisions.verdicts import Decision

FORMAT = "secretariat-register/1"


class _Head(msgspec.Struct, frozen=True):
    format: str


class _Kept(msgspec.Struct, frozen=True, tag_field="line", tag="document"):
    """One document; ``record`` is its JSON with the name of the source left out."""

    id: str
    names: tuple[str, ...]
    source: str
    record: msgspec.Raw


class _Decided(msgspec.Struct, frozen=True, tag_field="line", tag="decision"):
    decision: msgspec.Raw


def iter_lines(connection: Connection) -> Iterator[bytes]:
    """The lines of a register, each with its end; one document at a time is in memory."""
    yield msgspec.json.encode(_Head(FORMAT)) + b"\n"
    names = schema.source_names.c
    for document in connection.execute(select(schema.documents.c.id).order_by(schema.documents.c.id)).scalars().all():
        record, content = store.read_record(connection, document), store.read_content(connection, document)
        assert record is not None
        assert content is not None
        known = connection.execute(select(names.name).where(names.document == document).order_by(names.name)).scalars()
        kept = _Kept(document, tuple(known), base64.b64encode(content).decode(), msgspec.Raw(_plain(record)))
        yield msgspec.json.encode(kept) + b"\n"
    for decision in sorted((d for _, d in all_decisions(connection)), key=lambda d: (d.at, d.id)):
        yield msgspec.json.encode(_Decided(msgspec.Raw(msgspec.json.encode(decision, order="sorted")))) + b"\n"


def _plain(record: Record) -> bytes:
    """The record without the name under which its source came, which depends on who added it."""
    source = msgspec.structs.replace(record.document.source, name="")
    facts = msgspec.structs.replace(record.document, source=source)
    return msgspec.json.encode(msgspec.structs.replace(record, document=facts))


class Arrived(msgspec.Struct, frozen=True):
    """One line of a register that came in: a document with names and bytes, or a decision."""

    record: Record | None = None
    content: bytes = b""
    names: tuple[str, ...] = ()
    decision: Decision | None = None


def iter_arrived(lines: Iterable[bytes], name: str) -> Iterator[Arrived]:
    """What the lines of a file hold, in order; raises ``RegisterError`` at the first line that is none of a register."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _arrived(line, number, name)
        except (msgspec.MsgspecError, ValueError) as fault:
            raise RegisterError(f"{name}:{number}", f"is no line of a register ({fault})", "export it anew") from None


def _arrived(line: bytes, number: int, name: str) -> Arrived:
    if number == 1:
        if msgspec.json.decode(line, type=_Head).format != FORMAT:
            raise RegisterError(name, "is of another format", f"this version reads {FORMAT}")
        return Arrived()
    found = msgspec.json.decode(line, type=_Kept | _Decided)
    if isinstance(found, _Decided):
        return Arrived(decision=import_lines([bytes(found.decision)], f"{name}:{number}")[0])
    content = base64.b64decode(found.source, validate=True)
    record = record_from_json(bytes(found.record))
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != found.id or record.document.id != found.id:
        raise ValueError("its checksum is another")
    source = msgspec.structs.replace(record.document.source, name=found.names[0])
    facts = msgspec.structs.replace(record.document, source=source)
    return Arrived(msgspec.structs.replace(record, document=facts), content, found.names)
