"""``secretariat add``: reads documents and keeps them in a register."""

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from secretariat.cli import read, registers

if TYPE_CHECKING:
    from collections import Counter

    from secretariat.cli.reading_one import Outcome, Settings
    from secretariat.register.register import Register

import typer

EXAMPLES = """[bold]Examples[/bold]

secretariat add declarations/

secretariat add 'texts/2021*.pdf' --register register.db

secretariat add archive/ --register postgresql://desk@server/register
"""


def add_command(
    paths: read.Paths,
    register: registers.At = registers.DEFAULT,
    jobs: read.Jobs = 0,
    lexicon: read.Lexicon = None,
    any_language: read.AnyLanguage = False,
    quiet: read.Quiet = False,
) -> None:
    """Read documents and keep them in a register, each whole or not at all.

    What is there already changes nothing, so that a run that was broken off is finished by running it again. What cannot be
    read is named on standard error, and the others are added all the same; the exit status is then 1.
    """
    from secretariat.cli.reading_one import Settings

    folders = read.folders_of(lexicon or [])
    settings = Settings(folders, any_language)
    try:
        with registers.opened(register, create=True, lexicon=folders) as opened:
            failed = _add(opened, paths, settings, jobs, quiet)
    except KeyboardInterrupt:
        raise typer.Exit(read.INTERRUPTED) from None
    if failed:
        raise typer.Exit(1)


def _add(register: "Register", paths: list[str], settings: "Settings", jobs: int, quiet: bool) -> int:
    """Reads and adds; gives how many sources could not be read."""
    from collections import Counter

    from secretariat.cli import progress, reading_jobs
    from secretariat.publishing.words.lines import one_line

    tasks = list(reading_jobs.tasks_for(paths))
    processes = min(jobs or os.cpu_count() or 1, max(1, len(tasks)))
    counts: Counter[str] = Counter()
    bar = progress.wanted(len(tasks), quiet, False)
    contents = {task.name: task.data for task in tasks if task.data is not None}
    with closing(reading_jobs.read_all(tasks, settings, processes)) as outcomes:
        for outcome in progress.with_progress(outcomes, len(tasks), bar):
            if outcome.fault is None:
                counts[_keep(register, outcome, contents)] += 1
            else:
                counts["failed"] += 1
                print(one_line(outcome.fault), file=sys.stderr)
    register.refresh()
    if not quiet:
        print(_summary(register, counts), file=sys.stderr)
    return counts["failed"]


def _keep(register: "Register", outcome: "Outcome", contents: dict[str, bytes]) -> str:
    content = contents.get(outcome.name)
    if content is None:
        content = Path(outcome.name).read_bytes()
    return register.add(outcome.record(), content, Path(outcome.name).name)


def _summary(register: "Register", counts: "Counter[str]") -> str:
    words = {
        "added": "added",
        "renewed": "read anew",
        "known": "there already",
        "failed": "could not be read",
    }
    said = [f"{counts[key]:,} {word}" for key, word in words.items() if counts[key]]
    return f"{', '.join(said) or 'nothing to add'}; {register.name} holds {len(register):,} documents"
