"""What a name may not cross: where known names, states, cities and dates stand in the running text."""

from array import array
from bisect import bisect_right
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
    begin; ``dates``: every place inside a date → where the date ends; ``demonyms``: where adjectives of states begin ("Iranian").
    """

    starts: dict[int, int]
    states: dict[int, int]
    cities: frozenset[int]
    dates: "Inside"
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
    demonyms = frozenset(h.start for h in draft.hits.each("state") if h.form.text in getattr(h.entry, "adjectives", ()))
    return Surroundings(starts, states, cities, _dates(draft), demonyms, frozenset(starts.values()))


class Inside:
    """Places that lie in one of some stretches → where the stretch ends."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        self._starts, self._stops, self._ends = array("i"), array("i"), array("i")
        for start, stop, end in sorted(stretches):
            self._starts.append(start)
            self._stops.append(stop)
            self._ends.append(end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._stops[at]

    def __getitem__(self, place: int) -> int:
        return self._ends[bisect_right(self._starts, place) - 1]


def _dates(draft: Draft) -> Inside:
    """Every place inside a date, and where months begin that "in" or "of" puts beside a name."""
    dates = [(m.start, m.end, m.end) for m in draft.mentions if isinstance(m, Date)]
    dated = Inside(dates)
    for hit in draft.hits.each("month"):
        if hit.start not in dated and draft.flow.text[max(0, hit.start - 3) : hit.start] in ("in ", "of ", "by "):
            dates.append((hit.start, hit.start + 1, hit.end))
    return Inside(dates)
