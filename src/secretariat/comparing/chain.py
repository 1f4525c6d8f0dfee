"""Follows each strand of wording through three or more documents: when it came, changed, went, and came back.

Each document is compared with the next; passages that answer each other are one strand. A strand that ended is joined to one
that begins later if their words are as like as in any sure pair: the wording came back. Cost: that of the comparisons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from secretariat.comparing.align import SURE, align
from secretariat.comparing.compare import compare, side_of
from secretariat.comparing.passages import words_in
from secretariat.comparing.values import Change, Comparison, Pair, Side
from secretariat.lexicon.load import Lexicon
from secretariat.model.record import Record
from secretariat.model.spans import Span

StepKind: TypeAlias = Literal["came", "same", "edited", "moved", "split", "merged", "went", "back"]
_Node: TypeAlias = tuple[int, Span]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a strand in one document, by its index. ``went`` has no places: the document does not have it.

    ``similarity`` and ``changes`` are those against the document before that had it.
    """

    document: int
    kind: StepKind
    places: tuple[Span, ...] = ()
    similarity: float | None = None
    changes: tuple[Change, ...] = ()


class Strand(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of wording followed through the documents."""

    steps: tuple[Step, ...]
    first: int
    last: int
    """Index of the first and of the last document that has it."""


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Documents in order of time, and the strands in the order in which they first stand there."""

    documents: tuple[Side, ...]
    by_date: bool
    """Whether all documents have dates and stand in their order; if not, they stand as they were given."""
    strands: tuple[Strand, ...]
    summary: dict[str, int]
    """How many strands have a step of each kind, and how many go through all documents (``throughout``)."""

    def to_json(self) -> bytes:
        """The chain as JSON, UTF-8."""
        return msgspec.json.encode(self)


def chain(records: Sequence[Record], lexicon: Lexicon | None = None) -> Chain:
    """The strands of wording that run through some records; raises ``ValueError`` for fewer than two."""
    if len(records) < 2:
        raise ValueError("a chain needs two documents or more")
    by_date = all(r.document.date for r in records)
    ordered = sorted(records, key=lambda r: r.document.date or "") if by_date else list(records)
    comparisons = [compare(a, b, lexicon) for a, b in pairwise(ordered)]
    graph = _Graph()
    for n, comparison in enumerate(comparisons):
        graph.add(n, comparison)
    graph.join_returns(ordered)
    strands = sorted(_strands(graph, comparisons, len(ordered)), key=lambda s: (s.first, s.steps[0].places))
    return Chain(
        documents=tuple(side_of(r) for r in ordered),
        by_date=by_date,
        strands=tuple(strands),
        summary=_summary(strands, len(ordered)),
    )


class _Graph:
    """Places of passages, joined where they answer each other."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}
        self.returns: set[_Node] = set()

    def top(self, node: _Node) -> _Node:
        while (above := self._above.setdefault(node, node)) != node:
            self._above[node] = self._above.setdefault(above, above)
            node = above
        return node

    def _join(self, nodes: Sequence[_Node]) -> None:
        for other in nodes:
            one, other = sorted((self.top(nodes[0]), self.top(other)))
            self._above[other] = one

    def add(self, n: int, comparison: Comparison) -> None:
        """Joins what answers each other in documents ``n`` and ``n + 1``."""
        for pair in comparison.pairs:
            self._join([*((n, s) for s in pair.a), *((n + 1, s) for s in pair.b)])

    def components(self) -> dict[_Node, list[_Node]]:
        """The nodes of each strand, in order."""
        found: dict[_Node, list[_Node]] = defaultdict(list)
        for node in sorted(self._above):
            found[self.top(node)].append(node)
        return found

    def join_returns(self, records: Sequence[Record]) -> None:
        """Joins strands that ended to strands that begin two documents later or more, the shortest absence first."""
        for absence in range(2, len(records)):
            for end in range(len(records) - absence):
                begin = end + absence
                components = self.components()
                ended = [c for c in components.values() if max(n for n, _ in c) == end]
                begun = [c for c in components.values() if min(n for n, _ in c) == begin]
                for link in align(_words(records, ended, end), _words(records, begun, begin), least=SURE):
                    if link.likeness >= SURE and len(link.a) == len(link.b) == 1:
                        self._join([ended[link.a[0]][0], begun[link.b[0]][0]])
                        self.returns.update(node for node in begun[link.b[0]] if node[0] == begin)


def _words(records: Sequence[Record], strands: Iterable[Sequence[_Node]], at: int) -> list[tuple[str, ...]]:
    return [tuple(w for n, s in nodes if n == at for w in words_in(records[n].text, s)) for nodes in strands]


def _strands(graph: _Graph, comparisons: Sequence[Comparison], count: int) -> Iterator[Strand]:
    pairs: dict[_Node, Pair] = {}
    for n, comparison in enumerate(comparisons):
        pairs.update(((n + 1, s), pair) for pair in comparison.pairs if pair.a for s in pair.b)
    for nodes in graph.components().values():
        places: dict[int, list[Span]] = defaultdict(list)
        for n, span in nodes:
            places[n].append(span)
        first, last = min(places), max(places)
        steps = [Step(document=first, kind="came", places=tuple(places[first]))]
        for n in range(first + 1, count):
            if n in places:
                steps.append(_step(n, places[n], pairs, graph))
            elif n - 1 in places:
                steps.append(Step(document=n, kind="went"))
        yield Strand(steps=tuple(steps), first=first, last=last)


def _step(n: int, places: Sequence[Span], pairs: dict[_Node, Pair], graph: _Graph) -> Step:
    if any((n, s) in graph.returns for s in places):
        return Step(document=n, kind="back", places=tuple(places))
    own = list({id(p): p for s in places if (p := pairs.get((n, s)))}.values())
    changes = tuple(c for p in own for c in p.changes)
    similarity = min((p.similarity for p in own), default=None)
    kinds = {p.kind for p in own}
    kind: StepKind = next((k for k in ("split", "merged", "edited", "moved") if k in kinds), "same")
    if kind == "moved" and similarity is not None and similarity < 1:
        kind = "edited"
    return Step(document=n, kind=kind, places=tuple(places), similarity=similarity, changes=changes)


def _summary(strands: Sequence[Strand], count: int) -> dict[str, int]:
    kinds: Counter[str] = Counter(kind for s in strands for kind in {step.kind for step in s.steps})
    throughout = sum(len(s.steps) == count and not any(step.kind == "went" for step in s.steps) for s in strands)
    return dict(sorted({**kinds, "strands": len(strands), "throughout": throughout}.items()))
