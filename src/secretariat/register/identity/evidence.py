"""Weighs whether two units may be the same thing: what speaks against it, and how much speaks for it."""

from collections.abc import Mapping

import msgspec

from secretariat.model.edtf import is_edtf, meets
from secretariat.register.identity.units import Unit


class Weighed(msgspec.Struct, frozen=True):
    """How much speaks for two units being one (0 to 1), and the reasons in words."""

    score: float
    reasons: tuple[str, ...]
    part: bool = False
    """One is the short name of the other, which only one longer name may be."""


LINK = 0.84
"""From here on two units are taken for one. Set by the hand-made clusters: the lowest at which no instruments merge wrongly."""
ASK = 0.62
"""From here on the pair is put before a person."""

NEAR = 0.05
"""Two likely partners whose scores differ by no more than this are equally likely."""


def conflict(one: Unit, other: Unit) -> str | None:
    """Why two units cannot be the same thing, or None."""
    if one.first.type != other.first.type:
        return "of different types"
    if one.known and other.known and one.known != other.known:
        return "known as two things"
    if one.is_series != other.is_series:
        return "a row of meetings and one of it"
    for what, ours, theirs in (
        ("number", one.numbers, other.numbers),
        ("edition", one.ordinals, other.ordinals),
        ("years in the name", one.years, other.years),
    ):
        if ours and theirs and not ours & theirs:
            return f"different {what}"
    if one.is_relative != other.is_relative and one.documents & other.documents and not one.dates & other.dates:
        return "the next or the last of a row"
    first, second = one.first, other.first
    little = (first.general or second.general) and first.type in ("instrument", "event")
    told = one.ordinals & other.ordinals or one.numbers & other.numbers or (one.dates and other.dates)
    if little and not told and not one.documents & other.documents:
        return "words that say too little"
    apart = not one.statuses & other.statuses and one.statuses | other.statuses == {"held", "planned"}
    if first.type == "event" and apart and one.documents & other.documents:
        return "one held, one planned"
    if first.bound and second.bound and first.scope and second.scope and first.scope != second.scope:
        return "each of its own organisation"
    if first.type == "instrument":
        if one.kinds and other.kinds and not one.kinds & other.kinds:
            return "different kinds"
        if one.validities and other.validities and not one.validities & other.validities:
            return "different validity"
    if one.first.type in ("instrument", "event") and one.dates and other.dates and not _may_meet(one, other):
        return "different dates"
    if one.first.type == "person" and one.places and other.places and not one.places & other.places:
        return "of different states"
    return None


def _may_meet(one: Unit, other: Unit) -> bool:
    return any(meets(a, b) for a in one.dates for b in other.dates if is_edtf(a) and is_edtf(b))


def weigh(one: Unit, other: Unit, rarity: Mapping[str, float]) -> Weighed:
    """How alike two units are: their words, weighed by how rare they are, and what else they share."""
    shared, total = one.word_set & other.word_set, one.word_set | other.word_set
    weight = sum(rarity.get(w, 1.0) for w in sorted(shared)) / max(1e-9, sum(rarity.get(w, 1.0) for w in sorted(total)))
    reasons = [f"{weight:.0%} of the words"]
    score = weight
    same_scope = bool(one.first.scope) and one.first.scope == other.first.scope
    if one.word_set == other.word_set and sorted(one.words) == sorted(other.words):
        reasons[0] = "the same words"
        if not same_scope:
            score = 0.9 if _distinct(one, rarity) else 0.7
    elif not same_scope:
        score -= 0.12
        reasons.append("of different organisations or parties")
    if one.numbers & other.numbers:
        score += 0.1
        reasons.append("the same number")
    if one.ordinals & other.ordinals:
        score += 0.05
        reasons.append("the same edition")
    if one.dates and other.dates and _may_meet(one, other):
        score += 0.08
        reasons.append("dates that agree")
    if one.validities & other.validities:
        score += 0.06
        reasons.append("the same validity")
    if one.places & other.places and one.first.type != "person":
        score += 0.04
        reasons.append("the same place")
    if one.documents & other.documents and weight < 1 and not one.dates & other.dates:
        score -= 0.08
        reasons.append("told apart in one document")
    return Weighed(min(1.0, max(0.0, score)), tuple(reasons))


def _distinct(unit: Unit, rarity: Mapping[str, float]) -> bool:
    """Whether the words say enough to mean one thing whoever says them: several, and some of them rare."""
    telling = [w for w in unit.words if rarity.get(w, 1.0) >= 0.5]
    return len(telling) >= 3 and not unit.first.general
