"""A document may hold anything: nothing of it is ever taken for HTML or script."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import crawl
from example_records import LEXICON
from selectolax.lexbor import LexborHTMLParser
from site_examples import Served, serve

from secretariat.reading.order import Options, read_document
from secretariat.register.register import open_register
from secretariat.site.built import build_site
from secretariat.site.room import Room
from secretariat.site.settings import Settings
from secretariat.sources import source_from_text

BAD = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'>&amp;{{7*7}}"
TEXT = f"""LISSANDRA {BAD} DECLARATION
of the Council of Heads of State of the Meridian Basin Cooperation Organisation

(Kelmar, 3 March 2025)

1. The Member States welcomed the signing of the Convention on Ports {BAD} in Portavel on 14 February 2025.

2. The Member States will hold the {BAD} Forum in Torvik in 2026 on the basis of {BAD} consensus.

3. {BAD} The Programme of Cooperation "{BAD}" until 2030 was adopted by Ms. Maria {BAD} Veldt, Minister of Transport.

\x00\x07\x1b[31m\ufffe\u202e red \u2028 \ud7ff {BAD}
"""
NAME = f"{BAD}.txt"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    target = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_register(target, lexicon=LEXICON) as register:
        for number in range(2):
            text = TEXT.replace("3 March 2025", f"{3 + number} March 2025")
            record = read_document(source_from_text(text, NAME), Options(lexicon=LEXICON))
            register.add(record, text.encode(), f"{number}{NAME}")
    served = serve(target, per_minute=100_000)
    yield served
    served.close()


def test_every_page_can_be_followed(hostile: Served) -> None:
    pages, faults = crawl(hostile.url)
    assert faults == []
    assert pages > 60


def test_nothing_of_it_stands_on_a_page_as_html(hostile: Served, tmp_path: Path) -> None:
    with open_register(hostile.settings.register, create=False, lexicon=LEXICON) as register:
        build_site(Room(register, Settings(register="x", lexicon=LEXICON)), tmp_path)
    for path in tmp_path.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        tree = LexborHTMLParser(text)
        assert not tree.css("img[src=x]"), path
        assert [node.attributes["src"].split("?")[0].split("/")[-1] for node in tree.css("script")] == ["site.js"], path
        named = {name for node in tree.css("*") for name in node.attributes}
        assert not [name for name in named if name.startswith("on") or name == "style"], path
        assert not set(text) & set("\x00\x07\x1b\ufffe"), path


def test_a_browser_runs_nothing_of_it(browser: Any, hostile: Served) -> None:
    context = browser.new_context(base_url=hostile.url)
    page = context.new_page()
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: told.append(message.text))
    page.goto("/documents")
    one, other = re.findall(r"/documents/[0-9a-f]{16}", page.content())[:2]
    ids = [path.split("/")[-1] for path in dict.fromkeys(re.findall(r"/documents/[0-9a-f]{16}", page.content()))]
    paths = [
        "/",
        "/statements",
        "/search?q=img",
        "/time",
        "/map",
        "/due?from=2020-01-01",
        one,
        f"{other}/new",
        "/review",
    ]
    for path in (*paths, f"/compare?a={ids[0]}&b={ids[1]}", "/agreed?wording=welcomed+the+signing+of+the+Convention"):
        page.goto(path)
    page.goto(one)
    page.locator("article.text a.m").first.hover()
    page.locator(".card[role=note]").wait_for(timeout=5000)
    context.close()
    assert told == []
