"""Bodies: "Council of Foreign Ministers", "UN" in "UN Security Council", a proposed "Regional Centre for Water Research".

Refused: the host organisation's own bare name, a bare "the Council", member states.
"""

import re

import msgspec

from secretariat.model.mentions import Body
from secretariat.reading.draft import Draft
from secretariat.reading.names.known import Candidate
from secretariat.reading.names.proposed import is_proposed

_AND = re.compile(r",? (?:and |or )?(?:the |a |an )?")


def find_bodies(draft: Draft, candidates: list[Candidate]) -> list[Body]:
    """The bodies among the candidate names, nested ones that are things of their own included."""
    reach: dict[int, int] = {}
    for c in candidates:
        if c.type != "initiative":
            reach[c.start] = max(c.end, reach.get(c.start, 0))
    made: list[Body] = []
    held = 0
    for candidate in candidates:
        within = held >= candidate.end or reach.get(candidate.start, 0) > candidate.end
        if candidate.type != "initiative":
            held = max(held, candidate.end)
        if candidate.type != "body":
            continue
        if _own_name(draft, candidate, within):
            draft.refuse((candidate.start, candidate.end), "body", candidate.rule, "own-organisation")
        else:
            body = _body(draft, candidate, whole=reach.get(candidate.start, 0) <= candidate.end)
            if (
                made
                and candidate.entry is None
                and made[-1].status == "proposed"
                and _coordinated(draft, made[-1], body)
            ):
                body = msgspec.structs.replace(body, status="proposed")
            made.append(body)
    return made


def _coordinated(draft: Draft, a: Body, b: Body) -> bool:
    """Whether only "and the" or a comma parts two bodies, so that what is said of the first holds for the second."""
    return bool(_AND.fullmatch(draft.flow.text[a.end : b.start])) if a.end < b.start else False


def _body(draft: Draft, candidate: Candidate, whole: bool) -> Body:
    """The mention; what is said of the making of "the **UN** Centre" holds for the centre alone, not for ``whole=False``."""
    status = "proposed" if whole and is_proposed(draft, candidate) else "existing"
    key = candidate.entry.id if candidate.entry else None
    return Body(start=candidate.start, end=candidate.end, status=status, key=key, rule=candidate.rule)


def _own_name(draft: Draft, candidate: Candidate, within: bool) -> bool:
    """Whether this is the document's own organisation by its bare name, where its profile says not to mark it.

    ``within``: whether the name stands inside a longer one.
    """
    profile = draft.host
    if profile is None or candidate.entry is None or candidate.entry.id != profile.id:
        return False
    return profile.marks_own_name == "never" or not within
