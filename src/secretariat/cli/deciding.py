"""``secretariat decide`` and ``secretariat decisions``: what people decide, kept for good and taken back at will."""

import getpass
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import answers, registers
from secretariat.publishing.files import whole_file

EXAMPLES = """[bold]Examples[/bold]

secretariat decide same body/sco-forum body/forum-of-the-organisation --why "renamed in 2019"

secretariat decide different "Action Plan" "Action Plan until 2025"

secretariat decide name body/sco-dbd2f1 "SCO Development Bank"

secretariat decide wrong 1f3c5a7b@1024-1031

secretariat decide act 1f3c5a7b@1024-1031 call

secretariat decide holder 1f3c5a7b@1024-1031 "KZ KG TJ"

secretariat decide stage 1f3c5a7b@2040-2060 adopted

secretariat decide undo 12
"""


class Word(StrEnum):
    """What can be decided."""

    same = "same"
    different = "different"
    name = "name"
    wrong = "wrong"
    act = "act"
    holder = "holder"
    stage = "stage"
    undo = "undo"


_TAKES = {
    "same": (2, 0), "different": (2, 0), "name": (1, 1), "wrong": (1, 0), "act": (1, 1), "holder": (1, 1),
    "stage": (1, 1), "undo": (1, 0),
}  # fmt: skip
"""How many things and how many values each word takes."""
Who = Annotated[
    str, typer.Option("--who", metavar="NAME", envvar="SECRETARIAT_WHO", help="Who decides; you, where not given.")
]


def signer() -> str:
    """The name of the person at the keyboard, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USER") or "unknown"


def decide_command(
    verdict: Annotated[
        Word, typer.Argument(metavar="WORD", help="same, different, name, wrong, act, holder, stage, undo.")
    ],
    things: Annotated[
        list[str], typer.Argument(metavar="THING…", help="Entities, a mark, or a number; then the value.")
    ],
    register: registers.At = registers.DEFAULT,
    who: Who = "",
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason, for those who come later.")] = "",
) -> None:
    """Decide for good what the program cannot: which things are the same, which marks are wrong.

    same A B · different A B · name A "…" · wrong MARK · act MARK ACT · holder MARK CODES · stage MARK STAGE (none: "") ·
    undo NUMBER. A mark is written as tables show it. Nothing is overwritten: a decision is taken back by undo.
    """
    from secretariat.register.decisions.making import decide
    from secretariat.register.register import now

    subjects, values = _TAKES[verdict.value]
    if len(things) != subjects + values:
        raise typer.BadParameter(f"'{verdict.value}' takes {subjects + values} words after it, not {len(things)}")
    with registers.opened(register) as opened:
        opened.refresh()
        with opened.engine.connect() as connection:
            decision = decide(
                connection, verdict.value, things[:subjects], things[subjects] if values else "",
                who=who or signer(), at=now(), why=why,
            )  # fmt: skip
        opened.decide([decision])
        opened.refresh()
        number = next(n for n, d in opened.decisions() if d.id == decision.id)
    print(f"decision {number}: {verdict.value}; 'secretariat decide undo {number}' takes it back", file=sys.stderr)


decisions_app = typer.Typer(help="List, export and import what people decided.", no_args_is_help=True)


@decisions_app.command("list")
def list_command(
    register: registers.At = registers.DEFAULT, json: answers.Json = False, csv: answers.Csv = False
) -> None:
    """List every decision with its number, whether it stands, who made it, when and why."""
    from secretariat.register.asking.answer import Answer
    from secretariat.register.decisions.verdicts import standing

    with registers.opened(register) as opened:
        decisions = opened.decisions()
    valid = {d.id for d in standing([d for _, d in decisions])}
    numbers = {d.id: n for n, d in decisions}
    rows = [
        {
            "number": n, "verdict": d.verdict, "stands": "yes" if d.id in valid or d.verdict == "undo" else "no",
            "who": d.who, "at": d.at[:19], "why": d.why,
            "what": f"decision {numbers.get(d.value, '?')}" if d.verdict == "undo"
            else " | ".join(a.entity or a.text for a in d.anchors) + (f" → {d.value}" if d.value else ""),
        }
        for n, d in decisions
    ]  # fmt: skip
    columns = ("number", "verdict", "stands", "who", "at", "why", "what")
    answers.show(Answer(columns, rows), columns, json=json, csv_=csv)


@decisions_app.command("export")
def export_command(
    register: registers.At = registers.DEFAULT,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")] = None,
) -> None:
    """Write all decisions as JSON Lines, for another register or for keeping."""
    from secretariat.register.decisions.lines import export_lines

    with registers.opened(register) as opened:
        data = b"".join(export_lines(d for _, d in opened.decisions()))
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    with registers.told(), whole_file(output) as file:
        file.write(data)


@decisions_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines that export wrote; - reads standard input.")],
    register: registers.At = registers.DEFAULT,
) -> None:
    """Take in decisions from a file; those that are there already change nothing."""
    from secretariat.register.decisions.lines import import_lines

    try:
        lines = sys.stdin.buffer.readlines() if str(file) == "-" else file.read_bytes().splitlines()
    except OSError as fault:
        print(f"{file}: cannot be read ({fault.strerror}); name another file", file=sys.stderr)
        raise typer.Exit(1) from None
    with registers.opened(register, create=True) as opened:
        new = opened.decide(import_lines(lines, str(file)))
        opened.refresh()
    print(f"{new} new of {len([line for line in lines if line.strip()])} decisions", file=sys.stderr)
