"""A bar on standard error while many sources are read."""

import sys
from collections.abc import Iterable, Iterator

from secretariat.cli.reading_one import Outcome


def with_progress(outcomes: Iterable[Outcome], total: int, shown: bool) -> Iterator[Outcome]:
    """The outcomes as they come, with a bar where ``shown``."""
    if not shown:
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            name = outcome.name
            yield outcome
            del outcome
            progress.update(task, advance=1, description=name[-60:])


def wanted(total: int, quiet: bool, output_shown: bool) -> bool:
    """A bar helps where several sources are read, a person looks on, and the output does not already show progress."""
    return total > 1 and not quiet and sys.stderr.isatty() and not output_shown
