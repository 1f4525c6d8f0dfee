"""The parts of a DOCX package, unpacked with care: a small file may claim to be gigabytes."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from secretariat.model.errors import SourceError
from secretariat.sources.limits import Limits
from secretariat.sources.safe_xml import parse_xml

_MAIN = "word/document.xml"
_MOST_PARTS = 20_000
_SMALLEST_JUDGED = 1_000_000
"""Parts below this size are not judged by their ratio: a short header of repeated names packs well."""


class Package:
    """The parts of a DOCX file by name. Raises ``SourceError`` where it is no DOCX, or unpacks beyond the limits."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as fault:
            raise SourceError(name, f"is a damaged DOCX ({fault})", "get a sound copy of it") from fault
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > limits.max_unpacked:
            raise self._too_large()
        self._parts = {info.filename: info for info in infos}
        if _MAIN not in self._parts:
            raise SourceError(name, "is a ZIP package but no DOCX", "unpack it, or save the document as DOCX or PDF")

    def names(self, start: str) -> list[str]:
        """The names of the parts that begin with ``start``, in order."""
        return sorted(name for name in self._parts if name.startswith(start) and name.endswith(".xml"))

    def xml(self, part: str) -> Element | None:
        """The root element of a part; None where the package has no such part."""
        info = self._parts.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise SourceError(self._name, "is encrypted", "save it without a password")
        if info.file_size > max(_SMALLEST_JUDGED, info.compress_size * self._limits.max_ratio):
            raise self._too_large()
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError) as fault:
            raise SourceError(self._name, f"is a damaged DOCX ({part})", "get a sound copy of it") from fault
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            markup = data.decode(encoding)
        except UnicodeDecodeError as fault:
            raise SourceError(self._name, f"is a damaged DOCX ({part})", "get a sound copy of it") from fault
        if "<!DOCTYPE" in markup:
            raise SourceError(self._name, "holds a document type declaration", "save it anew from a word processor")
        return parse_xml(markup, self._name, self._limits)

    def _too_large(self) -> SourceError:
        return SourceError(
            self._name,
            "unpacks to far more than its size allows (a ZIP bomb)",
            "get it from a source you trust, or set SECRETARIAT_MAX_UNPACKED and SECRETARIAT_MAX_RATIO higher",
        )
