"""What questions can be narrowed by, and how that becomes SQL; and the end of an answer that is given in parts."""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, tuple_

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.model.errors import RegisterError
from secretariat.model.statements import Act, Polarity
from secretariat.register import schema
from secretariat.register.search import matching_paragraphs


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer is narrowed to; every filter that is not set lets everything through.

    ``since`` and ``until`` are EDTF dates (a year, a month, a day), both inclusive, of the document. ``about`` is the id of
    an entity, ``text`` a search over the paragraphs. ``limit`` rows at most, after the first ``offset``.
    """

    type: str | None = None
    kind: str | None = None
    topic: str | None = None
    act: str | None = None
    force: int | None = None
    polarity: str | None = None
    holder: str | None = None
    absent: str | None = None
    body: str | None = None
    organisation: str | None = None
    document: str | None = None
    about: str | None = None
    stage: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    limit: int | None = None
    offset: int = 0


def day_of(date: str, *, last: bool) -> str:
    """The first or last day that a date given by a person may mean; raises ``RegisterError`` where it is none."""
    bounds = find_bounds(date) if is_edtf(date) else (None, None)
    day = bounds[1 if last else 0]
    if day is None:
        raise RegisterError("filter", f"{date!r} is no date", "write it as 2021, 2021-09 or 2021-09-17")
    return day


def one_of(name: str, value: str | None, known: Sequence[str]) -> None:
    """Raises ``RegisterError`` for a value that no row can have, which would else look like nothing found."""
    if value and value not in known:
        raise RegisterError("filter", f"there is no {name} {value!r}", f"name one of {', '.join(known)}")


def in_time(column: Any, filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on a column of ISO dates (whole or beginnings of them)."""
    clauses: list[ColumnElement[bool]] = []
    if filters.since:
        first = day_of(filters.since, last=False)
        clauses.append(or_(column >= first, column == first[:7], column == first[:4]))
    if filters.until:
        clauses.append(column <= day_of(filters.until, last=True))
    return clauses


STATEMENT_FILTERS = ("topic", "act", "force", "polarity", "holder", "absent", "body")
"""Filters that choose statements; the others choose documents as well."""


def chooses_statements(filters: Filters) -> bool:
    """Whether a filter is set that only statements can meet."""
    return any(getattr(filters, name) is not None for name in STATEMENT_FILTERS)


def of_documents(filters: Filters, dialect: str) -> list[ColumnElement[bool]]:
    """Conditions on rows of ``documents``."""
    d = schema.documents.c
    clauses = in_time(d.date, filters)
    for column, value in ((d.kind, filters.kind), (d.organisation, filters.organisation), (d.id, filters.document)):
        if value:
            clauses.append(column == value.lower())
    if filters.about:
        k = schema.links.c
        clauses.append(exists().where(k.document == d.id, k.entity == filters.about))
    if filters.text:
        found = matching_paragraphs(filters.text, dialect)
        clauses.append(exists().where(found.c.document == d.id))
    return clauses


def of_statements(filters: Filters, dialect: str) -> list[ColumnElement[bool]]:
    """Conditions on rows of ``statements``."""
    s = schema.statements.c
    one_of("act", filters.act, get_args(Act))
    one_of("polarity", filters.polarity, get_args(Polarity))
    clauses = in_time(s.date, filters)
    for column, value in ((s.act, filters.act), (s.polarity, filters.polarity), (s.document, filters.document)):
        if value:
            clauses.append(column == value)
    if filters.organisation:
        clauses.append(s.organisation == filters.organisation.lower())
    if filters.force is not None:
        clauses.append(s.force >= filters.force)
    if filters.topic:
        t = schema.statement_topics.c
        clauses.append(tuple_(s.document, s.n).in_(select(t.document, t.statement).where(t.topic == filters.topic)))
    if filters.holder:
        clauses.append(_holder(filters.holder))
    if filters.absent:
        clauses += _without(filters.absent)
    if filters.about:
        clauses.append(_about(filters.about))
    if filters.body:
        clauses.append(_about(filters.body))
    if filters.text:
        found = matching_paragraphs(filters.text, dialect)
        clauses.append(tuple_(s.document, s.paragraph).in_(select(found.c.document, found.c.n)))
    return clauses


def _state(code: str) -> ColumnElement[bool]:
    s, h, every = schema.statements.c, schema.statement_states.c, schema.document_speakers.c
    named = tuple_(s.document, s.n).in_(select(h.document, h.statement).where(h.state == code.upper()))
    among = s.document.in_(select(every.document).where(every.state == code.upper()))
    return or_(named, and_(s.holders == "all", among))


def _without(code: str) -> list[ColumnElement[bool]]:
    """Statements of states that this one does not make."""
    s, h, every = schema.statements.c, schema.statement_states.c, schema.document_speakers.c
    named = exists().where(h.document == s.document, h.statement == s.n, h.state == code.upper())
    among = s.document.in_(select(every.document).where(every.state == code.upper()))
    listed = and_(s.holders.not_in(("all", "other")), ~named)
    return [or_(and_(s.holders == "all", ~among), listed)]


def _holder(holder: str) -> ColumnElement[bool]:
    """A state's code (among those who speak), ``all``, ``other``, or words of who is named."""
    s = schema.statements.c
    if holder in ("all", "other"):
        return s.holders == holder
    if len(holder) == 2:
        return _state(holder)
    return s.holder.icontains(holder, autoescape=True)


def _about(entity: str) -> ColumnElement[bool]:
    s, a, k = schema.statements.c, schema.statement_about.c, schema.links.c
    both = and_(k.document == a.document, k.mention == a.mention)
    meant = select(a.document, a.statement).join(schema.links, both).where(k.entity == entity)
    return tuple_(s.document, s.n).in_(meant)


def in_part(query: Select[Any], filters: Filters) -> Select[Any]:
    """The rows asked for of all that there are."""
    if filters.offset:
        query = query.offset(filters.offset)
    return query.limit(filters.limit) if filters.limit is not None else query


def entity_of(entity: str) -> Select[Any]:
    """The query for the entities that an id leads to: its own, or one that it once had."""
    k = schema.entity_keys.c
    return select(k.entity).where(k.key == entity).order_by(k.entity)
