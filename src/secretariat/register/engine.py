"""Opens the database of a register, and says in plain words what is wrong where it cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from secretariat.model.errors import RegisterError

DEFAULT = "secretariat.db"
"""The register that is meant where none is named: a file in the working folder."""
WAIT_SECONDS: float = 30
"""How long a writer waits for another one to finish before it gives up."""
_WRITERS = 0x5EC2E7A2
"""Key of the PostgreSQL advisory lock that lets one writer in at a time, as SQLite does by itself."""


def url_of(target: str | Path) -> str:
    """The SQLAlchemy URL of a register: a path is a SQLite file, ``postgresql://…`` goes by psycopg.

    Raises ``RegisterError`` for a URL of another kind of database.
    """
    target = str(target)
    if "://" not in target:
        return f"sqlite:///{target}"
    scheme, _, rest = target.partition("://")
    if scheme in ("postgresql", "postgres"):
        return f"postgresql+psycopg://{rest}"
    if scheme in ("sqlite", "postgresql+psycopg"):
        return target
    raise RegisterError(target, f"{scheme}:// is no kind of register", "give a file or a postgresql:// address")


def connect(target: str | Path, *, create: bool) -> Engine:
    """An engine on the register's database; ``create`` allows a new SQLite file.

    Raises ``RegisterError`` where the file is missing, is no database, or the server does not answer.
    """
    url = url_of(target)
    name = shown(target)
    if url.startswith("sqlite:///") and not create and url != "sqlite:///:memory:":
        path = Path(url.removeprefix("sqlite:///"))
        if not path.exists():
            raise RegisterError(
                name, "there is no such register", "make one with 'secretariat add PATH… --register FILE'"
            )
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as fault:
        remedy = "install secretariat[postgresql]" if isinstance(fault, ModuleNotFoundError) else "check the address"
        raise RegisterError(name, f"cannot be opened ({fault})", remedy) from None
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    with in_plain_words(name), engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return engine


def shown(target: str | Path) -> str:
    """The register's name for people: the path, or the address without its password."""
    if "://" not in str(target):
        return str(target)
    try:
        return make_url(str(target)).render_as_string(hide_password=True)
    except ArgumentError:
        return str(target)


def _prepare_sqlite(engine: Engine) -> None:
    """Write-ahead log, foreign keys, and transactions that begin when we say so."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {round(WAIT_SECONDS * 1000)}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("secretariat_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine, name: str) -> Iterator[Connection]:
    """One transaction that writes, alone among writers; rolled back whole where anything fails."""
    with (
        in_plain_words(name),
        engine.connect().execution_options(secretariat_writes=True) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{round(WAIT_SECONDS * 1000)}ms'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
        yield connection


@contextmanager
def in_plain_words(name: str) -> Iterator[None]:
    """Turns faults of the database into ``RegisterError``: what is wrong, and what to do."""
    try:
        yield
    except DBAPIError as fault:
        what = " ".join(str(fault.orig).split())
        raise RegisterError(name, *_told(what)) from fault
    except SQLAlchemyError as fault:
        raise RegisterError(name, " ".join(str(fault).split())[:200], "please report it") from fault


_FAULTS = (
    ("locked", "another program is writing to it and does not finish", "wait for it, then run the same again"),
    ("lock timeout", "another program is writing to it and does not finish", "wait for it, then run the same again"),
    ("disk is full", "the disk is full", "make room, then run the same again; what was added before is kept"),
    ("no space left", "the disk is full", "make room, then run the same again; what was added before is kept"),
    ("disk i/o error", "the disk cannot be read or written", "check the disk; restore the file from a copy"),
    ("not a database", "is a file, but no register", "name another file with --register"),
    ("malformed", "the file is damaged", "restore it from a copy, or add the documents to a new register"),
    ("readonly", "may not be written to", "check the rights of the file and of its folder"),
    ("unable to open", "cannot be opened", "check that its folder exists and may be written to"),
    ("password", "the server refuses the user or password", "check the address"),
    ("does not exist", "there is no such database or user", "check the address, or have the database made"),
    ("connect", "the server does not answer", "check the address and that the server runs"),
)
"""Words in a database's message → what is wrong and what to do. Messages of SQLite 3 and PostgreSQL 12 to 18."""


def _told(what: str) -> tuple[str, str]:
    lowered = what.lower()
    for cue, fault, remedy in _FAULTS:
        if cue in lowered:
            return fault, remedy
    return f"the database fails ({what[:200]})", "please report it"
