"""Finds the marks that decisions speak of in a record as it is read today, and gathers the corrections of one document."""

import hashlib
from collections.abc import Iterable, Sequence

from secretariat.model.record import Record
from secretariat.model.spans import Span, overlap
from secretariat.register.decisions.verdicts import Anchor, Decision
from secretariat.register.layout import NONE, Corrections

_LEAST = 0.5
"""How much of the stretch that two places cover together they must share to be the same mark, as in scoring."""


def corrections_of(record: Record, decisions: Sequence[Decision]) -> Corrections:
    """What standing decisions say of the marks of one document; later ones come over earlier ones.

    A decision about a mark that today's reading does not make has no effect, and none is lost: it is kept for the
    reading that makes the mark again.
    """
    own = [d for d in decisions if d.verdict in ("wrong", "act", "holder", "stage")]
    own = [d for d in own if d.anchors[0].document == record.document.id]
    if not own:
        return NONE
    wrong_mentions: set[int] = set()
    wrong_statements: set[int] = set()
    acts: dict[int, str] = {}
    holders: dict[int, tuple[str, ...] | str] = {}
    stages: dict[int, str | None] = {}
    for decision in own:
        anchor = decision.anchors[0]
        n = find_statement(record, anchor) if anchor.of == "statement" else find_mention(record, anchor)
        if n is None:
            continue
        match decision.verdict:
            case "wrong":
                (wrong_statements if anchor.of == "statement" else wrong_mentions).add(n)
            case "act":
                acts[n] = decision.value
            case "holder":
                whole = decision.value in ("all", "other")
                holders[n] = decision.value if whole else tuple(decision.value.split())
            case "stage":
                stages[n] = decision.value or None
    digest = hashlib.sha256(" ".join(d.id for d in own).encode()).hexdigest()[:16]
    return Corrections(frozenset(wrong_mentions), frozenset(wrong_statements), acts, holders, stages, digest)


def find_mention(record: Record, anchor: Anchor) -> int | None:
    """The number of the mention of the anchor's type that lies nearest over its place, or None."""
    places = (
        (n, (m.start, m.end)) for n, m in enumerate(record.mentions) if type(m).__struct_config__.tag == anchor.of
    )
    return _nearest(places, (anchor.start, anchor.end))


def find_statement(record: Record, anchor: Anchor) -> int | None:
    """The number of the statement whose trigger lies over the anchor's place, or None."""
    return _nearest(((n, s.trigger) for n, s in enumerate(record.statements)), (anchor.start, anchor.end), least=1e-9)


def _nearest(places: Iterable[tuple[int, Span]], wanted: Span, least: float = _LEAST) -> int | None:
    shares = [(share(place, wanted), -n) for n, place in places if overlap(place, wanted)]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= least else None


def share(one: Span, other: Span) -> float:
    """How much two places share of the stretch that they cover together, 0 to 1."""
    return overlap(one, other) / max(1, max(one[1], other[1]) - min(one[0], other[0]))
