"""States by name.

1. ``Kazakhstan`` 2. ``the Republic of the Congo`` (the article stays out) 3. ``Bolivia (Plurinational State of)``
4. ``U.S.`` 5. ``DPRK``. Refused: an adjective alone (``Kazakh energy``), ``let us``, the name inside another place
(``New Mexico``, ``South China Sea``), Georgia beside Atlanta.
"""

from secretariat.lexicon.entries import StateName
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import State
from secretariat.reading.draft import Draft
from secretariat.reading.sharing import shared


def find_states(draft: Draft) -> list[State]:
    """Every naming of a state, leftmost-longest, in order."""
    refuted: dict[tuple[int, str], bool] = {}
    if draft.refused is not None:
        _tell(draft, refuted)
    return [
        State(start=h.start, end=h.end, code=h.entry.id, rule=shared(f"state:{h.entry.id}"))
        for h in draft.hits.each("state", "place", longest=True)
        if isinstance(h.entry, StateName) and is_name(h) and not _refuted(draft, h, h.entry, refuted)
    ]


def _tell(draft: Draft, refuted: dict[tuple[int, str], bool]) -> None:
    """Remembers the adjectives, and the names that other words or a longer name of a place speak against."""
    longest = {(h.start, h.end): h for h in draft.hits.longest("state", "place")}
    for h in draft.hits.of("state"):
        kept = longest.get((h.start, h.end))
        why = "" if is_name(h) else "adjective-of-a-state"
        if not why and kept is None:
            why = "part-of-a-name"
        elif not why and isinstance(h.entry, StateName) and _refuted(draft, h, h.entry, refuted):
            why = "other-words-deny-it"
        if why:
            by = next((k for k in longest.values() if k.start <= h.start and h.end <= k.end), None)
            words = (
                f"{by.form.category} \u201c{draft.flow.text[by.start : by.end]}\u201d" if by and kept is None else ""
            )
            draft.refuse((h.start, h.end), "state", f"state:{h.entry.id}", why, words)


def is_name(hit: Hit) -> bool:
    """Whether a hit is one of the names of a state, not an adjective or a weak form."""
    entry = hit.entry
    return isinstance(entry, StateName) and hit.form.text not in entry.adjectives and hit.form.text not in entry.weak


def codes_of_adjectives(draft: Draft) -> list[Hit]:
    """Hits of adjectives and weak forms ("Kazakh", "Korea"), which support another reading."""
    return [h for h in draft.hits.longest("state") if not is_name(h)]


def _refuted(draft: Draft, hit: Hit, entry: StateName, known: dict[tuple[int, str], bool]) -> bool:
    """Whether the paragraph holds a word that says the name is not the state's; ``known`` keeps the answers."""
    if not entry.unless:
        return False
    index = draft.flow.unit_at(hit.start)
    if (index, entry.id) not in known:
        unit = draft.flow.units[index]
        around = draft.flow.text[unit.start : unit.end]
        known[index, entry.id] = any(word in around for word in entry.unless)
    return known[index, entry.id]
