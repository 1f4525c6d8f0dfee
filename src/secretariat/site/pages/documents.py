"""The list of documents."""

from secretariat.site.frame import Page
from secretariat.site.lists import choices, steps
from secretariat.site.queries import Query
from secretariat.site.room import Room


def documents(room: Room, query: Query) -> Page:
    """Documents, the latest first, narrowed by organisation, kind, time and words."""
    found = room.ask.documents(query.filters())
    counts = room.kept("document counts", lambda ask: ask.document_counts())
    names = {key: room.organisation(key) for key in counts["organisation"]}
    return Page(
        template="documents.html",
        title="Documents",
        values={
            "rows": found.rows,
            "steps": steps(query.page, len(found), found.total),
            "chosen": query.chosen("organisation", "kind", "since", "until", "text", "about"),
            "organisations": list(choices(counts["organisation"], query["organisation"], names)),
            "kinds": list(choices(counts["kind"], query["kind"])),
        },
    )
