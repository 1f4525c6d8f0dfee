"""What a thing is named next to: other things in the same paragraphs."""

from sqlalchemy import Connection, and_, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row

_TYPES = ("instrument", "event", "body", "person")
"""States and groups stand in nearly every paragraph and tell nothing."""
LATEST = 100
"""So many places where a thing is named are looked at, the latest: a thing that is named everywhere is named next to everything."""


def neighbours(connection: Connection, entity: str, most: int = 12) -> list[Row]:
    """Things named in the latest paragraphs that name ``entity``: id, type, name, and ``paragraphs`` (how many), the most first."""
    m, k, e, d = schema.mentions.c, schema.links.c, schema.entities.c, schema.documents.c
    latest = (
        select(m.document, m.paragraph)
        .join(schema.links, and_(k.document == m.document, k.mention == m.n))
        .join(schema.documents, d.id == m.document)
        .where(k.entity == entity)
        .order_by(func.coalesce(d.date, "").desc(), m.document, m.n)
        .limit(LATEST)
        .subquery("latest")
    )
    own = select(latest.c.document, latest.c.paragraph).distinct().subquery("own")
    other, link = schema.mentions.alias("other"), schema.links.alias("link")
    beside = (
        select(link.c.entity, other.c.document, other.c.paragraph)
        .select_from(own)
        .join(other, and_(own.c.document == other.c.document, own.c.paragraph == other.c.paragraph))
        .join(link, and_(link.c.document == other.c.document, link.c.mention == other.c.n))
        .where(link.c.entity != entity, other.c.type.in_(_TYPES))
        .distinct()
        .subquery("beside")
    )
    query = (
        select(e.id, e.type, e.name, func.count().label("paragraphs"))
        .join(beside, beside.c.entity == e.id)
        .group_by(e.id, e.type, e.name)
        .order_by(func.count().desc(), e.id)
        .limit(most)
    )
    return [dict(row) for row in connection.execute(query).mappings()]
