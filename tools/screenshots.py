"""Takes the screenshots of the docs: ``python tools/screenshots.py`` writes ``docs/images/``.

They show the site over the example documents; look at them before you keep them.
"""

import re
import shutil
import tempfile
from pathlib import Path

import site_examples
from playwright.sync_api import Page, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "docs" / "images"
_WIDTH, _HEIGHT = 1280, 820


def document(page: Page) -> None:
    """A document with a mark that tells what it is."""
    page.goto("/documents")
    page.get_by_role("link", name=re.compile("LISSANDRA")).first.click()
    page.mouse.wheel(0, 90)
    page.wait_for_timeout(300)
    page.locator("article.text a.m-instrument", has_text="MBCO Charter").first.hover()
    page.locator(".card[role=note]").wait_for()


def thing(page: Page) -> None:
    """What became of an initiative."""
    page.goto("/search?q=marine+convention")
    page.get_by_role("region", name="Called so").get_by_role("link").first.click()
    page.wait_for_load_state("networkidle")


SHOTS = {"document.png": document, "thing.png": thing}


def main() -> None:
    """Writes the files."""
    TARGET.mkdir(exist_ok=True)
    system = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as run:
        served = site_examples.serve(site_examples.fill(Path(folder) / "examples.db"))
        browser = run.chromium.launch(executable_path=system, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            base_url=served.url,
            viewport={"width": _WIDTH, "height": _HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        for name, show in SHOTS.items():
            page = context.new_page()
            show(page)
            page.screenshot(path=TARGET / name)
            page.close()
        browser.close()
        served.close()


if __name__ == "__main__":
    main()
