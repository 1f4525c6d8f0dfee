"""Reads many sources one after another or in several processes; the order of what comes back is that of the sources."""

import os
import sys
from collections.abc import Generator, Iterable, Iterator

from secretariat.cli.reading_one import Outcome, Settings, Task, read_one
from secretariat.model.errors import SecretariatError


def read_all(tasks: Iterable[Task], settings: Settings, jobs: int = 1) -> Generator[Outcome, None, None]:
    """The outcomes of the tasks, in their order, the same for any number of ``jobs`` (processes)."""
    if jobs <= 1:
        for task in tasks:
            yield read_one(task, settings)
        return
    from secretariat.cli.reading_processes import in_processes  # here, for most commands need none and wait for it

    yield from in_processes(iter(tasks), settings, jobs)


def tasks_for(paths: Iterable[str]) -> Iterator[Task]:
    """What the arguments stand for: files, directories and globs in their order, ``-`` for standard input.

    A file that two arguments name is read once.
    """
    from secretariat.sources.paths import iter_paths

    seen: set[str] = set()
    for pattern in paths:
        if pattern == "-":
            yield Task("standard input", data=sys.stdin.buffer.read())
            continue
        try:
            for path in iter_paths([pattern]):
                if (real := os.path.realpath(path)) not in seen:
                    seen.add(real)
                    yield Task(str(path))
        except SecretariatError as fault:
            yield Task(pattern, fault=" ".join(str(fault).split()))
