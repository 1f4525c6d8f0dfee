"""Bytes in, ``Document`` out: the kind of file is found, its reader called, the result checked."""

import errno
import hashlib
import logging
import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from secretariat.model.document import Document, Source
from secretariat.model.errors import SourceError
from secretariat.sources import sniff
from secretariat.sources.builder import Extract, check_length
from secretariat.sources.limits import Limits

_LOG = logging.getLogger(__name__)
_READERS = {
    sniff.PLAIN: "plain",
    sniff.HTML: "html",
    sniff.XML: "xml",
    sniff.PDF: "pdf",
    sniff.RTF: "rtf",
    sniff.MARKDOWN: "markdown",
    sniff.DOCX: "docx",
}
"""Media type → the module that reads it, by its function ``extract_…`` of the same name."""
DEFAULT_LIMITS = Limits()
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which is no character and cannot be written as UTF-8."""


def read_source(path: str | Path, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file. Raises ``SourceError`` with file, fault and remedy where it cannot be read."""
    name = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return source_from_bytes(_bytes_of(Path(path), name, limits), name, limits)


def source_from_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in bytes that are called ``name``; the ending of the name counts where the bytes do not tell.

    The same bytes and name give the same document on every machine. Raises ``SourceError``, and nothing else.
    """
    _check_size(len(data), name, limits)
    if not data:
        raise SourceError(name, "is empty", "give a file that has text in it")
    media_type = sniff.media_type(data, name)
    try:
        extract = _reader(media_type)(data, name, limits)
    except (SourceError, MemoryError):
        raise
    except Exception as fault:
        _LOG.debug("cannot read %s", name, exc_info=True)
        what = type(fault).__name__
        raise SourceError(name, f"is damaged or not {media_type} ({what})", "get a sound copy of it") from fault
    check_length(len(extract.text), name, limits)
    if not extract.text or extract.text.isspace():
        raise SourceError(name, "has only white space", "give a file that has text in it")
    source = Source(name, media_type, len(data))
    return Document(
        "sha256:" + hashlib.sha256(data).hexdigest(),
        source,
        _HALF.sub("\ufffd", extract.text),
        extract.blocks,
        tuple((key, _HALF.sub("\ufffd", value)) for key, value in extract.properties),
        extract.footnote_marks,
    )


def source_from_text(text: str, name: str = "text") -> Document:
    """The document that a text is; its id is that of the same text in a UTF-8 file.

    Raises ``SourceError`` where the text is empty or blank, or holds half of a surrogate pair.
    """
    if not text or text.isspace():
        raise SourceError(name, "is empty", "give a text")
    if half := _HALF.search(text):
        fault = f"holds half of a character at {half.start():,} (the lone surrogate U+{ord(half.group()):04X})"
        raise SourceError(name, fault, "decode the bytes again with errors='replace', or give the file itself")
    name = _HALF.sub("\ufffd", name)
    data = text.encode("utf-8")
    return Document("sha256:" + hashlib.sha256(data).hexdigest(), Source(name, sniff.PLAIN, len(data)), text)


def _reader(media_type: str) -> Callable[[bytes, str, Limits], Extract]:
    """Imported when the first such file comes: who reads plain text does not wait for the PDF library."""
    module = _READERS[media_type]
    found: Callable[[bytes, str, Limits], Extract] = getattr(
        import_module(f"secretariat.sources.{module}"), f"extract_{module}"
    )
    return found


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of a file, never more than the limit even where the file grows."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(name, "is a directory", "give a file, or use a command that takes directories")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(name, "is not a regular file", "give a file")
        _check_size(status.st_size, name, limits)
        with path.open("rb") as file:
            return file.read(limits.max_bytes + 1)
    except (OSError, ValueError) as fault:
        raise _unreachable(fault, name) from fault


def _unreachable(fault: OSError | ValueError, name: str) -> SourceError:
    code = fault.errno if isinstance(fault, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return SourceError(name, "does not exist", "check the name and the directory")
    if code in (errno.EACCES, errno.EPERM):
        return SourceError(name, "may not be read by this user", "change its permissions")
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return SourceError(name, f"cannot be opened ({reason})", "check the name and the disk")


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.max_bytes:
        raise SourceError(
            name,
            f"is larger than {limits.max_bytes:,} bytes",
            "split it, or set SECRETARIAT_MAX_BYTES higher",
        )
