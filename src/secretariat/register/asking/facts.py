"""Which words each fact of a thing was read from."""

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.entities import sentence

LATEST = 300
"""So many mentions are looked at, the latest first."""
_READ_AS = {"places": "place"}
"""Facts that mentions have under another name."""


def fact_sources(connection: Connection, entity: str) -> dict[tuple[str, str], Row]:
    """By name and value of a fact (``("dates", "2021-09-17")``): document, source, start, end, and the sentence as ``quote``.

    The value is as text. Where several mentions tell a fact it is the latest of them; a fact that none of the latest
    ``LATEST`` tells has none.
    """
    e, k, m, d = (t.c for t in (schema.entities, schema.links, schema.mentions, schema.documents))
    facts = msgspec.json.decode(connection.execute(select(e.facts).where(e.id == entity)).scalar() or "{}")
    wanted = {(name, str(v)) for name, value in facts.items() for v in (value if isinstance(value, list) else [value])}
    query = (
        select(m.document, m.n, m.attributes)
        .join(schema.links, (k.document == m.document) & (k.mention == m.n))
        .join(schema.documents, d.id == m.document)
        .where(k.entity == entity)
        .order_by(func.coalesce(d.date, "").desc(), m.document, m.start)
        .limit(LATEST)
    )
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for document, n, attributes in connection.execute(query):
        if len(found) == len(wanted):
            break
        told = msgspec.json.decode(attributes)
        for name in facts:
            read = told.get(_READ_AS.get(name, name))
            for value in read if isinstance(read, list) else [read]:
                if (name, str(value)) in wanted:
                    found.setdefault((name, str(value)), (document, n))
    return {fact: _place(connection, *mention) for fact, mention in found.items()}


def _place(connection: Connection, document: str, n: int) -> Row:
    m, d, p = schema.mentions.c, schema.documents.c, schema.paragraphs.c
    query = (
        select(m.document, d.name.label("source"), m.start, m.end, p.start.label("low"), p.text)
        .join(schema.documents, d.id == m.document)
        .join(schema.paragraphs, (p.document == m.document) & (p.n == m.paragraph))
        .where(m.document == document, m.n == n)
    )
    row = dict(connection.execute(query).mappings().one())
    text, low = row.pop("text"), row.pop("low")
    return {**row, "quote": sentence(text, row["start"] - low, row["end"] - low)}
