"""Brackets that belong to a name: its acronym, "(Prime Ministers)"; not a date, a state or a place."""

from collections.abc import Sequence

from secretariat.reading.names.around import Surroundings
from secretariat.reading.tokens import Token


def brackets_after(tokens: Sequence[Token], at: int, around: Surroundings) -> int:
    """End of a bracket at ``at`` that belongs to a name: an acronym or capitals, no date, state, place or number."""
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return at
    inside = at + 1
    while inside < len(tokens) and inside - at < 9 and tokens[inside].text not in (")", "("):
        inside += 1
    if inside >= len(tokens) or tokens[inside].text != ")" or inside == at + 1:
        return at
    held = tokens[at + 1 : inside]
    if any("/" in t.text for t in held):
        return at
    if held[0].start in around.states or held[0].start in around.cities or any(t.start in around.dates for t in held):
        return at
    if held[0].text in ("hereinafter", "the", "as"):
        return at
    named = [t for t in held if t.shape in ("capital", "acronym")]
    if not named:
        plain = all(
            t.shape == "lower" and t.text not in ("including", "excluding", "and", "or", "of", "in") for t in held
        )
        known = len(held) <= 3 and plain and held[-1].text.endswith("s")
        return inside + 1 if known and tokens[at - 1].shape == "capital" else at
    return inside + 1 if held[0].shape in ("capital", "acronym") and len(named) * 2 >= len(held) else at
