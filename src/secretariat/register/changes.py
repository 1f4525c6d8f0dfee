"""When documents came, were read anew or went: what those who harvest a register go by.

This is the one thing in a register that depends on when something was done and not only on what: it is neither
exported with the register nor part of any answer but the harvester's.
"""

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from secretariat.register import schema


class Change(msgspec.Struct, frozen=True):
    """The latest change of one document: when (UTC, to the second), and whether it was taken out."""

    document: str
    at: str
    deleted: bool
    organisation: str | None
    kind: str | None


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which changes are asked for: from and until an instant, both included; of an organisation; of a kind."""

    first: str = ""
    last: str = ""
    organisation: str = ""
    kind: str = ""


def instant(at: datetime | None = None) -> str:
    """An instant, now where none is given, as ``2024-05-01T12:00:00Z``."""
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def note_change(connection: Connection, document: str, *, deleted: bool = False) -> None:
    """Notes that a document came, is laid out otherwise, or (``deleted``) goes; call it while the document is there."""
    d, c = schema.documents.c, schema.changes.c
    row = connection.execute(select(d.organisation, d.kind).where(d.id == document)).one_or_none()
    if row is None:
        return
    connection.execute(delete(schema.changes).where(c.document == document))
    values = {"document": document, "at": instant(), "deleted": int(deleted), "organisation": row[0], "kind": row[1]}
    connection.execute(insert(schema.changes).values(**values))


def changes(connection: Connection, wanted: Wanted, after: tuple[str, str], most: int) -> list[Change]:
    """At most so many changes, the oldest first, after one (instant, document); ("", "") for the beginning."""
    c = schema.changes.c
    query = select(schema.changes).where(*_clauses(wanted))
    query = query.where(or_(c.at > after[0], and_(c.at == after[0], c.document > after[1])))
    rows = connection.execute(query.order_by(c.at, c.document).limit(most))
    return [Change(r.document, r.at, bool(r.deleted), r.organisation, r.kind) for r in rows]


def count_changes(connection: Connection, wanted: Wanted) -> int:
    """How many changes there are."""
    return connection.execute(select(func.count()).select_from(schema.changes).where(*_clauses(wanted))).scalar_one()


def change_of(connection: Connection, document: str) -> Change | None:
    """The latest change of a document (by id), None where it was never there."""
    row = connection.execute(select(schema.changes).where(schema.changes.c.document == document)).one_or_none()
    return None if row is None else Change(row.document, row.at, bool(row.deleted), row.organisation, row.kind)


def earliest(connection: Connection) -> str | None:
    """The instant of the oldest change; None in a register that never held a document."""
    return connection.execute(select(func.min(schema.changes.c.at))).scalar()


def sets(connection: Connection) -> list[tuple[str | None, str | None]]:
    """Every pair of organisation and kind that documents have or had."""
    c = schema.changes.c
    rows = connection.execute(select(c.organisation, c.kind).distinct().order_by(c.organisation, c.kind))
    return [(r[0], r[1]) for r in rows]


def register_id(connection: Connection) -> str:
    """A name of the register's own, made by chance when it was made: what was given for one is not taken by another."""
    return str(connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "register")).scalar_one())


def _clauses(wanted: Wanted) -> list[Any]:
    c = schema.changes.c
    clauses: list[Any] = []
    if wanted.first:
        clauses.append(c.at >= wanted.first)
    if wanted.last:
        clauses.append(c.at <= wanted.last)
    if wanted.organisation:
        clauses.append(c.organisation == wanted.organisation)
    if wanted.kind:
        clauses.append(c.kind == wanted.kind)
    return clauses
