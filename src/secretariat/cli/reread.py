"""``secretariat reread``: brings records up to date with today's reader and words, showing gains and losses first."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import answers, read, registers

if TYPE_CHECKING:
    from secretariat.cli.reading_one import Settings, Task
    from secretariat.model.record import Record
    from secretariat.register.register import Register
    from secretariat.register.reread import Change


def reread_command(
    register: registers.At = registers.DEFAULT,
    every: Annotated[bool, typer.Option("--all", help="Also what this version and these words have read.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Keep the new readings without asking.")] = False,
    jobs: read.Jobs = 0,
    lexicon: read.Lexicon = None,
    any_language: read.AnyLanguage = False,
    quiet: read.Quiet = False,
) -> None:
    """Read the kept documents again and tell, document by document, what is gained and lost; then keep the new readings.

    Only what another version or other words have read is read again, unless --all. Decisions of people stay.
    """
    from secretariat.cli.reading_one import Settings

    folders = read.folders_of(lexicon or [])
    with registers.opened(register, lexicon=folders) as opened:
        names = _wanted(opened, every)
        if not names:
            print("every document was read by this version with these words", file=sys.stderr)
            return
        changes, records = _read(opened, names, Settings(folders, any_language), jobs, quiet)
        _report(changes, len(names))
        if not changes and not records:
            raise typer.Exit(1)
        if not yes and not typer.confirm("Keep the new readings?", default=False):
            print("nothing was changed", file=sys.stderr)
            return
        for document, name in records.items():
            content = opened.content(document)
            assert content is not None
            opened.add(_record(content, name, Settings(folders, any_language)), content, name)
        opened.refresh()


def _wanted(register: "Register", every: bool) -> dict[str, str]:
    """The documents to read again, id → name."""
    from secretariat.register.reread import iter_stale
    from secretariat.version import __version__

    words = register.vocabulary.hash.replace(" ", "-")
    with register.engine.connect() as connection:
        return dict(iter_stale(connection, "" if every else __version__, "" if every else words))


def _tasks(register: "Register", names: Mapping[str, str]) -> "Iterator[Task]":
    from secretariat.cli.reading_one import Task

    for document, name in names.items():
        yield Task(name, data=register.content(document))


def _read(
    register: "Register", names: Mapping[str, str], settings: "Settings", jobs: int, quiet: bool
) -> "tuple[list[Change], dict[str, str]]":
    """Reads again; gives what changes, and the documents that can be read, id → name. Nothing is written."""
    from secretariat.cli import progress, reading_jobs
    from secretariat.publishing.words.lines import one_line
    from secretariat.register.reread import compare

    processes = min(jobs or os.cpu_count() or 1, len(names))
    outcomes = reading_jobs.read_all(_tasks(register, names), settings, processes)
    bar = progress.wanted(len(names), quiet, False)
    changes: list[Change] = []
    records: dict[str, str] = {}
    for (document, name), outcome in zip(names.items(), progress.with_progress(outcomes, len(names), bar), strict=True):
        if outcome.fault is not None:
            print(f"{one_line(outcome.fault)} (the reading that is kept stays)", file=sys.stderr)
            continue
        before = register.record(document)
        assert before is not None
        records[document] = name
        change = compare(before, outcome.record(), name)
        if change.total:
            changes.append(change)
    return changes, records


def _record(content: bytes, name: str, settings: "Settings") -> "Record":
    from secretariat.cli.reading_one import Task, read_one

    return read_one(Task(name, data=content), settings).record()


def _report(changes: "Sequence[Change]", total: int) -> None:
    """A table of what comes and goes."""
    rows = [
        {
            "document": c.name,
            "gained": ", ".join(f"{n} {kind}" for kind, n in c.gained.items()) or "–",
            "lost": ", ".join(f"{n} {kind}" for kind, n in c.lost.items()) or "–",
        }
        for c in sorted(changes, key=lambda c: (-c.total, c.name))
    ]
    answers.print_table(rows, ("document", "gained", "lost"))
    print(f"{len(changes)} of {total} documents would read otherwise", file=sys.stderr)
