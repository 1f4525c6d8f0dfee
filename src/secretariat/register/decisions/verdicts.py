"""A decision as a value: what was decided of which entities or marks, by whom, when and why.

Decisions point at places in documents, not at ids of a database, so that they outlive re-reading and moving: an
entity by one of its mentions (and by its id of that day), a mark by its document, place and words.
"""

import hashlib
from typing import Literal, TypeAlias, get_args

import msgspec

from secretariat.model.statements import Act, StageName

Verdict: TypeAlias = Literal["same", "different", "name", "wrong", "act", "holder", "stage", "undo"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
ACTS: tuple[str, ...] = get_args(Act)
STAGES: tuple[str, ...] = get_args(StageName)


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in a document: a mark of it, or a mention by which an entity is known.

    ``of`` is the type of a mention, or ``statement``; ``entity`` the id that the entity had when it was decided.
    """

    document: str
    start: int
    end: int
    text: str
    of: str
    entity: str = ""


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One verdict. ``anchors`` are the two entities of ``same`` and ``different``, else one entity or mark.

    ``value`` is the new name, act, holders (codes joined by spaces, ``all`` or ``other``) or stage (empty for none), or
    the id of the decision that ``undo`` takes back. ``at`` is an ISO instant in UTC.
    """

    verdict: Verdict
    anchors: tuple[Anchor, ...] = ()
    value: str = ""
    who: str
    at: str
    why: str = ""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits made from all that the decision says."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:16]


def standing(decisions: list[Decision]) -> list[Decision]:
    """Those that nobody took back, in the order in which they were made.

    An ``undo`` can itself be undone; the later word counts.
    """
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.verdict == "undo" and decision.id not in undone:
            undone.add(decision.value)
    return [d for d in ordered if d.verdict != "undo" and d.id not in undone]


def fault_in(decision: Decision) -> str | None:
    """What is wrong with a decision that came from a file, or None."""
    wanted = {"same": 2, "different": 2, "undo": 0}.get(decision.verdict, 1)
    if len(decision.anchors) != wanted:
        return f"'{decision.verdict}' takes {wanted} places, not {len(decision.anchors)}"
    if decision.verdict == "act" and decision.value not in ACTS:
        return f"no such act: {decision.value!r}; one of {', '.join(ACTS)}"
    if decision.verdict == "stage" and decision.value and decision.value not in STAGES:
        return f"no such stage: {decision.value!r}; one of {', '.join(STAGES)}, or none"
    if decision.verdict in ("name", "holder", "undo") and not decision.value.strip():
        return f"'{decision.verdict}' needs a value"
    if decision.verdict in ("act", "holder") and decision.anchors[0].of != "statement":
        return f"'{decision.verdict}' is said of a statement, not of a {decision.anchors[0].of}"
    if not decision.who.strip() or not decision.at:
        return "a decision says who made it and when"
    return None
