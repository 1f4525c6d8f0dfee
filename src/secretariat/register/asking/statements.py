"""The statements of a register, each with its document, paragraph and quote."""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer, Row
from secretariat.register.asking.filters import Filters, in_part, of_statements

COLUMNS = (
    "document", "name", "date", "organisation", "paragraph", "number", "start", "end", "mark", "verb", "act", "force",
    "polarity", "holder", "holders", "topics", "timeframe", "lacks", "conditions", "quote",
)  # fmt: skip


def statements(connection: Connection, filters: Filters) -> Answer:
    """The statements that filters leave, the latest document first, in the order of the text."""
    s, d, p = schema.statements.c, schema.documents.c, schema.paragraphs.c
    clauses = of_statements(filters, connection.dialect.name)
    order = (func.coalesce(s.date, "").desc(), s.document, s.n)
    columns: list[Any] = [
        s.document, d.name, s.date, s.organisation, p.id.label("paragraph"), p.number, s.start, s.end, s.trigger_start,
        s.trigger_end, s.verb, s.act, s.force, s.polarity, s.holder, s.holders, s.topics, s.timeframe, s.lacks,
        s.conditions, s.text.label("quote"),
    ]  # fmt: skip
    query = (
        select(*columns)
        .join(schema.documents, d.id == s.document)
        .join(schema.paragraphs, (p.document == s.document) & (p.n == s.paragraph))
        .order_by(*order)
    )
    if filters.limit is None and not filters.offset:
        query = query.where(*clauses)
    else:  # only the keys are sorted, and the rows of one page fetched
        page = in_part(select(s.document, s.n).where(*clauses).order_by(*order), filters).subquery()
        query = query.join(page, (page.c.document == s.document) & (page.c.n == s.n))
    rows = [_row(dict(row)) for row in connection.execute(query).mappings()]
    total = len(rows)
    if filters.limit is not None or filters.offset:
        total = connection.execute(select(func.count()).select_from(schema.statements).where(*clauses)).scalar_one()
    return Answer(COLUMNS, rows, total)


def _row(row: Row) -> Row:
    trigger = row.pop("trigger_start"), row.pop("trigger_end")
    row["mark"] = mark_id(row["document"], *trigger)
    holders = row["holders"]
    row["holders"] = holders if holders in ("all", "other") else holders.split()
    row["topics"], row["lacks"] = row["topics"].split(), row["lacks"].split()
    row["conditions"] = msgspec.json.decode(row["conditions"])
    row["quote"] = one_line(row["quote"])
    return {name: row[name] for name in COLUMNS}


def mark_id(document: str, start: int, end: int) -> str:
    """How a mark is called for people: the first digits of its document and its place (``1f3c5a7b@1024-1031``)."""
    return f"{document.removeprefix('sha256:')[:8]}@{start}-{end}"


def one_line(text: str) -> str:
    """Words with single spaces, for tables; the exact text is that of the document at start and end."""
    return re.sub(r"\s+", " ", text).strip()
