"""Asks a register for what ``whatsnew`` needs, and puts the page together."""

from collections.abc import Mapping
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from secretariat.comparing import whatsnew
from secretariat.comparing.drift import STAGES
from secretariat.comparing.whatsnew import Briefing, Item, Row
from secretariat.model.edtf import find_bounds
from secretariat.register.asking.filters import Filters

if TYPE_CHECKING:
    from secretariat.register.asking.questions import Questions

_TYPES = ("instrument", "event", "body")


def brief(ask: "Questions", document: str, since: str = "", until: str = "") -> Briefing:
    """The briefing on a document (id).

    ``since`` is the earlier document's id (default: the latest before it of the same organisation, of the same issuing body if
    there is one); ``until`` is the day up to which deadlines are told (default: a year on).
    """
    rows = {row["document"]: row for row in ask.documents().rows}
    own = rows[document]
    earlier = rows[since] if since else before(own, list(rows.values()))
    statements = _in_order(ask, document)
    past = _in_order(ask, earlier["document"]) if earlier else []
    named = {e["id"]: e for type_ in _TYPES for e in ask.entities(Filters(type=type_, document=document)).rows}
    unknown = []
    new, repeated = whatsnew.commitments(statements, past)
    gone: list[Item] = []
    if earlier is None:
        unknown.append(
            "no earlier document of this organisation is in the register: what is new or dropped cannot be told"
        )
    else:
        open_things = _open(ask, earlier["document"])
        gone = whatsnew.dropped(past, statements, open_things, frozenset(named))
    speakers = own["speakers"].split()
    if not speakers:
        unknown.append("the document does not tell who speaks: who is missing cannot be told")
    if not own["date"]:
        unknown.append("the document does not tell its date: stages that moved and deadlines cannot be told")
    return Briefing(
        document=own,
        since=earlier,
        sections={
            "decisions": whatsnew.decisions(statements),
            "commitments": new,
            "stages": whatsnew.stages(ask.lives_told(document), document, own["date"]),
            "named": list(_first_named(ask, document, own["date"], named)),
            "dropped": gone,
            "missing": list(whatsnew.missing(statements, speakers, earlier["speakers"].split() if earlier else ())),
            "due": _due(ask, own, until),
            "meetings": _meetings(ask, own),
        },
        repeated=repeated,
        unknown=unknown,
    )


def before(own: Row, documents: list[Row]) -> Row | None:
    """The latest earlier document of the same organisation; of the same issuing body, if there is one."""
    if not own["organisation"] or not own["date"]:
        return None
    earlier = [
        row
        for row in documents
        if row["organisation"] == own["organisation"] and row["date"] and row["date"] < own["date"]
    ]
    same = [row for row in earlier if own["issued_by"] and row["issued_by"] == own["issued_by"]]
    return max(same or earlier, key=lambda row: (row["date"], row["document"]), default=None)


def _in_order(ask: "Questions", document: str) -> list[Row]:
    return sorted(ask.statements(Filters(document=document)).rows, key=lambda row: (row["start"], row["end"]))


def _open(ask: "Questions", document: str) -> list[dict[str, Any]]:
    """The things of which a document tells a stage, with the furthest stage that it tells."""
    found = []
    for entity, steps in ask.lives_told(document).items():
        here = [s for s in steps if s["document"] == document]
        last = max(here, key=lambda s: STAGES.index(s["stage"]))
        found.append({**last, "entity": entity, "label": last["name"]})
    return found


def _first_named(ask: "Questions", document: str, date: str | None, named: Mapping[str, Row]) -> list[Item]:
    """What no other document up to this one's date names, in the order of the text; nothing where it has no date."""
    new = [e for e in named.values() if date and e["documents"] == 1]
    places = ask.first_places([e["id"] for e in new], document)
    items = []
    for entity in new:
        place = places[entity["id"]]
        items.append(whatsnew.item(place, f"{entity['kind'] or entity['type']}: {entity['name']}", entity=entity["id"]))
    return sorted(items, key=lambda i: (i.start, -i.end))


def _due(ask: "Questions", own: Row, until: str) -> list[Item]:
    """What falls due after the document, of its organisation if it has one."""
    first = find_bounds(own["date"])[1] if own["date"] else None
    if first is None:
        return []
    filters = Filters(organisation=own["organisation"]) if own["organisation"] else Filters()
    return [
        whatsnew.item(row, f"by {row['by']}: {row['what']}", row["entity_name"], row["entity"])
        for row in ask.due(first, until or _a_year_on(first), filters).rows
    ]


def _a_year_on(day: str) -> str:
    made = Date.fromisoformat(day)
    return (made.replace(day=28) if (made.month, made.day) == (2, 29) else made).replace(year=made.year + 1).isoformat()


def _meetings(ask: "Questions", own: Row) -> list[Item]:
    """Meetings that the document says are to come."""
    events = [m for m in ask.marked(own["document"]).mentions if m["type"] == "event"]
    return [_to_come(m, m["attributes"], own) for m in events if m["attributes"]["status"] == "planned"]


def _to_come(mention: Row, read: Row, own: Row) -> Item:
    dates = f", {' '.join(read['dates'])}" if read["dates"] else ""
    return Item(
        what=f"{read['kind']} to come{dates}",
        document=own["document"],
        name=own["name"],
        start=mention["start"],
        end=mention["end"],
        quote=" ".join(mention["text"].split()),
        note=read["place"],
    )
