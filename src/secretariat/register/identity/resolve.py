"""Joins units into things: what people decided first, then the surest evidence, each join checked against the whole.

The result depends on nothing but the units and the judgements: pairs are weighed all before any is joined, and joined in
the order of their score and keys.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from secretariat.register.identity.candidates import iter_pairs, rarity_of
from secretariat.register.identity.evidence import ASK, LINK, NEAR, conflict, weigh
from secretariat.register.identity.short import weigh_short
from secretariat.register.identity.units import Unit


class Judgement(msgspec.Struct, frozen=True):
    """What a person decided of two units, by their keys."""

    one: str
    other: str
    same: bool


class Join(msgspec.Struct, frozen=True):
    """Why a unit belongs to its thing."""

    score: float
    reasons: tuple[str, ...]


class Doubt(msgspec.Struct, frozen=True):
    """Two units that may be the same thing, and the score and reasons."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    part: bool = False


class Resolution(msgspec.Struct, frozen=True):
    """Things as lists of unit keys (each sorted, all in order), why each unit joined, and the doubts."""

    things: tuple[tuple[str, ...], ...]
    joins: Mapping[str, Join]
    doubts: tuple[Doubt, ...]


class _Joined:
    """Sets of units that grow together, with what may never come together."""

    def __init__(self, units: Mapping[str, Unit], judgements: Sequence[Judgement]) -> None:
        self.units = units
        self.root = {key: key for key in units}
        self.members: dict[str, list[str]] = {key: [key] for key in units}
        self.apart: dict[str, set[str]] = defaultdict(set)
        for judged in judgements:
            if not judged.same and judged.one in units and judged.other in units:
                self.apart[judged.one].add(judged.other)
                self.apart[judged.other].add(judged.one)

    def refuses(self, one: str, other: str, *, by_person: bool = False) -> str | None:
        """Why the sets of two units cannot become one."""
        ours, theirs = self.members[self.root[one]], self.members[self.root[other]]
        for a in ours:
            for b in theirs:
                if b in self.apart[a]:
                    return "a person told them apart"
                if not by_person and (why := conflict(self.units[a], self.units[b])):
                    return why
        return None

    def join(self, one: str, other: str) -> None:
        keep, give = sorted((self.root[one], self.root[other]))
        if keep != give:
            for key in self.members[give]:
                self.root[key] = keep
            self.members[keep] += self.members.pop(give)


def resolve(units: Mapping[str, Unit], judgements: Sequence[Judgement] = ()) -> Resolution:
    """The things that the units are; what cannot be decided is a doubt."""
    joined = _Joined(units, judgements)
    joins: dict[str, Join] = {}
    for judged in judgements:
        both = judged.one in units and judged.other in units
        if judged.same and both and not joined.refuses(judged.one, judged.other, by_person=True):
            joined.join(judged.one, judged.other)
            joins[judged.one] = joins[judged.other] = Join(1.0, ("a person's decision",))
    likely = _likely_pairs(units)
    torn = _torn_pairs(units, likely)
    doubts: list[Doubt] = []
    for pair in likely:
        one, other = pair.one, pair.other
        if joined.root[one] == joined.root[other] or joined.refuses(one, other):
            continue
        if pair.score < LINK:
            doubts.append(pair)
        elif (one, other) in torn:
            doubts.append(msgspec.structs.replace(pair, reasons=(*pair.reasons, torn[one, other])))
        else:
            joined.join(one, other)
            for key in (one, other):
                joins.setdefault(key, Join(pair.score, pair.reasons))
    return _outcome(joined, joins, doubts)


def _likely_pairs(units: Mapping[str, Unit]) -> list[Doubt]:
    """Every pair worth a link or a question, the surest first."""
    rarity = rarity_of(units.values())
    found: list[Doubt] = []
    for one, other in iter_pairs(units, rarity):
        if conflict(one, other):
            continue
        best = max((weigh(one, other, rarity), weigh_short(one, other)), key=lambda w: w.score)
        if best.score >= ASK:
            found.append(Doubt(one.key, other.key, round(best.score, 4), best.reasons, best.part))
    return sorted(found, key=lambda d: (-d.score, d.one, d.other))


def _torn_pairs(units: Mapping[str, Unit], likely: Sequence[Doubt]) -> dict[tuple[str, str], str]:
    """Pairs of which one side has a rival that is as likely and cannot be the same thing as the other side, and why."""
    partners: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in likely:
        if pair.score >= LINK:
            partners[pair.one].append((pair.score, pair.other))
            partners[pair.other].append((pair.score, pair.one))
    torn: dict[tuple[str, str], str] = {}
    for pair in likely:
        for side, chosen in ((pair.one, pair.other), (pair.other, pair.one)):
            for score, rival in partners[side]:
                if rival == chosen or score < pair.score - NEAR:
                    continue
                if conflict(units[rival], units[chosen]) or (pair.part and _unlike(units[rival], units[chosen])):
                    torn[pair.one, pair.other] = "another thing is as likely"
    return torn


def _unlike(one: Unit, other: Unit) -> bool:
    """Whether two longer names say different things, so that a short one cannot mean both."""
    return not (one.word_set <= other.word_set or other.word_set <= one.word_set)


def _outcome(joined: _Joined, joins: Mapping[str, Join], doubts: Sequence[Doubt]) -> Resolution:
    things = sorted(tuple(sorted(members)) for members in joined.members.values())
    left = [d for d in doubts if joined.root[d.one] != joined.root[d.other] and not joined.refuses(d.one, d.other)]
    return Resolution(tuple(things), joins, tuple(left))
