"""What falls due."""

from itertools import groupby

from secretariat.register.asking.periods import end_of
from secretariat.site.frame import Page, today
from secretariat.site.lists import organisations
from secretariat.site.queries import Query
from secretariat.site.room import Room

WITHIN = {"6m": "six months", "1y": "a year", "2y": "two years", "5y": "five years", "20y": "twenty years"}


def due(room: Room, query: Query) -> Page:
    """Deadlines by year, from a day on; what was due before stands on the same page when asked for."""
    begin = query["from"] or today()
    first, last = end_of(begin, query["within"] or "5y")
    filters = query.filters(per_page=None)
    rows = room.ask.due(first, last, filters).rows
    return Page(
        template="due.html",
        title="What falls due",
        values={
            "years": [(year, list(g)) for year, g in groupby(rows, key=lambda r: r["by"][:4])],
            "total": len(rows),
            "first": first,
            "last": last,
            "past": len(room.ask.due("0001-01-01", first, filters).rows),
            "chosen": {**query.chosen("organisation", "type"), "from": begin, "within": query["within"] or "5y"},
            "organisations": list(organisations(room).items()),
            "within": WITHIN,
        },
    )
