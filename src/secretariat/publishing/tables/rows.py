"""The rows of each table, in order, little at a time."""

from collections.abc import Callable, Iterator

import msgspec

from secretariat.publishing.edition import Edition
from secretariat.register.asking.answer import Row


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def _documents(edition: Edition) -> Iterator[Row]:
    for document in edition.snapshot.documents:
        facts = edition.snapshot.facts(document)
        speakers = facts["speakers"].split()
        yield {**facts, "document": document, "speakers": speakers, "address": edition.to.document(document)}


def _paragraphs(edition: Edition) -> Iterator[Row]:
    for document in edition.snapshot.documents:
        for row in edition.snapshot.paragraphs(document):
            yield {**row, "document": document, "paragraph": row["id"]}


def _mentions(edition: Edition) -> Iterator[Row]:
    for document in edition.snapshot.documents:
        for row in sorted(edition.snapshot.mentions(document), key=lambda r: int(r["n"])):
            yield {**row, "document": document, "attributes": _json(row["attributes"])}


def _statements(edition: Edition) -> Iterator[Row]:
    for document in edition.snapshot.documents:
        statements = edition.snapshot.statements(document)
        ids = {row["n"]: row["id"] for row in edition.snapshot.paragraphs(document)} if statements else {}
        about = edition.snapshot.about(document)
        for row in statements:
            holders = row["holders"]
            yield {
                **row,
                "document": document,
                "paragraph": ids[row["paragraph"]],
                "holders": [holders] if isinstance(holders, str) else holders,
                "conditions": _json(row["conditions"]),
                "subordinate": bool(row["subordinate"]),
                "about": [str(n) for n in about.get(row["n"], ())],
            }


def _entities(edition: Edition) -> Iterator[Row]:
    for row in edition.snapshot.things():
        names, facts = _json(row["names"]), _json(row["facts"])
        yield {**row, "entity": row["id"], "names": names, "facts": facts, "address": edition.to.thing(row["id"])}


def _stages(edition: Edition) -> Iterator[Row]:
    for row in edition.snapshot.things():
        yield from row["steps"]


def _decisions(edition: Edition) -> Iterator[Row]:
    for n, d in edition.snapshot.decisions():
        yield {
            "n": n,
            "id": d.id,
            "verdict": d.verdict,
            "who": d.who,
            "at": d.at,
            "why": d.why or None,
            "body": _json(d),
        }


ROWS: dict[str, Callable[[Edition], Iterator[Row]]] = {
    "documents": _documents,
    "paragraphs": _paragraphs,
    "mentions": _mentions,
    "statements": _statements,
    "entities": _entities,
    "stages": _stages,
    "relations": lambda edition: edition.snapshot.relations(),
    "deadlines": lambda edition: edition.snapshot.deadlines(),
    "decisions": _decisions,
}
"""Table → what gives its rows; they may have more columns than the table."""
