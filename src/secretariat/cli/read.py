"""``secretariat read``: reads sources and shows what they say."""

import os
import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from secretariat.cli.printers import Printer
    from secretariat.cli.reading_one import Settings

EXAMPLES = """[bold]Examples[/bold]

secretariat read communique.pdf

secretariat read --only persons,instruments declaration.docx

secretariat read --json --jobs 4 texts/ > records.jsonl

secretariat read --csv statements 'texts/2021*.txt' -o statements.csv

curl -s https://example.org/declaration.html | secretariat read -

secretariat read --lexicon words/ communique.pdf
"""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count it (128 + SIGINT)."""
PIPE_CLOSED = 141
"""Exit status when whoever read our output stopped reading (128 + SIGPIPE)."""


class Table(StrEnum):
    """The tables that ``--csv`` knows."""

    statements = "statements"
    mentions = "mentions"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, directories or globs; - reads standard input.")
]
Json = Annotated[bool, typer.Option("--json", help="Print each record as one line of JSON.")]
Csv = Annotated[Table | None, typer.Option("--csv", help="Print a table of all statements or all mentions.")]
Only = Annotated[
    str,
    typer.Option(
        metavar="KIND[,KIND]",
        help="Show these kinds alone, in full: dates, events, instruments, bodies, persons, states, places, groups, "
        "mentions, paragraphs, statements, stages, findings.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, only once all is read.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes that read; 0 is one a processor.")
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="DIR", help="Add the lexicon files of DIR, and the profiles of DIR/profiles; may be repeated."
    ),
]
AnyLanguage = Annotated[
    bool,
    typer.Option("--any-language", help="Read also texts without a lexicon for their language: structure and header."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no closing line; errors stay.")]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", envvar="SECRETARIAT_MAX_BYTES", help="Refuse sources of more bytes.", show_default=False
    ),
]
MaxChars = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", envvar="SECRETARIAT_MAX_CHARS", help="Refuse texts of more characters.", show_default=False
    ),
]
MaxPages = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", envvar="SECRETARIAT_MAX_PAGES", help="Refuse PDFs of more pages.", show_default=False
    ),
]


def read_command(
    paths: Paths,
    json: Json = False,
    csv: Csv = None,
    only: Only = "",
    output: Output = None,
    jobs: Jobs = 1,
    lexicon: Lexicon = None,
    any_language: AnyLanguage = False,
    quiet: Quiet = False,
    max_bytes: MaxBytes = None,
    max_chars: MaxChars = None,
    max_pages: MaxPages = None,
) -> None:
    """Read declarations, communiqués, resolutions, treaties: text, HTML, PDF, DOCX, RTF or Markdown.

    Prints a summary of each document; with --json its whole record, with --csv a table. What cannot be read is
    named on standard error, one line each, and the others are read all the same; the exit status is then 1.
    """
    from secretariat.cli.only import kinds_from
    from secretariat.cli.reading_one import Settings

    if json and csv:
        raise typer.BadParameter("--json and --csv exclude each other")
    try:
        kinds = kinds_from(only) if only else frozenset()
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint="--only") from None
    folders = folders_of(lexicon or [])
    limits = {"max_bytes": max_bytes, "max_chars": max_chars, "max_pages": max_pages}
    settings = Settings(folders, any_language, tuple((k, v) for k, v in limits.items() if v is not None))
    printer = _printer(json, csv, kinds, settings)
    try:
        if output is None:
            failed = _read(paths, printer, settings, jobs, quiet)
        else:
            failed = _read_to(output, paths, printer, settings, jobs, quiet)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that closing it cannot fail again
        raise typer.Exit(PIPE_CLOSED) from None
    if failed:
        raise typer.Exit(1)


def folders_of(lexicon: list[Path]) -> tuple[str, ...]:
    """The folders of --lexicon as text; a usage error where one is no directory."""
    for folder in lexicon:
        if not folder.is_dir():
            raise typer.BadParameter(f"{folder} is not a directory", param_hint="--lexicon")
    return tuple(str(folder) for folder in lexicon)


def _printer(json: bool, csv: Table | None, kinds: frozenset[str], settings: "Settings") -> "Printer":
    from secretariat.cli import printers

    if json:
        return printers.JsonPrinter(kinds)
    if csv:
        return printers.CsvPrinter(csv.value, kinds)
    return printers.SummaryPrinter(kinds, settings.lexicons)


def _read(paths: list[str], printer: "Printer", settings: "Settings", jobs: int, quiet: bool) -> int:
    """Reads and prints; gives how many sources could not be read."""
    from secretariat.cli import progress, reading_jobs
    from secretariat.publishing.words.lines import one_line

    tasks = list(reading_jobs.tasks_for(paths))
    processes = min(jobs or os.cpu_count() or 1, max(1, len(tasks)))
    bar = progress.wanted(len(tasks), quiet, printer.out.isatty())
    failed = 0
    printer.begin()
    with closing(reading_jobs.read_all(tasks, settings, processes)) as outcomes:
        for outcome in progress.with_progress(outcomes, len(tasks), bar):
            if outcome.fault is not None:
                failed += 1
                printer.out.flush()
                print(one_line(outcome.fault), file=sys.stderr)
            else:
                printer.show(outcome)
            del outcome  # so that its record is gone before the next is read
    printer.out.flush()
    if len(tasks) > 1 and not quiet:
        read = len(tasks) - failed
        print(f"{read} read" + (f", {failed} could not be read" if failed else ""), file=sys.stderr)
    return failed


def _read_to(output: Path, paths: list[str], printer: "Printer", settings: "Settings", jobs: int, quiet: bool) -> int:
    """As ``_read``, into a file that takes its name only when it is whole."""
    part = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        out = part.open("w", encoding="utf-8", newline="\n")
    except OSError as fault:
        print(f"{output}: cannot be written ({fault.strerror}); choose another --output", file=sys.stderr)
        return 1
    try:
        with out:
            printer.out = out
            failed = _read(paths, printer, settings, jobs, quiet)
        part.replace(output)
    except OSError as fault:
        print(f"{output}: cannot be written ({fault.strerror}); choose another --output", file=sys.stderr)
        return 1
    finally:
        part.unlink(missing_ok=True)
    return failed
