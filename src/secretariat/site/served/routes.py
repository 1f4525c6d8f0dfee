"""The table of addresses: which page stands where, and which pages are dear."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from secretariat.publishing.addresses import Addresses
from secretariat.site import plots
from secretariat.site.frame import Shown
from secretariat.site.pages import (
    about,
    agreed,
    compare,
    document,
    documents,
    due,
    home,
    map,
    opendata,
    place,
    search,
    statements,
    thing,
    things,
    time,
    whatsnew,
    why,
)
from secretariat.site.queries import Query
from secretariat.site.room import Room

Make = Callable[[Room, Query, Mapping[str, Any], Addresses], Shown]
"""Makes a page from the room, the query, the variable parts of the address, and the maker of addresses."""
THINGS = ("instrument", "event", "body", "person", "state", "group")


def _plain(page: Callable[[Room, Query], Shown]) -> Make:
    return lambda room, query, parts, to: page(room, query)


def _wanted(page: Callable[[Room, Query, str], Shown]) -> Make:
    return lambda room, query, parts, to: page(room, query, parts["wanted"])


def _at(page: Callable[[Room, Query, str, int], Shown]) -> Make:
    return lambda room, query, parts, to: page(room, query, parts["wanted"], parts["start"])


def _thing(type_: str, room: Room, query: Query, parts: Mapping[str, Any], to: Addresses) -> Shown:
    return thing.thing(room, query, f"{type_}/{parts['key']}")


CHEAP: dict[str, Make] = {
    "/": _plain(home.home),
    "/documents": _plain(documents.documents),
    "/documents/{wanted:str}": lambda room, query, parts, to: document.document(room, query, parts["wanted"], to),
    "/documents/{wanted:str}/original": _wanted(document.original),
    "/documents/{wanted:str}/cite.bib": _wanted(document.citation),
    "/documents/{wanted:str}/at/{start:int}": _at(place.place),
    "/statements": _plain(statements.statements),
    "/instruments": _plain(things.instruments),
    "/meetings": _plain(things.meetings),
    "/bodies": _plain(things.bodies),
    "/actors": _plain(things.actors),
    "/search": _plain(search.search),
    "/due": _plain(due.due),
    "/time": _plain(time.time_page),
    "/map": _plain(map.map_page),
    "/plots/{name:str}": lambda room, query, parts, to: plots.plot(room, query, parts["name"]),
    "/open-data": _plain(opendata.opendata),
    "/about": _plain(about.about),
    **{f"/{type_}/{{key:str}}": partial(_thing, type_) for type_ in THINGS},
}
"""Pages that any number of visitors may ask for."""
DEAR: dict[str, Make] = {
    "/statements.csv": _plain(statements.statements_csv),
    "/compare": _plain(compare.compare),
    "/compare.docx": _plain(compare.word),
    "/agreed": _plain(agreed.agreed_page),
    "/documents/{wanted:str}/new": _wanted(whatsnew.whatsnew),
    "/documents/{wanted:str}/why/{start:int}": _at(why.why),
}
"""Pages that take the machine long: one visitor may ask for so many a minute."""
