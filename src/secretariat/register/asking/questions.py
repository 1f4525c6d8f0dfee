"""``Questions``: everything that can be asked of a register, each method one question with filters."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine

from secretariat.register import changes
from secretariat.register.asking import (
    counting,
    documents,
    doubts,
    due,
    entities,
    facts,
    happenings,
    lives,
    marks,
    members,
    moved,
    named,
    neighbours,
    pairs,
    searching,
    spoken,
    statements,
    steps,
    told,
    who,
)
from secretariat.register.asking.answer import Answer, Row
from secretariat.register.asking.filters import Filters
from secretariat.register.engine import in_plain_words
from secretariat.register.identity.vocabulary import Vocabulary
from secretariat.register.near import Held, find_all_but_one, find_near

ALL = Filters()


class Questions:
    """Questions to one register; each raises ``RegisterError`` for a filter that means nothing."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def _connect(self) -> Connection:
        return self._engine.connect()

    def documents(self, filters: Filters = ALL) -> Answer:
        """The documents, the latest first."""
        with in_plain_words(self._name), self._connect() as connection:
            return documents.documents(connection, filters)

    def entities(self, filters: Filters = ALL) -> Answer:
        """The things that documents name, the most often named first."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.entities(connection, filters)

    def document(self, wanted: str) -> str:
        """The id of the document that an id, the beginning of one, or a name means; raises ``RegisterError`` otherwise."""
        with in_plain_words(self._name), self._connect() as connection:
            return documents.find(connection, wanted)

    def marked(self, document: str) -> marks.Marked:
        """A document (by id) with its paragraphs and everything that is marked in it."""
        with in_plain_words(self._name), self._connect() as connection:
            return marks.marked(connection, document)

    def following(self, document: str) -> tuple[Row | None, Row | None]:
        """The documents of the same organisation before and after one (by id)."""
        with in_plain_words(self._name), self._connect() as connection:
            return marks.following(connection, document)

    def totals(self) -> Row:
        """How many documents, paragraphs, statements, mentions, waiting pairs and things of each type there are."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.totals(connection)

    def statement_counts(self, filters: Filters = ALL) -> dict[str, counting.Counts]:
        """How many statements each value of act, topic, organisation, force and polarity would leave."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.statement_counts(connection, filters)

    def thing_counts(self, type_: str) -> dict[str, counting.Counts]:
        """How many things of a type each kind, stage and organisation has."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.thing_counts(connection, type_)

    def document_counts(self) -> dict[str, counting.Counts]:
        """How many documents each organisation and kind has."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.document_counts(connection)

    def fact_sources(self, entity: str) -> dict[tuple[str, str], Row]:
        """By name and value of a fact of a thing (by id), the place that it was read from, with its sentence."""
        with in_plain_words(self._name), self._connect() as connection:
            return facts.fact_sources(connection, entity)

    def neighbours(self, entity: str) -> list[Row]:
        """The things that are named in the same paragraphs as an entity (by id), the most often first."""
        with in_plain_words(self._name), self._connect() as connection:
            return neighbours.neighbours(connection, entity)

    def happenings(self, filters: Filters = ALL) -> Answer:
        """What happened or is to happen when and where: meetings, adopted instruments and documents, in order of time."""
        with in_plain_words(self._name), self._connect() as connection:
            return happenings.happenings(connection, filters)

    def topic_counts(self, filters: Filters = ALL) -> list[Row]:
        """By topic and year, how many statements there are and how strong."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.topic_counts(connection, filters)

    def validities(self, filters: Filters = ALL) -> list[Row]:
        """The instruments whose validity is known, the first to end first."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.validities(connection, filters)

    def doubts(self) -> counting.Counts:
        """How many findings of each code the documents have."""
        with in_plain_words(self._name), self._connect() as connection:
            return counting.doubt_counts(connection)

    def findings(self, most: int | None = None) -> Answer:
        """What the software doubts, faults and doubts before notes; at most so many."""
        with in_plain_words(self._name), self._connect() as connection:
            return doubts.findings(connection, most)

    def doubtful_links(self, below: int, most: int) -> Answer:
        """Mentions whose link to a thing is less sure than ``below`` (hundredths), the least sure first; at most so many."""
        with in_plain_words(self._name), self._connect() as connection:
            return doubts.doubtful_links(connection, below, most)

    def moved(self, filters: Filters = ALL) -> Answer:
        """The latest steps in the lives of things, the latest told first."""
        with in_plain_words(self._name), self._connect() as connection:
            return moved.moved(connection, filters)

    def by_ids(self, ids: list[str]) -> list[Row]:
        """The things with these ids, in their order, as ``entities`` gives them."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.by_ids(connection, ids)

    def all_names(self) -> list[tuple[str, str]]:
        """Every name of every thing with the thing's id, the things most often named first."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.all_names(connection)

    def in_full(self, rows: list[Row]) -> list[Row]:
        """Rows of ``entities`` with every mention and every step of life."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.in_full(connection, rows)

    def names(self, ids: list[str]) -> dict[str, str]:
        """What things are called, and documents are entitled, by their ids."""
        with in_plain_words(self._name), self._connect() as connection:
            return named.names_of(connection, ids)

    def heads(self, document: str | None = None) -> list[Row]:
        """Of one document (by id), or of all: id, name, title, kind, place and date."""
        with in_plain_words(self._name), self._connect() as connection:
            return named.heads(connection, document)

    def mentions(self, ids: list[str]) -> dict[str, list[Row]]:
        """Where each of these entities is named: document (name of its source), start, end."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.mentions_of(connection, ids)

    def show(self, entity: str, at: str | None = None, most: int | None = None) -> Row:
        """All that is known of one thing: names, facts, life, relations, every mention with its quote.

        ``most``: only so many of its mentions and statements, the latest. Where it is asked for by words and not by id,
        ``passages`` are other places that have these words.
        """
        with in_plain_words(self._name), self._connect() as connection:
            row = entities.show(connection, entity, at, most)
            row["passages"] = [] if "/" in entity else told.elsewhere(connection, entity, row["places"])
            return row

    def told(self, words: str) -> Row:
        """What documents say in these words, in order of time, and the things that are called so."""
        with in_plain_words(self._name), self._connect() as connection:
            return told.told(connection, words)

    def spoken(self, places: list[spoken.Place]) -> tuple[list[Row], list[Row]]:
        """The statements that hold some places (document, start, end), and the stages told of the things named there."""
        with in_plain_words(self._name), self._connect() as connection:
            return spoken.statements_over(connection, places), spoken.stages_over(connection, places)

    def lives_told(self, document: str) -> dict[str, list[Row]]:
        """The steps of life of all things of which a document (by id) tells a stage."""
        with in_plain_words(self._name), self._connect() as connection:
            return lives.lives_told(connection, document)

    def first_places(self, entities: list[str], document: str) -> dict[str, Row]:
        """By thing, the first place where a document (both by id) names it."""
        with in_plain_words(self._name), self._connect() as connection:
            return lives.first_places(connection, entities, document)

    def find(self, wanted: str) -> str:
        """The id of the one entity that an id or a name means; raises ``RegisterError`` with the candidates otherwise."""
        with in_plain_words(self._name), self._connect() as connection:
            return entities.find(connection, wanted)

    def statements(self, filters: Filters = ALL) -> Answer:
        """Statements, the latest document first, in the order of the text."""
        with in_plain_words(self._name), self._connect() as connection:
            return statements.statements(connection, filters)

    def steps(self, filters: Filters = ALL) -> Answer:
        """Steps in the lives of things, the latest first, each with the words that tell it."""
        with in_plain_words(self._name), self._connect() as connection:
            return steps.steps(connection, filters)

    def paragraphs(self, document: str) -> list[Row]:
        """The paragraphs of a document (by id), in order: n, id, kind, number, within, start, end, text."""
        with in_plain_words(self._name), self._connect() as connection:
            return marks.paragraphs_of(connection, document)

    def register_id(self) -> str:
        """A name of the register's own."""
        with in_plain_words(self._name), self._connect() as connection:
            return changes.register_id(connection)

    def search(self, text: str, filters: Filters = ALL) -> Answer:
        """Paragraphs with the words looked for, the best first, with what to highlight."""
        with in_plain_words(self._name), self._connect() as connection:
            return searching.search(connection, text, filters)

    def near(self, words: Sequence[str], most: int, but: str = "") -> list[Held]:
        """Paragraphs that share most pairs of neighbouring words with ``words`` (folded), none of the document ``but``."""
        with in_plain_words(self._name), self._connect() as connection:
            return find_near(connection, words, most, but)

    def all_but_one(self, words: Sequence[str]) -> list[Held]:
        """Every paragraph that has all of some folded words, or all but one of them."""
        with in_plain_words(self._name), self._connect() as connection:
            return find_all_but_one(connection, words)

    def facts(self, document: str) -> Row:
        """What a document (by id) is: name, title, kind, who issued it, when and where, who read it with which words."""
        with in_plain_words(self._name), self._connect() as connection:
            return marks.facts_of(connection, document)

    def due(self, first: str, last: str, filters: Filters = ALL) -> Answer:
        """What falls due between two days, the earliest first."""
        with in_plain_words(self._name), self._connect() as connection:
            return due.due(connection, first, last, filters)

    def who(self, filters: Filters, text: str | None = None, verbs: str | None = None) -> Answer:
        """Which states say something of a thing or of words, and which of those who speak beside them do not."""
        with in_plain_words(self._name), self._connect() as connection:
            return who.who(connection, filters, text, verbs)

    def pairs(self) -> Answer:
        """Pairs of entities that may be the same thing and wait for a decision, the likeliest first."""
        with in_plain_words(self._name), self._connect() as connection:
            return pairs.pairs(connection)

    def members(self, vocabulary: Vocabulary, organisation: str, at: str) -> Answer:
        """Who belongs to an organisation at a date, in which capacity, since when."""
        return members.members(vocabulary, organisation, at)

    def attendance(self, filters: Filters = ALL) -> Answer:
        """Who took part in what, in which office and capacity."""
        with in_plain_words(self._name), self._connect() as connection:
            return members.attendance(connection, filters)
