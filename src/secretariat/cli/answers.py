"""Shows answers of a register: as a table for people, as JSON, as CSV."""

import csv
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.publishing.words.lines import one_line

if TYPE_CHECKING:
    from secretariat.register.asking.answer import Answer, Row

Json = Annotated[bool, typer.Option("--json", help="Print a JSON list, one row a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print a CSV table with every column.")]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most N rows; 0 for all.", show_default=False)
]
Since = Annotated[str, typer.Option(metavar="DATE", help="From documents of DATE on: 2021, 2021-09, 2021-09-17.")]
Until = Annotated[str, typer.Option(metavar="DATE", help="From documents up to DATE, its end included.")]
Organisation = Annotated[
    str, typer.Option("--organisation", "-O", metavar="ID", help="Documents of it: sco, un, g20 …")
]
Text = Annotated[str, typer.Option(metavar="WORDS", help='Words, "phrases", -not, begin*; in the same paragraph.')]
FEW = 40
"""Rows of a table where no other number is asked for."""
_QUOTE = 30
_MOST = 60
"""Letters of the last column at least, and of the others at most."""
_PAGE = 140
"""Letters of a line where no terminal says how wide it is."""


def limit_of(limit: int | None, machine: bool) -> int | None:
    """How many rows to ask for: a table for people is short, what programs read is whole."""
    if limit is None:
        return None if machine else FEW
    return limit or None


def show(answer: "Answer", columns: Sequence[str], *, json: bool, csv_: bool) -> None:
    """Prints an answer in the form asked for; the table has only the given columns."""
    if json:
        print_json(answer.rows)
    elif csv_:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([[_cell(row[name]) for name in answer.columns] for row in answer.rows])
    else:
        print_table(answer.rows, columns)
        if answer.total > len(answer.rows):
            print(f"{len(answer.rows):,} of {answer.total:,}; --limit 0 shows all", file=sys.stderr)
        elif not answer.rows:
            print("nothing found", file=sys.stderr)


def print_json(rows: Sequence["Row"]) -> None:
    """A JSON list with one row a line."""
    import msgspec

    out = sys.stdout
    out.write("[")
    for n, row in enumerate(rows):
        out.write(("," if n else "") + "\n" + msgspec.json.encode(row).decode())
    out.write("\n]\n" if rows else "]\n")


def print_table(rows: Sequence["Row"], columns: Sequence[str]) -> None:
    """A table as wide as the screen; the last column takes what is left and wraps."""
    if not rows:
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for name in columns:
        last = name == columns[-1]
        least, most = (_QUOTE, None) if last else (None, _MOST)
        head = name.replace("_", " ")
        table.add_column(head, overflow="fold", no_wrap=not last, min_width=least, max_width=most)
    for row in rows:
        table.add_row(*(_text(row.get(name)) for name in columns))
    page = None if sys.stdout.isatty() else _PAGE
    Console(highlight=False, markup=False, emoji=False, width=page).print(table)


def _text(value: Any) -> str:
    return one_line(_cell(value))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value)
