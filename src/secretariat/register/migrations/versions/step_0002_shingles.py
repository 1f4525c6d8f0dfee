"""Pairs of words by which passages of like wording are found; made for the documents that are there."""

import sqlalchemy as sa
from alembic import op

from secretariat.register.near import keep_new
from secretariat.register.shingles import key_of

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A key for every paragraph, and the table of pairs, filled document by document."""
    op.add_column("paragraphs", sa.Column("key", sa.BigInteger(), nullable=False, server_default=sa.text("0")))
    options = {"sqlite_with_rowid": False}
    op.create_table(
        "shingles",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("paragraph", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "paragraph"),
        **options,
    )
    op.add_column("documents", sa.Column("shingled", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.create_index("paragraphs_key", "paragraphs", ["key"])
    connection = op.get_bind()
    for (document,) in connection.execute(sa.text("SELECT id FROM documents ORDER BY id")).all():
        known = connection.execute(
            sa.text("SELECT n FROM paragraphs WHERE document = :document"), {"document": document}
        ).scalars()
        keys = [{"key": key_of(document, n), "document": document, "n": n} for n in known]
        if keys:
            connection.execute(sa.text("UPDATE paragraphs SET key = :key WHERE document = :document AND n = :n"), keys)
    keep_new(connection)
