"""Drift: how the same thing was spoken of from document to document, and what moved between two documents.

In each document the strongest word counts: "noted" (1), "welcomed" (2), "called for" (3), "will" (4), "decided" (5). A thing may
also move along its life: proposed, preparing, decided, adopted, operating, ended. Pure functions over rows that a register gives.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

import msgspec

from secretariat.comparing.force import way
from secretariat.model.statements import StageName

Row: TypeAlias = Mapping[str, Any]
Move: TypeAlias = Literal["first", "same", "stronger", "weaker", "verb", "against", "for", "silent"]
STAGES: tuple[str, ...] = get_args(StageName)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement about the thing, with its place in the document's text."""

    verb: str
    act: str
    force: int
    polarity: str
    holders: str
    paragraph: str
    start: int
    end: int
    quote: str


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """What one document says of the thing.

    ``strongest`` is its strongest statement, null where the document names the thing and states nothing of it (``silent``).
    ``move`` is what became of it since the document before that states something; ``stage`` is the last stage told here.
    """

    document: str
    name: str
    date: str | None
    organisation: str | None
    said: tuple[Said, ...]
    strongest: Said | None
    move: Move
    stage: str | None
    stage_moved: bool
    stages: tuple[str, ...]


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """A thing, or words that stand for one, through the documents in order of time."""

    thing: str
    name: str
    documents: tuple[Spoken, ...]

    def to_json(self) -> bytes:
        """The drift as JSON, UTF-8."""
        return msgspec.json.encode(self)


def drift_of(thing: str, name: str, named: Iterable[Row], statements: Sequence[Row], stages: Sequence[Row]) -> Drift:
    """The drift of a thing.

    ``named`` are rows with ``document``, ``source``, ``date`` for every document that names it, in any order; ``statements`` and
    ``stages`` are those about it.
    """
    documents: dict[str, Row] = {}
    for row in named:
        documents.setdefault(row["document"], row)
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in statements:
        by_document[row["document"]].append(row)
    told: dict[str, list[Row]] = defaultdict(list)
    for row in stages:
        told[row["document"]].append(row)
    made: list[Spoken] = []
    before: Said | None = None
    stage: str | None = None
    for document in sorted(documents, key=lambda d: (documents[d]["date"] or "9999", d)):
        own = by_document.get(document, [])
        own_stages = tuple(row["stage"] for row in sorted(told.get(document, []), key=lambda row: row["start"]))
        made.append(_spoken(documents[document], own, own_stages, before, stage))
        before = made[-1].strongest or before
        stage = made[-1].stage or stage
    return Drift(thing=thing, name=name, documents=tuple(made))


def _spoken(
    document: Row, statements: Sequence[Row], stages: tuple[str, ...], before: Said | None, stage: str | None
) -> Spoken:
    said = tuple(_said(row) for row in sorted(statements, key=lambda row: (row["start"], -row["end"], row["verb"])))
    strongest = max(said, key=lambda s: (s.force, -s.start), default=None)
    latest = max(stages, key=STAGES.index, default=None)
    organisation = next((row["organisation"] for row in statements), document.get("organisation"))
    return Spoken(
        document=document["document"],
        name=document["source"],
        date=document["date"],
        organisation=organisation,
        said=said,
        strongest=strongest,
        move=move_between(before, strongest),
        stage=latest,
        stage_moved=latest is not None and stage is not None and latest != stage,
        stages=stages,
    )


def _said(row: Row) -> Said:
    return msgspec.convert({name: row[name] for name in Said.__struct_fields__}, Said)


def move_between(before: Said | None, now: Said | None) -> Move:
    """What became of the way a thing is spoken of: turned for or against first, then force, then the verb."""
    if now is None:
        return "silent"
    if before is None:
        return "first"
    if before.polarity != now.polarity:
        return "against" if now.polarity == "against" else "for"
    return way(before.force, now.force, same_verb=before.verb == now.verb)


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of which two documents speak otherwise."""

    thing: str
    name: str
    before: Spoken
    now: Spoken
    move: Move
    stages: tuple[str | None, str | None]


def moved_between(drifts: Iterable[Drift], a: str, b: str) -> tuple[list[Moved], int]:
    """What moved from document ``a`` to document ``b`` (ids), the greatest moves first, and how many things did not."""
    moved, still = [], 0
    for drift in drifts:
        sides = {s.document: s for s in drift.documents}
        one, other = sides.get(a), sides.get(b)
        if one is None or other is None:
            continue
        move = move_between(one.strongest, other.strongest)
        stages = (one.stage, other.stage)
        if (move in ("first", "silent", "same") or not one.strongest) and (stages[0] == stages[1] or None in stages):
            still += 1
        else:
            moved.append(Moved(thing=drift.thing, name=drift.name, before=one, now=other, move=move, stages=stages))
    return sorted(moved, key=lambda m: (-_distance(m), m.thing)), still


def _distance(m: Moved) -> int:
    one, other = m.before.strongest, m.now.strongest
    force = abs(one.force - other.force) + 6 * (one.polarity != other.polarity) if one and other else 0
    steps = abs(STAGES.index(m.stages[0]) - STAGES.index(m.stages[1])) if m.stages[0] and m.stages[1] else 0
    return force + steps
