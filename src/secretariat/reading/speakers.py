"""Who "all" is: the states that speak in the document, from its own words, else from the profile at its date.

"We, the leaders of Australia, India, Japan, and the United States" names them; so do the delegation heads of an opening
paragraph, the signatories at the foot, and a title such as "Joint Statement of India and Mongolia".
"""

import re

from secretariat.model.mentions import Person, State
from secretariat.reading.draft import Draft
from secretariat.reading.host import joint_parties

OPENING = 1500
"""How far into the running text the speakers present themselves, in characters."""

_PRESENTING = re.compile(
    r"\b(?:we|leaders|presidents|prime ministers|heads of (?:state|government|delegation)|governments?|ministers|representatives|"
    r"founder states|states parties|the parties|members|between|among)\b"
)
_GAP = re.compile(r"[\s,;()\u2013\u2014-]*(?:and|of|the|as well as|met|with|also|,|\s)*[\s,]*")


def find_speakers(draft: Draft) -> tuple[str, ...]:
    """ISO codes of the speaking states, sorted; empty where neither the text nor a profile tells."""
    if draft.profile and not draft.host:
        sides = joint_parties(draft, draft.profile)
        states = {p for p in sides if len(p) == 2}
        if states and draft.facts.date:
            return tuple(sorted(states | set(draft.profile.members_at(draft.facts.date))))
    for told in (_signatories(draft), _list_of_states(draft), _in_title(draft)):
        if len(told) >= 2:
            return tuple(sorted(told))
    if draft.profile and draft.facts.date:
        return draft.profile.members_at(draft.facts.date)
    return ()


def _signatories(draft: Draft) -> set[str]:
    """States whose persons signed, or headed a member's delegation."""
    known = {s.code for s in draft.of(State)}
    for capacity in ("signatory", "member"):
        states = {p.of for p in draft.of(Person) if p.capacity == capacity and p.of and len(p.of) == 2}
        chairs = {p.of for p in draft.of(Person) if capacity == "member" and p.capacity == "chair" and p.of in known}
        if len(states) >= 2:
            return {s for s in states | chairs if s}
    return set()


def _list_of_states(draft: Draft) -> set[str]:
    """The first run of at least two states in the opening that words such as "we, the leaders of" present."""
    text = draft.flow.text
    states = [s for s in draft.of(State) if s.end <= OPENING]
    run: list[State] = []
    for state in states:
        if run and (
            draft.flow.unit_at(run[-1].start) != draft.flow.unit_at(state.start) or not _joined(text, run[-1], state)
        ):
            if len(run) >= 2 and _presented(text, run[0]):
                break
            run = []
        run.append(state)
    return {s.code for s in run} if len(run) >= 2 and _presented(text, run[0]) else set()


def _joined(text: str, a: State, b: State) -> bool:
    return bool(_GAP.fullmatch(text[a.end : b.start]))


def _presented(text: str, first: State) -> bool:
    return bool(_PRESENTING.search(text[max(0, first.start - 90) : first.start].lower()))


def _in_title(draft: Draft) -> set[str]:
    """The states of the title, where it names at least two."""
    found: set[str] = set()
    for unit in draft.flow.units:
        if unit.kind == "title":
            found |= {s.code for s in draft.of(State) if unit.start <= s.start and s.end <= unit.end}
    return found
