"""What falls due: validity that ends, meetings planned, promises and requests with a date."""

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_part, in_time
from secretariat.register.asking.statements import one_line

COLUMNS = (
    "by", "what", "edtf", "entity", "entity_name", "document", "name", "date", "paragraph", "start", "end", "quote",
)  # fmt: skip


def due(connection: Connection, first: str, last: str, filters: Filters) -> Answer:
    """What is due from the first to the last day (ISO, both inclusive), the earliest first."""
    t, d, e, p = schema.deadlines.c, schema.documents.c, schema.entities.c, schema.paragraphs.c
    clauses = [t.by >= first, t.by <= last, *in_time(d.date, filters)]
    if filters.type:
        clauses.append(t.what == filters.type)
    if filters.organisation:
        clauses.append(d.organisation == filters.organisation.lower())
    if filters.about:
        clauses.append(t.entity == filters.about)
    query = (
        select(
            t.by, t.what, t.edtf, t.entity, e.name.label("entity_name"), t.document, d.name, d.date,
            p.id.label("paragraph"), t.start, t.end, t.text.label("quote"),
        )
        .join(schema.documents, d.id == t.document)
        .join(schema.paragraphs, (p.document == t.document) & (p.start <= t.start) & (t.start < p.end))
        .outerjoin(schema.entities, e.id == t.entity)
        .where(*clauses)
        .order_by(t.by, t.what, func.coalesce(d.date, ""), t.document, t.n)
    )  # fmt: skip
    rows = [{**dict(r), "quote": one_line(r["quote"])} for r in connection.execute(in_part(query, filters)).mappings()]
    return Answer(COLUMNS, rows)
