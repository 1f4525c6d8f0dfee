"""The words of one DOCX paragraph, with tracked insertions and without what was struck."""

from xml.etree.ElementTree import Element

import msgspec

from secretariat.model.spans import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNREAD = frozenset(
    {W + name for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "fldData", "txbxContent", "rt")}
    | {MC + "Fallback"}
)
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n",
    W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
}  # fmt: skip
_NOTES = {W + "footnoteReference": "foot", W + "endnoteReference": "end"}


class Words(msgspec.Struct, frozen=True):
    """The text of a paragraph, the places of its footnote marks, and the ids of those notes ("foot", "3")."""

    text: str
    marks: tuple[Span, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    boxes: tuple[Element, ...] = ()
    """Text boxes that are anchored in it."""


class NoteNumbers:
    """Counts footnotes and endnotes in the order in which the text refers to them."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._last = {"foot": 0, "end": 0}

    def number(self, key: tuple[str, str]) -> int:
        """The number that is shown for a note."""
        if key not in self._numbers:
            self._last[key[0]] += 1
            self._numbers[key] = self._last[key[0]]
        return self._numbers[key]


def words_of(paragraph: Element, numbers: NoteNumbers) -> Words:
    """What a reader sees of a paragraph. Deletions, field codes and fallbacks are no text; insertions are."""
    parts: list[str] = []
    marks: list[Span] = []
    notes: list[tuple[str, str]] = []
    boxes: list[Element] = []
    size = 0
    stack = [paragraph]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == W + "txbxContent":
            boxes.append(element)
        if tag in _UNREAD:
            continue
        piece = element.text or "" if tag == W + "t" else _SIGNS.get(tag, "")
        if tag == W + "br" and element.get(W + "type") in ("page", "column"):
            piece = ""
        if tag in _NOTES:
            key = (_NOTES[tag], element.get(W + "id", ""))
            if element.get(W + "customMarkFollows") not in ("1", "true", "on"):
                piece = str(numbers.number(key))
                marks.append((size, size + len(piece)))
            notes.append(key)
        if piece:
            parts.append(piece)
            size += len(piece)
        stack.extend(reversed(element))
    return Words("".join(parts), tuple(marks), tuple(notes), tuple(boxes))
