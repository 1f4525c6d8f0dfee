"""Who spoke for or against a thing, and who of those beside them did not."""

from typing import Any

from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_part, of_statements
from secretariat.register.asking.statements import one_line

COLUMNS = ("state", "says", "verb", "act", "document", "name", "date", "start", "end", "quote")


def who(connection: Connection, filters: Filters, text: str | None, verb: str | None) -> Answer:
    """A row for each state and statement of the thing (``filters.about``) or with the words ``text`` in its clause.

    ``says`` is ``for`` or ``against``, or ``absent`` for a state that speaks in the same document and makes none of these
    statements; an absent state has the quote of the statement that the others make. Statements of others than states are
    left out.
    """
    s, d, h = schema.statements.c, schema.documents.c, schema.statement_states.c
    clauses: list[Any] = of_statements(filters, connection.dialect.name)
    if text:
        clauses += [s.text.icontains(word, autoescape=True) for word in [text]]
    if verb:
        clauses.append(s.verb.icontains(verb, autoescape=True))
    query = (
        select(s.document, s.n, d.name, s.date, d.speakers, s.verb, s.act, s.polarity, s.start, s.end, s.text)
        .join(schema.documents, d.id == s.document)
        .where(*clauses)
        .order_by(func.coalesce(s.date, ""), s.document, s.n)
    )
    rows: list[dict[str, Any]] = []
    spoken: dict[str, set[str]] = {}
    asked: dict[str, Any] = {}
    for r in connection.execute(in_part(query, filters)):
        made = {
            "verb": r.verb, "act": r.act, "document": r.document, "name": r.name, "date": r.date, "start": r.start,
            "end": r.end, "quote": one_line(r.text),
        }  # fmt: skip
        states = connection.execute(
            select(h.state).where(h.document == r.document, h.statement == r.n).order_by(h.state)
        )
        for state in states.scalars():
            rows.append({"state": state, "says": r.polarity, **made})
            spoken.setdefault(r.document, set()).add(state)
        asked.setdefault(r.document, (r.speakers.split(), made))
    for document, (speakers, made) in asked.items():
        rows += [
            {"state": state, "says": "absent", **made}
            for state in speakers
            if spoken.get(document) and state not in spoken[document]
        ]
    return Answer(COLUMNS, [{name: row[name] for name in COLUMNS} for row in rows])
