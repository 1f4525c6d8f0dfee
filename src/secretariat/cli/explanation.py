"""An explanation at a terminal: each mark with its words, its attributes, its reason and what was refused."""

import os
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from secretariat.cli.summary import PLAIN_WIDTH
from secretariat.publishing.words.lines import counted, one_line, shortened

if TYPE_CHECKING:
    from secretariat.reading.explain import Explained, Explanation, Rival
    from secretariat.reading.reasons import Reason

MOST_RIVALS = 12
"""How many refused readings of one mark are shown."""


def show_explanation(explanation: "Explanation", out: TextIO) -> None:
    """Prints an explanation; colours at a terminal only."""
    if out.isatty():
        _print(explanation, Console(file=out, highlight=False, markup=False, emoji=False))
        return
    page = StringIO()
    width = None if os.environ.get("COLUMNS") else PLAIN_WIDTH
    _print(explanation, Console(file=page, width=width, highlight=False, markup=False, emoji=False))
    out.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))


def _print(explanation: "Explanation", console: Console) -> None:
    console.print(Text(f"{explanation.start:,} “{shortened(explanation.text, 200)}”", style="bold"))
    for mark in explanation.marks:
        console.print()
        console.print(Text(mark.what, style="bold cyan") + Text(f"  “{shortened(mark.text, 160)}”", style="default"))
        for line in _lines(mark):
            console.print(Padding(line, (0, 0, 0, 2)))
    if not explanation.marks:
        console.print("nothing is marked here")
    if explanation.rivals:
        console.print()
        console.print(Text("also refused here", style="bold cyan"))
        for line in _rivals(explanation.rivals):
            console.print(Padding(line, (0, 0, 0, 2)))


def _lines(mark: "Explained") -> Iterator[Text]:
    told = [f"{name} {_said(value)}" for name, value in mark.attributes.items() if name not in ("trigger", "holder")]
    if told:
        yield Text(", ".join(told), style="dim")
    yield Text("why  ", style="green") + Text(_because(mark.reason))
    if mark.reason.note:
        yield Text(f"     note: {one_line(mark.reason.note)}")
    for sentence in mark.reason.examples[:1]:
        yield Text(f"     as in: {one_line(sentence)}", style="dim")
    for sentence in mark.reason.counterexamples[:1]:
        yield Text(f"     not in: {one_line(sentence)}", style="dim")
    for words in mark.weighed:
        yield Text("weighed  ", style="green") + Text(one_line(words))
    yield from _rivals(mark.rivals)


def _rivals(rivals: "tuple[Rival, ...]") -> Iterator[Text]:
    for r in rivals[:MOST_RIVALS]:
        words = f"{r.reading} “{shortened(r.text, 80)}” ({r.reason.rule}): {r.why}"
        yield Text("refused  ", style="yellow") + Text(words + (f" — taken: {shortened(r.by, 100)}" if r.by else ""))
    if len(rivals) > MOST_RIVALS:
        yield Text(f"and {counted(len(rivals) - MOST_RIVALS, 'other')} (--json has all)", style="dim")


def _because(reason: "Reason") -> str:
    """The rule, what it says, and where its entry stands."""
    where = f", entry {reason.entry} in {reason.file}:{reason.line}" if reason.file else ""
    says = f": {reason.says}" if reason.says else ""
    return f"{reason.rule}{says}{where}"


def _said(value: Any) -> str:
    if isinstance(value, tuple | list):
        return " ".join(_said(v) for v in value) if len(value) < 12 else f"({len(value)} of them)"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else one_line(str(value))
