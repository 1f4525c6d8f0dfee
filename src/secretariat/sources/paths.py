"""Which files a person means: names, directories and patterns."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from secretariat.model.errors import SourceError
from secretariat.sources.sniff import DOCUMENT_SUFFIXES


def iter_paths(patterns: Sequence[str]) -> Iterator[Path]:
    """The files that the patterns name, each once, in the order of the patterns and sorted within each.

    1. ``communique.pdf``: that file, whatever its kind.
    2. ``archive``: every document in the directory and below it; hidden files, and kinds that are no documents
       (``.csv``, ``.json``, ``.py``, images), are left out.
    3. ``archive/*.docx``, ``archive/**/*.txt``: what the pattern matches; directories that it matches as in 2.

    Raises ``SourceError`` where a pattern gives nothing.
    """
    seen: set[str] = set()
    for pattern in patterns:
        found = False
        for path in _matched(pattern):
            found = True
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path
        if not found:
            raise _nothing(pattern)


def _matched(pattern: str) -> Iterator[Path]:
    """What one pattern names."""
    if "\0" in pattern:
        return
    path = Path(pattern)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield path
    elif glob.has_magic(pattern):
        for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            match = Path(name)
            if match.is_dir():
                yield from _below(match)
            elif not match.name.startswith("."):
                yield match


def _below(directory: Path) -> Iterator[Path]:
    """The documents in a directory and below it, in order of their names; links to directories are not followed."""
    for root, folders, files in os.walk(directory):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and path.suffix.lower() in DOCUMENT_SUFFIXES and path.is_file():
                yield path


def _nothing(pattern: str) -> SourceError:
    if Path(pattern.replace("\0", "")).is_dir():
        kinds = ", ".join(sorted(suffix[1:] for suffix in DOCUMENT_SUFFIXES))
        return SourceError(pattern, "has no documents in it", f"put files of these kinds there: {kinds}")
    if glob.has_magic(pattern):
        return SourceError(pattern, "matches no file", "check the pattern and the directory")
    return SourceError(pattern, "does not exist", "check the name and the directory")
