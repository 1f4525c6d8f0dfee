"""The page of places: where meetings were held, and instruments and documents adopted."""

from collections import defaultdict
from typing import Any

from secretariat.publishing.plots.coordinates import gazetteer
from secretariat.publishing.plots.look import DRAWN
from secretariat.register.asking.filters import Filters
from secretariat.site.frame import Page
from secretariat.site.lists import organisations
from secretariat.site.queries import Query
from secretariat.site.room import Room

Row = dict[str, Any]
_FEW = 6


def map_page(room: Room, query: Query) -> Page:
    """The map, and the same as a list; places that no map has are told."""
    places, unknown = places_of(room, query)
    return Page(
        template="map.html",
        title="Map",
        values={
            "places": places,
            "unknown": unknown,
            "few": _FEW,
            "chosen": query.chosen("organisation", "since", "until"),
            "organisations": list(organisations(room).items()),
            "drawn": DRAWN,
        },
    )


def places_of(room: Room, query: Query) -> tuple[list[Row], list[tuple[str, int]]]:
    """Places with what happened there (place, latitude, longitude, meetings, texts), the most first; and words that are none."""
    filters = Filters(
        organisation=query["organisation"] or None, since=query["since"] or None, until=query["until"] or None
    )
    where = gazetteer(room.settings.lexicon)
    found: dict[str, Row] = {}
    unknown: dict[str, int] = defaultdict(int)
    seen: set[tuple[str, str]] = set()
    for r in room.kept(("happenings", filters), lambda ask: ask.happenings(filters).rows):
        for words in r["places"]:
            if (r["id"], words) in seen:
                continue
            seen.add((r["id"], words))
            place = where.find(" ".join(words.split()))
            if place is None:
                unknown[" ".join(words.split())] += 1
                continue
            name, (latitude, longitude) = place
            key = f"{name} {latitude} {longitude}"
            row = found.setdefault(
                key, {"place": name, "latitude": latitude, "longitude": longitude, "meetings": [], "texts": []}
            )
            row["meetings" if r["type"] == "event" else "texts"].append(r)
    rows = sorted(found.values(), key=lambda r: (-len(r["meetings"]) - len(r["texts"]), r["place"]))
    return rows, sorted(unknown.items(), key=lambda item: (-item[1], item[0]))
