"""The plots of the site: what each shows, drawn once for light and once for dark paper."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from secretariat.model.errors import NotThere
from secretariat.publishing.plots.look import DRAWN, svg
from secretariat.publishing.plots.map import map_chart
from secretariat.publishing.plots.relations import relations_chart
from secretariat.publishing.plots.topics import topics_chart
from secretariat.publishing.plots.validity import validity_chart
from secretariat.register.asking.filters import Filters
from secretariat.site.frame import File, today
from secretariat.site.pages.map import places_of
from secretariat.site.pages.thing import relations_of
from secretariat.site.queries import Query
from secretariat.site.room import Room

_KEPT = 64
Row = dict[str, Any]


def plot(room: Room, query: Query, name: str) -> File:
    """A plot as SVG. Raises ``NotThere`` for a name that is none, or where plots are not installed."""
    known = name.removesuffix(".svg")
    if known not in _PLOTS or not DRAWN or not name.endswith(".svg"):
        raise NotThere("site", f"there is no plot {name!r}", "see the pages on time and places")
    data = msgspec.json.encode(_PLOTS[known][0](room, query))
    return File(content=_drawn(known, data, query["paper"] == "dark"), media_type="image/svg+xml")


@lru_cache(_KEPT)
def _drawn(name: str, data: bytes, dark: bool) -> bytes:
    return svg(_PLOTS[name][1](msgspec.json.decode(data), dark)).encode()


def _topics(room: Room, query: Query) -> Any:
    filters = query.filters(per_page=None)
    return room.kept(("topics", filters), lambda ask: ask.topic_counts(filters))


def _validity(room: Room, query: Query) -> Any:
    return {"rows": room.ask.validities(Filters(organisation=query["organisation"] or None)), "today": today()}


def _map(room: Room, query: Query) -> Any:
    return [
        {**{key: row[key] for key in ("place", "latitude", "longitude")}, "what": what, "count": len(row[what])}
        for row in places_of(room, query)[0]
        for what in ("meetings", "texts")
        if row[what]
    ]


def _relations(room: Room, query: Query) -> Any:
    row = room.ask.show(query["of"])
    kept = [{key: r[key] for key in ("said", "name", "outward")} for r in relations_of(room, row)]
    return {"name": row["name"], "rows": kept}


_PLOTS: dict[str, tuple[Callable[[Room, Query], Any], Callable[[Any, bool], Any]]] = {
    "topics": (_topics, lambda rows, dark: topics_chart(rows, dark=dark)),
    "validity": (_validity, lambda told, dark: validity_chart(told["rows"], told["today"], dark=dark)),
    "map": (_map, lambda rows, dark: map_chart(rows, dark=dark)),
    "relations": (_relations, lambda told, dark: relations_chart(told["name"], told["rows"], dark=dark)),
}
"""What each plot shows, as values that JSON can hold, and how it is drawn."""
