"""What the software doubts in the documents of a register."""

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.statements import one_line

COLUMNS = ("document", "name", "date", "code", "severity", "message", "start", "end", "quote")


def findings(connection: Connection, most: int | None = None) -> Answer:
    """The findings of all documents, faults and doubts before notes, the latest document first."""
    f, d, p = schema.findings.c, schema.documents.c, schema.paragraphs.c
    query = (
        select(f.document, d.name, d.date, f.code, f.severity, f.message, f.start, f.end, p.text, p.start.label("low"))
        .join(schema.documents, d.id == f.document)
        .outerjoin(schema.paragraphs, (p.document == f.document) & (p.start <= f.start) & (f.start < p.end))
        .order_by(f.severity == "note", func.coalesce(d.date, "").desc(), f.document, f.n)
    )
    total = connection.execute(select(func.count()).select_from(schema.findings)).scalar_one()
    rows = []
    for row in connection.execute(query if most is None else query.limit(most)).mappings():
        made = dict(row)
        text, low = made.pop("text") or "", made.pop("low") or 0
        made["quote"] = one_line(text[made["start"] - low : made["end"] - low])
        rows.append(made)
    return Answer(COLUMNS, rows, total)
