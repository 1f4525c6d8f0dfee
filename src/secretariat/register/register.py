"""``Register``: one open register, and all that can be done with it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, delete, func, select

from secretariat.lexicon.load import load_lexicon
from secretariat.model.errors import RegisterError
from secretariat.model.record import Record
from secretariat.profiles.load import load_profiles
from secretariat.register import schema, store
from secretariat.register.asking.filters import Filters
from secretariat.register.asking.questions import ALL, Questions
from secretariat.register.asking.snapshot import Snapshot
from secretariat.register.changes import note_change
from secretariat.register.decisions import log
from secretariat.register.decisions.verdicts import Decision
from secretariat.register.engine import connect, in_plain_words, shown, writing
from secretariat.register.identity.vocabulary import Vocabulary
from secretariat.register.migrate import bring_up
from secretariat.register.near import Held, forget
from secretariat.register.refresh import derive, is_fresh, state_kept, state_of


class Register:
    """An open register; close it, or use it in a ``with``.

    ``add`` and ``decide`` write; asking first brings what follows from documents and decisions up to date.
    """

    def __init__(self, engine: Engine, name: str, lexicon: tuple[Path, ...] = ()) -> None:
        self.engine = engine
        self.name = name
        self._lexicon = lexicon

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words by which this register tells things apart."""
        folders = tuple(p / "profiles" for p in self._lexicon if (p / "profiles").is_dir())
        return Vocabulary(load_lexicon(extra=self._lexicon), load_profiles(folders))

    def add(self, record: Record, content: bytes, name: str = "") -> str:
        """Keeps one document in one transaction: ``added``, ``renewed`` (read otherwise than before) or ``known``.

        ``content`` are the original bytes, whose SHA-256 is the record's id; raises ``RegisterError`` where they are not, or
        where the database fails: then nothing of the document is kept.
        """
        import hashlib

        if f"sha256:{hashlib.sha256(content).hexdigest()}" != record.document.id:
            raise RegisterError(
                self.name, f"{name or record.document.source.name} has changed since it was read", "read it again"
            )
        name = name or Path(record.document.source.name).name
        with writing(self.engine, self.name) as connection:
            return store.write_document(connection, record, content, name, log.standing_decisions(connection))

    def remove(self, document: str) -> None:
        """Takes a document out, with all that was read of it; decisions about it stay and wait."""
        with writing(self.engine, self.name) as connection:
            note_change(connection, document, deleted=True)
            forget(connection, document)
            connection.execute(delete(store.PARAGRAPH_WORDS).where(store.PARAGRAPH_WORDS.c.document == document))
            connection.execute(delete(schema.documents).where(schema.documents.c.id == document))

    def refresh(self) -> bool:
        """Brings what follows from documents and decisions up to date; False where it was."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            if is_fresh(connection, self._state(connection)):
                return False
        with writing(self.engine, self.name) as connection:
            state = self._state(connection)
            if is_fresh(connection, state):
                return False  # another program was quicker
            derive(connection, self.vocabulary, log.standing_decisions(connection), state)
            store.tidy(connection)
        return True

    def state(self) -> str:
        """A digest of all that the answers follow from, as they were last brought up to date; empty in a new register."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            return state_kept(connection)

    def _state(self, connection: Connection) -> str:
        return state_of(connection, log.standing_decisions(connection), self.vocabulary.hash)

    @property
    def ask(self) -> Questions:
        """Questions to this register, as it stands now."""
        self.refresh()
        return Questions(self.engine, self.name)

    @contextmanager
    def snapshot(self, filters: Filters = ALL, *, fresh: bool = True) -> Iterator[Snapshot]:
        """The register as it stands now, to be read whole while others write on; narrowed to what filters leave.

        Where it need not be ``fresh``, it is taken as it was last brought up to date. Raises ``RegisterError`` for a
        filter that means nothing.
        """
        if fresh:
            self.refresh()
        with in_plain_words(self.name), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield Snapshot(connection, filters, self.vocabulary.hash)

    def record(self, document: str) -> Record | None:
        """The record of a document as it was read; None where there is none."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            return store.read_record(connection, document)

    def content(self, document: str) -> bytes | None:
        """The original bytes of a document; None where there is none."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            return store.read_content(connection, document)

    def near(self, words: Sequence[str], most: int, but: str = "") -> list[Held]:
        """Paragraphs that share most pairs of neighbouring words with ``words`` (folded), the most first.

        ``but`` is the id of a document whose paragraphs are left out.
        """
        return self.ask.near(words, most, but)

    def all_but_one(self, words: Sequence[str]) -> list[Held]:
        """Every paragraph that has all of some folded words, or all but one of them."""
        return self.ask.all_but_one(words)

    def decide(self, decisions: Iterable[Decision]) -> int:
        """Appends decisions; those that are there already change nothing. Gives how many are new."""
        with writing(self.engine, self.name) as connection:
            return log.append(connection, decisions)

    def decisions(self) -> Sequence[tuple[int, Decision]]:
        """Every decision with its number, in the order in which they came here."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            return log.all_decisions(connection)

    def last_decided(self) -> str | None:
        """When the latest decision was made (ISO, UTC); None where there is none."""
        with in_plain_words(self.name), self.engine.connect() as connection:
            return connection.execute(select(func.max(schema.decisions.c.at))).scalar()

    def __len__(self) -> int:
        with in_plain_words(self.name), self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()


def open_register(
    target: str | Path = "secretariat.db", *, create: bool = True, lexicon: Sequence[str | Path] = ()
) -> Register:
    """Opens the register in a file (SQLite) or at a ``postgresql://`` address; makes a new one where ``create``.

    ``lexicon``: folders with further words and profiles, as for reading. Raises ``RegisterError`` where it cannot be opened,
    holds something else, or was written by a newer version.
    """
    engine = connect(target, create=create)
    name = shown(target)
    bring_up(engine, name)
    return Register(engine, name, tuple(Path(p) for p in lexicon))


def now() -> str:
    """This instant in UTC, for signing decisions."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


__all__ = ["Register", "now", "open_register"]
