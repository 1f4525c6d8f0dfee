"""What moved lately: the latest steps in the lives of things."""

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.entities import sentence
from secretariat.register.asking.filters import Filters, in_part, in_time

COLUMNS = ("entity", "name", "stage", "date", "document", "source", "told", "start", "end", "quote")


def moved(connection: Connection, filters: Filters) -> Answer:
    """Steps that the words of documents tell, the latest told first; narrowed by time, organisation, stage and document."""
    s, d, e, p = schema.steps.c, schema.documents.c, schema.entities.c, schema.paragraphs.c
    clauses = [s.basis == "words", *in_time(d.date, filters)]
    for column, value in ((d.organisation, filters.organisation), (s.stage, filters.stage), (d.id, filters.document)):
        if value:
            clauses.append(column == value)
    order = (func.coalesce(d.date, "").desc(), s.document, s.start, s.entity)
    wanted = select(s.entity, s.n).join(schema.documents, d.id == s.document).where(*clauses).order_by(*order)
    part = in_part(wanted, filters).subquery("part")
    query = (
        select(
            s.entity, e.name, s.stage, s.date, s.document, d.name.label("source"), d.date.label("told"), s.start, s.end,
            p.start.label("low"), p.text,
        )
        .join(part, (part.c.entity == s.entity) & (part.c.n == s.n))
        .join(schema.documents, d.id == s.document)
        .join(schema.entities, e.id == s.entity)
        .join(schema.paragraphs, (p.document == s.document) & (p.start <= s.start) & (s.start < p.end))
        .order_by(*order)
    )  # fmt: skip
    rows = []
    for row in connection.execute(query).mappings():
        made = dict(row)
        low, text = made.pop("low"), made.pop("text")
        rows.append({**made, "quote": sentence(text, made["start"] - low, made["end"] - low)})
    return Answer(COLUMNS, rows)
