"""XML of any vocabulary, read plainly: an element that has words of its own is a block."""

import re
from xml.etree.ElementTree import Element

from secretariat.model.document import BlockKind
from secretariat.model.errors import SourceError
from secretariat.sources.builder import Extract, TextBuilder, fold_blanks
from secretariat.sources.html import decode_markup
from secretariat.sources.limits import Limits
from secretariat.sources.safe_xml import parse_xml

_ABOUT = re.compile(r"(?:meta|metadata|teiheader|head(?:er)?info|properties)$", re.I)
_TITLE = re.compile(r"(?:doc|document|main|long)?-?title$", re.I)
_HEADING = re.compile(r"(?:head|heading|subheading|caption|subtitle)$", re.I)
_NUMBER = re.compile(r"(?:num|number|no|label)$", re.I)
_NOTE = re.compile(r"(?:footnote|note|authorialnote|fn)$", re.I)
_ITEM = re.compile(r"(?:li|item|point|listitem)$", re.I)
_SPACES = re.compile(r"[ \t\n\r\f\v]*\n[ \t\r\f\v]*\n\s*")


def extract_xml(data: bytes, name: str, limits: Limits) -> Extract:
    """The words of an XML file in their order; what stands in its ``meta`` goes to ``properties``.

    1. ``<article number="Article 4" name="Customs duties">`` gives the heading "Article 4 Customs duties".
    2. ``<num>2.</num><content>…`` gives "2. …". 3. An empty line within an element begins a new block.
    Entities are never resolved. Raises ``SourceError`` where the file declares some, is not well formed or wordless.
    """
    root = parse_xml(decode_markup(data, name), name, limits)
    reader = _XmlReader(TextBuilder(name, limits))
    reader.read(root)
    reader.flush_number()
    if not reader.builder.has_content():
        raise SourceError(name, "has no text in its elements", "give the document itself as text, HTML or PDF")
    return reader.builder.extract(reader.properties)


class _XmlReader:
    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.properties: list[tuple[str, str]] = []
        self._number = ""

    def read(self, root: Element) -> None:
        """Reads the elements in order; without recursion, however deep."""
        stack = [root]
        while stack:
            element = stack.pop()
            name = _local(element)
            if _ABOUT.match(name):
                self._read_about(element)
                continue
            self._add_attributes(element)
            if _has_words(element):
                self._add("".join(element.itertext()), name)
            else:
                stack.extend(reversed(element))

    def _read_about(self, element: Element) -> None:
        for part in element.iter():
            if part.text and (value := fold_blanks(part.text)):
                self.properties.append((_local(part).lower(), value))

    def _add_attributes(self, element: Element) -> None:
        """Numbers and headings that the vocabulary keeps in attributes, where readers see them as text."""
        if len(element) == 0 and not _has_words(element):
            return
        attributes = {key.rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
        number = attributes.get("number") or attributes.get("num") or ""
        named = attributes.get("name", "") if number else ""
        heading = attributes.get("heading") or attributes.get("title") or named
        if any(char.isalpha() for char in number) or heading:
            self.builder.add(fold_blanks(f"{number} {heading}"), "heading", 2)

    def _add(self, text: str, name: str) -> None:
        if _NUMBER.match(name):
            self.flush_number()
            self._number = fold_blanks(text)
            return
        number, self._number = self._number, ""
        for part in _SPACES.split(text):
            words = fold_blanks(f"{number} {part}" if number and part.strip() else part)
            number = "" if part.strip() else number
            self.builder.add(words, _kind(name), 1 if _kind(name) in ("heading", "title") else 0)

    def flush_number(self) -> None:
        """Adds a number that nothing followed."""
        number, self._number = self._number, ""
        self.builder.add(number, "text")


def _kind(name: str) -> BlockKind:
    if _TITLE.match(name):
        return "title"
    if _HEADING.match(name):
        return "heading"
    if _NOTE.match(name):
        return "footnote"
    return "item" if _ITEM.match(name) else "text"


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _has_words(element: Element) -> bool:
    """Whether an element has words of its own, beside those of the elements in it."""
    if element.text and not element.text.isspace():
        return True
    return any(child.tail and not child.tail.isspace() for child in element)
