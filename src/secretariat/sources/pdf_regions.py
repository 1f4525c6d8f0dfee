"""What of a page is text, what a footnote, and what furniture: running heads, page numbers, rules."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from secretariat.sources.pdf_lines import Line

_RULE = re.compile(r"[_–—-]{5,}$|_{3,}$")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|стр\.?|p\.)?\s*[-–—|/\[( ]*(?:\d{1,4}|[ivxl]{1,6})\s*"
    r"(?:(?:/|of|sur|von|из)\s*\d{1,4})?\s*[-–—|/\]) ]*$",
    re.I,
)
_NOTE_START = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[)\]]?\s+\S")
_DIGITS = re.compile(r"\d+")
_NOTE_SIZE = 0.93
"""Footnotes are set at most this large, compared with the text."""


class Page(msgspec.Struct):
    """A page with its lines divided; every line is in one of the lists."""

    width: float
    height: float
    body: list[Line] = []
    top: list[Line] = []
    bottom: list[Line] = []
    notes: list[Line] = []


def body_size(pages: Sequence[Page]) -> float:
    """The height of type in which most characters of a document are set, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.body:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def divide(pages: Sequence[Page], size: float) -> None:
    """Moves running heads and feet, page numbers, footnotes and rules out of the body of each page."""
    _move_running(pages)
    for page in pages:
        _move_page_numbers(page)
        _move_notes(page, size)
    _move_below_frame(pages)


def _edges(page: Page) -> list[tuple[Line, bool]]:
    """The lines near the top and the foot of a page, with whether they are at the top."""
    top, foot = 0.86 * page.height, 0.13 * page.height
    return [(line, line.y >= top) for line in page.body if line.y >= top or line.y <= foot]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower()).strip()


def _move_running(pages: Sequence[Page]) -> None:
    """Lines that several pages repeat at the same height in the same type; figures in them may change."""
    places: Counter[tuple[str, bool, int, int]] = Counter()
    for page in pages:
        places.update({_place(line, above) for line, above in _edges(page)})
    least = 2 if len(pages) < 8 else 3
    for page in pages:
        running: set[int] = set()
        for line, above in _edges(page):
            if line.turned or _repeats(places, _place(line, above)) >= least:
                running.add(id(line))
                (page.top if above else page.bottom).append(line)
        page.body = [line for line in page.body if id(line) not in running]


def _place(line: Line, above: bool) -> tuple[str, bool, int, int]:
    """A line near an edge as other pages may repeat it; a letterhead is larger than a running head."""
    return _key(line), above, round(line.y / 4), round(line.size)


def _repeats(places: Counter[tuple[str, bool, int, int]], place: tuple[str, bool, int, int]) -> int:
    """How many pages have a line within 6 points of a place, in a type of that size."""
    key, above, y, size = place
    return sum(places[key, above, y + down, size + more] for down in (-1, 0, 1) for more in (-1, 0, 1))


def _move_page_numbers(page: Page) -> None:
    """Page numbers that are alone in the first or last row, parted from the text."""
    highest = max((line.y for line in page.body), default=0.0)
    lowest = min((line.y for line in page.body), default=0.0)
    numbers: set[int] = set()
    for line, above in _edges(page):
        outermost = line.y >= highest - 0.5 * line.size if above else line.y <= lowest + 0.5 * line.size
        if outermost and _PAGE_NUMBER.match(line.text):
            numbers.add(id(line))
            (page.top if above else page.bottom).append(line)
    page.body = [line for line in page.body if id(line) not in numbers]


def _move_notes(page: Page, size: float) -> None:
    """The footnotes of a page: below a rule of strokes, or in small type with a mark before them, at its foot."""
    body = page.body
    start = len(body)
    while start > 0 and body[start - 1].size <= _NOTE_SIZE * size and not _RULE.match(body[start - 1].text):
        start -= 1
    ruled = start > 0 and start < len(body) and _RULE.match(body[start - 1].text) is not None
    if not ruled:
        while start < len(body) and not (body[start].noted or _NOTE_START.match(body[start].text)):
            start += 1
        if start == 0 or (start < len(body) and body[start].y > 0.6 * page.height):
            return
    page.notes = body[start:]
    if ruled:
        page.bottom.insert(0, body[start - 1])
    del body[start - ruled :]


def _move_below_frame(pages: Sequence[Page]) -> None:
    """What stands below the text area of all other pages: job numbers, bar codes and addresses of the printer."""
    feet = [min(line.y for line in page.body + page.notes) for page in pages[1:] if page.body]
    if not feet or not pages[0].body:
        return
    frame = min(feet)
    first = pages[0]
    for line, above in _edges(first):
        if not above and line.y < frame - 0.6 * line.size:
            first.body.remove(line)
            first.bottom.append(line)
