"""Where states and bodies stand, for finders that look right before or after a place."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from secretariat.lexicon.entries import StateName
from secretariat.model.mentions import Body, State
from secretariat.reading.draft import Draft
from secretariat.reading.states import find_states, is_name


class Known(msgspec.Struct, frozen=True, gc=False):
    """A state (with its code) or a body (code empty) at ``start:end``; ``name`` is false for an adjective."""

    start: int
    end: int
    code: str
    name: bool = True


class KnownSpans(NamedTuple):
    """States and bodies by their start and by their end; the longest where several begin or end at one place."""

    starts: Mapping[int, Known]
    ends: Mapping[int, Known]


def known_spans(draft: Draft) -> KnownSpans:
    """The states, their adjectives, the bodies and organisations of a draft."""
    held = _Held()
    for known in _found(draft):
        held.add(known)
    return KnownSpans(held.by(first=True), held.by(first=False))


class _Held:
    """All of them as numbers: a long list of states has hundreds of thousands."""

    def __init__(self) -> None:
        self._starts, self._ends, self._codes = array("i"), array("i"), array("i")
        self._numbers: dict[tuple[str, bool], int] = {}

    def add(self, known: Known) -> None:
        """Adds one; later ones go before earlier ones of the same place."""
        self._starts.append(known.start)
        self._ends.append(known.end)
        self._codes.append(self._numbers.setdefault((known.code, known.name), len(self._numbers)))

    def by(self, *, first: bool) -> "_Places":
        """The longest of those that begin (``first``) or end at each place."""
        places, others = (self._starts, self._ends) if first else (self._ends, self._starts)
        sign = 1 if first else -1
        kept = array("i")
        for at in sorted(range(len(places)), key=lambda at: (places[at] << 32) + sign * others[at]):
            if kept and places[kept[-1]] == places[at]:
                kept[-1] = at
            else:
                kept.append(at)
        return _Places(array("i", (places[at] for at in kept)), kept, self)

    def __getitem__(self, at: int) -> Known:
        code, name = self._names[self._codes[at]]
        return Known(self._starts[at], self._ends[at], code, name)

    @cached_property
    def _names(self) -> tuple[tuple[str, bool], ...]:
        return tuple(self._numbers)


class _Places(Mapping[int, Known]):
    """Some of them by place."""

    def __init__(self, places: "array[int]", numbers: "array[int]", held: _Held) -> None:
        self._places, self._numbers, self._held = places, numbers, held

    def __getitem__(self, place: int) -> Known:
        at = bisect_left(self._places, place)
        if at == len(self._places) or self._places[at] != place:
            raise KeyError(place)
        return self._held[self._numbers[at]]

    def __contains__(self, place: object) -> bool:
        assert isinstance(place, int)
        at = bisect_left(self._places, place)
        return at < len(self._places) and self._places[at] == place

    def get(self, place: int, default: Any = None) -> Any:
        """The one at a place; ``default`` where none is."""
        return self[place] if place in self else default  # noqa: SIM401 - this is that

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _found(draft: Draft) -> Iterator[Known]:
    """All of them, bodies first; one that comes later goes before one of the same place."""
    for hit in draft.hits.each("organ", "organisation", "body-name", longest=True):
        yield Known(hit.start, hit.end, "")
    for body in draft.of(Body):
        yield Known(body.start, body.end, "")
    for hit in draft.hits.each("state", longest=True):
        if isinstance(hit.entry, StateName) and not is_name(hit):
            yield Known(hit.start, hit.end, hit.entry.id, name=False)
    for state in draft.of(State) or find_states(draft):
        yield Known(state.start, state.end, state.code)
