"""Documents named on the command line: a file, or a document of a register by its id, the beginning of it, or its name."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from secretariat.model.errors import RegisterError

if TYPE_CHECKING:
    from secretariat.model.record import Record
    from secretariat.register.register import Register


def record_of(file: str) -> "Record":
    """The record of a file; raises ``SourceError`` or ``LanguageError``."""
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import Limits, read_source

    return read_document(read_source(file, Limits.from_environment()), Options())


def records_of(named: Sequence[str], register: str) -> "list[Record]":
    """The records of some documents. A file that exists is read; anything else is looked for in the register.

    Raises ``SourceError``, ``LanguageError`` or ``RegisterError``.
    """
    from secretariat.register.register import open_register

    opened: Register | None = None
    found = []
    try:
        for name in named:
            if Path(name).exists():
                found.append(record_of(name))
                continue
            if opened is None:
                try:
                    opened = open_register(register, create=False)
                except RegisterError as fault:
                    text = f"there is no such file, and the register cannot be asked ({fault.fault})"
                    raise RegisterError(name, text, "name a file, or a register with --register") from None
            found.append(_kept(opened, name))
    finally:
        if opened is not None:
            opened.close()
    return found


def _kept(register: "Register", name: str) -> "Record":
    record = register.record(register.ask.document(name))
    if record is None:  # taken out by another program in between
        raise RegisterError(register.name, f"there is no document {name!r} any more", "ask again")
    return record
