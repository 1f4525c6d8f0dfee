"""What a thing is named next to: other things in the same paragraphs."""

from sqlalchemy import Connection, and_, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row

_TYPES = ("instrument", "event", "body", "person")
"""States and groups stand in nearly every paragraph and tell nothing."""
MANY = 500
"""A thing that is named more often is named next to everything: its neighbours tell nothing and take long to count."""


def neighbours(connection: Connection, entity: str, most: int = 12) -> list[Row]:
    """Things named in the paragraphs that name ``entity``: id, type, name, how many of these paragraphs, the most first.

    Nothing is given of a thing that is named more than ``MANY`` times.
    """
    m, k, e = schema.mentions.c, schema.links.c, schema.entities.c
    places = select(func.count()).select_from(schema.links).where(k.entity == entity)
    if connection.execute(places).scalar_one() > MANY:
        return []
    own = (
        select(m.document, m.paragraph)
        .join(schema.links, and_(k.document == m.document, k.mention == m.n))
        .where(k.entity == entity)
        .distinct()
        .subquery("own")
    )
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
