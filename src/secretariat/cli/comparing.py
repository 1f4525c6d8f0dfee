"""``secretariat compare``: what changed from one document to another."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import registers
from secretariat.cli.named import records_of
from secretariat.cli.redline import comparison_lines
from secretariat.publishing.files import whole_file

EXAMPLES = """[bold]Examples[/bold]

secretariat compare draft.docx adopted.pdf

secretariat compare draft-1.docx draft-2.docx --word redline.docx --html redline.html
"""
Document = "A file, or a document of the register: its id, the beginning of it, or its name."


def compare_command(
    a: Annotated[str, typer.Argument(metavar="A", help=f"Before. {Document}")],
    b: Annotated[str, typer.Argument(metavar="B", help="Now; likewise.")],
    register: registers.At = registers.DEFAULT,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that stands by itself.")
    ] = None,
    word: Annotated[
        Path | None, typer.Option("--word", metavar="FILE", help="Write a Word file (.docx) with tracked changes.")
    ] = None,
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who the tracked changes are by.")
    ] = "Secretariat",
    everything: Annotated[bool, typer.Option("--all", help="Show paragraphs that did not change, too.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object: pairs of paragraphs, and a summary.")
    ] = False,
) -> None:
    """Compare two documents: paragraphs edited, moved, split, merged, new, dropped; words; what the changes mean."""
    from secretariat.comparing.compare import compare

    with registers.told():
        one, other = records_of([a, b], register)
        comparison = compare(one, other)
        if html is not None:
            from secretariat.publishing.redline.page import redline_page

            with whole_file(html) as file:
                file.write(redline_page(comparison, one, other).encode("utf-8", "replace"))
        if word is not None:
            from secretariat.publishing.redline.word import write_redline

            when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            with whole_file(word) as file:
                write_redline(comparison, one, other, file, author=author, when=when)
    if json:
        print(comparison.to_json().decode())
    elif everything or (html is None and word is None):
        for line in comparison_lines(comparison, one, other, everything=everything):
            print(line)
