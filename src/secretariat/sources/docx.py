"""DOCX: paragraphs, headings, numbered lists, tables, footnotes, headers and footers.

Read from the package itself: python-docx leaves out tracked insertions, content controls and text boxes.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from secretariat.model.document import BlockKind
from secretariat.model.errors import SourceError
from secretariat.sources.builder import Extract, TextBuilder, fold_blanks
from secretariat.sources.docx_numbering import Numbering, Styles, style_id
from secretariat.sources.docx_package import Package
from secretariat.sources.docx_words import MC, NoteNumbers, W, words_of
from secretariat.sources.limits import Limits
from secretariat.sources.lists import is_numbered, shifted

_WRAPPERS = frozenset({W + name for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")} | {
    MC + "AlternateContent", MC + "Choice"})  # fmt: skip
_HEADING = re.compile(r"(?:heading|überschrift|titre|заголовок|标题)\s*(\d)")
_NOTES = (("foot", "word/footnotes.xml", "footnote"), ("end", "word/endnotes.xml", "endnote"))
_PROPERTIES = ("title", "subject", "creator", "description", "language", "created", "modified", "publisher", "date")


def extract_docx(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of a DOCX file with its layout; headers and footers as furniture, footnotes after the paragraph.

    A list number that the word processor shows ("2.1.", "(c)") is put before the paragraph. Raises ``SourceError``
    where the file is damaged, encrypted, no DOCX, or unpacks beyond the limits.
    """
    package = Package(data, name, limits)
    root = package.xml("word/document.xml")
    body = root.find(W + "body") if root is not None else None
    reader = _DocxReader(package, TextBuilder(name, limits))
    reader.add_furniture("word/header")
    if body is not None:
        reader.read(body)
    reader.add_furniture("word/footer")
    if not reader.builder.has_content():
        raise SourceError(name, "has no text in it", "if it holds pictures of pages, run text recognition (OCR) first")
    return reader.builder.extract(_properties(package))


class _DocxReader:
    def __init__(self, package: Package, builder: TextBuilder) -> None:
        self.builder = builder
        self._package = package
        self._styles = Styles(package.xml("word/styles.xml"))
        self._numbering = Numbering(package.xml("word/numbering.xml"), self._styles)
        self._numbers = NoteNumbers()
        self._notes = self._all_notes()
        self._titled = False

    def read(self, story: Element, kind: BlockKind | None = None) -> None:
        """Adds the paragraphs and tables below an element; ``kind`` where all are of one kind."""
        for part in _parts(story):
            if part.tag == W + "p":
                self._add_paragraph(part, kind)
            else:
                self._add_table(part, kind)

    def add_furniture(self, start: str) -> None:
        """Adds headers or footers, each wording once."""
        seen: set[str] = set()
        for part in self._package.names(start):
            root = self._package.xml(part)
            for paragraph in root.iter(W + "p") if root is not None else ():
                text = words_of(paragraph, NoteNumbers()).text
                if text.strip() and text.strip() not in seen:
                    seen.add(text.strip())
                    self.builder.add(text, "furniture")

    def _add_paragraph(self, paragraph: Element, only: BlockKind | None) -> None:
        words = words_of(paragraph, self._numbers)
        number, depth = self._numbering.next(paragraph) if words.text.strip() else ("", 0)
        text, marks = words.text, list(words.marks)
        if number and not (is_numbered(text) and number != "•"):
            text, marks = f"{number} {text.lstrip()}", shifted(marks, len(number) + 1 - _lead(text))
        kind, level = (only, 0) if only else self._kind_of(paragraph, depth)
        self.builder.add(text, kind, level, marks)
        for box in words.boxes:
            self.read(box, kind if kind == "furniture" else "text")
        for note in words.notes:
            self._add_note(note)

    def _kind_of(self, paragraph: Element, depth: int) -> tuple[BlockKind, int]:
        key = style_id(paragraph)
        style = self._styles.name(key)
        if style == "title" and not self._titled:
            self._titled = True
            return "title", 1
        if (match := _HEADING.match(style)) is not None:
            return "heading", int(match[1])
        if (outline := self._styles.outline(key)) is not None and outline < 9:
            return "heading", outline + 1
        if "quote" in style:
            return "quote", 0
        return ("item", depth) if depth else ("text", 0)

    def _add_note(self, key: tuple[str, str]) -> None:
        note = self._notes.pop(key, None)
        if note is None:
            return
        texts = [words_of(paragraph, self._numbers).text.strip() for paragraph in note.iter(W + "p")]
        self.builder.add(f"{self._numbers.number(key)} " + "\n".join(filter(None, texts)), "footnote")

    def _add_table(self, table: Element, only: BlockKind | None) -> None:
        for row in _rows(table):
            cells: list[str] = []
            notes: list[tuple[str, str]] = []
            for cell in row.findall(W + "tc"):
                words = [words_of(paragraph, self._numbers) for paragraph in cell.iter(W + "p")]
                cells.append("\n".join(part.text.strip() for part in words if part.text.strip()))
                notes += [note for part in words for note in part.notes]
            self.builder.add("\t".join(cells) if any(cells) else "", only or "table")
            for note in notes:
                self._add_note(note)

    def _all_notes(self) -> dict[tuple[str, str], Element]:
        found: dict[tuple[str, str], Element] = {}
        for place, part, tag in _NOTES:
            root = self._package.xml(part)
            for note in root.findall(W + tag) if root is not None else ():
                if note.get(W + "type") in (None, "normal"):
                    found[place, note.get(W + "id", "")] = note
        return found


def _parts(story: Element) -> Iterator[Element]:
    """The paragraphs and tables of a story, also those in content controls and tracked insertions."""
    stack = list(reversed(story))
    while stack:
        element = stack.pop()
        if element.tag in (W + "p", W + "tbl"):
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _rows(table: Element) -> Iterator[Element]:
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == W + "tr":
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def _properties(package: Package) -> list[tuple[str, str]]:
    root = package.xml("docProps/core.xml")
    found = {part.tag.rpartition("}")[2]: fold_blanks(part.text or "") for part in (root if root is not None else ())}
    return [(key, found[key]) for key in _PROPERTIES if found.get(key)]
