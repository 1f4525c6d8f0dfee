"""Writes documents into a register, each in one transaction, and reads their records back."""

import hashlib
import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select, table, text, update
from sqlalchemy.sql import column

from secretariat.model.record import Record, record_from_json
from secretariat.register import schema
from secretariat.register.changes import note_change
from secretariat.register.decisions.marks import corrections_of
from secretariat.register.decisions.verdicts import Decision
from secretariat.register.layout import Corrections, document_row, lay_out
from secretariat.register.near import forget

PARAGRAPH_WORDS = table("paragraph_words", column("words"), column("document"), column("n"))
"""The searchable words of paragraphs; made by the migration, since each database has its own kind of it."""
_LAID_OUT: tuple[tuple[str, object], ...] = (*((t.name, t) for t in schema.RECORDED), ("paragraph_words", None))
_AT_ONCE = 500
"""Rows to a statement of INSERT."""


def digest_of(record: Record) -> str:
    """What tells one reading of a document from another: its JSON without the name under which the source came."""
    import msgspec

    source = msgspec.structs.replace(record.document.source, name="")
    plain = msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, source=source))
    return hashlib.sha256(plain.to_json()).hexdigest()[:32]


def pack(data: bytes) -> bytes:
    """Bytes made smaller for keeping."""
    return zlib.compress(data, 6)


def unpack(data: bytes) -> bytes:
    """What ``pack`` was given."""
    return zlib.decompress(data)


def write_document(
    connection: Connection, record: Record, content: bytes, name: str, decisions: Sequence[Decision]
) -> str:
    """Adds or renews one document: ``added``, ``renewed`` (another reading of the same bytes), or ``known``."""
    document = record.document.id
    known = connection.execute(
        select(schema.documents.c.record_digest).where(schema.documents.c.id == document)
    ).scalar()
    digest = digest_of(record)
    if known is None:
        row = document_row(record, name)
        packed = {"record": pack(record.to_json()), "record_digest": digest, "applied": ""}
        connection.execute(insert(schema.documents).values(**row, **packed))
        connection.execute(insert(schema.sources).values(document=document, content=pack(content)))
    _remember_name(connection, document, name)
    if known == digest:
        return "known"
    if known is not None:
        renew(connection, record)
    project(connection, record, corrections_of(record, decisions))
    return "added" if known is None else "renewed"


def _remember_name(connection: Connection, document: str, name: str) -> None:
    """Keeps a further name; the document is called by the first of them in the order of letters."""
    names = schema.source_names
    known = set(connection.execute(select(names.c.name).where(names.c.document == document)).scalars())
    if name not in known:
        connection.execute(insert(names).values(document=document, name=name))
    first = min({*known, name})
    connection.execute(update(schema.documents).where(schema.documents.c.id == document).values(name=first))


def renew(connection: Connection, record: Record) -> None:
    """Puts another reading of a document in the place of the one that is kept."""
    row = document_row(record, "")
    del row["name"], row["id"]
    packed = {"record": pack(record.to_json()), "record_digest": digest_of(record)}
    connection.execute(
        update(schema.documents).where(schema.documents.c.id == record.document.id).values(**row, **packed)
    )


def project(connection: Connection, record: Record, corrections: Corrections) -> None:
    """Lays a record out anew as rows, with what people decided about its marks."""
    document = record.document.id
    forget(connection, document)
    for _, known in reversed(_LAID_OUT):
        target = known if isinstance(known, Table) else PARAGRAPH_WORDS
        connection.execute(delete(target).where(target.c.document == document))
    rows = lay_out(record, corrections)
    for name, known in _LAID_OUT:
        target = known if isinstance(known, Table) else PARAGRAPH_WORDS
        for begin in range(0, len(rows[name]), _AT_ONCE):
            connection.execute(insert(target), rows[name][begin : begin + _AT_ONCE])
    connection.execute(
        update(schema.documents).where(schema.documents.c.id == document).values(applied=corrections.digest)
    )
    note_change(connection, document)


def read_record(connection: Connection, document: str) -> Record | None:
    """The record of a document as it was read, without people's corrections; None where there is no such document."""
    packed = connection.execute(select(schema.documents.c.record).where(schema.documents.c.id == document)).scalar()
    return None if packed is None else record_from_json(unpack(packed))


def read_content(connection: Connection, document: str) -> bytes | None:
    """The original bytes of a document."""
    packed = connection.execute(select(schema.sources.c.content).where(schema.sources.c.document == document)).scalar()
    return None if packed is None else unpack(packed)


def count_documents(connection: Connection) -> int:
    """How many documents a register holds."""
    return connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()


def tidy(connection: Connection) -> None:
    """Brings the planner's knowledge of the tables up to date after many rows came."""
    connection.execute(text("ANALYZE"))
