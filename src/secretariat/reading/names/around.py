"""What a name may not cross: where known names, states, cities and dates stand in the running text."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.model.mentions import Date, Place, State
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft

_LONGEST = 59
"""So far before a place the name of a state that reaches it may begin."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Places of the running text by what begins there.

    ``starts``: where known names begin → where they end; ``states``: the same for states; ``cities``: where cities
    begin; ``dates``: every place inside a date → its end; ``demonyms``: where adjectives of states begin ("Iranian").
    """

    starts: dict[int, int]
    states: dict[int, int]
    cities: frozenset[int]
    dates: dict[int, int]
    demonyms: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    """Where known names end."""

    def in_state(self, place: int) -> bool:
        """Whether a place lies in the name of a state: the head of "Commonwealth of …" names no body then."""
        return any(place < self.states.get(start, 0) for start in range(place - _LONGEST, place + 1))

    def ends_state(self, place: int) -> bool:
        """Whether a state's name ends here."""
        return any(self.states.get(start) == place for start in range(place - _LONGEST, place))


def surroundings(draft: Draft, known: Iterable[Span]) -> Surroundings:
    """What names may not cross; ``known`` are the spans of known names."""
    starts: dict[int, int] = {}
    for start, end in known:
        starts[start] = max(end, starts.get(start, 0))
    states = {m.start: m.end for m in draft.mentions if isinstance(m, State)}
    cities = frozenset(m.start for m in draft.mentions if isinstance(m, Place) and m.country)
    demonyms = frozenset(h.start for h in draft.hits.of("state") if h.form.text in getattr(h.entry, "adjectives", ()))
    return Surroundings(starts, states, cities, _dates(draft), demonyms, frozenset(starts.values()))


def _dates(draft: Draft) -> dict[int, int]:
    """Every place inside a date, and the months that "in" or "of" puts beside a name."""
    dates: dict[int, int] = {}
    for mention in draft.mentions:
        if isinstance(mention, Date):
            for place in range(mention.start, mention.end):
                dates[place] = mention.end
    for hit in draft.hits.of("month"):
        if hit.start not in dates and draft.flow.text[max(0, hit.start - 3) : hit.start] in ("in ", "of ", "by "):
            dates[hit.start] = hit.end
    return dates
