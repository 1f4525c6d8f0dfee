"""Whether a document is an organisation's own, or one made together with a state or another organisation.

"Joint Communiqué of the Council of the Union" is the Union's own; in "Union–Norland Summit: Joint Statement" and "We, the
Member States of the Union and the Republic of Norland" it is one of two sides, and its name is a name like any other.
"""

import re

from secretariat.model.mentions import State
from secretariat.profiles.load import Profile
from secretariat.reading.draft import Draft

_JOINT = re.compile(
    r"(?:\s*\([A-Z0-9+]+\)?)?(?:[-\u2013/]|,? and (?:of )?(?:the )?|,? (?:with|between) (?:the )?| \+ )"
)
_REACH = 400
"""How far into the first paragraph the two sides present themselves, in characters."""


def find_host(draft: Draft) -> Profile | None:
    """The profile whose own document this is; None where it has none, or more than one side."""
    profile = draft.profile
    return None if profile is None or joint_parties(draft, profile) else profile


def joint_parties(draft: Draft, profile: Profile) -> frozenset[str]:
    """What stands beside the organisation as the other side: ISO codes of states, ids of other organisations."""
    if draft.facts.symbol:
        return frozenset()
    spans = [(u.start, u.end) for u in draft.flow.units if u.kind == "title"][:1]
    opening = next((u for u in draft.flow.units if u.kind in ("narrative", "preambular", "operative")), None)
    if opening:
        spans.append((opening.start, min(opening.end, opening.start + _REACH)))
    return frozenset(p for start, end in spans for p in _beside(draft, profile, start, end))


def _beside(draft: Draft, profile: Profile, start: int, end: int) -> set[str]:
    text = draft.flow.text
    own = [h for h in draft.hits.of("organisation") if h.entry.id == profile.id and start <= h.start and h.end <= end]
    others = [(s.start, s.end, s.code) for s in draft.of(State) if start <= s.start and s.end <= end]
    others += [
        (h.start, h.end, h.entry.id)
        for h in draft.hits.longest("organisation")
        if h.entry.id != profile.id and start <= h.start and h.end <= end
    ]
    found: set[str] = set()
    for hit in own:
        for low, high, code in others:
            first, second = (hit.end, low) if hit.end <= low else (high, hit.start)
            if first <= second and _JOINT.fullmatch(text[first:second]):
                found.add(code)
    return found
