"""Where states and bodies stand, for finders that look right before or after a place."""

from collections.abc import Mapping
from typing import NamedTuple

from secretariat.lexicon.entries import StateName
from secretariat.model.mentions import Body, State
from secretariat.reading.draft import Draft
from secretariat.reading.states import find_states, is_name


class Known(NamedTuple):
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
    found = [Known(h.start, h.end, "") for h in draft.hits.longest("organ", "organisation", "body-name")]
    found += [Known(b.start, b.end, "") for b in draft.of(Body)]
    found += [
        Known(h.start, h.end, h.entry.id, name=False)
        for h in draft.hits.longest("state")
        if isinstance(h.entry, StateName) and not is_name(h)
    ]
    found += [Known(s.start, s.end, s.code) for s in (draft.of(State) or find_states(draft))]
    starts: dict[int, Known] = {}
    ends: dict[int, Known] = {}
    for known in found:
        if known.start not in starts or known.end >= starts[known.start].end:
            starts[known.start] = known
        if known.end not in ends or known.start <= ends[known.end].start:
            ends[known.end] = known
    return KnownSpans(starts, ends)
