"""The pages written as files: every link leads to a file and a place in it, and a browser opens them from the disk."""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from example_records import LEXICON

from secretariat.model.errors import SourceError
from secretariat.register.register import open_register
from secretariat.site.built import build_site
from secretariat.site.room import Room
from secretariat.site.settings import Settings


@pytest.fixture(scope="module")
def built(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    with open_register(examples, create=False, lexicon=LEXICON) as register:
        count = build_site(Room(register, Settings(register=str(examples), lexicon=LEXICON)), folder)
    assert count == sum(1 for p in folder.rglob("*") if p.is_file())
    return folder


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'\b(?:href|src|srcset)="([^"]*)"', page)]


def test_every_link_leads_to_a_file_and_a_place_in_it(built: Path) -> None:
    pages = {p: p.read_text(encoding="utf-8") for p in built.rglob("*.html")}
    ids = {p: set(re.findall(r'\bid="([^"]+)"', text)) for p, text in pages.items()}
    assert len(pages) > 300
    faults = []
    for path, text in pages.items():
        for link in links(text):
            target, part = urldefrag(link.partition("?")[0] if "/assets/" in link else link)
            file = (path.parent / unquote(target)).resolve() if target else path
            if not file.is_file():
                faults.append(f"{path.name}: {link}")
            elif part and unquote(part) not in ids[file]:
                faults.append(f"{path.name}: {link} has no such place")
    assert not faults, "\n".join(faults[:20])


def test_nothing_on_a_page_needs_a_server(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<form" not in text, path
        assert not [link for link in links(text) if link.startswith("/") or ("?" in link and "/assets/" not in link)], (
            path
        )


def test_writing_twice_gives_the_same_bytes(built: Path, examples: Path, tmp_path: Path) -> None:
    with open_register(examples, create=False, lexicon=LEXICON) as register:
        build_site(Room(register, Settings(register=str(examples), lexicon=LEXICON)), tmp_path)
    for path in built.rglob("*.html"):
        assert (tmp_path / path.relative_to(built)).read_bytes() == path.read_bytes(), path.name


def test_a_folder_that_cannot_be_written_to_is_told(examples: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here is a file")
    with open_register(examples, create=False, lexicon=LEXICON) as register:
        room = Room(register, Settings(register=str(examples), lexicon=LEXICON))
        with pytest.raises(SourceError, match="cannot be written to"):
            build_site(room, tmp_path / "file")


def test_a_browser_reads_it_from_the_disk(browser: Any, built: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda fault: told.append(str(fault)))
    page.goto((built / "index.html").as_uri())
    page.get_by_role("link", name="All documents").click()
    page.get_by_role("link", name=re.compile("LISSANDRA")).first.click()
    page.locator("article.text a.m-instrument").first.click()
    page.get_by_role("link", name="Instruments").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Instruments"
    assert told == []
    context.close()
