"""PDFs made here, line by line: paragraphs whole, furniture and footnotes beside them."""

import io
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF

from secretariat.model.document import Document
from secretariat.model.errors import SourceError
from secretariat.sources import Limits, read_source, source_from_bytes
from secretariat.sources.hyphens import Hyphens

ORIGINALS = Path(__file__).resolve().parents[4] / "shared" / "originals"
GOLD = ORIGINALS.parent / "gold"
LEFT, TOP, LEADING = 25.0, 35.0, 5.0


class Sheet:
    """A PDF that is set line by line, in millimetres from the top left corner."""

    def __init__(self, header: str = "", foot: str = "") -> None:
        self.pdf = FPDF()
        self.pdf.set_auto_page_break(False)
        self._header, self._foot = header, foot
        self.turn()

    def turn(self) -> None:
        """Begins a page, with its running head and its number."""
        self.pdf.add_page()
        self.y = TOP
        number = self.pdf.page
        self.put(LEFT, 15, self._header, 8)
        self.put(LEFT, 285, f"{number}/3" if self._foot else "", 8)

    def put(self, x: float, y: float, text: str, size: float = 11, style: str = "") -> float:
        """Sets words at a place; gives where they end."""
        self.pdf.set_font("Helvetica", style, size)
        if text:
            self.pdf.text(x, y, text)
        return x + float(self.pdf.get_string_width(text))

    def paragraph(self, *lines: str, indent: float = 0, size: float = 11, style: str = "") -> None:
        """Lines at the usual distance, and a gap after the last."""
        for place, line in enumerate(lines):
            self.put(LEFT + (0 if place else indent), self.y, line, size, style)
            self.y += LEADING
        self.y += 3

    def bytes(self) -> bytes:
        return bytes(self.pdf.output())


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def read(sheet: Sheet) -> Document:
    return source_from_bytes(sheet.bytes(), "made.pdf", Limits())


FIRST = (
    "The Ministers welcomed the results of the meeting that was held in Bern in the spring of",
    "this year and asked the secretariat to send the report that was drawn up there to all of",
    "the sides before autumn.",
)
SECOND = (
    "They reaffirmed that the sides will go on working together in trade, in transport and in",
    "energy, and that nothing in the present statement touches the rights which the sides have",
    "under the agreements that they concluded earlier with one another and with other States,",
)
THIRD = (
    "as well as under the decisions of the bodies in which all of them take part, where those",
    "decisions were adopted by consensus.",
)


def long_document() -> Sheet:
    sheet = Sheet("Joint statement of the Ministers", "number")
    sheet.paragraph("Joint statement of the Ministers of Trade", size=18, style="B")
    for _ in range(3):
        sheet.paragraph(*FIRST)
    end = sheet.put(LEFT, sheet.y, "They recalled the plan of action")
    end = sheet.put(end, sheet.y - 1.6, "1", 6.5)
    sheet.put(end, sheet.y, " and its annex.")
    sheet.y += LEADING + 3
    sheet.paragraph(*SECOND)
    sheet.put(LEFT, 262, "_" * 20, 9)
    sheet.put(LEFT, 267, "1", 5.5)
    sheet.put(LEFT + 3, 268, "Adopted in Oslo on 4 May 2020.", 8.5)
    sheet.turn()
    sheet.paragraph(*THIRD)
    sheet.paragraph("(a) trade;")
    sheet.paragraph("(b) transport.")
    for _ in range(3):
        sheet.paragraph(*FIRST)
    sheet.turn()
    sheet.paragraph(*FIRST)
    return sheet


def test_a_paragraph_over_the_end_of_a_page_is_one_block() -> None:
    found = blocks(read(long_document()))
    assert ("text", " ".join(SECOND + THIRD)) in found
    assert found.count(("text", " ".join(FIRST))) == 7


def test_running_heads_and_page_numbers_are_furniture_and_kept() -> None:
    found = blocks(read(long_document()))
    assert [text for kind, text in found if kind == "furniture"].count("Joint statement of the Ministers") == 3
    assert {"1/3", "2/3", "3/3"} <= {text for kind, text in found if kind == "furniture"}
    assert ("title", "Joint statement of the Ministers of Trade") in found


def test_footnotes_and_their_marks() -> None:
    document = read(long_document())
    assert ("footnote", "1 Adopted in Oslo on 4 May 2020.") in blocks(document)
    assert ("text", "They recalled the plan of action1 and its annex.") in blocks(document)
    assert [document.text[low:high] for low, high in document.footnote_marks] == ["1"]


def test_items_are_items() -> None:
    assert [text for kind, text in blocks(read(long_document())) if kind == "item"] == ["(a) trade;", "(b) transport."]


def test_indented_paragraphs_without_space_between() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.paragraph(*SECOND, indent=8)
        sheet.y -= 3
    assert len(read(sheet).blocks) == 3


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    for row in range(20):
        sheet.put(LEFT, TOP + row * LEADING, f"left line {row} of the words of one column", 9)
        sheet.put(110, TOP + row * LEADING, f"right line {row} of the words of a column", 9)
    text = read(sheet).text
    assert text.index("left line 19") < text.index("right line 0")


def test_hyphens_at_the_end_of_a_line() -> None:
    lines = ["The coopera-", "tion grew. Cooperation was asked for by all.", "They seek self-", "determination."]
    hyphens = Hyphens(lines)
    assert hyphens.join("The coopera-", "tion grew") == ("The coopera", "")
    assert hyphens.join("They seek self-", "determination.") == ("They seek self-", "")
    assert hyphens.join("the Asia-", "Pacific region") == ("the Asia-", "")
    assert hyphens.join("for 2021-", "2025") == ("for 2021-", "")
    assert hyphens.join("imple\u00ad", "mentation") == ("imple", "")
    assert hyphens.join("the plan -", "and more") == ("the plan -", " ")
    assert hyphens.join("the plan", "and more") == ("the plan", " ")


@pytest.mark.parametrize("password", ["open sesame"])
def test_an_encrypted_file_says_so(password: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(long_document().bytes()))
    writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(SourceError, match=r"is encrypted; save it without a password"):
        source_from_bytes(target.getvalue(), "locked.pdf", Limits())


def test_a_file_without_text_layer_says_so() -> None:
    sheet = Sheet()
    sheet.pdf.rect(20, 20, 100, 100, style="F")
    with pytest.raises(SourceError, match=r"no text layer .*OCR"):
        read(sheet)


def test_too_many_pages() -> None:
    with pytest.raises(SourceError, match="more than 2 pages"):
        source_from_bytes(long_document().bytes(), "a.pdf", Limits(max_pages=2))


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the shared originals are not there")
def test_a_real_resolution_keeps_every_word() -> None:
    document = read_source(ORIGINALS / "unga_A_RES_79_332_un-sco-cooperation.pdf")
    expected = "".join((GOLD / "unga-2025-sco.txt").read_text("utf-8").split())
    ours = "".join(document.text.split())
    assert sorted(ours) == sorted(expected)
    assert len(document.footnote_marks) == 8


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the shared originals are not there")
@pytest.mark.parametrize("name", ["cis_belovezh_1991_ru_scan.pdf", "unga_res_2758_ru_scan.pdf"])
def test_real_scans_are_refused(name: str) -> None:
    with pytest.raises(SourceError, match="no text layer"):
        read_source(ORIGINALS / name)
