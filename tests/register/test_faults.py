"""Faults: a full disk, a locked database, a killed run, a file that is no register: told clearly, and nothing is lost."""

import random
import sqlite3
from pathlib import Path

import faults
import pytest
import texts
from example_records import LEXICON, read
from sqlalchemy import event, text
from typer.testing import CliRunner

from secretariat import open_register
from secretariat.cli.main import app
from secretariat.model.errors import RegisterError
from secretariat.register import engine, migrate

ONE, OTHER = "mbco-2022-declaration.txt", "mbco-2021-roadmap.txt"


def test_killed_runs_leave_a_sound_register(tmp_path: Path) -> None:
    files = texts.example_documents()
    target = tmp_path / "killed.db"
    assert faults.kill_often(files, target, 4, random.Random(7)) == 0
    CliRunner().invoke(app, ["add", "-q", "-j", "1", "--register", str(target), *map(str, files)])
    with open_register(target) as register:
        assert len(register) == len(files)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with open_register(tmp_path / "full.db", lexicon=LEXICON) as register:
        register.add(*read(ONE), ONE)
        before = register.ask.statements().rows
        pages = register.engine.connect().execute(text("PRAGMA page_count")).scalar()
        register.engine.dispose()

        @event.listens_for(register.engine, "connect")
        def _small(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(RegisterError, match="the disk is full; make room"):
            register.add(*read(OTHER), OTHER)
        event.remove(register.engine, "connect", _small)
        register.engine.dispose()
        assert register.ask.statements().rows == before
        assert register.add(*read(OTHER), OTHER) == "added"


def test_a_locked_register_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.2)
    path = tmp_path / "locked.db"
    with open_register(path, lexicon=LEXICON) as register:
        register.add(*read(ONE), ONE)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="another program is writing"):
            register.add(*read(OTHER), OTHER)
        other.execute("ROLLBACK")
        other.close()
        assert register.add(*read(OTHER), OTHER) == "added"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"This is a letter and no database at all. " * 40, "no register"),
        (b"SQLite format 3\0" + b"\1" * 4096, "register"),
    ],
)
def test_a_file_that_is_no_register(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=told):
        open_register(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(RegisterError, match="something else"):
        open_register(tmp_path / "other.db")


def test_a_register_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_register(path).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterError, match="newer version"):
        open_register(path)


def test_where_there_is_none() -> None:
    with pytest.raises(RegisterError, match="no such register"):
        open_register("nowhere/at-all.db", create=False)
    with pytest.raises(RegisterError, match="folder exists"):
        open_register("nowhere/at-all.db")
    with pytest.raises(RegisterError, match="no kind of register"):
        open_register("mysql://somewhere/x")
    with pytest.raises(RegisterError, match="does not answer"):
        open_register("postgresql://nobody:secret@127.0.0.1:1/none")


def test_the_newest_step_is_what_alembic_says() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_the_steps_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from secretariat.register.schema import metadata

    with open_register(tmp_path / "new.db") as register, register.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    foreign = [d for d in differences if "paragraph_words" not in str(d)]
    assert foreign == []


def test_two_that_add_at_once_do_not_spoil_each_other(tmp_path: Path) -> None:
    import subprocess

    files = texts.example_documents()
    target = tmp_path / "both.db"
    runs = [subprocess.Popen(faults.command(order, target), stderr=subprocess.PIPE) for order in (files, files[::-1])]
    told = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert faults.fault_in(target) is None
    with open_register(target) as register:
        assert len(register) == len(files)
