"""Counts: how much a register holds, and how many statements or things each value of a filter would leave."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.model.edtf import find_bounds
from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.filters import Filters, of_statements

Counts = dict[str, int]
"""Value of a filter → how many it leaves; the most first."""
_MOST = 40


def totals(connection: Connection) -> Row:
    """How many documents, statements, pairs that wait and things of each type the register holds."""
    e = schema.entities.c
    found: Row = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (schema.documents, schema.paragraphs, schema.statements, schema.mentions, schema.pairs)
    }
    by_type = select(e.type, func.count()).group_by(e.type)
    return {**found, **{row[0]: row[1] for row in connection.execute(by_type)}}


def statement_counts(connection: Connection, filters: Filters) -> dict[str, Counts]:
    """For ``act``, ``topic``, ``organisation``, ``force``, ``polarity``: how many statements each value would leave.

    The counts of a filter are those under all the *other* filters, so that another value can be chosen.
    """
    s, t = schema.statements.c, schema.statement_topics.c
    free = msgspec.structs.replace(filters, **dict.fromkeys(_OWN))
    clauses = of_statements(free, connection.dialect.name)
    of_statements(filters, connection.dialect.name)  # says what is wrong with the filters that are left out here
    columns = (s.act, s.organisation, s.polarity, s.force)
    groups = [
        (dict(zip(_OWN, row[:-1], strict=True)), row[-1])
        for row in connection.execute(select(*columns, func.count()).where(*clauses).group_by(*columns))
    ]
    found = {name: _most(_left(groups, filters, name)) for name in _OWN}
    joined = schema.statements.join(schema.statement_topics, (t.document == s.document) & (t.statement == s.n))
    clauses = of_statements(msgspec.structs.replace(filters, topic=None), connection.dialect.name)
    query = select(t.topic, func.count()).select_from(joined).where(*clauses).group_by(t.topic)
    found["topic"] = _most(connection.execute(query))
    return found


_OWN = ("act", "organisation", "polarity", "force")
"""Filters that are columns of a statement."""


def _left(groups: list[tuple[Row, int]], filters: Filters, name: str) -> Iterator[tuple[Any, int]]:
    """The values of one column with their counts, in the groups that the filters of the other columns leave."""
    counts: dict[Any, int] = {}
    for values, count in groups:
        if all(_fits(values[other], other, filters) for other in _OWN if other != name):
            counts[values[name]] = counts.get(values[name], 0) + count
    yield from counts.items()


def _fits(value: Any, name: str, filters: Filters) -> bool:
    wanted = getattr(filters, name)
    if wanted is None or wanted == "":
        return True
    if name == "force":
        return bool(value >= wanted)
    return bool(value == (wanted.lower() if name == "organisation" else wanted))


def _most(rows: Any) -> Counts:
    counted = sorted(((str(value), n) for value, n in rows if value is not None), key=lambda r: (-r[1], r[0]))
    return dict(counted[:_MOST])


def thing_counts(connection: Connection, type_: str) -> dict[str, Counts]:
    """For ``kind``, ``stage`` and ``organisation``: how many things of a type have each value."""
    e = schema.entities.c
    columns = (("kind", e.kind), ("stage", e.current_stage), ("organisation", e.organisation))
    return {
        name: _most(connection.execute(select(column, func.count()).where(e.type == type_).group_by(column)))
        for name, column in columns
    }


def document_counts(connection: Connection) -> dict[str, Counts]:
    """For ``organisation`` and ``kind``: how many documents have it."""
    d = schema.documents.c
    return {
        name: _most(connection.execute(select(column, func.count()).group_by(column)))
        for name, column in (("organisation", d.organisation), ("kind", d.kind))
    }


def doubt_counts(connection: Connection) -> Counts:
    """How many findings of each code the documents have."""
    f = schema.findings.c
    return _most(connection.execute(select(f.code, func.count()).group_by(f.code)))


def topic_counts(connection: Connection, filters: Filters) -> list[Row]:
    """By topic and year: how many statements there are, and how strong they are together (mean force, 0 to 5)."""
    s, t = schema.statements.c, schema.statement_topics.c
    year = func.substr(s.date, 1, 4)
    query = (
        select(t.topic, year.label("year"), func.count().label("statements"), func.sum(s.force).label("force"))
        .select_from(schema.statements.join(schema.statement_topics, (t.document == s.document) & (t.statement == s.n)))
        .where(s.date.is_not(None), *of_statements(filters, connection.dialect.name))
        .group_by(t.topic, year)
        .order_by(t.topic, year)
    )
    return [
        {"topic": r.topic, "year": r.year, "statements": r.statements, "force": round(float(r.force) / r.statements, 2)}
        for r in connection.execute(query)
    ]


def validities(connection: Connection, filters: Filters) -> list[Row]:
    """The instruments whose validity is known, with first and last day of it (null where it is open), the first to end first."""
    e = schema.entities.c
    clauses: list[Any] = [e.type == "instrument", e.validity.is_not(None)]
    if filters.organisation:
        clauses.append(e.organisation == filters.organisation.lower())
    query = select(e.id, e.name, e.organisation, e.validity, e.mentions).where(*clauses).order_by(e.id)
    rows = []
    for r in connection.execute(query):
        first, last = find_bounds(r.validity)
        made = {"id": r.id, "name": r.name, "organisation": r.organisation, "validity": r.validity}
        rows.append({**made, "mentions": r.mentions, "first": first, "last": last})
    return sorted(rows, key=lambda r: (r["last"] or "9999", r["first"] or "", r["id"]))
