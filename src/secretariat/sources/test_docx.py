"""DOCX files made here with python-docx, and packages made to harm."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml

from secretariat.model.document import Document
from secretariat.model.errors import SourceError
from secretariat.sources import Limits, source_from_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: "docx.document.Document") -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def sample() -> "docx.document.Document":
    made = docx.Document()
    made.core_properties.title = "Joint plan"
    made.sections[0].header.paragraphs[0].text = "Restricted"
    made.add_heading("Joint plan of the sides", 0)
    made.add_heading("Trade", 1)
    made.add_paragraph("The sides will expand trade.")
    made.add_paragraph("build roads;", style="List Number")
    made.add_paragraph("build rails.", style="List Number")
    made.add_paragraph("a bullet", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("Year", "Place"), ("2021", "Bern")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    return made


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def read(data: bytes) -> Document:
    return source_from_bytes(data, "plan.docx", Limits())


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def test_layout_numbers_tables_and_headers() -> None:
    document = read(saved(sample()))
    assert blocks(document) == [
        ("furniture", "Restricted"),
        ("title", "Joint plan of the sides"),
        ("heading", "Trade"),
        ("text", "The sides will expand trade."),
        ("item", "1. build roads;"),
        ("item", "2. build rails."),
        ("item", "• a bullet"),
        ("table", "Year\tPlace"),
        ("table", "2021\tBern"),
    ]
    assert ("title", "Joint plan") in document.properties


def test_insertions_are_text_and_deletions_are_not() -> None:
    made = docx.Document()
    made.element.body.insert(0, parse_xml(
        f"<w:p {W}><w:r><w:t xml:space='preserve'>The sides </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> act.</w:t></w:r></w:p>"
    ))  # fmt: skip
    made.element.body.insert(1, parse_xml(
        f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    assert [text for _, text in blocks(read(saved(made)))] == ["The sides shall act.", "In a control."]


def test_footnotes_follow_their_paragraph() -> None:
    def add_notes(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"].decode()
        mark = '</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>.'
        parts["word/document.xml"] = body.replace("expand trade.", f"expand trade{mark}").encode()
        parts["word/footnotes.xml"] = (
            f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="7"><w:p>'
            "<w:r><w:footnoteRef/></w:r><w:r><w:t>Adopted in Oslo.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        ).encode()

    document = read(repacked(saved(sample()), add_notes))
    at = blocks(document).index(("text", "The sides will expand trade1."))
    assert blocks(document)[at + 1] == ("footnote", "1 Adopted in Oslo.")
    assert [document.text[low:high] for low, high in document.footnote_marks] == ["1"]


def test_numbers_of_several_levels() -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1(%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    paragraph = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="9"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    body = "".join(paragraph.format(depth) for depth in (0, 1, 1, 0, 1))

    def add_lists(parts: dict[str, bytes]) -> None:
        parts["word/numbering.xml"] = numbering.encode()
        parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()

    found = blocks(read(repacked(saved(docx.Document()), add_lists)))
    assert [text for _, text in found] == ["3. x", "3(a) x", "3(b) x", "4. x", "4(a) x"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(saved(sample()), lambda parts: parts.update({"word/document.xml": b"<a>" + b" " * 30_000_000}))
    with pytest.raises(SourceError, match="ZIP bomb"):
        read(bomb)
    with pytest.raises(SourceError, match="ZIP bomb"):
        source_from_bytes(saved(sample()), "a.docx", Limits(max_unpacked=1000))


def test_declared_entities_are_refused() -> None:
    def add_entity(parts: dict[str, bytes]) -> None:
        entity = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        parts["word/document.xml"] = entity + parts["word/document.xml"].partition(b"?>")[2]

    with pytest.raises(SourceError, match="document type"):
        read(repacked(saved(sample()), add_entity))


def test_other_packages_are_refused() -> None:
    with pytest.raises(SourceError, match="no DOCX"):
        read(repacked(saved(sample()), lambda parts: parts.pop("word/document.xml") and None))
    with pytest.raises(SourceError, match="no text"):
        read(saved(docx.Document()))
