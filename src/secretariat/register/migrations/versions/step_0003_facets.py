"""An index over what statements are counted by, so that counting need not read their words."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The index."""
    columns = ["document", "n", "date", "organisation", "act", "polarity", "force"]
    op.create_index("statements_facets", "statements", columns)
