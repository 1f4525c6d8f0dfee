"""Turns people's decisions about entities into judgements about units, and names into names by unit."""

from collections.abc import Mapping, Sequence

from secretariat.register.decisions.marks import share
from secretariat.register.decisions.verdicts import Anchor, Decision
from secretariat.register.identity.resolve import Judgement

Places = Mapping[str, Sequence[tuple[int, int, str, str]]]
"""Document → (start, end, type, unit key) of its mentions."""
_LEAST = 0.5


def judgements_of(decisions: Sequence[Decision], places: Places) -> list[Judgement]:
    """What decisions say of units; of two words about the same pair the later one counts.

    A decision about a place that is not in the register, or that no mention covers today, says nothing now.
    """
    found: dict[tuple[str, str], Judgement] = {}
    for decision in decisions:
        if decision.verdict in ("same", "different"):
            one, other = (unit_at(anchor, places) for anchor in decision.anchors)
            if one and other and one != other:
                one, other = sorted((one, other))
                found[one, other] = Judgement(one, other, decision.verdict == "same")
    return list(found.values())


def given_names(decisions: Sequence[Decision], places: Places) -> dict[str, str]:
    """The names that people gave, by unit; the later one counts."""
    names: dict[str, str] = {}
    for decision in decisions:
        if decision.verdict == "name" and (key := unit_at(decision.anchors[0], places)):
            names[key] = decision.value
    return names


def unit_at(anchor: Anchor, places: Places) -> str | None:
    """The unit of the mention that the anchor points at."""
    wanted = (anchor.start, anchor.end)
    own = places.get(anchor.document, ())
    best = max(
        ((share((start, end), wanted), -start, key) for start, end, kind, key in own if kind == anchor.of),
        default=(0.0, 0, ""),
    )
    return best[2] if best[0] >= _LEAST else None
