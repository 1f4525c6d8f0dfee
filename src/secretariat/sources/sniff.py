"""What kind of file it is: by its first bytes, and only then by its name."""

import re
from pathlib import PurePath

from secretariat.model.errors import SourceError

PLAIN, HTML, XML = "text/plain", "text/html", "application/xml"
PDF, RTF, MARKDOWN = "application/pdf", "application/rtf", "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BY_SUFFIX = {
    ".txt": PLAIN, ".text": PLAIN,
    ".md": MARKDOWN, ".markdown": MARKDOWN,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".xml": XML, ".akn": XML,
    ".pdf": PDF, ".docx": DOCX, ".rtf": RTF,
}  # fmt: skip
DOCUMENT_SUFFIXES = frozenset(_BY_SUFFIX)
"""Names of files that a directory is searched for."""

_OCR = "run text recognition (OCR) on it first and read the PDF or text that this gives"
_SAVE = "save it as DOCX or PDF and read that"
_NO_DOCUMENT = "give the document itself: text, HTML, PDF, DOCX, RTF, Markdown or XML"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "is an image (PNG)", _OCR),
    (b"\xff\xd8\xff", "is an image (JPEG)", _OCR),
    (b"GIF87a", "is an image (GIF)", _OCR),
    (b"GIF89a", "is an image (GIF)", _OCR),
    (b"II*\x00", "is an image (TIFF)", _OCR),
    (b"MM\x00*", "is an image (TIFF)", _OCR),
    (b"AT&TFORM", "is a scan (DjVu)", _OCR),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old or an encrypted Office file", _SAVE),
    (b"\x1f\x8b", "is a packed file (gzip)", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a packed file (7z)", "unpack it first"),
    (b"Rar!\x1a\x07", "is a packed file (RAR)", "unpack it first"),
    (b"BZh", "is a packed file (bzip2)", "unpack it first"),
    (b"\xfd7zXZ\x00", "is a packed file (xz)", "unpack it first"),
    (b"\x7fELF", "is a program", _NO_DOCUMENT),
    (b"MZ\x90\x00", "is a program", _NO_DOCUMENT),
    (b"SQLite format 3\x00", "is a database", _NO_DOCUMENT),
)
_HTML_START = re.compile(rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_XML_START = re.compile(rb"\s*<\?xml\b", re.I)


def media_type(data: bytes, name: str) -> str:
    """The media type of a file, "application/pdf" and the like.

    The first bytes decide where they say it ("%PDF-", "PK", "{\\rtf", "<!doctype html"); else the ending of the name;
    else it is plain text. Raises ``SourceError`` for what is no document: an image, a packed file, a program.
    """
    for magic, fault, remedy in _REFUSED:
        if data.startswith(magic):
            raise SourceError(name, fault, remedy)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise SourceError(name, "is an image (WebP)", _OCR)
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return DOCX
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip()[:5] == b"{\\rtf":
        return RTF
    if _HTML_START.match(head):
        return HTML
    if _XML_START.match(head):
        return XML
    return _by_name(name)


def _by_name(name: str) -> str:
    """By the ending of the name; PDF, DOCX and RTF are what their first bytes say, or damaged."""
    said = _BY_SUFFIX.get(PurePath(name).suffix.lower(), PLAIN)
    if said in (PDF, DOCX, RTF):
        what = {PDF: "PDF", DOCX: "DOCX", RTF: "RTF"}[said]
        raise SourceError(name, f"is named as {what} but does not begin as one", "get a sound copy of it")
    return said
