"""What documents say in certain words, in order of time: for things that no name stands for, or several."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from secretariat.model.errors import RegisterError
from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.entities import entities, sentence
from secretariat.register.asking.filters import Filters
from secretariat.register.asking.statements import one_line
from secretariat.register.search import iter_hits, matching_paragraphs

_MOST = 200
_THINGS = 12


def told(connection: Connection, words: str) -> Row:
    """The things whose names have these words, and every passage that has them, the earliest document first.

    The words are looked for as they follow each other; where that finds nothing, anywhere in the same paragraph.
    """
    phrase = '"' + words.replace('"', " ") + '"'
    passages = _passages(connection, phrase) or _passages(connection, words)
    things = entities(connection, Filters(text=words, limit=_THINGS))
    return {"words": words, "entities": things.rows, "passages": passages}


def elsewhere(connection: Connection, words: str, places: Sequence[Row]) -> list[Row]:
    """Passages with these words that are no mention among ``places``."""
    try:
        passages = _passages(connection, '"' + words.replace('"', " ") + '"')
    except RegisterError:
        return []
    return [
        p
        for p in passages
        if not any(p["document"] == m["document"] and p["start"] < m["end"] and m["start"] < p["end"] for m in places)
    ]


def _passages(connection: Connection, wanted: str) -> list[Row]:
    p, d = schema.paragraphs.c, schema.documents.c
    found = matching_paragraphs(wanted, connection.dialect.name)
    query = (
        select(p.document, d.name, d.date, p.start, p.text)
        .select_from(found)
        .join(schema.paragraphs, (p.document == found.c.document) & (p.n == found.c.n))
        .join(schema.documents, d.id == p.document)
        .order_by(func.coalesce(d.date, ""), p.document, p.n)
        .limit(_MOST)
    )
    rows: list[Row] = []
    for r in connection.execute(query):
        seen: set[str] = set()
        for low, high in iter_hits(wanted, r.text):
            quote = sentence(r.text, low, high)
            if quote not in seen:
                seen.add(quote)
                place = {"start": r.start + low, "end": r.start + high, "text": one_line(r.text[low:high])}
                rows.append({"document": r.document, "source": r.name, "date": r.date, **place, "quote": quote})
    return rows
