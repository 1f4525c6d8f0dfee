"""The first page: search, the latest documents, what is due, what moved lately, and what the register holds."""

from secretariat.register.asking.filters import Filters
from secretariat.register.asking.periods import end_of
from secretariat.site.frame import Page, today
from secretariat.site.queries import Query
from secretariat.site.room import Room

_FEW = 8
_SPAN = "2y"
"""How far ahead the first page looks for what falls due."""


def home(room: Room, query: Query) -> Page:
    """The first page."""
    ask = room.ask
    first, last = end_of(today(), _SPAN)
    coming = ask.due(first, last, Filters(limit=_FEW)).rows
    return Page(
        template="home.html",
        title="Secretariat",
        values={
            "totals": room.kept("totals", lambda ask: ask.totals()),
            "documents": ask.documents(Filters(limit=_FEW)).rows,
            "due": coming,
            "past_due": [] if coming else list(reversed(ask.due("0001-01-01", first).rows))[:_FEW],
            "moved": ask.moved(Filters(limit=_FEW)).rows,
        },
    )
