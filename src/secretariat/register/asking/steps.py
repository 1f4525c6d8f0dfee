"""The steps in the lives of things, each with the words that tell it."""

from typing import Any, get_args

from sqlalchemy import Connection, func, select

from secretariat.model.statements import StageName
from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_part, in_time, one_of
from secretariat.register.asking.statements import one_line

COLUMNS = (
    "entity", "entity_name", "type", "n", "stage", "date", "document", "name", "paragraph", "start", "end", "basis",
    "contradicts", "quote",
)  # fmt: skip


def steps(connection: Connection, filters: Filters) -> Answer:
    """The steps that filters leave: of a thing (``about``), a type, a stage, told by a document, an organisation's documents.

    ``since`` and ``until`` narrow the date of the step. In order of that date, the latest first; those without one last.
    """
    s, e, d, p = schema.steps.c, schema.entities.c, schema.documents.c, schema.paragraphs.c
    one_of("stage", filters.stage, get_args(StageName))
    clauses: list[Any] = in_time(s.date, filters)
    for column, value in ((s.entity, filters.about), (s.document, filters.document), (s.stage, filters.stage)):
        if value:
            clauses.append(column == value)
    if filters.type:
        clauses.append(e.type == filters.type)
    if filters.organisation:
        clauses.append(d.organisation == filters.organisation.lower())
    base = (
        select(
            s.entity, e.name.label("entity_name"), e.type, s.n, s.stage, s.date, s.document, d.name, p.id.label("paragraph"),
            s.start, s.end, s.basis, s.contradicts, s.text.label("quote"),
        )
        .join(schema.entities, e.id == s.entity)
        .join(schema.documents, d.id == s.document)
        .join(schema.paragraphs, (p.document == s.document) & (p.start <= s.start) & (s.start < p.end))
        .where(*clauses)
    )  # fmt: skip
    total = connection.execute(
        select(func.count())
        .select_from(schema.steps)
        .join(schema.entities, e.id == s.entity)
        .join(schema.documents, d.id == s.document)
        .where(*clauses)
    ).scalar_one()
    query = base.order_by(func.coalesce(s.date, "").desc(), s.entity, s.n)
    rows = [{**row, "quote": one_line(row["quote"])} for row in connection.execute(in_part(query, filters)).mappings()]
    return Answer(COLUMNS, rows, total)
