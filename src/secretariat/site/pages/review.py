"""What waits for a person: pairs of names that may mean the same thing, and what the software doubts."""

from typing import Any

from secretariat.register.decisions.verdicts import standing
from secretariat.site.frame import Page
from secretariat.site.queries import Query
from secretariat.site.room import Room

_QUOTES = 3
_FINDINGS = 100
"""Findings, and doubtful links, that are listed."""
_SURE = 90
"""Hundredths of certainty from which a link is not doubtful."""


def review(room: Room, query: Query) -> Page:
    """The next pair to decide, likeliest first, with the words around both names."""
    queue = [p for p in room.ask.pairs().rows if (p["one"], p["other"]) not in room.decided]
    at = min(query.number("skip", 0, 100_000, 0), max(0, len(queue) - 1))
    pair = queue[at] if queue else None
    sides = [room.ask.show(pair[side], most=_QUOTES) for side in ("one", "other")] if pair else []
    return Page(
        template="review.html",
        title="Review",
        values={
            "pair": pair,
            "sides": sides,
            "left": len(queue),
            "skip": at,
            "last": query["last"],
            "findings": room.ask.findings(_FINDINGS).rows,
            "links": room.kept("links", lambda ask: ask.doubtful_links(_SURE, _FINDINGS)),
        },
    )


def decisions(room: Room, query: Query) -> Page:
    """Every decision, the latest first, with what takes it back."""
    every = room.register.decisions()
    valid = {d.id for d in standing([d for _, d in every])}
    numbers = {d.id: n for n, d in every}
    rows: list[dict[str, Any]] = [
        {
            "number": n,
            "verdict": d.verdict,
            "stands": d.id in valid or d.verdict == "undo",
            "who": d.who,
            "at": d.at,
            "why": d.why,
            "value": f"decision {numbers.get(d.value, '?')}" if d.verdict == "undo" else d.value,
            "anchors": d.anchors,
        }
        for n, d in reversed(every)
    ]
    return Page(template="decisions.html", title="Decisions", values={"rows": rows, "kept": query["kept"]})
