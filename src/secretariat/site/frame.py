"""The frame of every page: templates, and the few words and signs that they all use."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from secretariat.publishing.addresses import Addresses
from secretariat.publishing.words.dates import in_words
from secretariat.publishing.words.lines import one_line, shortened
from secretariat.site.room import Room
from secretariat.version import __version__

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
NAV = (
    ("Documents", "/documents"), ("Statements", "/statements"), ("Instruments", "/instruments"), ("Meetings", "/meetings"),
    ("Bodies", "/bodies"), ("Actors", "/actors"), ("Due", "/due"), ("Time", "/time"), ("Map", "/map"),
    ("Compare", "/compare"), ("Agreed language", "/agreed"),
)  # fmt: skip
_KINDS = {"event": "meeting"}
"""Types and kinds that people call otherwise than a record does."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows: its template, its title, and the values of the template."""

    template: str
    title: str
    values: dict[str, Any] = {}


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """The page stands at another address."""

    to: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that is no page: bytes with their media type, and a name where they are to be saved."""

    content: bytes
    media_type: str
    name: str = ""


Shown = Page | Moved | File
"""What a request may be answered with."""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., Any]] = {
        "day": day, "number": number, "kind": kind_said, "topic": topic_said, "short": short, "plain": plain,
        "size": size_said,
    }  # fmt: skip
    made.filters.update(filters)
    return made


class Visitor(msgspec.Struct, frozen=True):
    """Who asks: whether they may write, the token that their forms must bring back, the name with which they signed before."""

    editing: bool = False
    token: str = ""
    who: str = ""


def render(
    page: Page, room: Room, to: Addresses, here: str, visitor: Visitor | None = None, *, fixed: bool = False
) -> str:
    """The page as HTML. ``here`` is its path; ``fixed``: it is written as a file."""
    visitor = visitor or Visitor()
    template = _environment().get_template(page.template)
    return template.render(
        page.values,
        page=page,
        to=to,
        here=here,
        nav=NAV,
        room=room,
        editing=visitor.editing,
        token=visitor.token,
        who=visitor.who,
        fixed=fixed,
        version=__version__,
        stamp=asset_stamp(),
    )


@cache
def asset_stamp() -> str:
    """A digest of styles and scripts, by which browsers know a new one."""
    total = hashlib.sha256()
    for path in sorted(ASSETS.iterdir()):
        total.update(path.read_bytes())
    return total.hexdigest()[:10]


def today() -> str:
    """This day, as people in Greenwich write it (ISO)."""
    return datetime.now(UTC).date().isoformat()


def number(value: int) -> str:
    """A number with commas between thousands."""
    return f"{value:,}"


def day(edtf: str | None) -> str:
    """An EDTF date as people write it: 17 September 2021, until 2025; "no date" where there is none."""
    return in_words(edtf) if edtf else "no date"


def kind_said(key: str | None) -> str:
    """A type or kind in words."""
    return _KINDS.get(key or "", (key or "").replace("-", " ").replace("_", " "))


def topic_said(key: str) -> str:
    """A topic in words."""
    return key.replace("-", " ")


def plain(text: str | None) -> str:
    """Words in one line."""
    return one_line(text or "")


def short(text: str | None, most: int = 160) -> str:
    """The words in one line of at most so many characters."""
    return shortened(text or "", most)


def size_said(count: int) -> str:
    """A number of bytes in words."""
    return (
        f"{count:,} bytes" if count < 1000 else f"{count / 1000:,.0f} kB" if count < 1e6 else f"{count / 1e6:,.1f} MB"
    )
