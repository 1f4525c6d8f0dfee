"""Who spoke for or against a thing, and who of those beside them did not."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, in_part, of_statements
from secretariat.register.asking.statements import one_line
from secretariat.register.words import words_of

COLUMNS = ("state", "says", "verb", "act", "document", "name", "date", "start", "end", "quote")


def who(connection: Connection, filters: Filters, text: str | None, verb: str | None) -> Answer:
    """A row for each state and statement of the thing (``filters.about``) or with the words ``text`` in its clause.

    ``says`` is ``for`` or ``against``, or ``absent`` for a state that speaks in the same document and makes none of these
    statements; an absent state has the quote of the statement that the others make. Statements of others than states are
    left out.
    """
    s, d = schema.statements.c, schema.documents.c
    wanted = f" {words_of(text)} " if text else ""
    if text and wanted.strip():
        filters = msgspec.structs.replace(filters, text='"' + text.replace('"', " ") + '"')
    clauses: list[Any] = of_statements(filters, connection.dialect.name)
    if verb:
        clauses.append(s.verb.icontains(verb, autoescape=True))
    query = (
        select(s.document, d.name, s.date, d.speakers, s.holders, s.verb, s.act, s.polarity, s.start, s.end, s.text)
        .join(schema.documents, d.id == s.document)
        .where(*clauses)
        .order_by(func.coalesce(s.date, ""), s.document, s.n)
    )
    rows: list[dict[str, Any]] = []
    spoken: dict[str, set[str]] = {}
    asked: dict[str, Any] = {}
    for r in connection.execute(in_part(query, filters)):
        if wanted not in f" {words_of(r.text)} ":
            continue
        made = {
            "verb": r.verb, "act": r.act, "document": r.document, "name": r.name, "date": r.date, "start": r.start,
            "end": r.end, "quote": one_line(r.text),
        }  # fmt: skip
        for state in sorted(states_of(r.holders, r.speakers)):
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


def states_of(holders: str, speakers: str) -> list[str]:
    """The codes of the states that make a statement, from its holders and the document's speakers."""
    if holders == "all":
        return speakers.split()
    return [] if holders == "other" else holders.split()
