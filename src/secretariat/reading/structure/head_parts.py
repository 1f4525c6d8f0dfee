"""The head of a document: what stands before its text – title, symbol, session, date line, bracketed fields."""

import re
from collections.abc import Callable, Sequence

from secretariat.reading.structure.furniture import SYMBOL
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_FIELD = re.compile(r"\[(?P<name>[A-Z][A-Za-z ]{2,20})\]")
_NUMBERED = re.compile(r"\d{1,3}/\d{1,4}(?: ?[A-Z])?\.\s")
_DATE = re.compile(
    r"(?:[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3}(?:, [A-Z][\w.'’ -]{1,30})?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)\.?"
)
_WORD = re.compile(r"(?:[^\W\d_]\W{0,2}){3}|[\u3040-\u9fff\uac00-\ud7af]")
_LONGEST_HEAD = 60


def classify_head(
    parts: Sequence[Part],
    opens_text: Callable[[Part], bool],
    bare_opener: Callable[[Part], bool],
    words: StructureWords,
) -> int:
    """Marks header and title parts; returns the index at which the text begins."""
    fields = _bracketed(parts)
    if fields:
        return fields
    formal = _formal(parts, lambda p: opens_text(p) or bare_opener(p), words)
    if formal:
        return formal
    return _plain(parts, opens_text, words)


def _bracketed(parts: Sequence[Part]) -> int:
    """``[Title] … [Full text]``: everything up to and with the last field is header, the title field title."""
    last = 0
    for index, part in enumerate(parts[:_LONGEST_HEAD]):
        field = _FIELD.match(part.text)
        if field:
            last = index + 1
            part.kind = "title" if field["name"].casefold() == "title" else "header"
            if field["name"].casefold().startswith("full text"):
                break
    named = [f["name"].casefold() for p in parts[:last] if (f := _FIELD.match(p.text))]
    if len(named) < 2 or not any(name.startswith(("title", "full text")) for name in named):
        for part in parts[:last]:
            part.kind = None
        return 0
    for part in parts[:last]:
        part.kind = part.kind if part.kind == "title" else "header"
    return last


def _formal(parts: Sequence[Part], opens_text: Callable[[Part], bool], words: StructureWords) -> int:
    """The head of a document of the United Nations or its like: symbol, "Distr.", session; then the title."""
    lead = parts[:12]
    if not any(SYMBOL.fullmatch(p.text.split("\n")[0].strip()) or "Distr." in p.text for p in lead):
        return 0
    for index, part in enumerate(parts[:_LONGEST_HEAD]):
        if index and opens_text(part) and not _NUMBERED.match(part.text):
            title = _formal_title(parts[:index], words)
            for place, before in enumerate(parts[:index]):
                before.kind = "title" if place in title else "heading" if _alone(before.text, words) else "header"
                before.number = None
            return index
    return 0


def _formal_title(head: Sequence[Part], words: StructureWords) -> set[int]:
    for index in range(len(head) - 1, -1, -1):
        if _NUMBERED.match(head[index].text):
            return {index}
    for index in range(len(head) - 1, -1, -1):
        text = head[index].text
        if not (is_metadata(text, words) or words.resolved.match(text) or text.startswith("[") or _alone(text, words)):
            above = head[index - 1].text if index else ""
            return {index - 1, index} if words.kind.search(above) and not words.resolved.match(above) else {index}
    return set()


def is_dateline(text: str) -> bool:
    """Whether a line is a date, with or without a place: ``Lima, 4 May 2020``."""
    return len(text) < 90 and bool(_DATE.fullmatch(" ".join(text.split())))


def is_metadata(text: str, words: StructureWords) -> bool:
    """Whether a line of a head is no title: a date line, a symbol, a session, "Distr.: General", an address."""
    return bool(
        words.head_line.match(text)
        or (_DATE.fullmatch(text) and not words.kind.search(text))
        or SYMBOL.fullmatch(text)
        or words.session.match(text)
    ) or not any(c.isalpha() for c in text)


def _plain(parts: Sequence[Part], opens_text: Callable[[Part], bool], words: StructureWords) -> int:
    """A title and what stands with it above the first sentence."""
    if marked := _marked_title(parts, opens_text, words) or _below_letterhead(parts, opens_text, words):
        for part in parts[:marked]:
            part.kind = "header"
        parts[marked].kind = "title"
        return _after_title(parts, marked + 1, words)
    title = -1
    for index, part in enumerate(parts[:12]):
        text = part.text
        if part.kind == "title":
            title = index
            continue
        if _alone(text, words):
            part.kind, part.level = "heading", part.level or 1
            continue
        if (is_metadata(text, words) or _adopts(text, words) or not _WORD.search(text)) and len(text) < 200:
            part.kind, part.number = "header", None
            continue
        if title >= 0:
            if (
                part.kind is None
                and index == title + 1
                and _titular(part, parts, index)
                and (not part.gap or text.isupper() or _again(text, words) or _link(text))
            ):
                part.kind = "title"
                title = index
                continue
            return index
        if opens_text(part) or not _titular(part, parts, index):
            return index
        part.kind, title = "title", index
    return min(len(parts), title + 1) if title >= 0 else 0


def is_treaty(head: Sequence[Part], words: StructureWords) -> bool:
    """Whether the title names a treaty and nothing else before it: not so "Statement on the Agreement …"."""
    for part in head:
        named = words.kind.search(" ".join(part.text.split()).title()) if part.kind == "title" else None
        if named:
            return named.group().casefold().rstrip("s") in words.treaties
    return False


def _marked_title(parts: Sequence[Part], opens_text: Callable[[Part], bool], words: StructureWords) -> int:
    """Index of a first heading of Markdown that names a kind of instrument, below notes of the publisher; else 0."""
    for index, part in enumerate(parts[:8]):
        if part.kind == "heading" and part.level <= 2:
            return index if index and words.kind.search(part.text.title()) else 0
        if part.kind is not None or part.number or opens_text(part):
            return 0
    return 0


def _below_letterhead(parts: Sequence[Part], opens_text: Callable[[Part], bool], words: StructureWords) -> int:
    """Index of a title that names a kind of instrument below a letterhead: short names, then a date or symbol; else 0."""
    parted = False
    for index, part in enumerate(parts[:14]):
        line = " ".join(part.text.split())
        if part.kind is not None or opens_text(part) or len(line) > 200:
            return 0
        if words.kind.search(line.title()):
            return index if parted and _titular(part, parts, index) else 0
        if is_metadata(line, words):
            parted = parted or (index > 0 and any(c.isdigit() for c in line))
        elif len(line.split()) > 8 or line[-1] in ".;:":
            return 0
    return 0


def _after_title(parts: Sequence[Part], start: int, words: StructureWords) -> int:
    """Where the text begins below a title; dates and ``[Done at …]`` before it are header."""
    for index in range(start, min(len(parts), start + 6)):
        text = parts[index].text
        if len(text) > 200 or not (is_metadata(text, words) or _adopts(text, words)):
            return index
        parts[index].kind = "header"
    return start


def _adopts(text: str, words: StructureWords) -> bool:
    """Whether a line in square brackets says where and when something was adopted."""
    return text.startswith("[") and words.adopting.match(text, 1) is not None


def _titular(part: Part, parts: Sequence[Part], index: int) -> bool:
    text = part.text.strip("*_# \u200b")
    return (
        len(text) <= 400
        and _WORD.search(text) is not None
        and index + 1 < len(parts)
        and (text[-1:] not in ".,;:" or text.isupper())
        and not (part.number and part.number.form in ("digit", "decimal", "letter", "roman", "bullet"))
    )


def _alone(text: str, words: StructureWords) -> bool:
    """Whether a line is the heading of a preamble and no title."""
    return text.strip("*_# .:").casefold() in words.alone


def _link(text: str) -> bool:
    """Whether a line of a title only links: ``between the``, ``and``."""
    return text[0].islower() and len(text.split()) <= 3


def _again(text: str, words: StructureWords) -> bool:
    """Whether a second line of a head is a title too: it names a kind of instrument."""
    return bool(words.kind.search(text))
