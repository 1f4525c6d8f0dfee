"""Every document of the shared corpus is read, its promises are kept, and reading it again gives the same."""

import os
from pathlib import Path

import pytest
from invariants import broken

from secretariat.cli.reading_jobs import read_all
from secretariat.cli.reading_one import Outcome, Settings, Task

JOBS = min(4, os.cpu_count() or 1)


def outcomes(paths: list[Path], jobs: int) -> list[Outcome]:
    return list(read_all((Task(str(p)) for p in paths), Settings(any_language=True), jobs))


@pytest.fixture(scope="module")
def corpus(shared: Path) -> list[Path]:
    return sorted((shared / "corpus").rglob("*.txt"))


@pytest.fixture(scope="module")
def read(corpus: list[Path]) -> list[Outcome]:
    return outcomes(corpus, JOBS)


def test_all_are_read(read: list[Outcome]) -> None:
    assert len(read) >= 496
    assert [o.fault for o in read if o.fault] == []


def test_every_record_keeps_its_promises(read: list[Outcome]) -> None:
    faults = [f"{Path(o.name).name}: {fault}" for o in read if not o.fault for fault in broken(o.record())]
    assert faults[:20] == []


def test_the_kept_text_is_the_file(read: list[Outcome]) -> None:
    for outcome in read[::10]:
        assert outcome.record().text == Path(outcome.name).read_bytes().decode("utf-8-sig")


def test_serial_equals_parallel_and_twice_is_the_same(corpus: list[Path], read: list[Outcome]) -> None:
    again = outcomes(list(reversed(corpus[::9])), 1)
    assert [b"".join(o.pieces()) for o in again] == [b"".join(o.pieces()) for o in reversed(read[::9])]
