"""How well what was read agrees with what a person marked.

Mentions of one type agree when their spans share at least half of the stretch that the two cover together; statements
agree when their triggers touch; stages agree when their mentions do and the stage is the same. Every mark is used once,
the closest pairs first. Attributes are compared over the pairs that agree.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Mark: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[int, int]

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "date": ("edtf",),
    "event": ("kind", "ordinal", "dates", "place", "mode", "status"),
    "instrument": ("kind", "dates", "place", "validity", "status"),
    "body": ("status",),
    "person": ("of", "capacity"),
    "statement": ("act", "polarity", "holders", "topics"),
    "stage": (),
}
"""What is scored, and which attributes of it."""

LEAST_OVERLAP = 0.5
TOUCH = 1e-9


@dataclass
class Attribute:
    """How often an attribute was compared, and how often it agreed."""

    right: int = 0
    compared: int = 0


@dataclass
class Score:
    """Counts of one kind of mark: those a person made, those read, and the pairs that agree."""

    gold: int = 0
    got: int = 0
    agreed: int = 0
    attributes: dict[str, Attribute] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.agreed / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was read; 0 where there is nothing."""
        return self.agreed / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Twice the agreed, over all marks of both."""
        return 2 * self.agreed / (self.got + self.gold) if self.got + self.gold else 0.0

    def add(self, other: "Score") -> None:
        """Takes the counts of another document in."""
        self.gold += other.gold
        self.got += other.got
        self.agreed += other.agreed
        self.misses += other.misses
        for name, theirs in other.attributes.items():
            mine = self.attributes.setdefault(name, Attribute())
            mine.right += theirs.right
            mine.compared += theirs.compared


Scores: TypeAlias = dict[str, Score]


def score(gold: Mark, record: Mark) -> Scores:
    """The scores of one document, by kind of mark; both are the plain JSON objects."""
    scores = {kind: Score() for kind in ATTRIBUTES}
    for kind in ("date", "event", "instrument", "body", "person"):
        marked = [m for m in gold["mentions"] if m["type"] == kind]
        read = [m for m in record["mentions"] if m["type"] == kind]
        scores[kind] = _score(kind, marked, read, _own_place, LEAST_OVERLAP)
    scores["statement"] = _score("statement", gold["statements"], record["statements"], _trigger, TOUCH)
    marked, read = list(_staged(gold)), list(_staged(record))
    for stage in sorted({m["stage"] for m in (*marked, *read)}):
        of_gold = [m for m in marked if m["stage"] == stage]
        scores["stage"].add(
            _score("stage", of_gold, [m for m in read if m["stage"] == stage], _own_place, LEAST_OVERLAP)
        )
    return scores


def together(all_scores: Sequence[Scores]) -> Scores:
    """The scores of several documents as if they were one."""
    total = {kind: Score() for kind in ATTRIBUTES}
    for scores in all_scores:
        for kind, one in scores.items():
            total[kind].add(one)
    return total


def _own_place(mark: Mark) -> Place:
    return mark["start"], mark["end"]


def _trigger(mark: Mark) -> Place:
    start, end = mark["trigger"]
    return start, end


def _staged(record: Mark) -> Iterator[Mark]:
    """Stages, each at the place of the mention that it speaks of."""
    for stage in record.get("stages", ()):
        mention = record["mentions"][stage["mention"]]
        yield {
            "start": mention["start"],
            "end": mention["end"],
            "text": mention.get("text", ""),
            "stage": stage["stage"],
        }


def closeness(a: Place, b: Place) -> float:
    """The shared part of two spans over the stretch from the first start to the last end; 0 where they do not meet."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def paired(gold: Sequence[Place], read: Sequence[Place], least: float) -> list[tuple[int, int]]:
    """Indexes of the pairs that agree, the closest first, each mark once."""
    candidates = [(closeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)]
    free_gold, free_read = set(range(len(gold))), set(range(len(read)))
    pairs = []
    for close, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if close < least or close == 0:
            break
        if i in free_gold and j in free_read:
            free_gold.remove(i)
            free_read.remove(j)
            pairs.append((i, j))
    return pairs


def _score(
    kind: str, gold: Sequence[Mark], read: Sequence[Mark], place: Callable[[Mark], Place], least: float
) -> Score:
    pairs = paired([place(m) for m in gold], [place(m) for m in read], least)
    result = Score(len(gold), len(read), len(pairs))
    for i, j in pairs:
        for name in ATTRIBUTES[kind]:
            if name in gold[i]:
                _compare(result, kind, name, gold[i], read[j])
    lost = sorted(set(range(len(gold))) - {i for i, _ in pairs})
    extra = sorted(set(range(len(read))) - {j for _, j in pairs})
    result.misses += [f"{kind} not read: {_shown(gold[i])}" for i in lost]
    result.misses += [f"{kind} not there: {_shown(read[j])}" for j in extra]
    return result


def _compare(result: Score, kind: str, name: str, gold: Mark, read: Mark) -> None:
    tally = result.attributes.setdefault(name, Attribute())
    tally.compared += 1
    if agrees(name, gold.get(name), read.get(name)):
        tally.right += 1
    else:
        result.misses.append(f"{kind}.{name}: {_shown(gold)}: {gold.get(name)!r}, read as {read.get(name)!r}")


def agrees(name: str, gold: Any, read: Any) -> bool:
    """Whether two values are the same: topics share one, dates and holders are sets, case is no matter."""
    if name == "topics":
        return not set(gold or ()).isdisjoint(read or ())
    if name in ("edtf", "dates"):
        return sorted(gold or ()) == sorted(read or ())
    if isinstance(gold, str) and isinstance(read, str):
        return gold.strip().casefold() == read.strip().casefold()
    if isinstance(gold, list | tuple) and isinstance(read, list | tuple):
        return set(gold) == set(read)
    return bool((gold or None) == (read or None))


def _shown(mark: Mark) -> str:
    words = " ".join(str(mark.get("text") or mark.get("verb") or "").split())
    return f"{words[:100]!r} at {_trigger(mark) if 'trigger' in mark else _own_place(mark)}"


def table(scores: Scores) -> str:
    """The scores as lines of text: counts, precision, recall, F1, and attributes over the agreed pairs."""
    lines = [f"{'':12}{'gold':>6}{'got':>6}{'P':>7}{'R':>7}{'F1':>7}  attributes"]
    for kind, s in scores.items():
        shares = "  ".join(f"{n} {a.right / a.compared:.2f}" for n, a in s.attributes.items() if a.compared)
        line = f"{kind:12}{s.gold:6}{s.got:6}{s.precision:7.2f}{s.recall:7.2f}{s.f1:7.2f}  {shares}"
        lines.append(line.rstrip())
    return "\n".join(lines)
