"""The examples as a served site, and a browser to look at it."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import texts
import uvicorn

from secretariat.reading.order import Options, read_document
from secretariat.register.register import open_register
from secretariat.site.served.app import build_app
from secretariat.site.settings import Settings
from secretariat.sources import read_source

LEXICON = (texts.ROOT / "examples" / "lexicon",)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def fill(target: Path) -> Path:
    """A register of the example documents."""
    with open_register(target, lexicon=LEXICON) as register:
        for path in sorted((texts.ROOT / "examples").glob("*.*")):
            if path.name != "README.md":
                record = read_document(read_source(path), Options(lexicon=LEXICON))
                register.add(record, path.read_bytes(), path.name)
        register.refresh()
    return target


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the examples, made once; who writes copies it."""
    return fill(tmp_path_factory.mktemp("site") / "examples.db")


class Served:
    """A site that runs in a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        config = uvicorn.Config(build_app(settings), host=settings.host, port=settings.port, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        end = time.monotonic() + 20
        while not self._server.started:
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.02)
        self.url = f"http://{settings.host}:{settings.port}"

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def serve(register: Path, **settings: object) -> Served:
    return Served(Settings(register=str(register), port=free_port(), lexicon=LEXICON, **settings))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def site(examples: Path) -> Iterator[str]:
    """The address of a site over the examples, which nobody writes to."""
    served = serve(examples, per_minute=100_000)
    yield served.url
    served.close()


@pytest.fixture
def own_site(examples: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a site of this test's own, which may be written to."""
    served = serve(Path(shutil.copy(examples, tmp_path / "own.db")))
    yield served.url
    served.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium; the test is skipped where there is none, and says so."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright")
    system = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    with playwright.sync_playwright() as run:
        try:
            made = run.chromium.launch(executable_path=system, args=list(FLAGS))
        except playwright.Error as fault:
            pytest.skip(f"no Chromium could be started ({str(fault).splitlines()[0]}); install one")
        yield made
        made.close()
