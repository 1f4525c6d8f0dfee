"""The numbers that a word processor puts before paragraphs, from ``numbering.xml`` and the styles."""

import re
from xml.etree.ElementTree import Element

import msgspec

from secretariat.sources.docx_words import W
from secretariat.sources.lists import letters, roman

_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


class Level(msgspec.Struct, frozen=True):
    """One level of a list: its style ("decimal"), its text ("%1.%2."), its first number."""

    style: str
    text: str
    start: int


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Element | None, styles: "Styles") -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._overridden: dict[str, dict[int, int]] = {}
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Element) -> None:
        for abstract in numbering.findall(W + "abstractNum"):
            levels = {_int(level.get(W + "ilvl")): _level(level) for level in abstract.findall(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId", "")] = levels
        for number in numbering.findall(W + "num"):
            key = number.get(W + "numId", "")
            self._abstract[key] = value_of(number, "abstractNumId") or ""
            starts: dict[int, int] = {}
            for override in number.findall(W + "lvlOverride"):
                if (start := value_of(override, "startOverride")) is not None:
                    starts[_int(override.get(W + "ilvl"))] = _int(start)
            self._overridden[key] = starts

    def next(self, paragraph: Element) -> tuple[str, int]:
        """The number shown before a paragraph ("3.2.", "(a)", "•") and its depth, 1 the outermost.

        ``("", 0)`` where the paragraph is in no list. A number that cannot be resolved is not
        shown: a wrong one would be worse than none.
        """
        place = self._place(paragraph)
        if place is None:
            return "", 0
        key, depth = place
        abstract = self._abstract.get(key, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.style == "none":
            return "", depth + 1
        if level.style == "bullet":
            return _BULLET, depth + 1
        counts = self._counts.setdefault(abstract, {})
        starts = self._overridden.get(key, {})
        if depth in starts:
            counts[depth] = starts.pop(depth)
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda m: _shown(int(m[1]) - 1, levels, counts), level.text).strip(), depth + 1

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """Which list a paragraph belongs to and how deep, by itself or by its style."""
        properties = paragraph.find(W + "pPr")
        own = properties.find(W + "numPr") if properties is not None else None
        if own is None:
            own = self._styles.numbering(style_id(paragraph))
        if own is None:
            return None
        key = value_of(own, "numId")
        if key is None or key == "0":
            return None
        return key, min(_int(value_of(own, "ilvl")), 8)


class Styles:
    """The paragraph styles: their names, outline levels and lists, with what they inherit."""

    def __init__(self, styles: Element | None) -> None:
        found = styles.findall(W + "style") if styles is not None else []
        self._styles = {style.get(W + "styleId", ""): style for style in found}

    def name(self, key: str) -> str:
        """The name of a style in lower case: "heading 1", "footnote text"."""
        style = self._styles.get(key)
        return ((value_of(style, "name") if style is not None else None) or key).lower()

    def numbering(self, key: str) -> Element | None:
        """The list that a style puts its paragraphs in."""
        return self._inherited(key, "numPr")

    def outline(self, key: str) -> int | None:
        """The outline level of a style, 0 the outermost."""
        level = self._inherited(key, "outlineLvl")
        return _int(level.get(W + "val")) if level is not None else None

    def _inherited(self, key: str, name: str) -> Element | None:
        for _ in range(12):
            style = self._styles.get(key)
            if style is None:
                return None
            properties = style.find(W + "pPr")
            if properties is not None and (found := properties.find(W + name)) is not None:
                return found
            key = value_of(style, "basedOn") or ""
        return None


def style_id(paragraph: Element) -> str:
    """The id of a paragraph's style, "" where it has the default."""
    properties = paragraph.find(W + "pPr")
    return (value_of(properties, "pStyle") if properties is not None else None) or ""


def value_of(element: Element, name: str) -> str | None:
    """The ``w:val`` of a child element."""
    child = element.find(W + name)
    return child.get(W + "val") if child is not None else None


def _level(level: Element) -> Level:
    start = value_of(level, "start")
    return Level(value_of(level, "numFmt") or "decimal", value_of(level, "lvlText") or "", _int(start, 1))


def _shown(depth: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    number = counts.get(depth, level.start)
    match level.style:
        case "lowerLetter":
            return letters(number, doubled=True)
        case "upperLetter":
            return letters(number, doubled=True).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _int(value: str | None, otherwise: int = 0) -> int:
    digits = (value or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else otherwise
