"""``secretariat drift``: how the same thing was spoken of from document to document."""

import csv as csv_lines
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import answers, registers
from secretariat.publishing.words.lines import counted, one_line, shortened

if TYPE_CHECKING:
    from secretariat.comparing.drift import Drift, Moved, Spoken

EXAMPLES = """[bold]Examples[/bold]

secretariat drift "development bank" --organisation sco

secretariat drift body/sco-development-bank --plot bank.svg

secretariat drift --between declaration-2021.txt communique-2021.txt
"""
_QUOTE = 220
_SAID = {
    "first": "first", "same": "as before", "stronger": "stronger", "weaker": "weaker", "verb": "another verb",
    "against": "now against", "for": "now for", "silent": "named only",
}  # fmt: skip


def drift_command(
    entity: Annotated[
        str | None, typer.Argument(metavar="ENTITY", help="The thing: its id, its name, or words.", show_default=False)
    ] = None,
    register: registers.At = registers.DEFAULT,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="A B", help="Two documents: list the things of which they speak otherwise."),
    ] = None,
    organisation: answers.Organisation = "",
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw force by document: FILE.svg, .png or .html.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object with every statement.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a CSV table of the statements.")] = False,
) -> None:
    """Tell how a thing was spoken of through time: noted, supported, welcomed, decided; stronger or weaker, with quotes."""
    from secretariat.comparing.drifting import drift, drift_between

    if (entity is None) == (between is None):
        raise typer.BadParameter("name a thing, or two documents with --between", param_hint="ENTITY")
    if between is not None and (plot is not None or csv or organisation):
        raise typer.BadParameter("--plot, --csv and --organisation go with ENTITY only", param_hint="--between")
    with registers.opened(register) as opened:
        ask = opened.ask
        if between is not None:
            moved, still = drift_between(ask, ask.document(between[0]), ask.document(between[1]))
            _show_moved(moved, still, json)
            return
        found = drift(ask, str(entity), organisation)
        if plot is not None:
            from secretariat.publishing.plots.drift import drift_chart
            from secretariat.publishing.plots.saving import check_target, save_chart

            check_target(plot)
            save_chart(drift_chart(found), plot)
    if json:
        print(found.to_json().decode())
    elif csv:
        _print_csv(found)
    else:
        for line in _lines(found):
            print(line)


def _lines(found: "Drift") -> Iterator[str]:
    yield one_line(found.name)
    if found.thing != found.name:
        yield found.thing
    for spoken in found.documents:
        yield ""
        yield from _spoken(spoken)
    if not found.documents:
        yield "no document speaks of it"


def _spoken(spoken: "Spoken") -> Iterator[str]:
    stage = f", {'now ' if spoken.stage_moved else ''}{spoken.stage}" if spoken.stage else ""
    yield f"{spoken.date or 'no date':<11} {spoken.name}  {_SAID[spoken.move]}{stage}"
    for said in spoken.said:
        sign = "*" if said == spoken.strongest else " "
        against = ", against" if said.polarity == "against" else ""
        yield f"  {sign} {said.act} {said.force}{against}: “{shortened(said.quote, _QUOTE)}” ({said.start}–{said.end})"


def _print_csv(found: "Drift") -> None:
    writer = csv_lines.writer(sys.stdout, lineterminator="\n")
    names = ("verb", "act", "force", "polarity", "holders", "paragraph", "start", "end", "quote")
    writer.writerow(("document", "name", "date", "move", "stage", *names))
    for spoken in found.documents:
        head = (spoken.document, spoken.name, spoken.date, spoken.move, spoken.stage)
        writer.writerows((*head, *(getattr(said, name) for name in names)) for said in spoken.said)


def _show_moved(moved: "Sequence[Moved]", still: int, json: bool) -> None:
    if json:
        import msgspec

        print(msgspec.json.encode({"moved": moved, "unmoved": still}).decode())
        return
    for m in moved:
        stages = f"; {m.stages[0]} → {m.stages[1]}" if all(m.stages) and m.stages[0] != m.stages[1] else ""
        print(f"{_SAID[m.move]}{stages}: {one_line(m.name)}  ({m.thing})")
        for sign, spoken in (("-", m.before), ("+", m.now)):
            if spoken.strongest:
                said = spoken.strongest
                print(f"  {sign} {said.act} {said.force}: “{shortened(said.quote, _QUOTE)}” ({said.start}–{said.end})")
        print()
    print(f"{counted(len(moved), 'thing')} spoken of otherwise, {still:,} as before or without a statement")
