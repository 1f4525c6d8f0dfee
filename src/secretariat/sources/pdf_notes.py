"""The notes at the foot of a page: which lines are one note, also where short notes are set in two columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

from secretariat.sources.pdf_lines import Line

_MARK = re.compile(r"(?P<figure>\d{1,3})[.)]?\s|[*†‡§]{1,3}")
_COLUMN = 0.25
"""A second column begins at least so far from the first, in widths of the page."""


def notes_of(lines: Sequence[Line], width: float) -> list[list[Line]]:
    """The lines of each footnote, in the order of their numbers.

    A note begins where a raised mark stands first, or where a figure is set out. Of two columns the left one comes
    before the right one, ``1 2 3 | 4 5 6``, unless the figures count across them, ``1 4 | 2 5 | 3 6``.
    """
    raised = any(line.noted for line in lines)
    found: list[list[Line]] = []
    for stretch in _by_column(lines, width, raised):
        notes: list[list[Line]] = []
        lefts = {column: min(line.x0 for line in stretch if line.column == column) for column in _columns(stretch)}
        for line in stretch:
            if _opens(line, lefts[line.column], raised) or not (notes or found):
                notes.append([])
            (notes or found)[-1].append(line)
        found += _counted(notes)
    return found


def _columns(lines: Sequence[Line]) -> set[int]:
    return {line.column for line in lines}


def _opens(line: Line, left: float, raised: bool) -> bool:
    """Whether a note begins with a line of a column that begins at ``left``."""
    return line.noted or (not raised and line.x0 < left + 0.8 * line.size and _MARK.match(line.text) is not None)


def _by_column(lines: Sequence[Line], width: float, raised: bool) -> list[list[Line]]:
    """The lines in stretches, each across the page or in two columns, the left one first."""
    gutter = _gutter(lines, width, raised)
    if gutter is None:
        return [list(lines)] if lines else []
    stretches: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.x1 <= gutter:
            line.column = 1
            left.append(line)
        elif line.x0 >= gutter:
            line.column = 2
            right.append(line)
        else:
            stretches += [left + right, [line]]
            left, right = [], []
    return [stretch for stretch in (*stretches, left + right) if stretch]


def _gutter(lines: Sequence[Line], width: float, raised: bool) -> float | None:
    """Where a second column of notes begins: notes beside notes, and nothing but whole lines across; None elsewhere."""
    beside = [
        line
        for before, line in pairwise(lines)
        if abs(before.y - line.y) < 0.5 * line.size
        and line.x0 > before.x0 + _COLUMN * width
        and (line.noted if raised else _MARK.match(line.text))
    ]
    return min((line.x0 - 0.3 * line.size for line in beside), default=None)


def _counted(notes: list[list[Line]]) -> list[list[Line]]:
    """Notes in the order of their figures, where each has one of its own."""
    figures = [int(match["figure"]) for note in notes if (match := _MARK.match(note[0].text)) and match["figure"]]
    if len(figures) < len(notes) or len(set(figures)) < len(figures):
        return notes
    return [note for _, note in sorted(zip(figures, notes, strict=True), key=lambda pair: pair[0])]
