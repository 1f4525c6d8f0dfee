"""Brings a register's tables to the form that this version knows, step by step, by Alembic."""

from pathlib import Path

from sqlalchemy import Engine, inspect, select, table
from sqlalchemy.sql import column

from secretariat.model.errors import RegisterError
from secretariat.register.engine import in_plain_words, writing

HEAD = "0004"
"""The newest step in ``migrations/versions``; a test holds it to what Alembic says."""
_VERSION = table("alembic_version", column("version_num"))


def revision_of(engine: Engine, name: str) -> str | None:
    """The step at which a register stands; None where its database is empty.

    Raises ``RegisterError`` where the database holds tables that are no register's.
    """
    with in_plain_words(name), engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" in tables and "documents" in tables:
            return connection.execute(select(_VERSION.c.version_num)).scalar()
        if tables:
            raise RegisterError(
                name, "the database holds something else than a register", "name another with --register"
            )
    return None


def bring_up(engine: Engine, name: str) -> str | None:
    """Makes or mends the tables; the step at which the register stood before, None for a new one.

    Raises ``RegisterError`` for a register that a newer version has written.
    """
    before = revision_of(engine, name)
    if before == HEAD:
        return before
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if before is not None and before not in known:
        raise RegisterError(
            name, f"it was written by a newer version (its tables are at {before})", "install a newer secretariat"
        )
    with writing(engine, name) as connection:
        if inspect(connection).has_table("alembic_version"):
            now = connection.execute(select(_VERSION.c.version_num)).scalar()
            if now == HEAD:
                return before  # another program was quicker
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return before
