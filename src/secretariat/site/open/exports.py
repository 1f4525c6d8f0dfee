"""Exports by address: written to a file of their own first, so that nobody gets half of one."""

import tempfile
import threading
from collections.abc import Iterator
from typing import IO

import msgspec

from secretariat.publishing.akn import iris
from secretariat.publishing.akn.write import read_of, write_document
from secretariat.publishing.files import Archive
from secretariat.publishing.formats import Format, format_of
from secretariat.register.asking.filters import Filters
from secretariat.site.open.editions import edition
from secretariat.site.queries import Query
from secretariat.site.room import Room

_PIECE = 1 << 18
_IN_MEMORY = 4_000_000
"""Bytes up to which an export is kept in memory and not in a file."""
_PATIENCE_SECONDS = 120.0
_ONE = threading.Semaphore(1)
"""Exports are written one at a time in each process: they read the whole register."""


class Busy(Exception):
    """Another export takes so long that this one was not begun."""


class Download(msgspec.Struct, frozen=True):
    """A file to be sent: its name, media type, size, and its bytes in pieces."""

    name: str
    media_type: str
    size: int
    pieces: Iterator[bytes]


def filters_of(room: Room, query: Query) -> Filters:
    """The filters of an address, with documents and things found by their names; raises ``RegisterError``."""
    chosen = query.filters(per_page=None)
    document = room.ask.document(chosen.document) if chosen.document else None
    about = room.ask.find(chosen.about) if chosen.about else None
    return msgspec.structs.replace(chosen, document=document, about=about)


def export(room: Room, query: Query, name: str, address: str) -> Download:
    """One form of the register; forms of many files as a ZIP. Raises ``RegisterError``, or ``Busy``."""
    filters = filters_of(room, query)
    form = format_of(name, filters)
    if not _ONE.acquire(timeout=_PATIENCE_SECONDS):
        raise Busy
    try:
        target = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it was sent
        try:
            with edition(room, address, filters) as made:
                if form.is_folder:
                    archive = Archive(target)
                    form.write_folder(made, archive)
                    archive.close()
                else:
                    form.write_file(made, target)
        except BaseException:
            target.close()
            raise
    finally:
        _ONE.release()
    return Download(_name(form), form.media_type, target.tell(), _pieces(target))


def akn(room: Room, wanted: str, address: str) -> tuple[str, bytes]:
    """One document as Akoma Ntoso, with a name for it; raises ``RegisterError`` where there is none."""
    document = room.ask.document(wanted)
    with edition(room, address) as made, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as target:
        read = read_of(made, document)
        write_document(made, read, target)
        target.seek(0)
        return iris.file_name(read.facts), target.read()


def _name(form: Format) -> str:
    return f"secretariat-{form.name}.zip" if form.is_folder else f"secretariat{form.suffix}"


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The file in pieces; it goes when the last was taken, or when nobody wants more."""
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
