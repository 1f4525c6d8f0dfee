"""The examples as a served site, and a browser to look at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_examples import fill, serve

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the examples, made once; who writes copies it."""
    return fill(tmp_path_factory.mktemp("site") / "examples.db")


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
