"""The table of statements, with every filter in the address, and the same as CSV."""

import csv
import io
from typing import Any

import msgspec

from secretariat.register.asking.filters import Filters
from secretariat.site.frame import File, Page
from secretariat.site.lists import choices, steps
from secretariat.site.queries import Query
from secretariat.site.room import Room

SHOWN = (
    "act",
    "topic",
    "organisation",
    "force",
    "polarity",
    "holder",
    "absent",
    "since",
    "until",
    "text",
    "about",
    "document",
)
_FORCES = {str(n): f"{n} or more" for n in range(6)}


def statements(room: Room, query: Query) -> Page:
    """Statements, the latest document first; counts tell what each further filter would leave."""
    filters = _meant(room, query.filters())
    found = room.ask.statements(filters)
    only = msgspec.structs.replace(filters, limit=None, offset=0)
    counts = room.kept(("statements", only), lambda ask: ask.statement_counts(only))
    names = {key: room.organisation(key) for key in counts["organisation"]}
    return Page(
        template="statements.html",
        title="Statements",
        values={
            "rows": found.rows,
            "steps": steps(query.page, len(found), found.total),
            "chosen": {**query.chosen(*SHOWN), **({"about": filters.about} if filters.about else {})},
            "acts": list(choices(counts["act"], query["act"])),
            "topics": list(choices(counts["topic"], query["topic"])),
            "organisations": list(choices(counts["organisation"], query["organisation"], names)),
            "polarities": list(choices(counts["polarity"], query["polarity"])),
            "forces": list(choices(_at_least(counts["force"]), query["force"], _FORCES)),
            "about": _named(room, filters.about or ""),
            "document": _document(room, query["document"]),
        },
    )


def _meant(room: Room, filters: Filters) -> Filters:
    """The filters with the id of the thing that a visitor named; raises ``RegisterError`` where nothing or much is called so."""
    if not filters.about or "/" in filters.about:
        return filters
    return msgspec.structs.replace(filters, about=room.ask.find(filters.about))


def _at_least(counts: dict[str, int]) -> dict[str, int]:
    """How many statements have a force of at least each rank."""
    return {str(rank): sum(n for force, n in counts.items() if int(force) >= rank) for rank in range(5, 0, -1)}


def _named(room: Room, entity: str) -> str:
    return room.ask.names([entity]).get(entity, entity) if entity else ""


def _document(room: Room, document: str) -> dict[str, Any] | None:
    return next(iter(room.ask.documents(Filters(document=document, limit=1)).rows), None) if document else None


def statements_csv(room: Room, query: Query) -> File:
    """All statements that the same filters leave, as CSV."""
    found = room.ask.statements(_meant(room, query.filters(per_page=None)))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(found.columns)
    for row in found.rows:
        writer.writerow([_cell(row[name]) for name in found.columns])
    return File(content=out.getvalue().encode(), media_type="text/csv; charset=utf-8", name="statements.csv")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return (
            " ".join(map(str, value))
            if all(isinstance(v, str) and " " not in v for v in value)
            else msgspec.json.encode(value).decode()
        )
    if isinstance(value, str) and value[:1] in "=+-@\t\r":
        return f"'{value}"  # a table program would take it for a formula
    return value
