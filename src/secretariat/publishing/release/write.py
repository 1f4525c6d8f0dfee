"""Writes a release: every form, the words that explain it, and the checksums of all files."""

import gzip
from contextlib import AbstractContextManager
from types import TracebackType
from typing import IO, cast

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder, Opened
from secretariat.publishing.formats import FORMATS
from secretariat.publishing.release.codebook import codebook
from secretariat.publishing.release.quality import quality
from secretariat.publishing.tables.package import LICENCE, RIGHTS, Counted

PACKED = ("nquads", "jsonld")
"""Forms that are packed with gzip: they repeat themselves."""
_LEVEL = 6


def write_release(edition: Edition, folder: Folder) -> None:
    """Writes everything; the same register, address and version of this software give the same bytes."""
    noted = _Noted(folder)
    for form in FORMATS.values():
        if form.name == "release":
            continue
        if form.is_folder:
            form.write_folder(edition, _Within(noted, form.name))
            continue
        name = f"register{form.suffix}"
        if form.name in PACKED:
            with noted.file(f"{name}.gz") as file, _packed(file) as packed:
                form.write_file(edition, packed)
        else:
            with noted.file(name) as file:
                form.write_file(edition, file)
    for name, text in (("CODEBOOK.md", codebook()), ("QUALITY.md", quality(edition)), ("README.md", _readme(edition))):
        with noted.file(name) as file:
            file.write(text.encode())
    with folder.file("SHA256SUMS") as file:
        file.write("".join(f"{checksum}  {name}\n" for name, checksum in sorted(noted.checksums.items())).encode())


def _packed(file: IO[bytes]) -> IO[bytes]:
    """A gzip stream without name or time in it."""
    return cast(IO[bytes], gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=file, mtime=0))


class _Noted:
    """A folder that takes the checksum of every file."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.checksums: dict[str, str] = {}

    def file(self, name: str) -> Opened:
        return _NotedFile(self, name, self._folder.file(name))


class _NotedFile(AbstractContextManager[IO[bytes]]):
    def __init__(self, noted: _Noted, name: str, opened: Opened) -> None:
        self._noted, self._name, self._opened = noted, name, opened

    def __enter__(self) -> IO[bytes]:
        self._counted = Counted(self._opened.__enter__())
        return self._counted  # type: ignore[return-value]

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        self._noted.checksums[self._name] = self._counted.checksum
        return self._opened.__exit__(kind, fault, trace)


class _Within:
    """A folder within another."""

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder, self._name = folder, name

    def file(self, name: str) -> Opened:
        return self._folder.file(f"{self._name}/{name}")


def _readme(edition: Edition) -> str:
    count = len(edition.snapshot.documents)
    lines = [
        "# A register of what governments published together",
        "",
        f"Made by Secretariat {edition.version} of {count:,} documents; addresses begin with {edition.address}.",
        "",
        "| file | what | standard |",
        "|---|---|---|",
    ]
    for form in FORMATS.values():
        if form.name != "release":
            name = f"{form.name}/" if form.is_folder else f"register{form.suffix}{'.gz' if form.name in PACKED else ''}"
            lines.append(f"| `{name}` | {form.title} | {form.standard} |")
    lines += [
        "| `CODEBOOK.md` | What every table and column means | – |",
        "| `QUALITY.md` | How much there is, and what is doubted | – |",
        "| `SHA256SUMS` | Checksums: `sha256sum --check SHA256SUMS` | – |",
        "",
        f"Licence: {LICENCE['title']} ({LICENCE['path']}). {RIGHTS}",
    ]
    return "\n".join(lines) + "\n"
