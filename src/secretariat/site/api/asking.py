"""What programs and assistants can ask: each a function from a room and filters to an answer with addresses."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import msgspec

from secretariat.comparing.agreed import agreed as nearest
from secretariat.comparing.briefing import brief
from secretariat.model.errors import NotThere, RegisterError
from secretariat.publishing.addresses import Addresses
from secretariat.register.asking.filters import Filters
from secretariat.register.asking.periods import end_of
from secretariat.register.asking.questions import Questions
from secretariat.site.api import rows, shapes
from secretariat.site.frame import today
from secretariat.site.pages.compare import compared_documents
from secretariat.site.room import Room
from secretariat.version import __version__

PLACES = 50
"""Places and statements that are told of one thing, the latest."""
LONGEST = 20_000
"""Letters of a wording that is looked for."""
LINKS = ("documents", "entities", "statements", "stages", "search", "compare", "agreed", "due", "openapi.json")


class Asker:
    """Asks a room; addresses in the answers are whole. Every method raises ``RegisterError`` for what cannot be meant."""

    def __init__(self, room: Room, address: str) -> None:
        self.room = room
        self.to = Addresses(address)

    def root(self) -> shapes.Root:
        """What the register holds."""
        links = {name: f"{self.to.base}/api/v1/{name}" for name in LINKS}
        return shapes.Root(version=__version__, totals=self.room.ask.totals(), links=links)

    def meant(self, filters: Filters) -> Filters:
        """The filters with documents and things found by the names given for them."""
        ask = self.room.ask
        return msgspec.structs.replace(
            filters,
            document=ask.document(filters.document) if filters.document else None,
            about=ask.find(filters.about) if filters.about else None,
        )

    def documents(self, filters: Filters) -> tuple[list[shapes.Document], int]:
        """Documents, the latest first, and how many there are in all."""
        found = self.room.ask.documents(self.meant(filters))
        return [rows.document(row, self.to) for row in found], found.total

    def document(self, wanted: str) -> shapes.WholeDocument:
        """One document, by its id, the beginning of it, or its name."""
        ask = self.room.ask
        id_ = ask.document(wanted)
        counted = ask.documents(Filters(document=id_)).rows
        marked = ask.marked(id_)
        return rows.whole_document(marked.facts, list(marked.names), counted[0]["statements"], self.to)

    def paragraphs(self, wanted: str, filters: Filters) -> tuple[list[shapes.Paragraph], int]:
        """Paragraphs of a document, in order."""
        ask = self.room.ask
        id_ = ask.document(wanted)
        facts, found = ask.facts(id_), ask.paragraphs(id_)
        last = None if filters.limit is None else filters.offset + filters.limit
        return [rows.paragraph(row, facts, self.to) for row in found[filters.offset : last]], len(found)

    def passage(self, wanted: str, paragraph: str, around: int = 0) -> list[shapes.Paragraph]:
        """One paragraph of a document by its id, with so many before and after it."""
        ask = self.room.ask
        id_ = ask.document(wanted)
        facts, found = ask.facts(id_), ask.paragraphs(id_)
        at = next((n for n, row in enumerate(found) if row["id"] == paragraph), None)
        if at is None:
            raise NotThere("register", f"the document has no paragraph {paragraph[:60]!r}", "list its paragraphs")
        return [rows.paragraph(row, facts, self.to) for row in found[max(at - around, 0) : at + around + 1]]

    def statements(self, filters: Filters) -> tuple[list[shapes.Statement], int]:
        """Statements, those of the latest document first, and how many there are in all."""
        found = self.room.ask.statements(self.meant(filters))
        return [rows.statement(row, self.to) for row in found], found.total

    def entities(self, filters: Filters) -> tuple[list[shapes.Entity], int]:
        """Things, the most often named first, and how many there are in all."""
        ask = self.room.ask
        document = ask.document(filters.document) if filters.document else None
        found = ask.entities(msgspec.structs.replace(filters, document=document))
        return [rows.entity(row, self.to) for row in found], found.total

    def entity(self, wanted: str, at: str = "") -> shapes.WholeEntity:
        """One thing, by its id or name; ``at`` asks where its life stood on a date."""
        ask = self.room.ask
        return rows.whole_entity(ask.show(ask.find(wanted), at or None, PLACES), self.to)

    def stages(self, filters: Filters) -> tuple[list[shapes.Stage], int]:
        """Steps of lives, the latest first, and how many there are in all."""
        found = self.room.ask.steps(self.meant(filters))
        return [rows.stage(row, self.to) for row in found], found.total

    def cited(self, entity: str) -> shapes.Mention:
        """The latest place where a thing (by id) is named."""
        return rows.whole_entity(self.room.ask.show(entity, None, 1), self.to).places[-1]

    def title(self, document: str) -> shapes.Paragraph:
        """The paragraph that entitles a document (by id); its first, where none does."""
        found = self.paragraphs(document, Filters())[0]
        return next((p for p in found if p.kind == "title"), found[0])

    def search(self, words: str, filters: Filters) -> list[shapes.Hit]:
        """Paragraphs by their words, the best first."""
        if not words.strip():
            raise RegisterError("search", "no words are given", "give words to look for")
        return [rows.hit(row, self.to) for row in self.room.ask.search(words, self.meant(filters))]

    def due(self, first: str, within: str, filters: Filters) -> shapes.Dues:
        """What falls due from a day (today, where none is given) for a length of time."""
        begin, end = end_of(first or today(), within)
        found = self.room.ask.due(begin, end, self.meant(filters))
        return shapes.Dues(first=begin, last=end, rows=[rows.due(row, self.to) for row in found])

    def agreed(self, wording: str, most: int, but: str = "") -> list[shapes.Agreed]:
        """Passages nearest to a wording."""
        if not wording.strip() or len(wording) > LONGEST:
            raise RegisterError(
                "agreed", f"the wording has no words or more than {LONGEST:,} letters", "give a sentence"
            )
        without = self.room.ask.document(but) if but else ""
        return [rows.agreed(a, self.to) for a in nearest(wording, self.room.ask.near, limit=most, but=without)]

    def compare(self, a: str, b: str) -> shapes.Comparison:
        """Two documents compared, by their ids or names."""
        ask = self.room.ask
        one, other = ask.document(a), ask.document(b)
        made, *records = compared_documents(self.room, one, other)
        sides = (rows.Side(ask.facts(one), records[0]), rows.Side(ask.facts(other), records[1]))
        return rows.comparison(made, *sides, self.to)

    def news(self, wanted: str, since: str = "") -> shapes.Briefing:
        """What is new in a document against an earlier one (the one before it, where none is named)."""
        ask = self.room.ask
        id_ = ask.document(wanted)
        made = brief(ask, id_, ask.document(since) if since else "")
        at = _Paragraphs(ask)
        told = [self._news(section, item, at) for section, items in made.sections.items() for item in items]
        return shapes.Briefing(
            document=rows.document(made.document, self.to),
            since=rows.document(made.since, self.to) if made.since else None,
            rows=told,
            unknown=list(made.unknown),
        )

    def _news(self, section: str, item: Any, at: "_Paragraphs") -> shapes.News:
        told: Mapping[str, Any] = msgspec.structs.asdict(item)
        paragraph = told["paragraph"] or (at.of(told["document"], told["start"]) if told["end"] else None)
        return shapes.News(
            section=section, what=told["what"], document=told["document"], name=told["name"], start=told["start"],
            end=told["end"], quote=told["quote"], paragraph=paragraph,
            address=self.to.at(told["document"], told["start"]),
        )  # fmt: skip


class _Paragraphs:
    """Which paragraph a place lies in; the paragraphs of each document are asked for once."""

    def __init__(self, ask: Questions) -> None:
        self._ask = ask
        self._known: dict[str, list[tuple[int, str]]] = {}

    def of(self, document: str, start: int) -> str:
        if document not in self._known:
            self._known[document] = [(row["start"], row["id"]) for row in self._ask.paragraphs(document)]
        known = self._known[document]
        return known[bisect_right(known, (start, "\U0010ffff")) - 1][1]
