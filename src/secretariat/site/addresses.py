"""Where everything stands on the site: one place that makes addresses, for served pages and for pages written as files.

Addresses are permanent: a document's is made of its content (the first digits of its SHA-256), a paragraph's of its id, a mark's
of its place in the text; a thing's is its id, and former ids lead on.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

DIGITS = 16
"""Digits of a document's SHA-256 in its address."""
LISTS = {"instrument": "instruments", "event": "meetings", "body": "bodies"}
"""The list on which things of a type stand; all others are on ``actors``."""
Values = Mapping[str, str | None]


class Addresses:
    """Makes addresses. ``base`` goes before each, ``ending`` after the path (".html" for pages written as files)."""

    def __init__(self, base: str = "", ending: str = "") -> None:
        self.base = base
        self.ending = ending

    def page(self, path: str, query: Values | None = None, part: str = "") -> str:
        """The address of a page by its path ("/statements"), with a query and a part of the page."""
        path = "/index" if path == "/" and self.ending else path
        whole = f"{self.base}{quote(path, safe='/:@-._~+')}{self.ending}"
        asked = {name: value for name, value in (query or {}).items() if value not in (None, "")}
        return whole + (f"?{urlencode(asked)}" if asked else "") + (f"#{quote(part, safe='-._')}" if part else "")

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"{self.base}/assets/{name}"

    def file(self, path: str, query: Values | None = None) -> str:
        """The address of something that is no page: an original, a table."""
        return Addresses(self.base).page(path, query)

    def document(self, document: str, part: str = "") -> str:
        """A document by its id."""
        return self.page(f"/documents/{digits(document)}", part=part)

    def paragraph(self, document: str, paragraph: str) -> str:
        """A paragraph of a document."""
        return self.document(document, f"p-{paragraph}")

    def at(self, document: str, start: int) -> str:
        """A place of a document's text where something is marked or told."""
        return self.document(document, f"t{start}")

    def place(self, document: str, start: int) -> str:
        """What is marked at a place, and why."""
        return self.page(f"/documents/{digits(document)}/at/{start}")

    def thing(self, entity: str) -> str:
        """A thing by its id ("instrument/sco-charter")."""
        return self.page(f"/{entity}")

    def plot(self, name: str, query: Values | None = None, *, dark: bool = False) -> str:
        """A plot on light or dark paper."""
        return self.file(f"/plots/{name}.svg", {**(query or {}), "paper": "dark" if dark else None})

    def list_of(self, type_: str, query: Values | None = None) -> str:
        """The list on which things of a type stand."""
        return self.page(f"/{LISTS.get(type_, 'actors')}", query)


def digits(document: str) -> str:
    """What stands for a document in addresses."""
    return document.removeprefix("sha256:")[:DIGITS]
