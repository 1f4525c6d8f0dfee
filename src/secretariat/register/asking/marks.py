"""One document as it is to be shown: its paragraphs, and everything that is marked in it, people's corrections applied."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Row


class Marked(msgspec.Struct, frozen=True):
    """A document and its marks, each list in the order of the text.

    ``facts`` are the document's columns. ``paragraphs``: n, id, kind, number, within, start, end, text. ``mentions``: n, type,
    start, end, text, attributes (what was read of it), entity, certainty, name and current_stage. ``statements``: n,
    start, end, trigger_start, trigger_end, paragraph (number), verb, act, force, polarity, holder, holders, topics, timeframe,
    lacks, conditions.
    ``stages``: mention, stage, start, end. ``findings``: code, severity, message, start, end. ``places`` are the offsets at which
    anything begins that the register tells of this document, sorted.
    """

    facts: Row
    names: tuple[str, ...]
    paragraphs: list[Row]
    mentions: list[Row]
    statements: list[Row]
    stages: list[Row]
    findings: list[Row]
    places: list[int]


_FACTS = (
    "id", "name", "media_type", "bytes", "title", "kind", "organisation", "issued_by", "symbol", "date", "place", "mode",
    "language", "speakers", "reader_version", "lexicon",
)  # fmt: skip


def marked(connection: Connection, document: str) -> Marked:
    """The document with that id and all its marks; raises ``sqlalchemy.exc.NoResultFound`` where it has gone meanwhile."""
    n = schema.source_names.c
    names = connection.execute(select(n.name).where(n.document == document).order_by(n.name)).scalars()
    return Marked(
        facts=facts_of(connection, document),
        names=tuple(names),
        paragraphs=paragraphs_of(connection, document),
        mentions=mentions_of(connection, document),
        statements=statements_of(connection, document),
        stages=stages_of(connection, document),
        findings=findings_of(connection, document),
        places=_places(connection, document),
    )


def facts_of(connection: Connection, document: str) -> Row:
    """What a document is, as ``Marked.facts``; raises ``sqlalchemy.exc.NoResultFound`` where it has gone meanwhile."""
    d = schema.documents.c
    query = select(*(d[name] for name in _FACTS)).where(d.id == document)
    return dict(connection.execute(query).mappings().one())


def _rows(connection: Connection, table: Any, document: str, order: str, but: str = "") -> list[Row]:
    columns = [c for c in table.c if c.name not in ("document", but)]
    query = select(*columns).where(table.c.document == document).order_by(table.c[order])
    return [dict(row) for row in connection.execute(query).mappings()]


def paragraphs_of(connection: Connection, document: str) -> list[Row]:
    """The paragraphs of a document, in order."""
    return _rows(connection, schema.paragraphs, document, "n", but="key")


def statements_of(connection: Connection, document: str) -> list[Row]:
    """The statements of a document, in the order of the text."""
    return [_statement(row) for row in _rows(connection, schema.statements, document, "n")]


def stages_of(connection: Connection, document: str) -> list[Row]:
    """The stages that a document tells, in the order of the text."""
    return _rows(connection, schema.stages, document, "start")


def findings_of(connection: Connection, document: str) -> list[Row]:
    """What is doubted in a document, in the order of the text."""
    return _rows(connection, schema.findings, document, "start")


def mentions_of(connection: Connection, document: str) -> list[Row]:
    """The mentions of a document with the things that they name, in the order of the text."""
    m, k, e = schema.mentions.c, schema.links.c, schema.entities.c
    query = (
        select(m.n, m.type, m.start, m.end, m.text, m.attributes, k.entity, k.certainty, e.name, e.current_stage)
        .outerjoin(schema.links, (k.document == m.document) & (k.mention == m.n))
        .outerjoin(schema.entities, e.id == k.entity)
        .where(m.document == document)
        .order_by(m.start, m.end.desc(), m.n)
    )
    return [
        {**row, "attributes": msgspec.json.decode(row["attributes"])} for row in connection.execute(query).mappings()
    ]


_TELLING = (
    schema.mentions, schema.statements, schema.stages, schema.findings, schema.steps, schema.relations, schema.deadlines,
)  # fmt: skip


def _places(connection: Connection, document: str) -> list[int]:
    found: set[int] = set()
    for table in _TELLING:
        found.update(connection.execute(select(table.c.start).where(table.c.document == document)).scalars())
    return sorted(found)


def _statement(row: Row) -> Row:
    holders = row["holders"]
    row["holders"] = holders if holders in ("all", "other") else holders.split()
    row["topics"], row["lacks"] = row["topics"].split(), row["lacks"].split()
    row["conditions"] = msgspec.json.decode(row["conditions"])
    return row


def following(connection: Connection, document: str) -> tuple[Row | None, Row | None]:
    """The documents before and after one, by date, of the same organisation (of any, where it has none)."""
    d = schema.documents.c
    own = connection.execute(select(d.id, d.date, d.organisation).where(d.id == document)).one()
    if own.date is None:
        return None, None
    base = select(d.id, d.name, d.title, d.date).where(
        d.id != document, d.organisation.is_not_distinct_from(own.organisation), d.date.is_not(None)
    )
    key = func.coalesce(d.date, "") + d.id
    here = own.date + own.id
    before = connection.execute(base.where(key < here).order_by(key.desc()).limit(1)).mappings().first()
    after = connection.execute(base.where(key > here).order_by(key).limit(1)).mappings().first()
    return (dict(before) if before else None), (dict(after) if after else None)
