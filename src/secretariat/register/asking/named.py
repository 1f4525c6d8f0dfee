"""What ids are called: names of things, titles of documents."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row

_FEW = 400
"""How many ids go into one query."""


def names_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The names of things and the titles (else the names) of documents, by id; those that are not there are left out."""
    e, d = schema.entities.c, schema.documents.c
    found: dict[str, str] = {}
    for begin in range(0, len(ids), _FEW):
        some = ids[begin : begin + _FEW]
        things = select(e.id, e.name).where(e.id.in_(some))
        texts = select(d.id, func.coalesce(d.title, d.name)).where(d.id.in_(some))
        found |= {row[0]: " ".join(row[1].split()) for query in (things, texts) for row in connection.execute(query)}
    return found


def heads(connection: Connection, document: str | None = None) -> list[Row]:
    """Of one document, or of all: id, name, title, kind, place and date, by which people call it."""
    d = schema.documents.c
    query = select(d.id, d.name, d.title, d.kind, d.place, d.date).order_by(d.id)
    rows = connection.execute(query if document is None else query.where(d.id == document)).mappings()
    return [dict(row) for row in rows]
