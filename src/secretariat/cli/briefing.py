"""``secretariat whatsnew``: one page on a document for the person who must brief on it tonight."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import registers
from secretariat.publishing.files import whole_file
from secretariat.publishing.words.lines import counted, one_line, shortened

if TYPE_CHECKING:
    from secretariat.comparing.whatsnew import Briefing, Item

EXAMPLES = """[bold]Examples[/bold]

secretariat whatsnew communique-2021.txt

secretariat whatsnew communique-2021.txt --since declaration-2021.txt --html briefing.html
"""
_QUOTE = 200
_FEW = 12


def whatsnew_command(
    document: Annotated[str, typer.Argument(metavar="DOC", help="A document of the register: its id or its name.")],
    register: registers.At = registers.DEFAULT,
    since: Annotated[
        str,
        typer.Option("--since", metavar="DOC2", help="The earlier document; else the latest of the same organisation."),
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="Deadlines up to this day; else a year on.")
    ] = "",
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that stands by itself.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every line of each section.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell what is new in a document: decisions, promises, stages, what was dropped, who is missing, what is due."""
    from secretariat.comparing.briefing import brief

    day = _day(until)
    with registers.opened(register) as opened:
        ask = opened.ask
        found = brief(ask, ask.document(document), ask.document(since) if since else "", day)
        if html is not None:
            from secretariat.publishing.pages.briefing import briefing_page

            with whole_file(html) as file:
                file.write(briefing_page(found).encode("utf-8", "replace"))
    if json:
        print(found.to_json().decode())
    elif html is None:
        for line in _lines(found, everything):
            print(line)


def _day(until: str) -> str:
    """The last day of what was given as a date."""
    from secretariat.model.edtf import find_bounds

    try:
        return (find_bounds(until)[1] or "") if until else ""
    except ValueError:
        raise typer.BadParameter(f"{until!r} is no date: 2022, 2022-06 or 2022-06-30", param_hint="--until") from None


def _lines(found: "Briefing", everything: bool) -> Iterator[str]:
    from secretariat.publishing.pages.briefing import EMPTY, HEADINGS

    own, since = found.document, found.since
    yield one_line(own["title"] or own["name"])
    yield " · ".join(one_line(str(own[key])) for key in ("date", "place", "organisation", "name") if own[key])
    yield f"against {since['name']}, {since['date']}" if since else "no earlier document to hold it against"
    for line in found.unknown:
        yield f"not known: {line}"
    for section, heading in HEADINGS.items():
        items = found.sections[section]  # type: ignore[index]
        yield f"\n{heading} ({len(items):,})" + (
            f"; {found.repeated:,} more as in the earlier document"
            if section == "commitments" and found.repeated
            else ""
        )
        if not items:
            yield f"  {EMPTY[section]}"
        for item in items if everything else items[:_FEW]:
            yield from _item(item)
        if not everything and len(items) > _FEW:
            yield f"  … {counted(len(items) - _FEW, 'more line')}; --all shows them"


def _item(item: "Item") -> Iterator[str]:
    note = f"  ({one_line(item.note)})" if item.note else ""
    yield f"  {one_line(item.what)}{note}"
    if item.quote:
        yield f"      “{shortened(item.quote, _QUOTE)}” {item.name} {item.start}–{item.end}"
