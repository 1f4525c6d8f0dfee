"""The tables of a register, the same on SQLite and PostgreSQL.

Three layers. What came in: ``sources``, ``documents`` (with the whole record), ``decisions``. What a record says, laid
out for asking, with people's decisions about single marks applied: ``paragraphs`` to ``findings``. What follows from
all of it together: ``entities`` to ``deadlines``, written anew whenever records or decisions have changed.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

metadata = MetaData()
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that both databases sort alike, by code points."""


def _document() -> "Column[str]":
    return Column("document", TEXT, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


meta = Table("meta", metadata, Column("key", TEXT, primary_key=True), Column("value", TEXT, nullable=False))
"""Facts about the register itself: ``state``, the digest of all that the derived tables were last made from."""

documents = Table(
    "documents",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("media_type", TEXT, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("title", TEXT),
    Column("kind", TEXT),
    Column("organisation", TEXT),
    Column("issued_by", TEXT),
    Column("symbol", TEXT),
    Column("date", TEXT),
    Column("place", TEXT),
    Column("mode", TEXT),
    Column("language", TEXT),
    Column("speakers", TEXT, nullable=False),
    Column("reader_version", TEXT, nullable=False),
    Column("lexicon", TEXT, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("record_digest", TEXT, nullable=False),
    Column("applied", TEXT, nullable=False),
    Column("shingled", Integer, nullable=False, server_default=text("0")),
)
"""One row a document, by the SHA-256 of its source. ``record`` is its JSON, compressed; ``applied`` names the decisions
about its marks that the tables below show."""

sources = Table(
    "sources",
    metadata,
    _document(),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("document"),
)
"""The original bytes, compressed; their checksum is the document's id."""

source_names = Table(
    "source_names",
    metadata,
    _document(),
    Column("name", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "name"),
)
"""Every name under which a source came."""

paragraphs = Table(
    "paragraphs",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("id", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("number", TEXT),
    Column("within", TEXT),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("key", BigInteger, nullable=False, server_default=text("0")),
    PrimaryKeyConstraint("document", "n"),
    Index("paragraphs_key", "key"),
)
"""``key`` is the paragraph as a number, by which ``shingles`` knows it."""

shingles = Table(
    "shingles",
    metadata,
    Column("hash", BigInteger, nullable=False),
    Column("paragraph", BigInteger, nullable=False),
    PrimaryKeyConstraint("hash", "paragraph"),
    sqlite_with_rowid=False,
)
"""Pairs of neighbouring words, as numbers, and the keys of the paragraphs that have them."""

mentions = Table(
    "mentions",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("type", TEXT, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("attributes", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "n"),
    Index("mentions_type", "type"),
)
"""``attributes`` is the whole mention as JSON."""

statements = Table(
    "statements",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("date", TEXT),
    Column("organisation", TEXT),
    Column("verb", TEXT, nullable=False),
    Column("act", TEXT, nullable=False),
    Column("force", Integer, nullable=False),
    Column("polarity", TEXT, nullable=False),
    Column("holder", TEXT),
    Column("holders", TEXT, nullable=False),
    Column("topics", TEXT, nullable=False),
    Column("timeframe", TEXT),
    Column("lacks", TEXT, nullable=False),
    Column("conditions", TEXT, nullable=False),
    Column("subordinate", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "n"),
    Index("statements_date", "date", "document", "n"),
    Index("statements_act", "act", "date"),
    Index("statements_facets", "document", "n", "date", "organisation", "act", "polarity", "force"),
)
"""``holder`` are the words that name who speaks; ``holders`` is ``all``, ``other`` or codes; lists are joined by spaces."""

statement_topics = Table(
    "statement_topics",
    metadata,
    _document(),
    Column("statement", Integer, nullable=False),
    Column("topic", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "statement", "topic"),
    Index("statement_topics_topic", "topic", "document", "statement"),
)

statement_states = Table(
    "statement_states",
    metadata,
    _document(),
    Column("statement", Integer, nullable=False),
    Column("state", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "statement", "state"),
    Index("statement_states_state", "state", "document", "statement"),
)
"""The states that make a statement where it is not all who speak; those are in ``document_speakers``."""

document_speakers = Table(
    "document_speakers",
    metadata,
    _document(),
    Column("state", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "state"),
    Index("document_speakers_state", "state", "document"),
)
"""Who ``all`` is in a document."""

statement_about = Table(
    "statement_about",
    metadata,
    _document(),
    Column("statement", Integer, nullable=False),
    Column("mention", Integer, nullable=False),
    PrimaryKeyConstraint("document", "statement", "mention"),
    Index("statement_about_mention", "document", "mention"),
)

stages = Table(
    "stages",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("mention", Integer, nullable=False),
    Column("stage", TEXT, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("paragraph", Integer, nullable=False),
    PrimaryKeyConstraint("document", "n"),
)

findings = Table(
    "findings",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("code", TEXT, nullable=False),
    Column("severity", TEXT, nullable=False),
    Column("message", TEXT, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("document", "n"),
)

entities = Table(
    "entities",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("type", TEXT, nullable=False),
    Column("kind", TEXT),
    Column("name", TEXT, nullable=False),
    Column("organisation", TEXT),
    Column("first_date", TEXT),
    Column("last_date", TEXT),
    Column("mentions", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("current_stage", TEXT),
    Column("validity", TEXT),
    Column("facts", TEXT, nullable=False),
    Index("entities_type", "type", "mentions"),
)
"""``facts`` is JSON: dates, places, ordinal, office, states, whatever the type has."""

entity_names = Table(
    "entity_names",
    metadata,
    Column("entity", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("uses", Integer, nullable=False),
    PrimaryKeyConstraint("entity", "name"),
)

entity_keys = Table(
    "entity_keys",
    metadata,
    Column("key", TEXT, nullable=False),
    Column("entity", TEXT, nullable=False),
    PrimaryKeyConstraint("key", "entity"),
    Index("entity_keys_entity", "entity"),
)
"""Every id that one of an entity's parts would have alone: an id that was once given leads on to where it went."""

links = Table(
    "links",
    metadata,
    _document(),
    Column("mention", Integer, nullable=False),
    Column("entity", TEXT, nullable=False),
    Column("certainty", Integer, nullable=False),
    Column("reasons", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "mention"),
    Index("links_entity", "entity", "document"),
)
"""Which mention names which entity; ``certainty`` in hundredths."""

pairs = Table(
    "pairs",
    metadata,
    Column("one", TEXT, nullable=False),
    Column("other", TEXT, nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", TEXT, nullable=False),
    PrimaryKeyConstraint("one", "other"),
)
"""Two entities that may be the same thing: they wait for a person's decision."""

steps = Table(
    "steps",
    metadata,
    Column("entity", TEXT, nullable=False),
    Column("n", Integer, nullable=False),
    Column("stage", TEXT, nullable=False),
    Column("date", TEXT),
    _document(),
    Column("mention", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("basis", TEXT, nullable=False),
    Column("contradicts", TEXT),
    PrimaryKeyConstraint("entity", "n"),
)
"""The life of an entity in order of time. ``basis`` is ``words`` (a cue), ``dates`` or ``validity``; ``contradicts`` says what
another step says against it."""

relations = Table(
    "relations",
    metadata,
    Column("subject", TEXT, nullable=False),
    Column("relation", TEXT, nullable=False),
    Column("object", TEXT, nullable=False),
    _document(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    PrimaryKeyConstraint("subject", "relation", "object", "document", "start"),
    Index("relations_object", "object"),
)
"""``subject`` is an entity, or a document where the document itself is meant; ``proposed-by`` leads to states."""

deadlines = Table(
    "deadlines",
    metadata,
    _document(),
    Column("n", Integer, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("edtf", TEXT, nullable=False),
    Column("entity", TEXT),
    Column("statement", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    PrimaryKeyConstraint("document", "n"),
    Index("deadlines_by", "by"),
)
"""``what`` is ``expires``, ``planned`` or ``promised``; ``by`` the last day that the date may mean."""

changes = Table(
    "changes",
    metadata,
    Column("document", TEXT, primary_key=True),
    Column("at", TEXT, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("organisation", TEXT),
    Column("kind", TEXT),
    Index("changes_at", "at", "document"),
)
"""When each document last came, was laid out anew or went (UTC); a document that went stays here."""

decisions = Table(
    "decisions",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("verdict", TEXT, nullable=False),
    Column("body", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
)
"""Append-only. ``body`` is the decision as JSON; ``id`` a digest of its content."""

RECORDED = (
    paragraphs,
    mentions,
    statements,
    statement_topics,
    statement_states,
    document_speakers,
    statement_about,
    stages,
    findings,
)
"""What one record lays out, in the order of writing."""
DERIVED = (entities, entity_names, entity_keys, links, pairs, steps, relations, deadlines)
"""What follows from all records and decisions."""
