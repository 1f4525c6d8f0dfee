"""Reads an Akoma Ntoso document that this project wrote: its text, to the letter, and its paragraphs.

What others write in Akoma Ntoso is read as any XML is, by ``secretariat.read``.
"""

from typing import Any

from lxml import etree

from secretariat.model.errors import SourceError
from secretariat.model.paragraphs import Paragraph
from secretariat.publishing.akn.meta import NS, OWN
from secretariat.publishing.exact import CODE, EOP

_KIND = f"{{{OWN}}}kind"


def read_back(data: bytes, name: str = "document.xml") -> tuple[str, tuple[Paragraph, ...]]:
    """The text and the paragraphs, as they were when the file was written.

    Raises ``SourceError`` where the file is no XML, or was not written by this project.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise SourceError(name, f"is no XML ({fault})", "export it again") from None
    for told in root.findall(f".//{{{NS}}}meta"):
        told.getparent().remove(told)  # it is about the text and no part of it
    pieces: list[str] = []
    begun: list[tuple[Any, int]] = []
    length = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        words = ""
        if event == "start":
            if element.get(_KIND):
                begun.append((element, length))
            words = _character(element) + (element.text or "")
        elif element is not root:
            words = element.tail or ""
        pieces.append(words)
        length += len(words)
    if not begun:
        raise SourceError(name, "was not written by Secretariat", "read it with 'secretariat read'")
    ends = [start for _, start in begun[1:]] + [length]
    paragraphs = tuple(_paragraph(e, start, end) for (e, start), end in zip(begun, ends, strict=True))
    return "".join(pieces), paragraphs


def _character(element: Any) -> str:
    """The character that an element stands for."""
    if element.tag == f"{{{NS}}}eop":
        return EOP
    if element.tag == f"{{{NS}}}marker" and (code := CODE.match(element.get("name", ""))):
        return chr(int(code[1], 16))
    return ""


def _paragraph(element: Any, start: int, end: int) -> Paragraph:
    told = element.get
    return Paragraph(told("eId"), told(_KIND), told(f"{{{OWN}}}printed"), start, end, told(f"{{{OWN}}}within"))
