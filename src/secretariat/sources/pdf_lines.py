"""Lines of a page, rebuilt from its words, in the order in which people read them."""

import re
from collections.abc import Sequence

import msgspec

from secretariat.model.spans import Span
from secretariat.sources.pdf_words import PageWords, Word, is_raised

_LIST_MARK = re.compile(r"(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)\]]?|[•·▪●○–—*-])$")
_UNITS = frozenset("m km cm mm ft mi ha kg co".split())
"""A raised figure after one of these is part of a unit and no footnote mark."""
_WIDE_GAP = 3.0
"""A gap wider than this, in heights of the type, parts a line in two: a letterhead, columns, cells of a table."""
_NOTE_GAP = 1.2
"""A raised mark so far from the word before it is no mark of that word: a note begins with it in the next column."""


class Line(msgspec.Struct):
    """A line or a cell of one: its text, the places of footnote marks in it, its place on the page in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    first_width: float
    """Width of its first word: whether that would have fitted into the line before."""
    marks: tuple[Span, ...] = ()
    noted: bool = False
    """Whether it begins with a raised mark, as footnotes do."""
    bold: bool = False
    turned: bool = False
    column: int = 0
    """0 across the page or in its only column; 1 left, 2 right."""


def lines_of(page: PageWords, number: int, width: float) -> list[Line]:
    """The lines of a page in reading order."""
    lines = [_line(words, page, number) for words in _rows(page.words())]
    return order(lines, width)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand beside one another, in the order of the file."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    for word in words:
        if row and not _beside(row, word):
            rows.append(row)
            row = []
        row.append(word)
    if row:
        rows.append(row)
    return _merged(rows)


def _main(row: Sequence[Word]) -> Word:
    """The word that tells height and baseline of a row: the last of the larger ones."""
    return max(row, key=lambda word: (round(word.size), word.first))


def _beside(row: list[Word], word: Word) -> bool:
    """Whether a word goes on with a row."""
    main, last = _main(row[-6:]), row[-1]
    size = max(main.size, word.size)
    if abs(word.y - main.y) > 0.5 * size or word.x0 < last.x1 - 0.6 * size:
        return False
    if last.text.endswith("\ufffe") and abs(word.y - last.y) > 0.2 * size:
        return False
    gap = word.x0 - last.x1
    if is_raised(word, main) and gap > _NOTE_GAP * size:
        return False
    if gap <= _WIDE_GAP * size:
        return True
    return len(row) == 1 and gap <= 3 * _WIDE_GAP * size and _LIST_MARK.match(last.text) is not None


def _merged(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows that the file gives in pieces (a raised mark apart, a phrase in italics apart) put together."""
    merged: list[list[Word]] = []
    for row in rows:
        if merged and (_beside(merged[-1], row[0]) or (len(row) == 1 and _is_apart(row[0], merged[-1][-1]))):
            merged[-1].extend(row)
        else:
            merged.append(row)
    return merged


def _is_apart(word: Word, last: Word) -> bool:
    """Whether a word is a raised mark that belongs right behind the last word of a row."""
    return is_raised(word, last) and 0 <= word.x0 - last.x1 < _NOTE_GAP * last.size


def _line(row: list[Word], page: PageWords, number: int) -> Line:
    main = _main(row)
    parts: list[str] = []
    marks: list[Span] = []
    size = 0
    before: Word | None = None
    for word in row:
        word.raised = is_raised(word, main)
        glue = _glue(before, word)
        parts.append(glue + word.text)
        start = size + len(glue)
        size = start + len(word.text)
        if word.raised and before is not None and before.text.lower() not in _UNITS:
            marks.append((start, size))
        before = word
    bold = page.is_bold(row[0]) and page.is_bold(row[-1])
    first = row[1] if len(row) > 1 and row[0].raised else row[0]
    return Line(
        "".join(parts), row[0].x0, max(word.x1 for word in row), main.y, main.size, number, first.x1 - first.x0,
        tuple(marks), row[0].raised and len(row) > 1, bold, page.is_turned(main),
    )  # fmt: skip


def _glue(before: Word | None, word: Word) -> str:
    """What stands between two words of a line: nothing before a footnote mark or a hyphen that kerning set apart."""
    if before is None:
        return ""
    gap = word.x0 - before.x1
    if word.raised:
        return ""
    if word.text in ("-", "-\ufffe", "\ufffe", "\u2010") and gap < 0.25 * word.size:
        return ""
    if before.raised:
        return " " if word.spaced or gap > 0.1 * word.size else ""
    return " " if word.spaced or gap > 0.25 * word.size else ""


def order(lines: list[Line], width: float) -> list[Line]:
    """Lines from top to bottom; where a page has two columns, the left one before the right one."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return _from_top(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in _from_top(lines):
        if line.x1 <= gutter:
            line.column = 1
            left.append(line)
        elif line.x0 >= gutter:
            line.column = 2
            right.append(line)
        else:
            ordered += left + right + [line]
            left, right = [], []
    return ordered + left + right


def _from_top(lines: list[Line]) -> list[Line]:
    """By baseline, those of one row from left to right."""
    by_height = sorted(lines, key=lambda line: -line.y)
    ordered: list[Line] = []
    row: list[Line] = []
    for line in by_height:
        if row and row[0].y - line.y > 0.35 * max(row[0].size, line.size):
            ordered += sorted(row, key=lambda one: one.x0)
            row = []
        row.append(line)
    return ordered + sorted(row, key=lambda one: one.x0)


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where the space between two columns of prose stands, or None: most lines must end before or begin after it."""
    total = sum(len(line.text) for line in lines)
    best: tuple[int, float] | None = None
    for step in range(40, 61, 2):
        at = width * step / 100
        left = [line for line in lines if line.x1 <= at and line.x1 - line.x0 > 0.2 * width]
        right = [line for line in lines if line.x0 >= at and line.x1 - line.x0 > 0.2 * width]
        inside = sum(len(line.text) for line in left + right)
        if min(len(left), len(right)) >= 8 and inside >= 0.7 * total and (best is None or inside > best[0]):
            best = (inside, at)
    return best[1] if best else None
