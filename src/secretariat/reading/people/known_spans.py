"""Where states and bodies stand, for finders that look right before or after a place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

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
    starts: dict[int, Known] = {}
    ends: dict[int, Known] = {}
    for known in _found(draft):
        if known.start not in starts or known.end >= starts[known.start].end:
            starts[known.start] = known
        if known.end not in ends or known.start <= ends[known.end].start:
            ends[known.end] = known
    return KnownSpans(starts, ends)


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
