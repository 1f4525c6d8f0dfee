"""Files, folders and archives that are written: whole, or not at all."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Protocol, TypeAlias

from secretariat.model.errors import SourceError

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, so that the same files give the same archive."""


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


Opened: TypeAlias = AbstractContextManager[IO[bytes]]
"""A file that is open, to be used in a ``with``."""


class Folder(Protocol):
    """Something that many files are written into, each by its name with ``/`` between folders."""

    def file(self, name: str) -> Opened:
        """A new file of the folder, to be used in a ``with``."""


class Directory:
    """A folder on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def file(self, name: str) -> Opened:
        """A new file in it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


class Archive:
    """A ZIP file; the same files in the same order give the same bytes."""

    def __init__(self, target: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)

    def file(self, name: str) -> Opened:
        """A new file in it; one at a time."""
        info = zipfile.ZipInfo(name, _DAY_ONE)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return self._zip.open(info, "w", force_zip64=True)

    def close(self) -> None:
        """Writes the list of files at its end."""
        self._zip.close()


@contextmanager
def whole_folder(path: Path) -> Iterator[Directory]:
    """A folder to write into, which takes its name only when all is written; otherwise nothing is left of it.

    Raises ``SourceError`` where there is something under that name already, or where it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            what = "is there already and not empty" if path.is_dir() else "is a file"
            raise SourceError(str(path), what, "name another folder, or take that one away")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        yield Directory(partial)
        if path.exists():
            path.rmdir()
        os.replace(partial, path)  # noqa: PTH105 - the name of a folder, not of a file
    except OSError as fault:
        shutil.rmtree(partial, ignore_errors=True)
        raise SourceError(str(path), f"cannot be written ({fault.strerror})", "name another folder") from None
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
