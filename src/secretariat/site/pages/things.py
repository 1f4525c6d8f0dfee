"""Lists of instruments, meetings, bodies and actors."""

import msgspec

from secretariat.register.asking.filters import Filters
from secretariat.site.frame import Page
from secretariat.site.lists import choices, steps
from secretariat.site.queries import Query
from secretariat.site.room import Room

SHOWN = ("text", "organisation", "kind", "stage", "type", "since", "until")
ACTORS = ("state", "person", "group")


def instruments(room: Room, query: Query) -> Page:
    """Charters, agreements, programmes, declarations: texts that documents name."""
    return _things(room, query, "instrument", "Instruments")


def meetings(room: Room, query: Query) -> Page:
    """Meetings, conferences, exercises, observances."""
    return _things(room, query, "event", "Meetings")


def bodies(room: Room, query: Query) -> Page:
    """Organs, organisations, institutions, standing mechanisms."""
    return _things(room, query, "body", "Bodies")


def actors(room: Room, query: Query) -> Page:
    """States, persons, and groups of them."""
    chosen = query["type"]
    return _things(room, query, chosen if chosen in ACTORS else "state", "Actors")


def _things(room: Room, query: Query, type_: str, title: str) -> Page:
    filters: Filters = msgspec.structs.replace(query.filters(), type=type_)
    found = room.ask.entities(filters)
    counts = room.kept(("things", type_), lambda ask: ask.thing_counts(type_))
    names = {key: room.organisation(key) for key in counts["organisation"]}
    totals = room.kept("totals", lambda ask: ask.totals())
    return Page(
        template="things.html",
        title=title,
        values={
            "rows": found.rows,
            "steps": steps(query.page, len(found), found.total),
            "type": type_,
            "types": [(t, totals.get(t, 0)) for t in ACTORS] if title == "Actors" else [],
            "chosen": {**query.chosen(*SHOWN), **({"type": type_} if title == "Actors" else {})},
            "organisations": list(choices(counts["organisation"], query["organisation"], names)),
            "kinds": list(choices(counts["kind"], query["kind"])),
            "stages": list(choices(counts["stage"], query["stage"])),
        },
    )
