"""What the software doubts in the documents of a register."""

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.entities import sentence
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


LINKS = ("document", "name", "date", "start", "end", "text", "entity", "entity_name", "certainty", "reasons", "quote")


def doubtful_links(connection: Connection, below: int, most: int) -> Answer:
    """Mentions whose link to a thing is less sure than ``below`` (hundredths), the least sure first; at most so many."""
    k, m, d, e, p = (t.c for t in (schema.links, schema.mentions, schema.documents, schema.entities, schema.paragraphs))
    total = connection.execute(select(func.count()).select_from(schema.links).where(k.certainty < below)).scalar_one()
    first = (
        select(k.document, k.mention)
        .where(k.certainty < below)
        .order_by(k.certainty, k.document, k.mention)
        .limit(most)
        .subquery("first")
    )
    query = (
        select(
            k.document, d.name, d.date, m.start, m.end, m.text, k.entity, e.name.label("entity_name"), k.certainty,
            k.reasons, p.text.label("around"), p.start.label("low"),
        )
        .join(first, (first.c.document == k.document) & (first.c.mention == k.mention))
        .join(schema.mentions, (m.document == k.document) & (m.n == k.mention))
        .join(schema.documents, d.id == k.document)
        .join(schema.entities, e.id == k.entity)
        .join(schema.paragraphs, (p.document == m.document) & (p.n == m.paragraph))
        .order_by(k.certainty, k.document, k.mention)
    )  # fmt: skip
    rows = []
    for row in connection.execute(query).mappings():
        made = dict(row)
        around, low = made.pop("around"), made.pop("low")
        made["quote"] = sentence(around, made["start"] - low, made["end"] - low)
        rows.append({**made, "text": one_line(made["text"])})
    return Answer(LINKS, rows, total)
