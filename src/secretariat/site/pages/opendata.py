"""Open data: every form in which the register can be taken away, asked, harvested or subscribed to."""

from secretariat.publishing.formats import FORMATS
from secretariat.publishing.harvest.records import FORMS
from secretariat.site.frame import Page
from secretariat.site.lists import choices
from secretariat.site.queries import Query
from secretariat.site.room import Room

_KEPT = ("organisation", "kind", "since", "until", "text")


def opendata(room: Room, query: Query) -> Page:
    """The forms with their addresses; filters of documents narrow all of them."""
    query.filters()
    counts = room.kept("document counts", lambda ask: ask.document_counts())
    names = {key: room.organisation(key) for key in counts["organisation"]}
    return Page(
        template="opendata.html",
        title="Open data",
        values={
            "formats": [f for f in FORMATS.values() if f.name != "release"],
            "prefixes": list(FORMS),
            "chosen": query.chosen(*_KEPT),
            "organisations": list(choices(counts["organisation"], query["organisation"], names)),
        },
    )
