"""Footnotes below a rule or written as ``[^1]:``, and the marks in the text that lead to them."""

import re
from collections.abc import Sequence, Set

from secretariat.model.spans import Span
from secretariat.reading.structure.lines import Line
from secretariat.reading.structure.parts import Part

RULE = re.compile(r"[_―─—]{5,}")
_NOTE = re.compile(r"(?P<mark>\d{1,3}|\*{1,4}|[†‡§])(?:[.)]?\s+(?=\S)|$)")
_LINKED = re.compile(r"\[\^(?P<mark>[\w-]{1,20})\]:\s*|\[(?P<plain>\d{1,3})\]\s+(?=[A-Z“\"])")
_LAST_WORD = re.compile(r"([A-Za-z]+)[. ]{1,3}$")


def find_notes(lines: Sequence[Line], furniture: Set[int]) -> dict[int, str]:
    """Indexes of the lines that belong to footnotes → the mark of the note that they open, or "" where they go on.

    An area of notes opens below a rule ("_______", itself furniture) and ends with the page or with a
    paragraph that has no mark.
    """
    notes: dict[int, str] = {}
    inside = gap = False
    for index, line in enumerate(lines):
        if linked := _LINKED.match(line.text):
            notes[index] = linked["mark"] or linked["plain"]
        elif line.blank:
            gap = True
            continue
        elif index in furniture:
            inside = False
        elif RULE.fullmatch(line.text):
            inside = _opens(lines, index + 1)
        elif inside:
            opened = _NOTE.match(line.text)
            if opened:
                notes[index] = opened["mark"]
            elif gap and index - 1 not in notes and not _short_mark(lines, index):
                inside = False
            else:
                notes[index] = ""
        gap = False
    return notes


def _opens(lines: Sequence[Line], start: int) -> bool:
    """Whether the first words after a rule are a note."""
    for line in lines[start : start + 6]:
        if not line.blank:
            return bool(_NOTE.match(line.text))
    return False


def _short_mark(lines: Sequence[Line], index: int) -> bool:
    """Whether the last printed line before this one is a mark alone ("3")."""
    for line in reversed(lines[max(0, index - 3) : index]):
        if not line.blank:
            return bool(re.fullmatch(r"\d{1,3}|\*{1,4}", line.text))
    return False


def find_marks(text: str, parts: Sequence[Part], bound: Set[str]) -> tuple[list[Span], dict[int, int]]:
    """Where footnote marks stand in the text, and index of a note's part → index of the part that calls it.

    ``bound`` are words, lower case, that keep the figure after them ("article").
    1. ``Organization,2`` 2. ``Development, 1  and`` 3. ``the Treaty 3 that`` 4. ``[^4]``. Refused: ``article 3 that``.
    """
    marks: list[Span] = []
    callers: dict[int, int] = {}
    body: list[int] = []
    floor = -1
    for index, part in enumerate(parts):
        if part.kind != "footnote":
            if part.kind not in ("furniture", "header") or "*" in part.text:
                body.append(index)
            continue
        if not part.note or part.continues:
            continue
        found = _seek(text, parts, body[-60:], part.note, floor, bound)
        if found:
            span, caller = found
            marks.append(span)
            callers[index] = caller
            floor = span[1]
    return marks, callers


def _seek(
    text: str, parts: Sequence[Part], body: Sequence[int], mark: str, floor: int, bound: Set[str]
) -> tuple[Span, int] | None:
    own = re.escape(mark)
    pattern = re.compile(rf"\[\^?{own}\]|(?<=\S){own}(?![\w*%/])|(?<=\S )(?<!\d ){own}(?![\w*%/])")
    best: tuple[int, Span, int] | None = None
    for index in body:
        part = parts[index]
        for match in pattern.finditer(text, max(part.start, floor), part.end):
            rank = _rank(text, match.start(), match.end(), part.start, bound)
            if rank and (best is None or rank > best[0]):
                best = (rank, match.span(), index)
        if best and best[0] >= 3:
            break
    return (best[1], best[2]) if best else None


def _rank(text: str, start: int, end: int, begin: int, bound: Set[str]) -> int:
    """How surely these digits or stars are a mark: 4 written as one, 3 glued, 2 after punctuation, 1 after a word."""
    if text[start] == "[":
        return 4
    before = text[start - 1]
    after = text[end : end + 2]
    if after[:1] in (".", ",", "-", "–") and after[1:2].isdigit():
        return 0
    if before != " ":
        if before in ".," and text[start - 2 : start - 1].isdigit():
            return 3 if not after or after[0].isspace() else 0
        return 3 if before.isalpha() or before in ",.;:)”’\"']" else 0
    if text[start - 2 : start - 1] in (*',.;:)”’"',):
        return 2
    word = _LAST_WORD.search(text[max(begin, start - 24) : start])
    if word is None or word[1].lower() in bound:
        return 0
    following = text[end : end + 4].lstrip()
    return 0 if following[:1].isupper() or following[:1].isdigit() else 1
