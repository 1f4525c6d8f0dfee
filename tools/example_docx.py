"""Dresses a text as a word processor's file: a title, headings, paragraphs, a table of signatures."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

FIRST_DAY = datetime(2019, 11, 22)
"""The file's own date, fixed so that every build gives the same file."""


def write_docx(text: str, path: Path) -> None:
    """Writes the file: first paragraph the title, short lines without a full stop headings, the signatures a table."""
    title, *body = [part.strip() for part in text.strip().split("\n\n")]
    docx = Document()
    docx.core_properties.created = docx.core_properties.modified = FIRST_DAY
    docx.core_properties.title, docx.core_properties.author = title, "MBCO Secretariat"
    docx.add_heading(title, level=0)
    signatures = [part for part in body if is_signature(part)]
    for part in body:
        if is_signature(part):
            continue
        if part.endswith("."):
            docx.add_paragraph(part).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        elif part[-1].isdigit():
            docx.add_paragraph(part).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        else:
            docx.add_heading(part, level=1)
    add_signatures(docx, signatures)
    file = io.BytesIO()
    docx.save(file)
    path.write_bytes(undated(file))


def is_signature(part: str) -> bool:
    """An office on one line and a name on the next."""
    return part.count("\n") == 1 and not part.endswith(".")


def add_signatures(docx: Docx, signatures: list[str]) -> None:
    """A table of two columns: the office, the name."""
    table = docx.add_table(rows=0, cols=2)
    for part in signatures:
        office, name = part.split("\n")
        cells = table.add_row().cells
        cells[0].text, cells[1].text = office, name


def undated(file: io.BytesIO) -> bytes:
    """The same package with the fixed date on each of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, FIRST_DAY.timetuple()[:6])
            new.writestr(info, old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
