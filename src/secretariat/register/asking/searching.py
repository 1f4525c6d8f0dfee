"""Paragraphs by their words."""

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_time
from secretariat.register.search import iter_hits, matching_paragraphs

COLUMNS = ("document", "name", "date", "organisation", "paragraph", "number", "start", "end", "score", "hits", "quote")
_MOST = 50
"""Paragraphs that are given where no other number is asked for."""


def search(connection: Connection, text: str, filters: Filters) -> Answer:
    """The paragraphs that hold what is looked for, the best first; ``hits`` are places in ``quote`` to highlight."""
    d, p = schema.documents.c, schema.paragraphs.c
    found = matching_paragraphs(text, connection.dialect.name)
    clauses = in_time(d.date, filters)
    if filters.organisation:
        clauses.append(d.organisation == filters.organisation.lower())
    if filters.document:
        clauses.append(d.id == filters.document)
    order = (found.c.rank, func.coalesce(d.date, "").desc(), found.c.document, found.c.n)
    best = (
        select(found.c.document, found.c.n, found.c.rank)
        .join(schema.documents, d.id == found.c.document)
        .where(*clauses)
        .order_by(*order)
        .limit(filters.limit or _MOST)
        .offset(filters.offset)
        .subquery("best")
    )  # texts are fetched of these only
    joined = select(
        p.document, d.name, d.date, d.organisation, p.id.label("paragraph"), p.number, p.start, p.end,
        best.c.rank.label("score"), p.text.label("quote"),
    )  # fmt: skip
    query = (
        joined.select_from(best)
        .join(schema.paragraphs, (p.document == best.c.document) & (p.n == best.c.n))
        .join(schema.documents, d.id == p.document)
        .order_by(best.c.rank, func.coalesce(d.date, "").desc(), p.document, p.n)
    )
    rows = []
    for row in connection.execute(query).mappings():
        made = dict(row)
        made["score"] = round(-float(made["score"]), 4)
        made["hits"] = [list(hit) for hit in iter_hits(text, made["quote"])]
        rows.append({name: made[name] for name in COLUMNS})
    return Answer(COLUMNS, rows)
