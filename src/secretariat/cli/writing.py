"""Files that a command writes: whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from secretariat.model.errors import SourceError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name only when all is written; otherwise nothing is left of it.

    Raises ``SourceError`` where it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise SourceError(str(path), f"cannot be written ({fault.strerror})", "name another file") from None
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
