"""Reads one source; whatever goes wrong is what became of it."""

import os
from collections.abc import Iterator
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
    """What became of a task: its record, or its fault in one line "name: fault; remedy".

    What another process read comes as JSON and is made a record when it is asked for.
    """

    name: str
    read: Record | None = None
    json: bytes = b""
    fault: str | None = None

    def record(self) -> Record:
        """The record; only where there is no fault."""
        return self.read or record_from_json(self.json)

    def pieces(self) -> Iterator[bytes]:
        """The record as JSON, piece by piece; only where there is no fault."""
        return iter((self.json,)) if self.read is None else self.read.json_pieces()


def read_one(task: Task, settings: Settings) -> Outcome:
    """Reads one source; whatever goes wrong comes back as the outcome's fault."""
    if task.fault is not None:
        return Outcome(task.name, fault=task.fault)
    try:
        return Outcome(task.name, _record(task, settings))
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
