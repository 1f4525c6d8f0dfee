"""What happened or is to happen when and where: meetings, and the adoption of instruments and documents."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.model.edtf import find_bounds
from secretariat.register import schema
from secretariat.register.asking.answer import Answer, Row
from secretariat.register.asking.filters import Filters, day_of, one_of

COLUMNS = (
    "type", "id", "kind", "name", "organisation", "status", "edtf", "first", "last", "places", "mentions",
)  # fmt: skip
TYPES = ("event", "instrument", "document")


def happenings(connection: Connection, filters: Filters) -> Answer:
    """A row for each date of each meeting, instrument and document (``type`` asks for one of these), in order of time.

    ``id`` is the thing's, or the document's. ``first`` and ``last`` are the days that the date means, null where it names none;
    a thing without a date has one row without it. ``places`` are as texts name them; a thing with several dates has its
    places in each row, for which belongs to which is not known. Narrowed by organisation, kind, since and until.
    """
    one_of("type", filters.type, TYPES)
    rows: list[Row] = []
    for type_ in ("event", "instrument"):
        if filters.type in (None, type_):
            rows += _things(connection, type_, filters)
    if filters.type in (None, "document"):
        rows += _documents(connection, filters)
    rows = [row for row in rows if _in_time(row, filters)]
    rows.sort(key=lambda r: (r["first"] or "9999", r["last"] or "", r["type"], r["id"]))
    return Answer(COLUMNS, rows)


def _things(connection: Connection, type_: str, filters: Filters) -> list[Row]:
    e = schema.entities.c
    clauses: list[Any] = [e.type == type_]
    if filters.organisation:
        clauses.append(e.organisation == filters.organisation.lower())
    if filters.kind:
        clauses.append(e.kind == filters.kind)
    query = select(e.id, e.kind, e.name, e.organisation, e.facts, e.mentions).where(*clauses).order_by(e.id)
    rows = []
    for r in connection.execute(query):
        facts = msgspec.json.decode(r.facts)
        if type_ == "instrument" and not facts.get("dates"):
            continue  # an instrument without a date of its own tells nothing of when or where
        head = {"type": type_, "id": r.id, "kind": r.kind, "name": r.name, "organisation": r.organisation}
        told = {"status": facts.get("status"), "places": facts.get("places") or [], "mentions": r.mentions}
        rows += [_row(head, told, edtf) for edtf in facts.get("dates") or [None]]
    return rows


def _documents(connection: Connection, filters: Filters) -> list[Row]:
    d = schema.documents.c
    clauses: list[Any] = []
    for column, value in ((d.organisation, filters.organisation), (d.kind, filters.kind)):
        if value:
            clauses.append(column == value.lower())
    query = select(d.id, d.kind, func.coalesce(d.title, d.name).label("name"), d.organisation, d.date, d.place)
    rows = []
    for r in connection.execute(query.where(*clauses).order_by(d.id)):
        head = {"type": "document", "id": r.id, "kind": r.kind, "name": r.name, "organisation": r.organisation}
        rows.append(_row(head, {"status": None, "places": [r.place] if r.place else [], "mentions": 1}, r.date))
    return rows


def _row(head: Row, told: Row, edtf: str | None) -> Row:
    first, last = find_bounds(edtf) if edtf else (None, None)
    made = {**head, **told, "edtf": edtf, "first": first, "last": last}
    return {name: made[name] for name in COLUMNS}


def _in_time(row: Row, filters: Filters) -> bool:
    if filters.since and (row["last"] or row["first"] or "") < day_of(filters.since, last=False):
        return False
    return not (filters.until and (row["first"] or "9999") > day_of(filters.until, last=True))
