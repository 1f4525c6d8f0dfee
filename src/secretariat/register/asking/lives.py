"""Of all things in one document: the steps of life of those of which it tells a stage, and where each is named first."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.entities import sentence

_FEW = 400
"""How many ids go into one query."""


def lives_told(connection: Connection, document: str) -> dict[str, list[Row]]:
    """By thing, its steps in order of time: name, stage, date, document, source, paragraph, start, end, and the
    sentence around it as ``quote``."""
    s, d, e, p = schema.steps.c, schema.documents.c, schema.entities.c, schema.paragraphs.c
    here = select(s.entity).where(s.document == document)
    query = (
        select(
            s.entity, e.name, s.stage, s.date, s.document, d.name.label("source"), d.date.label("told"),
            p.id.label("paragraph"), s.start, s.end, p.start.label("low"), p.text,
        )
        .join(schema.documents, d.id == s.document)
        .join(schema.entities, e.id == s.entity)
        .join(schema.paragraphs, (p.document == s.document) & (p.start <= s.start) & (s.start < p.end))
        .where(s.entity.in_(here))
        .order_by(s.entity, func.coalesce(d.date, ""), s.n)
    )  # fmt: skip
    found: dict[str, list[Row]] = {}
    for row in connection.execute(query).mappings():
        made = dict(row)
        low, text = made.pop("low"), made.pop("text")
        made["quote"] = sentence(text, made["start"] - low, made["end"] - low)
        found.setdefault(made["entity"], []).append(made)
    return found


def first_places(connection: Connection, entities: Sequence[str], document: str) -> dict[str, Row]:
    """By thing, where a document names it first: document, source, start, end, and the sentence around it as ``quote``."""
    k, m, d, p = schema.links.c, schema.mentions.c, schema.documents.c, schema.paragraphs.c
    found: dict[str, Row] = {}
    for begin in range(0, len(entities), _FEW):
        query = (
            select(k.entity, m.document, d.name.label("source"), m.start, m.end, p.start.label("low"), p.text)
            .join(schema.mentions, (m.document == k.document) & (m.n == k.mention))
            .join(schema.documents, d.id == m.document)
            .join(schema.paragraphs, (p.document == m.document) & (p.n == m.paragraph))
            .where(k.document == document, k.entity.in_(entities[begin : begin + _FEW]))
            .order_by(m.start, m.end.desc())
        )
        for row in connection.execute(query).mappings():
            made = dict(row)
            low, text = made.pop("low"), made.pop("text")
            made["quote"] = sentence(text, made["start"] - low, made["end"] - low)
            found.setdefault(made.pop("entity"), made)
    return found
