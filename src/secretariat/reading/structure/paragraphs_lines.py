"""Divides a text that has lines and nothing else: one line a paragraph, empty lines between, or wrapped lines."""

import re
from collections.abc import Sequence

from secretariat.reading.structure.footnotes import RULE, find_notes
from secretariat.reading.structure.furniture import find_furniture
from secretariat.reading.structure.lines import Line, Lines, is_wrapped, line_width, split_lines
from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.structure.paragraphs_solid import divide_solid
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_LINK = re.compile(r"\[(?!\^)[^\]]{1,40}\]:\s{1,4}\S{4,400}")
"""The target of a reference in Markdown: ``[source]: https://…``."""
_FIELD = re.compile(r"[A-Za-z][\w -]{0,30}:(?:\s.*)?|- .*|\.\.\.")
_CLAUSE_ENDS = ("; and", "; or", ";and", ";or")
_CLOSERS = "\"'”’)]*_»0123456789"
_OPEN_LINE = 40
"""A line that an empty line parts from the words that it goes on with is longer than this."""
_RECITAL = re.compile(r"[*_]{0,3}[A-Z][A-Za-z]+(?:ing|ed|ful|ous|are|led|lved)\b|[*_]{0,3}(?:WHEREAS|Whereas)\b")


def divide_lines(text: str, words: StructureWords) -> list[Part]:
    """The paragraphs of a text without layout, furniture and footnotes marked as such.

    The half of a paragraph after a page break is a part of its own that ``continues``.
    """
    lines = split_lines(text)
    furniture = find_furniture(lines)
    notes = find_notes(lines, furniture)
    furniture |= {i for i, line in enumerate(lines) if RULE.fullmatch(line.text) or _LINK.fullmatch(line.text)}
    furniture |= front_matter(lines)
    rules = _Joining(lines, words)
    parts: list[Part] = []
    main: list[int] = []
    note: list[int] = []
    gap = parted = False
    for index, line in enumerate(lines):
        if line.blank:
            gap = True
            continue
        if index in furniture or index in notes:
            parted = True
            if index in furniture:
                _add_furniture(parts, line, text, joined=index - 1 in furniture)
            elif notes[index] or not note:
                note = [index]
                parts.append(Part(text, line.low, line.high, "footnote", note=notes[index]))
            else:
                parts[-1].end = line.high
            if index in furniture:
                note = []
            gap = False
            continue
        note = []
        if main and parted and rules.runs_on(main[-1], index):
            parts.append(Part(text, line.low, line.high, continues=True, gap=False))
        elif main and not parted and (rules.number_alone(parts[-1]) or (not gap and rules.joins(main, index))):
            parts[-1].end = line.high
            main.append(index)
            gap = False
            continue
        else:
            parts.append(Part(text, line.low, line.high, gap=gap or not parts))
        main = [index]
        gap = parted = False
    _mend_gaps(parts, words)
    return [piece for part in parts for piece in divide_solid(part, words)]


def _mend_gaps(parts: Sequence[Part], words: StructureWords) -> None:
    """Joins what an empty line parted in mid-sentence: a long line that ends in "which", "of the" goes on below."""
    last: Part | None = None
    for part in parts:
        if part.kind in ("furniture", "footnote"):
            continue
        if (
            last is not None
            and not part.continues
            and len(last.text) > _OPEN_LINE
            and words.open_line.search(last.text)
            and not last.text.isupper()
            and not leading_number(part.text)
        ):
            part.continues = True
        last = part


def front_matter(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that a site's software keeps above a text: ``---``, ``layout: default``, ``---``."""
    first = next((i for i, line in enumerate(lines[:10]) if not line.blank), None)
    if first is None or lines[first].text != "---":
        return set()
    for index in range(first + 1, min(len(lines), first + 60)):
        text = lines[index].text
        if text == "---":
            return set(range(first, index + 1)) if index > first + 1 else set()
        if text and not _FIELD.fullmatch(text):
            break
    return set()


def _add_furniture(parts: list[Part], line: Line, text: str, joined: bool) -> None:
    """A line of furniture; a running head of several lines is one part."""
    wordy = any(c.islower() for c in line.text)
    if joined and wordy and parts and parts[-1].kind == "furniture" and any(c.islower() for c in parts[-1].text):
        parts[-1].end = line.high
    else:
        parts.append(Part(text, line.low, line.high, "furniture"))


def ends_sentence(text: str) -> bool:
    """Whether a line closes with a full stop, semicolon, colon, question or exclamation mark, brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in (".", ";", ":", "!", "?")


class _Joining:
    """Which lines go on in the next, for one text."""

    def __init__(self, lines: Lines, words: StructureWords) -> None:
        self.words = words
        self.lines = lines
        self.wrapped = is_wrapped(lines)
        self.width = line_width(lines)
        self.gapped = self.wrapped and _is_gapped(lines)
        self.opened = next((i for i, line in enumerate(lines) if line.text.endswith(",")), 0)

    def number_alone(self, part: Part) -> bool:
        """Whether a paragraph so far is only its number ("1.")."""
        if part.end - part.start > 24 or part.kind:
            return False
        number = leading_number(part.text)
        return bool(
            number
            and number.form not in ("article", "part", "numeral", "capital", "option")
            and not part.text[number.length :].strip()
        )

    def runs_on(self, before: int, index: int) -> bool:
        """Whether a line goes on with a paragraph that a page break parted."""
        last, line = self.lines[before].text, self.lines[index].text
        if ends_sentence(last) or leading_number(line):
            return line[0].islower() and not ends_sentence(last)
        if not line[0].isupper():
            return True
        return last[-1] != "," and len(last) * 10 >= self.width * 6

    def joins(self, main: Sequence[int], index: int) -> bool:
        """Whether a line goes on with the paragraph of the line just before it."""
        last, line = self.lines[main[-1]], self.lines[index]
        lower = not line.text[0].isupper()
        if last.text.endswith(_CLAUSE_ENDS) and not (lower and self.wrapped):
            return False
        if len(last) > 160:
            return last.text[-1].isalnum() and not leading_number(line.text) and not line.text.isupper()
        if self.words.open_line.search(last.text):
            return True
        if not self.wrapped:
            return line.text[0].islower() and last.text[-1].isalnum() and len(line) <= 130
        number = leading_number(line.text)
        if number and (
            ends_sentence(last.text)
            or last.text[-1] in ",-–"
            or number.form in ("article", "part", "bullet")
            or _short(last, self.width)
        ):
            return False
        if line.text.casefold().strip(".:") in self.words.alone:
            return False
        if last.text.isupper() != line.text.isupper() and len(last) > 3 and len(line) > 3:
            return False
        if self.gapped and main[-1] > self.opened:
            return True
        if len(line) > 160:
            return lower and not ends_sentence(last.text)
        if main[0] < 40 and last.text.isupper() and line.text.isupper():
            return True
        if lower:
            return not (last.text[-1] in ".;" and _short(last, self.width))
        if ends_sentence(last.text):
            return len(last) * 100 >= self.width * 85 and last.text[-1] not in ";:"
        if last.text[-1] == "," and _RECITAL.match(line.text):
            return False
        return not _short(last, self.width)


def _short(line: Line, width: int) -> bool:
    return len(line) * 100 < width * 60


def _is_gapped(lines: Sequence[Line]) -> bool:
    """Whether empty lines part the paragraphs of a wrapped text; lines without one between them belong together."""
    with_gap = without = 0
    last: Line | None = None
    gap = False
    for line in lines:
        if line.blank:
            gap = True
            continue
        if last is not None and last.text[-1] in ".;:," and (line.text[0].isupper() or line.text[0].isdigit()):
            if gap:
                with_gap += 1
            elif last.text[-1] in ".;:":
                without += 1
        last, gap = line, False
    return with_gap >= 4 and with_gap >= without
