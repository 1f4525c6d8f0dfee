"""What is new in a document against the one before it: one page for the person who must brief on it tonight."""

from secretariat.comparing.briefing import brief
from secretariat.publishing.addresses import digits
from secretariat.publishing.pages.briefing import EMPTY, HEADINGS
from secretariat.site.frame import Moved, Page
from secretariat.site.queries import Query
from secretariat.site.room import Room


def whatsnew(room: Room, query: Query, wanted: str) -> Page | Moved:
    """The briefing on a document. Raises ``RegisterError`` where there is none."""
    found = room.ask.document(wanted)
    if digits(found) != wanted:
        return Moved(to=f"documents/{digits(found)}/new")
    since = room.ask.document(query["since"]) if query["since"] else ""
    briefing = brief(room.ask, found, since)
    return Page(
        template="whatsnew.html",
        title=f"What is new: {room.title(found)}",
        values={"briefing": briefing, "headings": HEADINGS, "empty": EMPTY},
    )
