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
    e, k, m, d, p = (t.c for t in (schema.entities, schema.links, schema.mentions, schema.documents, schema.paragraphs))
    facts = msgspec.json.decode(connection.execute(select(e.facts).where(e.id == entity)).scalar() or "{}")
    query = (
        select(m.document, d.name.label("source"), m.start, m.end, m.attributes, p.start.label("low"), p.text)
        .join(schema.links, (k.document == m.document) & (k.mention == m.n))
        .join(schema.documents, d.id == m.document)
        .join(schema.paragraphs, (p.document == m.document) & (p.n == m.paragraph))
        .where(k.entity == entity)
        .order_by(func.coalesce(d.date, "").desc(), m.document, m.start)
        .limit(LATEST)
    )
    found: dict[tuple[str, str], Row] = {}
    wanted = {(name, str(v)) for name, value in facts.items() for v in (value if isinstance(value, list) else [value])}
    for row in connection.execute(query).mappings():
        if len(found) == len(wanted):
            break
        told = msgspec.json.decode(row["attributes"])
        for name, value in wanted - found.keys():
            read = told.get(_READ_AS.get(name, name))
            if value in map(str, read if isinstance(read, list) else [read]):
                made = {key: row[key] for key in ("document", "source", "start", "end")}
                quote = sentence(row["text"], row["start"] - row["low"], row["end"] - row["low"])
                found[name, value] = {**made, "quote": quote}
    return found
