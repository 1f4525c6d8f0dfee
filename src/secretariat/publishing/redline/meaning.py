"""What a change means, in words that people read."""

from secretariat.comparing.values import Change, Pair

_SAID = {
    "stronger": "stronger",
    "weaker": "weaker",
    "verb": "another verb of the same force",
    "polarity": "for and against changed",
    "holder-joined": "joins those who say it",
    "holder-left": "is no longer among those who say it",
    "state-joined": "state named now",
    "state-left": "state named no more",
    "date": "date",
    "number": "number",
    "condition-came": "condition added",
    "condition-went": "condition dropped",
    "instrument-succeeded": "instrument and its successor",
}
KINDS = {
    "same": "unchanged",
    "edited": "edited",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "new": "new",
    "dropped": "dropped",
}


def said(change: Change) -> str:
    """A change in one line: "weaker (4 → 3): “will continue to” → “spoke in favour of”"."""
    force = (
        f" ({change.force[0]} → {change.force[1]} of 5)" if change.force and change.force[0] != change.force[1] else ""
    )
    was, now = (f"“{' '.join(w.split())}”" if w else None for w in (change.was, change.now))
    if was and now:
        return f"{_SAID[change.kind]}{force}: {was} → {now}"
    if change.kind in ("date", "number"):
        return f"{_SAID[change.kind]} {'dropped' if was else 'added'}: {was or now}"
    return f"{_SAID[change.kind]}{force}: {was or now}"


def kind_said(pair: Pair) -> str:
    """What became of a pair, in a word or two."""
    name = KINDS[pair.kind]
    if pair.kind == "moved":
        return "moved, edited" if pair.similarity < 1 else name
    return f"{name}, moved" if pair.moved else name
