"""Accepts or rejects all tracked changes of a Word file on its XML, by the rules of ISO/IEC 29500-1, 17.13.5."""

from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs_after(file: BinaryIO | Path, *, accept: bool) -> list[str]:
    """The paragraphs that are left, empty ones left out.

    Accepting drops what is in ``w:del``; rejecting drops what is in ``w:ins``. A paragraph whose mark goes is joined to the next.
    """
    gone = f"{_W}del" if accept else f"{_W}ins"
    with ZipFile(file) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    assert body is not None
    paragraphs, open_ = [], ""
    for paragraph in body.iter(f"{_W}p"):
        for child in paragraph:
            if child.tag != gone:
                open_ += "".join(t.text or "" for t in child.iter() if t.tag in (f"{_W}t", f"{_W}delText"))
        if paragraph.find(f"{_W}pPr/{_W}rPr/{gone}") is None:
            paragraphs.append(open_)
            open_ = ""
    return [p for p in [*paragraphs, open_] if p.strip()]
