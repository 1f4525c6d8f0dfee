"""When documents came, were read anew or went, for those who harvest them; and a name of the register's own."""

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """The table, filled with the documents that are there: they count as added today."""
    text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    changes = op.create_table(
        "changes",
        sa.Column("document", text, primary_key=True),
        sa.Column("at", text, nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False),
        sa.Column("organisation", text),
        sa.Column("kind", text),
    )
    op.create_index("changes_at", "changes", ["at", "document"])
    documents = sa.table("documents", *(sa.column(n) for n in ("id", "organisation", "kind")))
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    rows = op.get_bind().execute(sa.select(documents.c.id, documents.c.organisation, documents.c.kind)).all()
    if rows:
        op.bulk_insert(
            changes,
            [{"document": r[0], "at": now, "deleted": 0, "organisation": r[1], "kind": r[2]} for r in rows],
        )
    meta = sa.table("meta", sa.column("key"), sa.column("value"))
    op.get_bind().execute(meta.insert().values(key="register", value=uuid.uuid4().hex))
