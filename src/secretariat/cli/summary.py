"""The summary of a record at a terminal: which sections there are, and in what order."""

import os
from collections.abc import Callable, Iterable
from io import StringIO
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from secretariat.cli import summary_names, summary_says
from secretariat.cli.summary_head import head
from secretariat.model.record import Record

PLAIN_WIDTH = 100
"""Columns where the output is no terminal and COLUMNS does not say."""

Part = Callable[[Record, bool, tuple[str, ...]], RenderableType | None]
"""Takes the record, whether to show it in full, and the lexicon folders; None where it has nothing to show."""

SECTIONS: tuple[tuple[str, str, Part, bool], ...] = (
    ("person", "Persons", summary_names.persons, True),
    ("event", "Meetings and events", summary_names.events, True),
    ("instrument", "Instruments", summary_names.instruments, True),
    ("body", "Bodies", summary_names.bodies, True),
    ("date", "Dates", summary_names.dates, False),
    ("state", "States", summary_names.states, False),
    ("place", "Places", summary_names.places, False),
    ("group", "Groups", summary_names.groups, False),
    ("statements", "Statements", summary_says.statements, True),
    ("stages", "Stages of life", summary_says.stages, True),
    ("findings", "To look at", summary_says.findings, True),
    ("paragraphs", "Paragraphs", summary_says.paragraphs, False),
)
"""Kind, heading, what draws it, and whether a summary shows it without being asked."""


def show_summary(record: Record, out: TextIO, kinds: frozenset[str], lexicons: tuple[str, ...]) -> None:
    """Prints the summary of a record; with ``kinds``, those sections alone, each in full.

    Colours at a terminal only, and none where NO_COLOR is set.
    """
    parts = Group(*head(record, lexicons), *_sections(record, kinds, lexicons), Text(""))
    if out.isatty():
        _console(out, None).print(parts)
        return
    page = StringIO()
    _console(page, None if os.environ.get("COLUMNS") else PLAIN_WIDTH).print(parts)
    out.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))


def _console(out: TextIO, width: int | None) -> Console:
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def _sections(record: Record, kinds: frozenset[str], lexicons: tuple[str, ...]) -> Iterable[RenderableType]:
    for kind, heading, part, unasked in SECTIONS:
        if kind not in kinds if kinds else not unasked:
            continue
        body = part(record, bool(kinds), lexicons)
        if body is not None:
            yield Text("")
            yield Text(heading, style="bold cyan")
            yield Padding(body, (0, 0, 0, 2))
        elif kinds:
            yield Text("")
            yield Text(f"{heading}: none found", style="dim")
