"""PDF: its text in reading order, paragraphs whole, page furniture and footnotes beside them."""

import re

import pypdfium2
import pypdfium2.raw as pdfium

from secretariat.model.document import BlockKind
from secretariat.model.errors import SourceError
from secretariat.model.spans import Span
from secretariat.sources.builder import Extract, TextBuilder
from secretariat.sources.hyphens import Hyphens
from secretariat.sources.limits import Limits
from secretariat.sources.pdf_lines import Line, lines_of
from secretariat.sources.pdf_notes import notes_of
from secretariat.sources.pdf_paragraphs import Measures, is_short, measure, paragraphs
from secretariat.sources.pdf_regions import Page, body_size, divide
from secretariat.sources.pdf_words import PageWords

_ITEM = re.compile(r"(?:\([a-z]{1,4}\)|[a-z]\)|[•·▪●○–—])\s")
_PROPERTIES = {"Title": "title", "Author": "creator", "Subject": "subject", "CreationDate": "created"}
_LEAST_CHARS = 10
"""Fewer characters a page than this, and the pages are pictures with a stamp on them."""
_OCR = "run text recognition (OCR) on it first and read the PDF that this gives"


def extract_pdf(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of a PDF. A paragraph is one block, also where lines or pages divide it.

    Running heads, page numbers and rules are blocks of kind ``furniture``, the notes at the foot ``footnote``; where a
    paragraph runs over the end of a page, both come after it. Raises ``SourceError`` where the file is encrypted,
    damaged, has more than ``max_pages`` pages or no text layer.
    """
    document = _open(data, name)
    try:
        if len(document) > limits.max_pages:
            fault = f"has more than {limits.max_pages:,} pages"
            raise SourceError(name, fault, "split it, or set SECRETARIAT_MAX_PAGES higher")
        pages = _pages(document, name, limits)
        properties = [(key, document.get_metadata_value(field)) for field, key in _PROPERTIES.items()]
    finally:
        document.close()
    chars = sum(len(line.text) for page in pages for line in page.body)
    if chars < _LEAST_CHARS * max(len(pages), 1) and chars < 200:
        fault = "has no text layer (its pages are pictures)" if pages else "has no pages"
        raise SourceError(name, fault, _OCR if pages else "get a sound copy of it")
    return _assemble(pages, TextBuilder(name, limits), properties)


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        code = pdfium.FPDF_GetLastError()
        if code == pdfium.FPDF_ERR_PASSWORD or "assword" in str(fault):
            raise SourceError(name, "is encrypted", "save it without a password") from fault
        raise SourceError(name, "is a damaged PDF", "get a sound copy of it") from fault


def _pages(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> list[Page]:
    pages: list[Page] = []
    chars = 0
    for number in range(len(document)):
        try:
            page = document[number]
            words = PageWords(page)
        except pypdfium2.PdfiumError as fault:
            raise SourceError(name, f"has a damaged page {number + 1}", "get a sound copy of it") from fault
        width, height = page.get_size()
        lines = lines_of(words, number, width)
        words.close()
        page.close()
        pages.append(Page(width, height, lines))
        chars += sum(len(line.text) for line in lines)
        if chars > limits.max_chars:
            break
    return pages


def _assemble(pages: list[Page], builder: TextBuilder, properties: list[tuple[str, str]]) -> Extract:
    size = body_size(pages)
    hyphens = Hyphens(line.text for page in pages for line in page.body)
    divide(pages, size)
    body = [line for page in pages for line in page.body]
    measures = measure(body, size)
    starting: dict[int, list[list[Line]]] = {}
    for paragraph in paragraphs(body, measures):
        starting.setdefault(paragraph[0].page, []).append(paragraph)
    largest = max((line.size for line in (pages[0].body if pages else [])), default=size)
    titled = False
    for number, page in enumerate(pages):
        for line in page.top:
            builder.add(line.text.replace("\ufffe", "-"), "furniture")
        for paragraph in starting.get(number, []):
            kind = _kind_of(paragraph, size)
            if kind == "heading" and number == 0 and not titled and _is_title(paragraph, largest, size):
                kind, titled = "title", True
            _add(builder, paragraph, kind, hyphens, measures)
        for note in notes_of(page.notes, page.width):
            _add(builder, note, "footnote", hyphens, measures)
        for line in page.bottom:
            builder.add(line.text.replace("\ufffe", "-"), "furniture")
    return builder.extract(properties)


def _kind_of(paragraph: list[Line], size: float) -> BlockKind:
    """A heading is short, and bold throughout or larger than the text and no sentence; an item begins with "(a)"."""
    first = paragraph[0]
    length = sum(len(line.text) for line in paragraph)
    larger = first.size > 1.07 * size and length < 250 and not paragraph[-1].text.endswith((".", ",", ";", ":"))
    if larger or (length < 400 and all(line.bold for line in paragraph)):
        return "heading"
    return "item" if _ITEM.match(first.text) else "text"


def _is_title(paragraph: list[Line], largest: float, size: float) -> bool:
    """Whether a heading is the title: in the largest type of the first page, and more words than a letterhead has."""
    words = sum(len(line.text.split()) for line in paragraph)
    return words > 3 and paragraph[0].size > max(0.97 * largest, 1.1 * size)


def _add(builder: TextBuilder, lines: list[Line], kind: BlockKind, hyphens: Hyphens, measures: Measures) -> None:
    """Adds the lines as one block; lines of a heading that were ended on purpose stay apart."""
    text = ""
    marks: list[Span] = []
    for place, line in enumerate(lines):
        if place:
            text, between = hyphens.join(text, line.text)
            if between and kind in ("heading", "title") and is_short(lines[place - 1], line, measures):
                between = "\n"
            text += between
        marks += [(len(text) + start, len(text) + end) for start, end in line.marks]
        text += line.text
    level = 1 if kind in ("heading", "title", "item") else 0
    builder.add(text.replace("\ufffe", "-"), kind, level, [] if kind == "footnote" else marks)
