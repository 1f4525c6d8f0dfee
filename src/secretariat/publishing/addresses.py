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
    """Makes addresses of served pages. ``base`` goes before each."""

    def __init__(self, base: str = "") -> None:
        self.base = base

    def page(self, path: str, query: Values | None = None, part: str = "") -> str:
        """The address of a page by its path ("/statements"), with a query and a part of the page."""
        return self.file(path, query) + _part(part)

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"{self.base}/assets/{name}"

    def file(self, path: str, query: Values | None = None) -> str:
        """The address of something that is no page: an original, a table."""
        asked = {name: value for name, value in (query or {}).items() if value not in (None, "")}
        return f"{self.base}{_quoted(path)}" + (f"?{urlencode(asked)}" if asked else "")

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


class FileAddresses(Addresses):
    """Makes addresses of pages that are written as files; ``base`` leads from the page to the folder ("." or "../..").

    A query has no meaning there but for the page of a list, the year, and the type of actors, which are parts of the name.
    """

    def page(self, path: str, query: Values | None = None, part: str = "") -> str:
        """The address of a page's file."""
        asked = query or {}
        name = "/index" if path == "/" else path
        if path == "/actors" and asked.get("type") not in (None, "", "state"):
            name += f"-{asked['type']}"
        for key in ("year", "page"):
            value = asked.get(key)
            if value and not (key == "page" and str(value) == "1"):
                name += f"-{value}"
        return f"{self.base}{_quoted(name)}.html{_part(part)}"

    def plot(self, name: str, query: Values | None = None, *, dark: bool = False) -> str:
        """A plot's file."""
        return self.file(f"/plots/{name}{'-dark' if dark else ''}.svg")


def _quoted(path: str) -> str:
    return quote(path, safe="/:@-._~+")


def _part(part: str) -> str:
    return f"#{quote(part, safe='-._')}" if part else ""


def digits(document: str) -> str:
    """What stands for a document in addresses."""
    return document.removeprefix("sha256:")[:DIGITS]
