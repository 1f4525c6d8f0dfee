"""The things of a register, and one of them in full."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, Select, exists, func, or_, select

from secretariat.model.errors import NotThere, RegisterError
from secretariat.model.statements import StageName
from secretariat.register import schema
from secretariat.register.asking.answer import Answer, Row
from secretariat.register.asking.filters import Filters, day_of, entity_of, in_part, of_statements, one_of
from secretariat.register.asking.statements import mark_id, one_line
from secretariat.register.life.steps import Step, current_stage

COLUMNS = (
    "id", "type", "kind", "name", "organisation", "first_date", "last_date", "mentions", "documents", "current_stage",
    "validity",
)  # fmt: skip
TYPES = ("instrument", "event", "body", "person", "state", "group")
_FEW = 400
"""How many ids go into one query."""
_SHOWN = 8
_AROUND = 400
"""Letters before a place that a quote has at most, and half of those after it."""


def entities(connection: Connection, filters: Filters) -> Answer:
    """The entities that filters leave, the most often named first."""
    e, k = schema.entities.c, schema.links.c
    one_of("type", filters.type, TYPES)
    one_of("stage", filters.stage, get_args(StageName))
    clauses: list[Any] = []
    for column, value in ((e.type, filters.type), (e.kind, filters.kind), (e.current_stage, filters.stage)):
        if value:
            clauses.append(column == value)
    if filters.organisation:
        clauses.append(e.organisation == filters.organisation.lower())
    if filters.document:
        clauses.append(exists().where(k.entity == e.id, k.document == filters.document))
    if filters.since:
        clauses.append(e.last_date >= day_of(filters.since, last=False))
    if filters.until:
        clauses.append(e.first_date <= day_of(filters.until, last=True))
    if filters.text:
        clauses.append(_named(filters.text))
    query = select(*(schema.entities.c[name] for name in COLUMNS)).where(*clauses)
    total = connection.execute(select(func.count()).select_from(schema.entities).where(*clauses)).scalar_one()
    query = query.order_by(e.mentions.desc(), e.id)
    return Answer(COLUMNS, [dict(r) for r in connection.execute(in_part(query, filters)).mappings()], total)


def by_ids(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The entities with these ids, in the order of the ids; those that are not there are left out."""
    e = schema.entities.c
    query = select(*(e[name] for name in COLUMNS)).where(e.id.in_(ids))
    found = {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    return [found[i] for i in ids if i in found]


def all_names(connection: Connection) -> list[tuple[str, str]]:
    """Every name of every entity with the entity's id, the entities most often named first."""
    e, names = schema.entities.c, schema.entity_names.c
    query = select(names.name, names.entity).join(schema.entities, e.id == names.entity)
    return [(r[0], r[1]) for r in connection.execute(query.order_by(e.mentions.desc(), e.id, names.name))]


def _named(words: str) -> Any:
    """That an entity's name, or one of the names in the texts, holds all these words."""
    e, names = schema.entities.c, schema.entity_names.c
    each = [names.name.icontains(word, autoescape=True) for word in words.split()]
    if not each:
        return func.lower(e.name) == words.lower()
    return e.id.in_(select(names.entity).where(*each))


def mentions_of(connection: Connection, ids: list[str]) -> dict[str, list[Row]]:
    """Where each of these entities is named, in order of document date and place."""
    k, m, d = schema.links.c, schema.mentions.c, schema.documents.c
    found: dict[str, list[Row]] = defaultdict(list)
    for begin in range(0, len(ids), _FEW):
        query = (
            select(k.entity, d.name, d.id, m.start, m.end)
            .join(schema.mentions, (m.document == k.document) & (m.n == k.mention))
            .join(schema.documents, d.id == k.document)
            .where(k.entity.in_(ids[begin : begin + _FEW]))
            .order_by(k.entity, func.coalesce(d.date, ""), d.id, m.start, m.end.desc())
        )
        for row in connection.execute(query):
            found[row.entity].append({"document": row.name, "start": row.start, "end": row.end})
    return dict(found)


def in_full(connection: Connection, rows: list[Row]) -> list[Row]:
    """The entities with ``mentions`` (places), ``stages`` (steps of life) and the count of mentions as ``uses``."""
    ids = [row["id"] for row in rows]
    mentions = mentions_of(connection, ids)
    steps: dict[str, list[Row]] = defaultdict(list)
    s, d = schema.steps.c, schema.documents.c
    for begin in range(0, len(ids), _FEW):
        query = select(schema.steps, d.name.label("source")).join(schema.documents, d.id == s.document)
        query = query.where(s.entity.in_(ids[begin : begin + _FEW])).order_by(s.entity, s.n)
        for r in connection.execute(query).mappings():
            kept = ("stage", "date", "start", "end", "text", "basis", "contradicts")
            steps[r["entity"]].append({"document": r["source"], **{name: r[name] for name in kept}})
    return [
        {**row, "uses": row["mentions"], "mentions": mentions.get(row["id"], []), "stages": steps.get(row["id"], [])}
        for row in rows
    ]


def find(connection: Connection, wanted: str) -> str:
    """The id that an id, a former id or a name leads to.

    Raises ``RegisterError`` with the candidates where nothing or more than one thing is called so.
    """
    ids = list(connection.execute(entity_of(wanted)).scalars())
    if wanted in ids:
        return wanted  # what a thing is called today comes before what others were called once
    if not ids:
        e, names = schema.entities.c, schema.entity_names.c
        exact = select(e.id).where(
            or_(
                func.lower(e.name) == wanted.lower(),
                e.id.in_(select(names.entity).where(func.lower(names.name) == wanted.lower())),
            )
        )
        ids = list(connection.execute(exact.order_by(e.mentions.desc(), e.id)).scalars())
        if not ids:
            ids = list(
                connection.execute(select(e.id).where(_named(wanted)).order_by(e.mentions.desc(), e.id)).scalars()
            )
    if len(ids) == 1:
        return str(ids[0])
    if not ids:
        raise NotThere("register", f"nothing is called {wanted!r}", "try 'secretariat entities --text WORDS'")
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    raise RegisterError(
        "register", f"{wanted!r} may be {len(ids)} things", f"name one: {', '.join(ids[:_SHOWN])}{more}"
    )


def show(connection: Connection, wanted: str, at: str | None, most: int | None = None) -> Row:
    """One entity in full; ``at`` (EDTF) asks for its stage at the end of that day, month or year.

    ``most``: of the places where it is named, and of the statements about it, only so many, the latest.
    """
    entity = find(connection, wanted)
    e = schema.entities.c
    row = dict(connection.execute(select(schema.entities).where(e.id == entity)).mappings().one())
    row["facts"] = msgspec.json.decode(row["facts"])
    n, k = schema.entity_names.c, schema.entity_keys.c
    names = connection.execute(select(n.name, n.uses).where(n.entity == entity).order_by(n.uses.desc(), n.name))
    row["names"] = [{"name": name, "uses": uses} for name, uses in names]
    row["former_ids"] = [
        key
        for key in connection.execute(select(k.key).where(k.entity == entity).order_by(k.key)).scalars()
        if key != entity
    ]
    row["steps"] = _steps(connection, entity)
    if at:
        row["current_stage"] = current_stage([_as_step(s) for s in row["steps"]], day_of(at, last=True))
    row["relations"] = _relations(connection, entity)
    row["places"] = _places(connection, entity, most)
    row["statements"] = _statements(connection, entity, most)
    row["pairs"] = _pairs(connection, entity)
    return row


def _steps(connection: Connection, entity: str) -> list[Row]:
    s, d, p = schema.steps.c, schema.documents.c, schema.paragraphs.c
    query = (
        select(
            schema.steps, d.name.label("source"), p.id.label("paragraph"), p.start.label("from"), p.text.label("around")
        )
        .join(schema.documents, d.id == s.document)
        .join(schema.paragraphs, (p.document == s.document) & (p.start <= s.start) & (s.start < p.end))
        .where(s.entity == entity)
        .order_by(s.n)
    )
    kept = (
        "stage", "date", "document", "source", "paragraph", "mention", "start", "end", "text", "basis", "contradicts",
    )  # fmt: skip
    return [
        {
            **{name: r[name] for name in kept},
            "quote": sentence(r["around"], r["start"] - r["from"], r["end"] - r["from"]),
        }
        for r in connection.execute(query).mappings()
    ]


def _as_step(row: Row) -> Step:
    return msgspec.convert({name: row[name] for name in Step.__struct_fields__}, Step)


def sentence(paragraph: str, low: int, high: int) -> str:
    """The words around a place of a paragraph, cut to its sentence."""
    begin = paragraph.rfind(". ", 0, low)
    begin = max(begin + 2 if begin >= 0 else 0, low - _AROUND)
    close = paragraph.find(". ", high)
    return one_line(paragraph[begin : min(close + 1 if close >= 0 else len(paragraph), high + 2 * _AROUND)])


def _relations(connection: Connection, entity: str) -> list[Row]:
    r, d, p = schema.relations.c, schema.documents.c, schema.paragraphs.c
    query = (
        select(schema.relations, d.name.label("source"), d.date, p.id.label("paragraph"))
        .join(schema.documents, d.id == r.document)
        .join(schema.paragraphs, (p.document == r.document) & (p.start <= r.start) & (r.start < p.end))
        .where(or_(r.subject == entity, r.object == entity))
    )
    query = query.order_by(r.relation, func.coalesce(d.date, ""), d.id, r.start, r.subject, r.object)
    kept = ("subject", "relation", "object", "document", "source", "date", "paragraph", "start", "end")
    return [
        {**{name: row[name] for name in kept}, "quote": one_line(row["text"])}
        for row in connection.execute(query).mappings()
    ]


def _places(connection: Connection, entity: str, most: int | None) -> list[Row]:
    k, m, d, p = schema.links.c, schema.mentions.c, schema.documents.c, schema.paragraphs.c
    query = (
        select(
            d.id,
            d.name,
            d.date,
            m.type,
            m.start,
            m.end,
            m.text,
            k.certainty,
            k.reasons,
            p.id.label("paragraph"),
            p.start.label("low"),
            p.text.label("around"),
        )
        .join(schema.mentions, (m.document == k.document) & (m.n == k.mention))
        .join(schema.paragraphs, (p.document == m.document) & (p.n == m.paragraph))
        .join(schema.documents, d.id == k.document)
        .where(k.entity == entity)
    )
    rows = _latest(connection, query, (func.coalesce(d.date, ""), d.id, m.start), most)
    return [
        {
            "document": r.id, "source": r.name, "date": r.date, "paragraph": r.paragraph, "start": r.start, "end": r.end,
            "mark": mark_id(r.id, r.start, r.end), "text": one_line(r.text), "certainty": r.certainty, "reasons": r.reasons,
            "quote": sentence(r.around, r.start - r.low, r.end - r.low),
        }
        for r in rows
    ]  # fmt: skip


def _latest(connection: Connection, query: Select[Any], order: tuple[Any, ...], most: int | None) -> Sequence[Any]:
    """The rows of a query in an order; of the last ``most`` only, where that is asked."""
    if most is None:
        return connection.execute(query.order_by(*order)).all()
    backwards = query.order_by(*(column.desc() for column in order)).limit(most)
    return connection.execute(backwards).all()[::-1]


def _statements(connection: Connection, entity: str, most: int | None) -> list[Row]:
    s, d = schema.statements.c, schema.documents.c
    query = (
        select(s.document, d.name, s.date, s.verb, s.act, s.force, s.polarity, s.holders, s.start, s.end, s.text)
        .join(schema.documents, d.id == s.document)
        .where(*of_statements(Filters(about=entity), connection.dialect.name))
    )
    rows = _latest(connection, query, (func.coalesce(s.date, ""), s.document, s.n), most)
    return [
        {
            "document": r.document, "source": r.name, "date": r.date, "verb": r.verb, "act": r.act, "force": r.force,
            "polarity": r.polarity, "holders": r.holders, "start": r.start, "end": r.end, "quote": one_line(r.text),
        }
        for r in rows
    ]  # fmt: skip


def _pairs(connection: Connection, entity: str) -> list[Row]:
    p = schema.pairs.c
    query = select(schema.pairs).where(or_(p.one == entity, p.other == entity)).order_by(p.score.desc(), p.one, p.other)
    return [
        {"with": r.other if r.one == entity else r.one, "score": r.score, "reasons": r.reasons}
        for r in connection.execute(query)
    ]
