"""A comparison at a terminal: what changed, and what it means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from secretariat.cli.marked import marked
from secretariat.publishing.words.lines import counted, one_line

if TYPE_CHECKING:
    from secretariat.comparing.values import Comparison, Pair, Words
    from secretariat.model.record import Record
    from secretariat.publishing.redline.stream import Block


def comparison_lines(
    comparison: "Comparison", a: "Record", b: "Record", *, everything: bool, colour: bool | None = None
) -> Iterator[str]:
    """The comparison line by line; paragraphs that did not change are only counted, unless ``everything``."""
    from secretariat.publishing.redline.meaning import kind_said, said
    from secretariat.publishing.redline.stream import blocks_of

    for sign, side in (("-", comparison.a), ("+", comparison.b)):
        title = f"  {one_line(side.title)}" if side.title and side.title != side.name else ""
        yield f"{sign} {side.date or 'no date':<11} {side.name}{title}"
    unchanged = 0
    for block in blocks_of(comparison, a, b):
        if block.where == "a" and block.pair.moved:
            continue
        if block.pair.kind == "same" and not everything:
            unchanged += 1
            continue
        if unchanged:
            yield f"\n    … {counted(unchanged, 'paragraph')} unchanged"
            unchanged = 0
        yield f"\n{kind_said(block.pair)}{_numbers(block.pair, a, b)}"
        yield f"    {_text(block, a, b, colour)}"
        for change in block.pair.changes:
            yield f"    * {said(change)}"
    if unchanged:
        yield f"\n    … {counted(unchanged, 'paragraph')} unchanged"
    yield ""
    yield from _summary(comparison)


def _text(block: "Block", a: "Record", b: "Record", colour: bool | None) -> str:
    pair = block.pair
    if pair.words and any(run.kind != "same" for run in pair.words):
        return marked(pair.words, a.text, b.text, colour=colour)
    if block.where == "both" or pair.moved:
        return one_line(" ".join(b.text[slice(*place)] for place in pair.b))
    return marked(_alone(pair), a.text, b.text, colour=colour)


def _alone(pair: "Pair") -> "list[Words]":
    from secretariat.comparing.values import Words

    return [Words("deleted", a=place) for place in pair.a] or [Words("inserted", b=place) for place in pair.b]


def _numbers(pair: "Pair", a: "Record", b: "Record") -> str:
    """The printed numbers of the paragraphs, where they have some: " (4 → 5)"."""
    one, other = _number(a, pair.a), _number(b, pair.b)
    if not one and not other:
        return ""
    return f" ({one})" if one == other or not other else f" ({other})" if not one else f" ({one} → {other})"


def _number(record: "Record", places: "tuple[tuple[int, int], ...]") -> str:
    starts = {place[0] for place in places}
    return ", ".join(p.number for p in record.paragraphs if p.number and any(p.start <= s < p.end for s in starts))


def _summary(comparison: "Comparison") -> Iterator[str]:
    from secretariat.publishing.redline.meaning import KINDS

    s = comparison.summary
    yield "paragraphs  " + ", ".join(f"{s.pairs[k]:,} {name}" for k, name in KINDS.items() if s.pairs.get(k))
    yield f"words       {s.words_same:,} stayed, {s.words_deleted:,} taken out, {s.words_inserted:,} put in"
    if s.changes:
        yield "meaning     " + ", ".join(f"{count:,} {kind}" for kind, count in s.changes.items())
    for label, states in (("joined", s.states_joined), ("left", s.states_left)):
        if states:
            yield f"{label:<12}{' '.join(states)}"
