"""Dresses a resolution as assemblies print it: running headers, page numbers, footnotes, words divided at line ends."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

NOTE = re.compile(r"^\[\^(\d+)\]: (.*)$", re.MULTILINE)
MARK = re.compile(r"\[\^(\d+)\]")
DIVISION = re.compile(r"(?<=[a-z]{3})(?:(?<=[aeiou])(?=[bcdfglmnprst][aeiou][a-z]{2})|(?=(?:tion|ment|ness|ing)\b))")
"""Where a word may be divided: before a consonant between two vowels, or before a common ending."""
LEFT, RIGHT, FOOT, LEADING = 50.0, 176.0, 268.0, 5.2
"""Margins of the text and its foot, and the height of a line, in millimetres from the page's corner."""


class Sheet(FPDF):
    """Pages with the document's symbol and short title on top and numbers below; notes stand at the page's foot."""

    def __init__(self, symbol: str, running: str, notes: dict[str, str]) -> None:
        super().__init__()
        self.symbol, self.running, self.notes = symbol, running, notes
        self.due: list[str] = []
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2018, 11, 27, tzinfo=UTC))
        self.set_title(running)

    def header(self) -> None:
        """From the second page on: the symbol and the short title, in turn left and right."""
        if self.page_no() > 1:
            self.set_font("Times", "", 8)
            for top, words in ((12.0, self.symbol), (16.0, self.running)):
                self.set_xy(20, top)
                self.cell(170, 4, words, align="L" if self.page_no() % 2 == 0 else "R")

    def footer(self) -> None:
        """The notes that the page's text has called for, and the page number."""
        self.set_font("Times", "", 8)
        top = FOOT - 4 * len(self.due)
        if self.due:
            self.line(LEFT, top - 1, LEFT + 30, top - 1)
        for key in self.due:
            self.set_xy(LEFT, top)
            self.cell(120, 4, f"{key} {self.notes[key]}")
            top += 4
        self.due = []
        self.set_xy(20, 280)
        self.cell(170, 4, f"{self.page_no()}/{{nb}}", align="R")

    def put(self, line: str, left: float) -> None:
        """One line of text, with the marks of its notes raised; begins a page where the line no longer fits."""
        called = MARK.findall(line)
        if self.get_y() + LEADING > FOOT - 6 - 4 * len(self.due + called):
            self.add_page()
            self.set_y(26)
        self.due += called
        self.set_x(left)
        for index, piece in enumerate(MARK.split(line)):
            self.set_font("Times", "", 6 if index % 2 else 10.5)
            self.set_char_spacing(0)
            self.cell(self.get_string_width(piece), 3 if index % 2 else LEADING, piece)
        self.ln(LEADING)


def write_pdf(text: str, path: Path, *, symbol: str, running: str) -> None:
    """Writes the file; ``text`` marks notes as ``[^1]`` and gives them at its end."""
    notes = dict(NOTE.findall(text))
    sheet = Sheet(symbol, running, notes)
    sheet.add_page()
    sheet.set_y(20)
    for part in NOTE.sub("", text).strip().split("\n\n"):
        for line in part.split("\n"):
            left = LEFT if MARK.sub("", part).endswith((",", ";", ".")) else 24.0
            for row in rows(sheet, line, RIGHT - left):
                sheet.put(row, left)
        sheet.ln(LEADING / 2)
    sheet.output(str(path))


def rows(sheet: FPDF, line: str, width: float) -> Iterator[str]:
    """The line in rows no wider than ``width`` millimetres, long words divided at the ends of rows."""
    sheet.set_font("Times", "", 10.5)
    row = ""
    for word in line.split():
        full = f"{row} {word}".strip()
        if sheet.get_string_width(MARK.sub("", full)) <= width:
            row = full
            continue
        head, tail = divide(sheet, row, word, width)
        yield f"{row} {head}".strip()
        row = tail
    yield row


def divide(sheet: FPDF, row: str, word: str, width: float) -> tuple[str, str]:
    """The longest part of a word, with its hyphen, that still fits on the row, and the rest; nothing and the word
    where it cannot be divided."""
    if len(word) < 8 or MARK.search(word):
        return "", word
    for place in sorted((m.start() for m in DIVISION.finditer(word)), reverse=True):
        if sheet.get_string_width(f"{row} {word[:place]}-") <= width:
            return f"{word[:place]}-", word[place:]
    return "", word
