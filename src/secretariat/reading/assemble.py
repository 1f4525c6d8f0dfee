"""The record out of a finished draft: places led back to the kept text, marks in order, statements tied to mentions."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias, TypeVar

import msgspec

from secretariat.model.mentions import Mention
from secretariat.model.record import Facts, Reader, Record
from secretariat.model.spans import Span
from secretariat.model.statements import Finding, Stage, Statement
from secretariat.reading.draft import Draft, by_place
from secretariat.reading.sharing import shared
from secretariat.version import __version__

M = TypeVar("M")
Places: TypeAlias = Sequence[int]
_SHORT = 40
"""The words of marks that are so short are often the same."""


def assemble(draft: Draft, spend: bool = False) -> Record:
    """The frozen record; offsets are into the document's text.

    With ``spend`` the marks are taken out of the draft one by one, so that a long document never holds all of them twice.
    """
    kept = _unique(draft.mentions)
    staged = {id(draft.mentions[stage.mention]) for stage in draft.stages}
    at = {id(m): i for i, m in enumerate(kept) if id(m) in staged}
    targets = [at.get(id(draft.mentions[stage.mention])) for stage in draft.stages]
    starts, ends = array("q", (m.start for m in kept)), array("q", (m.end for m in kept))
    if spend:
        draft.mentions = []
    placed = [_placed(draft, m) for m in _taken(kept, True)]
    # A footnote stands after its paragraph in the flow, at the foot of the page in the kept text: order by the latter.
    order = _order(placed)
    ranks = array("q", bytes(8 * len(order)))
    for new, old in enumerate(order):
        ranks[old] = new
    statements = (_statement(draft, s, starts, ends, ranks) for s in _taken(draft.statements, spend))
    return Record(
        document=_facts(draft),
        text=draft.document.text,
        paragraphs=draft.paragraphs,
        mentions=tuple(placed[i] for i in order),
        statements=tuple(sorted(statements, key=lambda s: (s.trigger, s.start))),
        stages=tuple(_stages(draft, [None if t is None else ranks[t] for t in targets])),
        findings=tuple(sorted((_finding(draft, f) for f in draft.findings), key=lambda f: (f.start, f.end, f.code))),
        reader=Reader(__version__, draft.lexicon.hash + "-" + draft.profiles.hash),
    )


def _order(placed: Sequence[Mention]) -> Sequence[int]:
    """The indexes of mentions in order of place; numbers are made only where they are not in order already."""
    if all((by_place(a), type(a).__name__) <= (by_place(b), type(b).__name__) for a, b in pairwise(placed)):
        return range(len(placed))
    order = sorted(range(len(placed)), key=lambda i: type(placed[i]).__name__)
    order.sort(key=lambda i: by_place(placed[i]))
    return order


def _taken(marks: list[M], spend: bool) -> Iterator[M]:
    """Each of the marks in order; with ``spend`` the list lets go of them."""
    if not spend:
        yield from marks
        return
    marks.reverse()
    while marks:
        yield marks.pop()


def _facts(draft: Draft) -> Facts:
    """The header facts with their places in the kept text."""
    placed = {field: _span(draft, *span) for field, span in draft.facts.header.items() if span[1] > span[0]}
    return msgspec.structs.replace(draft.facts, header=placed)


def _unique(mentions: list[Mention]) -> list[Mention]:
    """Mentions by place, each type and span once."""
    out: list[Mention] = []
    for m in sorted(sorted(mentions, key=lambda m: type(m).__name__), key=by_place):
        last = out[-1] if out else None
        again = last is not None and (last.start, last.end, type(last)) == (m.start, m.end, type(m))
        if m.end > m.start and not again:
            out.append(m)
    return out


def _span(draft: Draft, start: int, end: int) -> Span:
    return draft.flow.span(start, end)


def _placed(draft: Draft, mention: Mention) -> Mention:
    start, end = _span(draft, mention.start, mention.end)
    text = draft.document.text[start:end]
    return msgspec.structs.replace(mention, start=start, end=end, text=shared(text) if len(text) < _SHORT else text)


def _statement(draft: Draft, s: Statement, starts: Places, ends: Places, ranks: Places) -> Statement:
    """The statement in the kept text, with the indexes (``ranks``) of the mentions in its clause."""
    first, last = bisect_left(starts, s.start), bisect_left(starts, s.end)
    about = [ranks[at] for at in range(first, last) if ends[at] <= s.end]
    start, end = _span(draft, s.start, s.end)
    return msgspec.structs.replace(
        s,
        start=start,
        end=end,
        trigger=_span(draft, *s.trigger),
        holder=_span(draft, *s.holder) if s.holder else None,
        about=tuple(sorted(about)),
        addressees=tuple(_span(draft, *a) for a in s.addressees),
        conditions=tuple(_span(draft, *c) for c in s.conditions),
    )


def _stages(draft: Draft, mentions: Sequence[int | None]) -> list[Stage]:
    """Stages with the indexes of the kept mentions that they speak of, one for each stage of the draft."""
    out: list[Stage] = []
    for stage, at in zip(draft.stages, mentions, strict=True):
        if at is not None:
            start, end = _span(draft, stage.start, stage.end)
            text = draft.document.text[start:end]
            out.append(msgspec.structs.replace(stage, mention=at, start=start, end=end, text=text))
    return sorted(out, key=lambda s: (s.start, s.end, s.mention))


def _finding(draft: Draft, finding: Finding) -> Finding:
    if finding.end <= finding.start:
        return msgspec.structs.replace(finding, start=0, end=0)
    start, end = _span(draft, finding.start, finding.end)
    return msgspec.structs.replace(finding, start=start, end=end)
