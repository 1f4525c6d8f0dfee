"""Page furniture: what a page repeats or counts and nobody reads as text.

Page numbers ("2/5", "- 56 -", "Page 3 of 9"), document codes ("25-14350 (E)"), bar codes ("*2514350*"),
symbols repeated at the head of pages, and running heads beside them. The first symbol of a document names it
and is no furniture.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from secretariat.reading.structure.lines import Line

SYMBOL = re.compile(
    r"(?:[A-Z]{1,8}|[A-Z]{2,6}\.\d{1,3})(?:/[A-Z0-9][A-Za-z0-9.()+-]{0,30}){1,6}(?: ?\([IVXLC\d]{1,8}\))?\*?"
)
"""A document symbol: "A/RES/79/332", "S/2025/12", "FCCC/CP/2015/L.9/Rev.1"."""

_COUNTED = re.compile(
    r"(?:\d{1,4} ?/ ?\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|[Pp]age \d{1,4}(?: (?:of|/) \d{1,4})?"
    r"|\d{2}-\d{5}(?: \([A-Z]\).{0,40})?"
    r"|\*\d{6,12}\*)"
)
_OF_ALL = re.compile(r"\d{1,4} ?/ ?(\d{1,4})")
"""A page and how many there are."""
_BARE = re.compile(r"\d{1,4}")
_REACH = 6
"""Running heads stand at most so many lines from a page number."""


_HEAD = 60
"""Lines in which the title is looked for."""
_FIRST_HEAD = 20
"""What stands beside the codes of a first page is the head of the document and no running head."""


def find_furniture(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that are page furniture."""
    anchors = _anchors(lines)
    if not anchors:
        return set()
    clusters = _clusters(anchors)
    repeated = Counter(key for c in clusters for key in {_key(lines[i].text) for i in _near(lines, c)})
    head = _Head(lines)
    found = set(anchors)
    for cluster in clusters:
        if cluster[0] < _FIRST_HEAD:
            continue
        for step in (-1, 1):
            found.update(_beside(lines, cluster[0] if step < 0 else cluster[-1], step, repeated, head, found))
        found.update(_between(lines, cluster, repeated, head, found))
    return found


class _Head:
    """The words above the text, in which the title is: up to the first line left open by a comma.

    Where there is no such line, text may be among them; a line that is one of them must come again to be a running head.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        words: list[str] = []
        self._end = 0
        for line in lines[:_HEAD]:
            if line.text.endswith(",") and words:
                break
            self._end += 1
            if not line.blank:
                words.append(line.text)
        self._words = " ".join(words).casefold()

    def has(self, text: str, at: int) -> bool:
        """Whether the line ``at`` has words of the head beside itself."""
        return self._words.count(text.casefold()) > (at < self._end)


def _anchors(lines: Sequence[Line]) -> list[int]:
    """Lines that are furniture by their look: counted pages, codes, and the symbol wherever it comes again."""
    found: list[int] = []
    symbols: list[tuple[int, str]] = []
    of_all: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        size = len(line)
        if not 1 <= size <= 60:
            continue
        if _COUNTED.fullmatch(line.text):
            if whole := _OF_ALL.fullmatch(line.text):
                of_all.append((index, whole[1]))
            else:
                found.append(index)
        elif size <= 40 and "/" in line.text and SYMBOL.fullmatch(line.text):
            symbols.append((index, line.text))
    counted = sorted({*found, *_of_one_total(of_all), *_counted_bare(lines)})
    again = [i for i, words in symbols[1:] if words == symbols[0][1] or _close(counted, i)]
    return sorted({*counted, *again})


def _of_one_total(pages: Sequence[tuple[int, str]]) -> list[int]:
    """Of "2/7", "3/7" and "73/89" (a resolution's number that a narrow line set alone) those of the commonest total.

    Of totals that are as common the smallest is taken: documents have fewer pages than organisations have resolutions.
    """
    totals = Counter(int(total) for _, total in pages)
    total = max(totals, key=lambda t: (totals[t], -t), default=None)
    return [index for index, own in pages if int(own) == total]


def _close(counted: Sequence[int], index: int) -> bool:
    """Whether a counted line stands within reach."""
    at = bisect_left(counted, index)
    return any(abs(counted[i] - index) <= _REACH for i in (at - 1, at) if 0 <= i < len(counted))


def _counted_bare(lines: Sequence[Line]) -> list[int]:
    """Bare numbers alone on a line that count up one by one through the text, at least three of them."""
    bare = [(i, int(line.text)) for i, line in enumerate(lines) if 1 <= len(line) <= 4 and _plain_digits(line.text)]
    best: list[int] = []
    run: list[int] = []
    last = -1
    for index, value in bare:
        if run and value == last + 1 and index - run[-1] > 4:
            run.append(index)
        else:
            run = [index]
        last = value
        if len(run) > len(best):
            best = list(run) if len(run) < 3 else run
    return best if len(best) >= 3 else []


def _plain_digits(text: str) -> bool:
    return bool(_BARE.fullmatch(text)) and text.isascii()


def _clusters(anchors: Sequence[int]) -> list[list[int]]:
    clusters = [[anchors[0]]]
    for index in anchors[1:]:
        if index - clusters[-1][-1] <= _REACH:
            clusters[-1].append(index)
        else:
            clusters.append([index])
    return clusters


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _near(lines: Sequence[Line], cluster: Sequence[int]) -> list[int]:
    reach = range(max(0, cluster[0] - _REACH), min(len(lines), cluster[-1] + _REACH + 1))
    return [i for i in reach if not lines[i].blank]


def _runs(lines: Sequence[Line], at: int, repeated: Counter[str], head: _Head) -> bool:
    """Whether a line beside a page number is a running head: repeated there, or words of the title."""
    text = lines[at].text
    if len(text) < 4 or text[-1] in ".;:":
        return False
    if repeated[_key(text)] > 1:
        return True
    return len(text) >= 8 and head.has(text, at)


def _beside(
    lines: Sequence[Line], at: int, step: int, repeated: Counter[str], head: _Head, found: set[int]
) -> list[int]:
    out: list[int] = []
    here, blanks = at + step, 0
    while 0 <= here < len(lines) and blanks < 3 and len(out) < _REACH:
        if lines[here].blank:
            blanks += 1
        elif here in found or _runs(lines, here, repeated, head):
            out.append(here)
            blanks = 0
        else:
            break
        here += step
    return out


def _between(
    lines: Sequence[Line], cluster: Sequence[int], repeated: Counter[str], head: _Head, found: set[int]
) -> list[int]:
    inside = range(cluster[0], cluster[-1])
    return [i for i in inside if i not in found and not lines[i].blank and _runs(lines, i, repeated, head)]
