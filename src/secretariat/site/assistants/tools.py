"""The tools: each asks the register one question; every fact in an answer has quote, document, paragraph and address."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
from pydantic import Field

from secretariat.model.statements import Act, Polarity, StageName
from secretariat.register.asking.filters import Filters
from secretariat.site.api.asking import Asker

Answer = dict[str, Any]
Limit = Annotated[int, Field(ge=1, le=50, description="Rows at most.")]
Organisation = Annotated[str, Field(description="Organisation of the document, by its code: sco, un, g20.")]
Document = Annotated[str, Field(description="Id of a document, the beginning of it, or its name.")]
Since = Annotated[str, Field(description="From this date on: 2021, 2021-09 or 2021-09-17.")]
Until = Annotated[str, Field(description="Until this date, its end included.")]
Words = Annotated[str, Field(min_length=1, max_length=500, description='Words, "phrases", -not, begin*, one OR other.')]
Type = Literal["instrument", "event", "body", "person", "state", "group"]
_FEW = 10


def tools(ask: Asker) -> list[Callable[..., Answer]]:
    """The tools over a register."""
    return [*_texts(ask), *_facts(ask), *_changes(ask)]


def _texts(ask: Asker) -> list[Callable[..., Answer]]:
    def search(
        words: Words,
        organisation: Organisation = "",
        document: Document = "",
        since: Since = "",
        until: Until = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """Find paragraphs of declarations, communiqués, statements and resolutions by their words, the best first."""
        filters = narrowed(organisation=organisation, document=document, since=since, until=until, limit=limit)
        return _rows(ask.search(words, filters))

    def documents(
        organisation: Organisation = "",
        kind: Annotated[str, Field(description="declaration, communique, statement, resolution and the like.")] = "",
        text: Annotated[str, Field(description="Words that stand in one of its paragraphs.")] = "",
        since: Since = "",
        until: Until = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """List documents, the latest first."""
        filters = narrowed(organisation=organisation, kind=kind, text=text, since=since, until=until, limit=limit)
        found, total = ask.documents(filters)
        return {"rows": [{**_built(row), "cited": _built(ask.title(row.id))} for row in found], "total": total}

    def read_passage(
        document: Document,
        paragraph: Annotated[str, Field(description="Id of the paragraph, as other answers give it: para_12.")] = "",
        around: Annotated[int, Field(ge=0, le=20, description="Paragraphs before and after it.")] = 1,
    ) -> Answer:
        """Read the exact text of a paragraph with those around it; of the first paragraphs, where none is named."""
        if paragraph:
            return _rows(ask.passage(document, paragraph, around))
        return _part(ask.paragraphs(document, Filters(limit=2 * around + 1)))

    return [search, documents, read_passage]


def _facts(ask: Asker) -> list[Callable[..., Answer]]:
    def find_entities(
        name: Annotated[str, Field(description="All these words in its name.")] = "",
        type: Type | None = None,
        stage: StageName | None = None,
        organisation: Organisation = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """Find instruments, events, bodies, persons, states and groups that documents name, the most often named first."""
        filters = narrowed(text=name, type=type, stage=stage, organisation=organisation, limit=limit)
        found, total = ask.entities(filters)
        return {"rows": [{**_built(row), "cited": _built(ask.cited(row.id))} for row in found], "total": total}

    def show_entity(
        entity: Annotated[str, Field(min_length=1, max_length=300, description="Its id, or its name.")],
        at: Annotated[str, Field(description="Where its life stood at the end of this date.")] = "",
    ) -> Answer:
        """Show one thing: names, dates, places, the stages of its life with the words that tell them, relations, places."""
        made = ask.entity(entity, at)
        kept = msgspec.structs.replace(made, places=made.places[-_FEW:], relations=made.relations[:50])
        return _built(kept)

    def statements(
        topic: Annotated[str, Field(description="A topic code: energy, trade, terrorism.")] = "",
        act: Act | None = None,
        force: Annotated[int, Field(ge=0, le=5, description="At least this force.")] = 0,
        polarity: Polarity | None = None,
        holder: Annotated[str, Field(description="A state's code, all, other, or words of who is named.")] = "",
        about: Annotated[str, Field(description="About this thing: its id or name.")] = "",
        organisation: Organisation = "",
        document: Document = "",
        text: Annotated[str, Field(description="Words of the paragraph.")] = "",
        since: Since = "",
        until: Until = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """List who noted, welcomed, called for, promised or decided what, the latest document first."""
        filters = narrowed(
            topic=topic, act=act, force=force or None, polarity=polarity, holder=holder, about=about,
            organisation=organisation, document=document, text=text, since=since, until=until, limit=limit,
        )  # fmt: skip
        return _part(ask.statements(filters))

    def stages(
        about: Annotated[str, Field(description="The thing: its id or name.")] = "",
        stage: StageName | None = None,
        organisation: Organisation = "",
        since: Since = "",
        until: Until = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """List what was proposed, prepared, decided, adopted, begun or ended, the latest first."""
        filters = narrowed(about=about, stage=stage, organisation=organisation, since=since, until=until, limit=limit)
        return _part(ask.stages(filters))

    return [find_entities, show_entity, statements, stages]


def _changes(ask: Asker) -> list[Callable[..., Answer]]:
    def due(
        from_day: Annotated[str, Field(description="From this day on (2021-11-25); today where none is given.")] = "",
        within: Annotated[str, Field(description="For how long: 30d, 6w, 12m, 2y.")] = "12m",
        organisation: Organisation = "",
        about: Annotated[str, Field(description="About this thing: its id or name.")] = "",
        limit: Limit = _FEW,
    ) -> Answer:
        """List what expires, is planned, was promised or asked for by a date."""
        return _built(ask.due(from_day, within, narrowed(organisation=organisation, about=about, limit=limit)))

    def compare(
        earlier: Document,
        later: Document,
        limit: Annotated[int, Field(ge=1, le=200, description="Pairs of paragraphs at most.")] = 40,
    ) -> Answer:
        """Compare two documents: what is new, dropped, moved, stronger or weaker, with the words on both sides."""
        made = ask.compare(earlier, later)
        told = _built(msgspec.structs.replace(made, rows=made.rows[:limit]))
        return {**told, "total": len(made.rows)}

    def agreed_language(
        wording: Annotated[
            str, Field(min_length=1, max_length=4000, description="A sentence or paragraph of a draft.")
        ],
        but: Annotated[str, Field(description="A document that is left out.")] = "",
        limit: Limit = 5,
    ) -> Answer:
        """Find where a wording was agreed before: the nearest passages, by whom, how much stands word for word."""
        return _rows(ask.agreed(wording, limit, but))

    def whats_new(
        document: Document,
        since: Annotated[str, Field(description="The earlier document; the one before where none is named.")] = "",
        limit: Annotated[int, Field(ge=1, le=200, description="Points at most.")] = 60,
    ) -> Answer:
        """Tell what is new in a document: decisions, new commitments, stages that moved, what was dropped, what is due."""
        made = ask.news(document, since)
        told = _built(msgspec.structs.replace(made, rows=made.rows[:limit]))
        return {**told, "total": len(made.rows)}

    return [due, compare, agreed_language, whats_new]


def narrowed(**given: Any) -> Filters:
    """The filters that are given; those that are empty are left out."""
    return Filters(**{name: value for name, value in given.items() if value not in (None, "")})


def _built(value: Any) -> Answer:
    return dict(msgspec.to_builtins(value))


def _rows(rows: list[Any]) -> Answer:
    return {"rows": msgspec.to_builtins(rows)}


def _part(found: tuple[list[Any], int]) -> Answer:
    return {"rows": msgspec.to_builtins(found[0]), "total": found[1]}
