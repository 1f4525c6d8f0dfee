"""A comparison as a stream of texts and paragraph ends, from which a Word file or a page is written.

Two rules hold for the whole stream, in order. Without what is inserted it is the first document: its passages, each closed by one
paragraph end. Without what is deleted it is the second. What moved stands twice, deleted where it was and inserted where it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

import msgspec

from secretariat.comparing.passages import Passage, passages_of
from secretariat.comparing.values import Comparison, Pair, WordKind
from secretariat.model.record import Record
from secretariat.model.spans import Span

_TOKEN = re.compile(r" ?(?:\w+|[^\w\s])")
"""A word or sign with the space before it."""
_SPACE = re.compile(r"\s+")
Where: TypeAlias = Literal["both", "a", "b"]


class Text(msgspec.Struct, frozen=True):
    """Some words with the space before them; ``a`` and ``b`` are where they stand in the two texts."""

    kind: WordKind
    text: str
    a: Span | None = None
    b: Span | None = None


class End(msgspec.Struct, frozen=True):
    """The end of a paragraph: of both texts (``same``), of the first only (``deleted``) or the second (``inserted``)."""

    kind: WordKind


Item: TypeAlias = Text | End


class Block(msgspec.Struct, frozen=True):
    """A pair, or one side of it (``where``) if the pair moved or has but one; ``kinds`` are its paragraphs' kinds."""

    n: int
    pair: Pair
    where: Where
    items: tuple[Item, ...]
    kind: str
    """The kind of its first paragraph, as the record has it."""


def blocks_of(comparison: Comparison, a: Record, b: Record) -> list[Block]:
    """The blocks of a comparison in one order that keeps the order of both texts; ``n`` is the pair's place in it."""
    side_a, side_b = _Side(a), _Side(b)
    spine: list[tuple[int, int, int, Pair]] = []
    only_a: list[tuple[int, int, Pair]] = []
    only_b: list[tuple[int, int, Pair]] = []
    for n, pair in enumerate(comparison.pairs):
        at_a = side_a.place(pair.a[0]) if pair.a else -1
        at_b = side_b.place(pair.b[0]) if pair.b else -1
        if pair.a and pair.b and not pair.moved:
            spine.append((at_a, at_b, n, pair))
            continue
        if pair.a:
            only_a.append((at_a, n, pair))
        if pair.b:
            only_b.append((at_b, n, pair))
    only_a.sort(key=lambda item: item[0])
    only_b.sort(key=lambda item: item[0])
    blocks: list[Block] = []
    ends = (len(side_a.passages), len(side_b.passages), -1, None)
    for at_a, at_b, n, pair in (*sorted(spine, key=lambda item: item[0]), ends):  # type: ignore[assignment]
        while only_a and only_a[0][0] < at_a:
            _, own, gone = only_a.pop(0)
            blocks.append(Block(own, gone, "a", tuple(_alone("deleted", side_a, gone.a)), side_a.kind(gone.a[0])))
        while only_b and only_b[0][0] < at_b:
            _, own, come = only_b.pop(0)
            blocks.append(Block(own, come, "b", tuple(_alone("inserted", side_b, come.b)), side_b.kind(come.b[0])))
        if pair is not None:
            blocks.append(Block(n, pair, "both", tuple(_together(side_a, side_b, pair)), side_b.kind(pair.b[0])))
    return blocks


class _Side:
    """One of the two texts, with the passage that each place belongs to."""

    def __init__(self, record: Record) -> None:
        self.text = record.text
        self.passages: Sequence[Passage] = passages_of(record)
        self._of = {place: p.n for p in self.passages for place in p.places}

    def place(self, place: Span) -> int:
        return self._of[place]

    def kind(self, place: Span) -> str:
        return self.passages[self._of[place]].paragraph.kind

    def paragraphs(self, places: Sequence[Span]) -> Iterator[list[Span]]:
        """Places by passage, in order."""
        for _, group in groupby(places, key=self._of.__getitem__):
            yield list(group)

    def ends(self, places: Sequence[Span]) -> set[int]:
        """Where in the text the passages at some places end."""
        return {group[-1][1] for group in self.paragraphs(places)}

    def words(self, places: Sequence[Span]) -> str:
        return " ".join(_SPACE.sub(" ", self.text[slice(*place)].strip()) for place in places)


def _alone(kind: Literal["deleted", "inserted"], side: _Side, places: Sequence[Span]) -> Iterator[Item]:
    """Passages that one text has: each with its end."""
    for group in side.paragraphs(places):
        whole = (group[0][0], group[-1][1])
        yield Text(
            kind, side.words(group), a=whole if kind == "deleted" else None, b=None if kind == "deleted" else whole
        )
        yield End(kind)


def _together(a: _Side, b: _Side, pair: Pair) -> Iterator[Item]:
    """A pair that stands in order: its redline, with the ends of the paragraphs of both texts."""
    if not pair.words:
        whole_a, whole_b = (pair.a[0][0], pair.a[-1][1]), (pair.b[0][0], pair.b[-1][1])
        yield from _same(Text("deleted", a.words(pair.a), a=whole_a), Text("inserted", b.words(pair.b), b=whole_b))
        yield End("same")
        return
    ends_a, ends_b = a.ends(pair.a), b.ends(pair.b)
    last_a = last_b = None
    waiting_a = waiting_b = False
    for run in pair.words:
        if (waiting_a and run.a) or (waiting_b and run.b):
            yield End("same" if waiting_a and waiting_b else "deleted" if waiting_a else "inserted")
            last_a = None if waiting_a else last_a
            last_b = None if waiting_b else last_b
            if waiting_a and waiting_b:
                waiting_a = waiting_b = False
            elif waiting_a:
                waiting_a = False
            else:
                waiting_b = False
        gap_a = run.a is not None and _is_gap(a.text, last_a, run.a[0])
        gap_b = run.b is not None and _is_gap(b.text, last_b, run.b[0])
        one = run.a and Text("deleted", " " * gap_a + _SPACE.sub(" ", a.text[slice(*run.a)]), a=run.a)
        other = run.b and Text("inserted", " " * gap_b + _SPACE.sub(" ", b.text[slice(*run.b)]), b=run.b)
        if one and other:
            yield from _same(one, other)
        elif found := one or other:
            yield found
        if run.a is not None:
            last_a, waiting_a = run.a[1], run.a[1] in ends_a
        if run.b is not None:
            last_b, waiting_b = run.b[1], run.b[1] in ends_b
    yield End("same")


def _is_gap(text: str, last: int | None, start: int) -> bool:
    """Whether white space stands before a run that is not the first of its paragraph."""
    return last is not None and (text[start - 1].isspace() or last < start)


def _same(one: Text, other: Text) -> Iterator[Text]:
    """Words that stayed; where the two texts differ in space or in the form of a sign, that is a change of its own."""
    if one.text == other.text:
        yield Text("same", other.text, one.a, other.b)
        return
    tokens_a, tokens_b = _TOKEN.findall(one.text), _TOKEN.findall(other.text)
    if len(tokens_a) != len(tokens_b):  # signs that fold into other numbers of signs
        yield one
        yield other
        return
    for x, y in zip(tokens_a, tokens_b, strict=True):
        if x == y:
            yield Text("same", y, one.a, other.b)
        else:
            yield Text("deleted", x, a=one.a)
            yield Text("inserted", y, b=other.b)
