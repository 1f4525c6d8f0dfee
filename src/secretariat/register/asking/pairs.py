"""The queue: pairs of entities that may be the same thing."""

from sqlalchemy import Connection, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer

COLUMNS = ("one", "one_name", "other", "other_name", "score", "reasons")


def pairs(connection: Connection) -> Answer:
    """The pairs that wait, the likeliest first."""
    p = schema.pairs.c
    one, other = schema.entities.alias("one_entity"), schema.entities.alias("other_entity")
    query = (
        select(p.one, one.c.name.label("one_name"), p.other, other.c.name.label("other_name"), p.score, p.reasons)
        .join(one, one.c.id == p.one)
        .join(other, other.c.id == p.other)
        .order_by(p.score.desc(), p.one, p.other)
    )
    return Answer(COLUMNS, [dict(row) for row in connection.execute(query).mappings()])
