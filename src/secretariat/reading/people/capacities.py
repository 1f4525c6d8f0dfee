"""In which capacity the persons of a sentence take part: chair, member, observer, guest, official, signatory.

1. ``… Askar Mamin chaired the meeting`` 2. ``attended by …`` 3. ``observer states: …`` 4. ``… as the guest of the host
country`` 5. ``Taking part were SCO Secretary-General …`` (an official: the office is a body's).
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from secretariat.lexicon.literals import Hit
from secretariat.lexicon.load import Lexicon
from secretariat.model.mentions import Person
from secretariat.reading.draft import Draft

_GAP = 40
"""How far behind a name the cue of a chair or guest may stand."""
_FARTHEST = 3000
"""How far before a person a cue of its sentence counts."""
_LIST = 600
"""How long the list of persons after the cue of a chair may be."""


def with_capacities(draft: Draft, persons: Sequence[Person]) -> list[Person]:
    """The persons, each with the capacity that its sentence gives it; one that has it already keeps it."""
    cues = draft.hits.longest("capacity_cues")
    starts = [c.start for c in cues]
    out: list[Person] = []
    for index, person in enumerate(persons):
        capacity = person.capacity
        sentence = draft.sentence_at(person.start)
        if capacity is None and sentence is not None:
            low = bisect_right(starts, max(sentence.start, person.start - _FARTHEST) - 1)
            high = bisect_right(starts, min(sentence.end, person.end + _LIST))
            later = persons[index + 1].start if index + 1 < len(persons) else sentence.end
            capacity = _capacity(draft, person, cues[low:high], min(later, sentence.end))
        if capacity is None and _own_official(draft, person):
            capacity = "official"
        out.append(_replaced(person, capacity))
    return _carried(draft, out)


def with_speakers(draft: Draft, persons: Sequence[Person]) -> list[Person]:
    """The persons again once it is known who speaks: one who makes a statement for a state heads its delegation."""
    holders = sorted(s.holder for s in draft.statements if s.holder)
    starts = [low for low, _ in holders]
    reach = list(accumulate((high for _, high in holders), max))
    out: list[Person] = []
    for person in persons:
        at = bisect_right(starts, person.start)
        speaks = at > 0 and person.end <= reach[at - 1]
        named = person.of is not None and not _of_body(draft, person) and person.office is not None
        if speaks and named and person.capacity is None and not draft.flow.text.startswith("'s", person.end):
            person = _replaced(person, "member")
        out.append(person)
    return _carried(draft, out)


def _carried(draft: Draft, persons: list[Person]) -> list[Person]:
    """A head of delegation who is named again, by the last word of the name, takes part as before."""
    members: dict[str, str | None] = {}
    out: list[Person] = []
    for person in persons:
        last = draft.flow.text[person.start : person.end].split(" ")[-1]
        if person.capacity == "member":
            members[last] = person.of
        elif person.capacity is None and last in members and members[last] == person.of:
            person = _replaced(person, "member")
        out.append(person)
    return out


def _capacity(draft: Draft, person: Person, cues: Sequence[Hit], later: int) -> str | None:
    """What the cues of a sentence make of a person; ``later`` is where the next one begins."""
    if not cues or draft.flow.text.startswith("'s ", person.end):
        return None
    if _guests(cues, person):
        return "guest"
    after = [c for c in cues if person.end <= c.start < later]
    for cue in after:
        near = cue.start - person.end
        if cue.entry.id == "observer" and near <= 2 * _GAP and draft.flow.text.startswith(" as ", person.end):
            return "observer"
        if cue.entry.id == "guest-after" and near <= 2 * _GAP:
            return "guest"
        if cue.entry.id == "chair-after" and near <= _GAP:
            return "chair"
    before = [c for c in cues if c.end <= person.start]
    leading = next((c for c in reversed(before) if c.entry.id != "chair-after" or c is cues[0]), None)
    body = _of_body(draft, person)
    if leading is not None and leading.entry.id == "chair-before" and person.start - leading.end < _LIST:
        return "chair"
    if leading is not None and leading.entry.id == "signatory":
        return "signatory"
    if leading is not None and leading.entry.id == "delegate":
        return None
    if body:
        return "official"
    special = next((c for c in reversed(before) if c.entry.id in ("observer", "guest-before")), None)
    if special is not None:
        return str(special.entry.value)  # type: ignore[attr-defined]
    cued = any(c.entry.id == "member" and _near(c, person) for c in cues)
    cued = cued or any(c.entry.id == "member-after" for c in before)
    if cued and person.office is not None:
        return "member" if _narrates(draft, person) else None
    return None


def _guests(cues: Sequence[Hit], person: Person) -> bool:
    """Whether the list that a person stands in ends with "as guests of the host country"."""
    ahead = [c for c in cues if c.start >= person.end]
    return bool(ahead) and ahead[0].entry.id == "guests-after" and ahead[0].start - person.end < _LIST // 2


def _of_body(draft: Draft, person: Person) -> bool:
    """Whether an office is held in a body, not in a state."""
    return person.of is not None and person.of not in _states(draft.lexicon)


@lru_cache(maxsize=8)
def _states(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(e.id for e in lexicon.entries("state"))


def _own_official(draft: Draft, person: Person) -> bool:
    """Whether a person holds an office of the document's own organisation."""
    if draft.host is None or not _of_body(draft, person):
        return False
    return any(name in str(person.of) for name in (*draft.host.names, *draft.host.acronyms))


def _near(cue: Hit, person: Person) -> bool:
    """Whether a person stands near enough before or after a verb of meeting to be its subject or object."""
    return max(cue.start - person.end, person.start - cue.end) < _LIST // 3


def _narrates(draft: Draft, person: Person) -> bool:
    """Whether a person stands where the document tells who took part: among its first few paragraphs."""
    return draft.flow.unit_at(person.start) < 12


def _replaced(person: Person, capacity: str | None) -> Person:
    return Person(
        start=person.start, end=person.end, office=person.office, of=person.of, capacity=capacity, rule=person.rule
    )
