"""Reads sources in several processes at once."""

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context

from secretariat.cli.reading_one import Outcome, Settings, Task, read_one


def in_processes(tasks: Iterator[Task], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """The outcomes of the tasks, in their order.

    At most four tasks a process wait at any time, so that a long list of sources stays small in memory.
    """
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    try:
        with _deaf_to_interrupts():
            waiting.extend((task, pool.submit(_as_json, task, settings)) for task in islice(tasks, jobs * 4))
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


def _as_json(task: Task, settings: Settings) -> Outcome:
    """The outcome as it goes from one process to another."""
    outcome = read_one(task, settings)
    return outcome if outcome.read is None else Outcome(task.name, json=outcome.read.to_json())


def _submit(pool: ProcessPoolExecutor, task: Task, settings: Settings) -> "Future[Outcome]":
    try:
        return pool.submit(_as_json, task, settings)
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
