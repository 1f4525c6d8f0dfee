"""The running text: what a person reads, with wrapped lines joined and furniture left out, and the way back.

Finders work on ``Flow.text``: every run of white space is one space, typographic apostrophes and no-break hyphens are
plain, units (paragraphs) are parted by a line feed, and what stands between the halves of a paragraph (page furniture,
footnotes, footnote marks) is moved out of it. ``Flow.span`` leads every place back to the text that is kept.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from secretariat.model.spans import Span
from secretariat.reading.packed import Packed


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the kept text that belongs to a unit: ``text[start:end]`` less ``skips`` (footnote marks)."""

    start: int
    end: int


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One unit of running text, ``Flow.text[start:end]``: a paragraph, its halves joined."""

    start: int
    end: int
    kind: str


class Flow:
    """The folded text of a document with the way back: ``runs`` of it that stand in the kept text as they are."""

    def __init__(self, text: str, runs: "Runs", units: Packed[Unit]) -> None:
        self.text = text
        self._runs = runs
        self.units = units

    def span(self, start: int, end: int) -> Span:
        """The place in the kept text of ``Flow.text[start:end]`` (not empty, within one unit)."""
        return self._runs.source(start), self._runs.source(end - 1) + 1

    def offset(self, place: int) -> int:
        """Where the code point at a place of the folded text stands in the kept text."""
        return self._runs.source(place)

    def unit_at(self, place: int) -> int:
        """Index of the unit that holds a place of the folded text."""
        return max(0, self.units.index_at(place))


class Runs:
    """Stretches of the folded text that are as long as their source: where each begins, and where its source does."""

    def __init__(self) -> None:
        self._starts = array("i")
        self._sources = array("i")

    def add(self, place: int, source: int) -> None:
        """Says that the code point at ``place`` comes from ``source``; places come in order."""
        if not self._starts or self._sources[-1] + place - self._starts[-1] != source:
            self._starts.append(place)
            self._sources.append(source)

    def cut(self, place: int) -> None:
        """Forgets the last code point, at ``place``."""
        if self._starts[-1] == place:
            self._starts.pop()
            self._sources.pop()

    def source(self, place: int) -> int:
        """Where a code point came from."""
        at = bisect_right(self._starts, place) - 1
        return self._sources[at] + place - self._starts[at]


_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'",
    "\u2010": "-", "\u2011": "-", "\u00ad": "",
    "\u200b": "", "\u200e": "", "\u200f": "", "\ufeff": "", "\u2060": "",
}  # fmt: skip
_CHANGED = re.compile(
    "(?P<wrap>(?<=\\w[-\u2010\u2011])[ \t\u00a0]*\r?\n[ \t\u00a0]*(?=\\w))"
    "|(?P<space>[^\\S ]\\s*| \\s+)"
    "|[\u2018\u2019\u201b\u02bc\u2010\u2011\u00ad\u200b\u200e\u200f\ufeff\u2060]"
)
"""What folding changes; a single space between words is none of it, so that unchanged stretches are long."""
_PIECES = 4096
"""So many stretches are joined to one string as soon as a unit ends."""


def make_flow(text: str, units: Iterable[tuple[str, Sequence[Span]]], skips: Iterable[Span] = ()) -> Flow:
    """Folds the units of a text.

    ``units`` are (kind, pieces of the text in order); ``skips`` are spans left out of all, sorted or not, that do not
    overlap.
    """
    fold = _Fold(text)
    kinds: list[str] = []
    made = Packed(
        lambda start, end, kind: Unit(start, end, kinds[kind]), _fold_units(fold, units, sorted(skips), kinds)
    )
    return Flow(fold.text_so_far(), fold.runs, made)


def _fold_units(
    fold: "_Fold", units: Iterable[tuple[str, Sequence[Span]]], skipped: Sequence[Span], kinds: list[str]
) -> Iterator[tuple[int, int, int]]:
    """Start and end of each unit that has words, and the number of its kind, which goes to ``kinds``."""
    for kind, pieces in units:
        begin = fold.size
        for piece_start, piece_end in pieces:
            for start, end in _less(piece_start, piece_end, skipped):
                fold.add(start, end)
            if fold.size > begin and piece_end:
                fold.put(" ", piece_end - 1)
        fold.trim(begin)
        if fold.size > begin:
            if kind not in kinds:
                kinds.append(kind)
            yield begin, fold.size, kinds.index(kind)
            fold.close()


class _Fold:
    """The folded text so far, in stretches, with the place of each of its code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.done: list[str] = []
        """What is folded for good, in long strings."""
        self.runs = Runs()
        self.size = 0
        self.spaced = True

    def text_so_far(self) -> str:
        """The folded text."""
        return "".join([*self.done, *self.out])

    def put(self, char: str, place: int) -> None:
        """One folded character; a space after a space is left out."""
        if char == " " and self.spaced:
            return
        self.out.append(char)
        self.runs.add(self.size, place)
        self.size += 1
        self.spaced = char == " "

    def copy(self, start: int, end: int) -> None:
        """A stretch that folding leaves as it is."""
        if self.spaced and start < end and self.text[start] == " ":
            start += 1
        if start >= end:
            return
        self.out.append(self.text[start:end])
        self.runs.add(self.size, start)
        self.size += end - start
        self.spaced = self.text[end - 1] == " "

    def add(self, start: int, end: int) -> None:
        """A stretch of the source, folded."""
        place = start
        for match in _CHANGED.finditer(self.text, start, end):
            low, high = match.span()
            self.copy(place, low)
            place = high
            if match.lastgroup == "space":
                self.put(" ", low)
            elif match.lastgroup is None and (plain := _PLAIN[self.text[low]]):
                self.put(plain, low)
        self.copy(place, end)

    def trim(self, begin: int) -> None:
        """Takes the space off the end of a unit that began at ``begin``."""
        if self.size > begin and self.spaced:
            self.out[-1] = self.out[-1][:-1]
            self.size -= 1
            self.runs.cut(self.size)
        self.spaced = True

    def close(self) -> None:
        """The line feed that parts two units; it points at the last character before it."""
        self.out.append("\n")
        self.runs.add(self.size, self.runs.source(self.size - 1))
        self.size += 1
        self.spaced = True
        if len(self.out) >= _PIECES:
            self.done.append("".join(self.out))
            self.out.clear()


def _less(start: int, end: int, skips: Sequence[Span]) -> Iterable[Span]:
    """``start:end`` without the skipped spans that lie in it."""
    at = max(0, bisect_right(skips, (start, start)) - 1) if skips else 0
    while at < len(skips) and skips[at][0] < end:
        low, high = skips[at]
        if low > start:
            yield start, low
        start = max(start, high)
        at += 1
    if start < end:
        yield start, end
