"""Statements in whose words some places lie, for following how a thing is spoken of."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, func, or_, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.statements import one_line

_AT_ONCE = 200

Place = tuple[str, int, int]
"""Id of a document, and a place in its text."""


def statements_over(connection: Connection, places: Sequence[Place]) -> list[Row]:
    """The statements that hold some places, in order of time and text, each once."""
    s, d, p = schema.statements.c, schema.documents.c, schema.paragraphs.c
    found: dict[tuple[str, int], Row] = {}
    for begin in range(0, len(places), _AT_ONCE):
        some = places[begin : begin + _AT_ONCE]
        query = (
            select(
                s.document, s.n, d.name.label("source"), s.date, s.organisation, p.id.label("paragraph"), s.verb, s.act,
                s.force, s.polarity, s.holders, s.start, s.end, s.text,
            )
            .join(schema.documents, d.id == s.document)
            .join(schema.paragraphs, (p.document == s.document) & (p.n == s.paragraph))
            .where(or_(*(and_(s.document == doc, s.start <= start, s.end >= end) for doc, start, end in some)))
            .order_by(func.coalesce(s.date, ""), s.document, s.n)
        )  # fmt: skip
        for row in connection.execute(query).mappings():
            made = dict(row)
            made["quote"] = one_line(made.pop("text"))
            found.setdefault((made["document"], made.pop("n")), made)
    return list(found.values())


def stages_over(connection: Connection, places: Sequence[Place]) -> list[Row]:
    """The stages that are told of things named at some places: document, stage, start, end, quote."""
    m, g = schema.mentions.c, schema.stages.c
    found: list[Row] = []
    for begin in range(0, len(places), _AT_ONCE):
        some = places[begin : begin + _AT_ONCE]
        query = (
            select(g.document, g.stage, g.start, g.end, g.text.label("quote"))
            .join(schema.mentions, (m.document == g.document) & (m.n == g.mention))
            .where(or_(*(and_(m.document == doc, m.start <= start, m.end >= end) for doc, start, end in some)))
            .order_by(g.document, g.n)
        )
        found += [dict(row) for row in connection.execute(query).mappings()]
    return found
