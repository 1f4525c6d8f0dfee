"""The first tables of a register, with the search over its paragraphs."""

import sqlalchemy as sa
from alembic import op

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table; search is a full-text table on SQLite and a tsvector column on PostgreSQL."""
    op.create_table(
        "decisions",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("verdict", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "documents",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("media_type", TEXT, nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("kind", TEXT, nullable=True),
        sa.Column("organisation", TEXT, nullable=True),
        sa.Column("issued_by", TEXT, nullable=True),
        sa.Column("symbol", TEXT, nullable=True),
        sa.Column("date", TEXT, nullable=True),
        sa.Column("place", TEXT, nullable=True),
        sa.Column("mode", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=True),
        sa.Column("speakers", TEXT, nullable=False),
        sa.Column("reader_version", TEXT, nullable=False),
        sa.Column("lexicon", TEXT, nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_digest", TEXT, nullable=False),
        sa.Column("applied", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "entities",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("organisation", TEXT, nullable=True),
        sa.Column("first_date", TEXT, nullable=True),
        sa.Column("last_date", TEXT, nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("current_stage", TEXT, nullable=True),
        sa.Column("validity", TEXT, nullable=True),
        sa.Column("facts", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("entities_type", "entities", ["type", "mentions"], unique=False)
    op.create_table(
        "entity_keys",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("entity", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", "entity"),
    )
    op.create_index("entity_keys_entity", "entity_keys", ["entity"], unique=False)
    op.create_table(
        "entity_names",
        sa.Column("entity", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "name"),
    )
    op.create_table(
        "meta",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "pairs",
        sa.Column("one", TEXT, nullable=False),
        sa.Column("other", TEXT, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
    )
    op.create_table(
        "deadlines",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("edtf", TEXT, nullable=False),
        sa.Column("entity", TEXT, nullable=True),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_index("deadlines_by", "deadlines", ["by"], unique=False)
    op.create_table(
        "document_speakers",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "state"),
    )
    op.create_index("document_speakers_state", "document_speakers", ["state", "document"], unique=False)
    op.create_table(
        "findings",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("severity", TEXT, nullable=False),
        sa.Column("message", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_table(
        "links",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("entity", TEXT, nullable=False),
        sa.Column("certainty", sa.Integer(), nullable=False),
        sa.Column("reasons", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "mention"),
    )
    op.create_index("links_entity", "links", ["entity", "document"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("attributes", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_index("mentions_type", "mentions", ["type"], unique=False)
    op.create_table(
        "paragraphs",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("number", TEXT, nullable=True),
        sa.Column("within", TEXT, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_table(
        "relations",
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("relation", TEXT, nullable=False),
        sa.Column("object", TEXT, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subject", "relation", "object", "document", "start"),
    )
    op.create_index("relations_object", "relations", ["object"], unique=False)
    op.create_table(
        "source_names",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "name"),
    )
    op.create_table(
        "sources",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "stages",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("stage", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_table(
        "statement_about",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "statement", "mention"),
    )
    op.create_index("statement_about_mention", "statement_about", ["document", "mention"], unique=False)
    op.create_table(
        "statement_states",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "statement", "state"),
    )
    op.create_index("statement_states_state", "statement_states", ["state", "document", "statement"], unique=False)
    op.create_table(
        "statement_topics",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("topic", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "statement", "topic"),
    )
    op.create_index("statement_topics_topic", "statement_topics", ["topic", "document", "statement"], unique=False)
    op.create_table(
        "statements",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("date", TEXT, nullable=True),
        sa.Column("organisation", TEXT, nullable=True),
        sa.Column("verb", TEXT, nullable=False),
        sa.Column("act", TEXT, nullable=False),
        sa.Column("force", sa.Integer(), nullable=False),
        sa.Column("polarity", TEXT, nullable=False),
        sa.Column("holder", TEXT, nullable=True),
        sa.Column("holders", TEXT, nullable=False),
        sa.Column("topics", TEXT, nullable=False),
        sa.Column("timeframe", TEXT, nullable=True),
        sa.Column("lacks", TEXT, nullable=False),
        sa.Column("conditions", TEXT, nullable=False),
        sa.Column("subordinate", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n"),
    )
    op.create_index("statements_act", "statements", ["act", "date"], unique=False)
    op.create_index("statements_date", "statements", ["date", "document", "n"], unique=False)
    op.create_table(
        "steps",
        sa.Column("entity", TEXT, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("stage", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=True),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("contradicts", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity", "n"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE paragraph_words USING fts5"
            "(words, document UNINDEXED, n UNINDEXED, tokenize = 'unicode61 remove_diacritics 0')"
        )
    else:
        op.execute(
            'CREATE TABLE paragraph_words (words text NOT NULL, document text COLLATE "C" NOT NULL '
            "REFERENCES documents (id) ON DELETE CASCADE, n integer NOT NULL, "
            "search tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED, PRIMARY KEY (document, n))"
        )
        op.execute("CREATE INDEX paragraph_words_search ON paragraph_words USING gin (search)")
