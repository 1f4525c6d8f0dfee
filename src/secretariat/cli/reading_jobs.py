"""Reads many sources one after another or in several processes; the order of what comes back is that of the sources."""

import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from secretariat.model.errors import SecretariatError
from secretariat.model.record import Record, record_from_json


class Settings(msgspec.Struct, frozen=True):
    """How all the sources of one command are read.

    ``lexicons`` are further folders of words; ``limits`` are fields of ``sources.Limits`` that the command sets.
    """

    lexicons: tuple[str, ...] = ()
    any_language: bool = False
    limits: tuple[tuple[str, int], ...] = ()


class Task(msgspec.Struct, frozen=True):
    """One source to read: a path, or bytes that came by standard input; or the fault that stands in its place."""

    name: str
    data: bytes | None = None
    fault: str | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What became of a task: its record as JSON, or its fault in one line "name: fault; remedy"."""

    name: str
    json: bytes = b""
    fault: str | None = None

    def record(self) -> Record:
        """The record; only where there is no fault."""
        return record_from_json(self.json)


def read_one(task: Task, settings: Settings) -> Outcome:
    """Reads one source; whatever goes wrong comes back as the outcome's fault."""
    if task.fault is not None:
        return Outcome(task.name, fault=task.fault)
    try:
        return Outcome(task.name, _record(task, settings).to_json())
    except SecretariatError as fault:
        return Outcome(task.name, fault=" ".join(str(fault).split()))
    except MemoryError:
        return Outcome(task.name, fault=f"{task.name}: does not fit in memory; lower --max-bytes or --jobs")
    except Exception as fault:
        if os.environ.get("SECRETARIAT_DEBUG"):
            raise
        what = " ".join(f"{type(fault).__name__}: {fault}".split())
        return Outcome(
            task.name, fault=f"{task.name}: the reader itself failed ({what}); please report it together with the file"
        )


def _record(task: Task, settings: Settings) -> Record:
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import read_source, source_from_bytes
    from secretariat.sources.limits import Limits

    limits = msgspec.structs.replace(Limits.from_environment(), **dict(settings.limits))
    data = task.data
    document = read_source(task.name, limits) if data is None else source_from_bytes(data, task.name, limits)
    folders = tuple(Path(folder) for folder in settings.lexicons)
    return read_document(document, Options(lexicon=folders, any_language=settings.any_language))


def read_all(tasks: Iterable[Task], settings: Settings, jobs: int = 1) -> Generator[Outcome, None, None]:
    """The outcomes of the tasks, in their order, the same for any number of ``jobs`` (processes)."""
    if jobs <= 1:
        for task in tasks:
            yield read_one(task, settings)
        return
    yield from _in_processes(iter(tasks), settings, jobs)


def _in_processes(tasks: Iterator[Task], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """At most four tasks a process wait at any time, so that a long list of sources stays small in memory."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    try:
        with _deaf_to_interrupts():
            waiting.extend((task, pool.submit(read_one, task, settings)) for task in islice(tasks, jobs * 4))
        while waiting:
            task, future = waiting.popleft()
            yield _outcome(task, future)
            for following in islice(tasks, 1):
                waiting.append((following, _submit(pool, following, settings)))
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in list((pool._processes or {}).values()):
            process.terminate()
        raise
    pool.shutdown()


def _submit(pool: ProcessPoolExecutor, task: Task, settings: Settings) -> "Future[Outcome]":
    try:
        return pool.submit(read_one, task, settings)
    except BrokenProcessPool as broken:
        failed: Future[Outcome] = Future()
        failed.set_exception(broken)
        return failed


def _outcome(task: Task, future: "Future[Outcome]") -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        fault = f"{task.name}: the process that read it died (out of memory?); try --jobs 1, or lower --max-bytes"
        return Outcome(task.name, fault=fault)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C: the one that the user sees hears it and ends them."""
    try:
        heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread: nothing to change
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


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
