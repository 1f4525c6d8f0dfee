"""The documents of a register."""

from sqlalchemy import Connection, func, select

from secretariat.model.errors import NotThere, RegisterError
from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_part, of_documents

COLUMNS = (
    "document", "name", "date", "organisation", "kind", "title", "issued_by", "place", "symbol", "speakers", "statements",
)  # fmt: skip


def documents(connection: Connection, filters: Filters) -> Answer:
    """The documents that filters leave, the latest first."""
    d, s = schema.documents.c, schema.statements.c
    counted = select(func.count()).select_from(schema.statements).where(s.document == d.id).scalar_subquery()
    query = select(
        d.id.label("document"), d.name, d.date, d.organisation, d.kind, d.title, d.issued_by, d.place, d.symbol, d.speakers,
        counted.label("statements"),
    )  # fmt: skip
    clauses = of_documents(filters, connection.dialect.name)
    query = query.where(*clauses).order_by(func.coalesce(d.date, "").desc(), d.name, d.id)
    total = connection.execute(select(func.count()).select_from(schema.documents).where(*clauses)).scalar_one()
    rows = [dict(row) for row in connection.execute(in_part(query, filters)).mappings()]
    return Answer(COLUMNS, rows, total)


def find(connection: Connection, wanted: str) -> str:
    """The id that an id, its first digits or a source's name leads to.

    Raises ``RegisterError`` where it leads to no document or to several.
    """
    d, n = schema.documents.c, schema.source_names.c
    digits = wanted.lower().removeprefix("sha256:")
    query = select(d.id).where(d.id.startswith(f"sha256:{digits}", autoescape=True)) if len(digits) >= 4 else None
    ids = list(connection.execute(query.order_by(d.id)).scalars()) if query is not None else []
    ids = ids or list(connection.execute(select(n.document).where(n.name == wanted).order_by(n.document)).scalars())
    if len(ids) == 1:
        return str(ids[0])
    if not ids:
        raise NotThere("register", f"there is no document {wanted!r}", "'secretariat documents' lists them")
    raise RegisterError("register", f"{wanted!r} may be {len(ids)} documents", "give more digits of the id")
