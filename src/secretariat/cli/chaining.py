"""``secretariat chain``: wording followed through three or more documents."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import registers
from secretariat.cli.named import records_of
from secretariat.publishing.words.lines import counted, shortened

if TYPE_CHECKING:
    from secretariat.comparing.chain import Chain, Step, Strand
    from secretariat.model.record import Record

EXAMPLES = """[bold]Examples[/bold]

secretariat chain 2021.pdf 2022.docx 2023.txt

secretariat chain --all --json draft-1.docx draft-2.docx draft-3.docx
"""
_SIGNS = {
    "came": "+", "same": "=", "edited": "~", "moved": "=", "split": "<", "merged": ">", "went": "-", "back": "+",
}  # fmt: skip
_WORDS = 100


def chain_command(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOC...", help="Files, or documents of the register, two or more.")
    ],
    register: registers.At = registers.DEFAULT,
    everything: Annotated[bool, typer.Option("--all", help="Show strands that never changed, too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object with every strand.")] = False,
) -> None:
    """Follow each strand of wording through documents in order of time: when it came, changed, went and came back."""
    from secretariat.comparing.chain import chain

    if len(documents) < 2:
        raise typer.BadParameter("give two documents or more", param_hint="DOC...")
    with registers.told():
        records = records_of(documents, register)
    found = chain(records)
    if json:
        print(found.to_json().decode())
        return
    by_id = {r.document.id: r for r in records}
    ordered = [by_id[d.id] for d in found.documents]
    for line in _lines(found, ordered, everything):
        print(line)


def _lines(found: "Chain", records: "Sequence[Record]", everything: bool) -> Iterator[str]:
    for n, side in enumerate(found.documents, 1):
        title = f"  {shortened(side.title, _WORDS)}" if side.title and side.title != side.name else ""
        yield f"{n:>3}  {side.date or 'no date':<12} {side.name}{title}"
    if not found.by_date:
        yield "     not every document tells its date: they stand in the order in which they were given"
    yield ""
    yield "     + came or came back   = as before   ~ edited   < split   > merged   - went"
    columns = " ".join(f"{n:>2}" for n in range(1, len(records) + 1))
    yield f" {columns}"
    quiet = 0
    for strand in found.strands:
        if not everything and _is_quiet(strand):
            quiet += 1
            continue
        yield f" {_row(strand, len(records))}  {_wording(strand, records)}"
        for step in strand.steps:
            yield from _changes(step, found)
    yield ""
    if quiet:
        yield f"{counted(quiet, 'strand')} without a change; --all shows them"
    throughout = found.summary["throughout"]
    yield f"{counted(found.summary['strands'], 'strand')}, {throughout:,} in every document"


def _is_quiet(strand: "Strand") -> bool:
    """Whether a strand is the same wherever it is, from the first document to the last."""
    return strand.first == 0 and all(step.kind in ("came", "same") for step in strand.steps)


def _row(strand: "Strand", count: int) -> str:
    signs = {step.document: _SIGNS[step.kind] for step in strand.steps}
    return " ".join(f"{signs.get(n, ' '):>2}" for n in range(count))


def _wording(strand: "Strand", records: "Sequence[Record]") -> str:
    first = strand.steps[0]
    text = records[first.document].text
    return f"“{shortened(' '.join(text[slice(*place)] for place in first.places), _WORDS)}”"


def _changes(step: "Step", found: "Chain") -> Iterator[str]:
    for change in step.changes:
        said = " → ".join(f"“{shortened(words, 60)}”" for words in (change.was, change.now) if words)
        yield f"{'':{3 * len(found.documents) + 3}}{step.document + 1}: {change.kind} {said}"
