"""Lines joined to paragraphs, also over the end of a page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from secretariat.sources.pdf_lines import Line

_ITEM = re.compile(
    r"(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)\]]"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}|[•·▪●○–—])\s"
)
_ENDED = re.compile(r"[.;:!?…][\"'’”»)\]]*$")
_LOWER = re.compile(r"[\"'‘“«(\[]*[a-zа-яёß-ÿ]")
_LARGER = 1.07
"""Type that is larger than the text by this is a heading's."""


class Measures(msgspec.Struct):
    """What is usual in a document: height of type, space between baselines, and where columns begin and end."""

    size: float
    leading: dict[int, float]
    left: dict[tuple[int, int], float]
    right: dict[tuple[int, int], float]


def measure(lines: Sequence[Line], size: float) -> Measures:
    """The measures of the body of a document; ``leading`` by half points of type."""
    gaps: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for upper, lower in pairwise(lines):
        gap = upper.y - lower.y
        if upper.page == lower.page and 0.5 * upper.size < gap < 3 * upper.size and _same_size(upper, lower):
            gaps[round(upper.size)][round(gap * 2) / 2] += 1
    leading = {height: _usual(counts) for height, counts in gaps.items()}
    left: defaultdict[tuple[int, int], Counter[float]] = defaultdict(Counter)
    ends: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        if abs(line.size - size) < 0.1 * size:
            for key in ((line.page, line.column), (-1, line.column)):
                left[key][round(line.x0)] += 1
                ends[key].append(line.x1)
    right = {key: sorted(xs)[int(0.95 * (len(xs) - 1))] for key, xs in ends.items() if len(xs) >= 5 or key[0] == -1}
    lefts = {key: xs.most_common(1)[0][0] for key, xs in left.items() if xs.total() >= 5 or key[0] == -1}
    return Measures(size, leading, lefts, right)


def _usual(counts: Counter[float]) -> float:
    """The smallest gap that is common: that of the lines of a paragraph."""
    most = counts.most_common(1)[0][1]
    return min(gap for gap, count in counts.items() if count >= 0.4 * most)


def paragraphs(lines: Sequence[Line], measures: Measures) -> list[list[Line]]:
    """The lines of each paragraph."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, measures):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def is_short(upper: Line, lower: Line, measures: Measures) -> bool:
    """Whether the first word of the lower line would have fitted into the upper one: its line was ended on purpose."""
    right = measures.right.get((upper.page, upper.column), measures.right.get((-1, upper.column), upper.x1))
    return upper.x1 + lower.first_width + 0.9 * upper.size < right


def _goes_on(paragraph: list[Line], line: Line, measures: Measures) -> bool:
    last = paragraph[-1]
    if not _same_size(last, line) or (last.column != line.column and 0 in (last.column, line.column)):
        return False
    if last.page != line.page or last.column != line.column or line.y > last.y + 0.5 * last.size:
        return _goes_on_after_break(paragraph, line, measures)
    gap = last.y - line.y
    if gap < 0.4 * line.size or line.x0 > last.x1 or line.x1 < last.x0:
        return False
    usual = measures.leading.get(round(last.size), 1.2 * last.size)
    if gap > max(1.3 * usual, usual + 2.5):
        return False
    if _is_set_right(last, measures) and _is_set_right(line, measures):
        return False
    if last.size > _LARGER * measures.size or (last.bold and line.bold and not _ITEM.match(line.text)):
        return True
    if last.bold != line.bold and is_short(last, line, measures):
        return False
    if is_short(last, line, measures) and not _is_centred_pair(last, line):
        return False
    if _ITEM.match(line.text) and _ENDED.search(last.text):
        return False
    return not _is_indented(paragraph, line)


def _goes_on_after_break(paragraph: list[Line], line: Line, measures: Measures) -> bool:
    """Over the end of a page or a column."""
    last = paragraph[-1]
    if last.size > _LARGER * measures.size or last.bold != line.bold or last.bold:
        return False
    if is_short(last, line, measures):
        return False
    if _ITEM.match(line.text) and (_ENDED.search(last.text) or not line.text[0].isdigit()):
        return False
    if _LOWER.match(line.text) and not _ENDED.search(last.text):
        return True
    left = measures.left.get((line.page, line.column), measures.left.get((-1, line.column), line.x0))
    if len(paragraph) > 1:
        left = max(left, paragraph[-1].x0) if last.page == line.page or last.column == line.column else left
    return line.x0 < left + 0.8 * line.size


def _is_indented(paragraph: list[Line], line: Line) -> bool:
    """Whether a line begins further in than the lines that go on with the paragraph: the first of a new one."""
    if len(paragraph) > 1 and paragraph[-1].page == line.page:
        return line.x0 > paragraph[-1].x0 + 0.8 * line.size
    return False


def _is_set_right(line: Line, measures: Measures) -> bool:
    """Whether a line begins in the right half of its column, as places, dates and signatures do."""
    left = measures.left.get((line.page, line.column), measures.left.get((-1, line.column), line.x0))
    right = measures.right.get((line.page, line.column), measures.right.get((-1, line.column), line.x1))
    return line.x0 > left + 0.5 * (right - left)


def _is_centred_pair(upper: Line, lower: Line) -> bool:
    """Whether two lines have one middle and differ in length: lines of a centred heading."""
    return (
        abs(upper.x0 + upper.x1 - lower.x0 - lower.x1) < 6
        and abs(upper.x0 - lower.x0) > 8
        and not _ENDED.search(upper.text)
    )


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.08 * max(one.size, other.size)
