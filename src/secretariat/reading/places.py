"""Cities, regions, waters and sites, under today's name.

1. ``Dushanbe`` 2. ``Nur-Sultan`` and ``Astana`` (one key) 3. ``Nice (France)`` 4. ``Tripoli, Lebanon``
5. ``the Black Sea``. Refused: a common word without a country ("nice", "Reading the report"), a name inside a state's.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from secretariat.lexicon.entries import PlaceName
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Place
from secretariat.model.statements import Finding
from secretariat.reading.draft import Draft
from secretariat.reading.sharing import shared
from secretariat.reading.states import is_name

_NEAREST = 20
"""How many states before and after a place speak for its country."""
_LOCATIVE = (" in ", " at ", " from ", " to ", "\nin ", "\nIn ", " In ", " At ")


def find_places(draft: Draft) -> list[Place]:
    """Every naming of a place, in order; where the name stays open between several, without country and key."""
    return [place for place, _ in _read(draft)]


def doubtful_places(draft: Draft) -> list[Finding]:
    """An ``ambiguous-place`` finding for each name that stays open between several places."""
    return [
        Finding(
            code="ambiguous-place",
            message=f"{place.name}: " + ", ".join(f"{name_of(e)} ({e.country or '-'})" for e in open_between),
            start=place.start,
            end=place.end,
        )
        for place, open_between in _read(draft)
        if len(open_between) > 1
    ]


def name_of(entry: PlaceName) -> str:
    """Today's name of a place."""
    return (entry.forms or entry.weak)[0]


def _read(draft: Draft) -> Iterator[tuple[Place, Sequence[PlaceName]]]:
    """The places, each with the entries that it stays open between (one, where it is settled)."""
    states = [h for h in draft.hits.each("state", longest=True) if is_name(h)]
    starts = [h.start for h in states]
    text = draft.flow.text
    for start, end, entries in _named(draft):
        elsewhere = _elsewhere(text, (start, end), entries, states, starts)
        if elsewhere:
            yield Place(start=start, end=end, name=text[start:end], country=elsewhere, rule="place:elsewhere"), []
            continue
        likely = _settle(draft, text, (start, end), entries, states, starts)
        if not likely:
            draft.refuse((start, end), "place", f"place:{entries[0].entry.id}", "common-word")
            continue
        name, country, key = text[start:end], None, None
        if len(likely) == 1:
            name, country, key = name_of(likely[0]), likely[0].country or None, likely[0].id
        yield (
            Place(start=start, end=end, name=name, country=country, key=key, rule=shared("place:" + (key or "open"))),
            likely,
        )


def _named(draft: Draft) -> Iterator[tuple[int, int, list[Hit]]]:
    """Stretches that name a place, leftmost-longest among places and states, with the hits of each."""
    end = 0
    for (start, stop), same in groupby(draft.hits.each("place", "state"), key=lambda h: (h.start, h.end)):
        if start < end:
            continue
        found = list(same)
        end = stop
        if all(isinstance(h.entry, PlaceName) for h in found):
            yield start, stop, found


def _settle(
    draft: Draft, text: str, span: tuple[int, int], hits: Sequence[Hit], states: Sequence[Hit], starts: Sequence[int]
) -> list[PlaceName]:
    """The places that a name may mean: by a country that follows, else one nearby, else the likeliest of all."""
    entries = {h.entry.id: h.entry for h in hits if isinstance(h.entry, PlaceName)}
    weak = all(h.form.text in h.entry.weak for h in hits if isinstance(h.entry, PlaceName))
    following = _following(text, span[1], states, starts)
    if following and (there := [e for e in entries.values() if e.country == following]):
        return there
    if weak and not _located(text, *span):
        return []
    if len(entries) == 1:
        return list(entries.values())
    unit = draft.flow.units[draft.flow.unit_at(span[0])]
    here = bisect_left(starts, span[0])
    around = states[max(0, here - _NEAREST) : here + _NEAREST]
    near = {s.entry.id for s in around if unit.start <= s.start < unit.end}
    there = [e for e in entries.values() if e.country in near]
    best = min(e.rank for e in (there or entries.values()))
    return [e for e in (there or entries.values()) if e.rank == best]


def _elsewhere(
    text: str, span: tuple[int, int], hits: Sequence[Hit], states: Sequence[Hit], starts: Sequence[int]
) -> str:
    """The code of a state that follows and has none of the known places of that name: "in Durban, Fiji"."""
    following = _following(text, span[1], states, starts)
    if not following or any(isinstance(h.entry, PlaceName) and h.entry.country in (following, "") for h in hits):
        return ""
    opened = text.startswith(" (", span[1])
    inside = text.startswith(", ", span[1]) and any(text.endswith(word, 0, span[0]) for word in _LOCATIVE)
    return following if opened or inside else ""


def _following(text: str, end: int, states: Sequence[Hit], starts: Sequence[int]) -> str:
    """The code of a state right after a place: ``, France``, ``(Japan)``, ``, in the Kyrgyz Republic``."""
    at = bisect_left(starts, end)
    if at == len(states) or states[at].start > end + 12:
        return ""
    gap = text[end : states[at].start]
    return states[at].entry.id if gap in (", ", " (", " (the ", ", the ", ", in ", ", in the ", " in ", " of ") else ""


def _located(text: str, start: int, end: int) -> bool:
    """Whether a weak name stands where a place would: after "in" or "at" and before a date or a mark."""
    if not any(text.endswith(word, 0, start) for word in _LOCATIVE):
        return False
    rest = text[end : end + 6]
    dated = rest.startswith(" on ") and (rest[4:5].isdigit() or rest[4:5].isupper())
    return dated or rest[:2] in (", ", ") ", ".\n", ". ")
