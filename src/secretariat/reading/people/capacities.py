"""In which capacity the persons of a sentence take part: chair, member, observer, guest, official, signatory.

1. ``… Askar Mamin chaired the meeting`` 2. ``attended by …`` 3. ``observer states: …`` 4. ``… as the guest of the host
country`` 5. ``Taking part were SCO Secretary-General …`` (an official: the office is a body's).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import msgspec

from secretariat.lexicon.literals import Hit
from secretariat.lexicon.load import Lexicon
from secretariat.model.mentions import Person, State
from secretariat.profiles.load import Profile
from secretariat.reading.draft import Draft

_LIST_JOINT = re.compile(r",?(?: and)?(?: the)?(?:\s+[A-Z][\w.-]*){0,4}\s*,?\s*")
_CHAIRING = re.compile(r",? (?:co-)?chaired\b")
_CHAIRED_FOR = re.compile(r",? (?:co-)?chaired (?:the \w+ )?(?:for|on behalf of) ")
_LIST_OPENS = re.compile(
    r"\b(?:participation of|attended by|attended|participated|took part|taking part|represented by|participants were|"
    r"chaired by|led by)\b[^.:]{0,60}:\s*$"
)
_OBSERVED = re.compile(
    r"(?:,? (?:also )?(?:attended|took part|participated|were present|was present|joined))?(?: in)?(?: the meeting)? ?"
)
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
    return _carried(draft, _listed_after(draft, _together(draft, out)))


def _together(draft: Draft, persons: list[Person]) -> list[Person]:
    """Those whom only commas and "and" part from a chair, an observer or a guest told by what follows are that too."""
    out = list(persons)
    for index in range(len(out) - 1, 0, -1):
        here, before = out[index], out[index - 1]
        if here.capacity not in ("chair", "observer", "guest") or before.capacity == here.capacity:
            continue
        if before.end >= here.start or not _LIST_JOINT.fullmatch(_without(draft, before.end, here)):
            continue
        if here.capacity != "chair" or _CHAIRING.match(draft.flow.text, _last_of_list(draft, persons, index)):
            out[index - 1] = _replaced(before, here.capacity)
    states = {s.start: s.code for s in draft.of(State)}
    for index, person in enumerate(out):
        if person.capacity == "chair" and person.of is None and person.office is not None:
            acted = _CHAIRED_FOR.match(draft.flow.text, _last_of_list(draft, persons, index))
            code = states.get(acted.end()) or states.get(acted.end() + 4) if acted else None
            if code:
                out[index] = msgspec.structs.replace(person, of=code)
    return out


def _without(draft: Draft, start: int, person: Person) -> str:
    """The words between two persons, less the office of the second."""
    between = draft.flow.text[start : person.start]
    return between.replace(person.office, "", 1) if person.office else between


def _last_of_list(draft: Draft, persons: list[Person], index: int) -> int:
    """Where the list of persons ends that the person of this index stands in."""
    while index + 1 < len(persons) and _LIST_JOINT.fullmatch(_without(draft, persons[index].end, persons[index + 1])):
        index += 1
    return persons[index].end


def _listed_after(draft: Draft, persons: list[Person]) -> list[Person]:
    """Heads of delegations listed line by line after "with the participation of:"."""
    lists = _open_lists(draft)
    if not lists:
        return persons
    states = _states(draft.lexicon)
    seen: set[int] = set()
    out: list[Person] = []
    for person in persons:
        unit = draft.flow.unit_at(person.start)
        if (
            unit in lists
            and unit not in seen
            and person.capacity is None
            and (person.of is None or person.of in states)
        ):
            person = _replaced(person, "member")
        seen.add(unit)
        out.append(person)
    return out


def _open_lists(draft: Draft) -> frozenset[int]:
    """The units that are lines of a list after a unit that ends with a cue of taking part and a colon."""
    text, found = draft.flow.text, set[int]()
    for number, unit in enumerate(draft.flow.units[:40]):
        if not _LIST_OPENS.search(text, max(unit.start, unit.end - 120), unit.end):
            continue
        line = number + 1
        while line < len(draft.flow.units) and line - number < 70:
            item = draft.flow.units[line]
            if item.end - item.start > 320:
                break
            found.add(line)
            if text[item.start : item.end].rstrip().endswith("."):
                break
            line += 1
    return frozenset(found)


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
        told = near <= 2 * _GAP and draft.flow.text.startswith(" as ", person.end)
        if cue.entry.id == "observer" and told:
            return "observer"
        if cue.entry.id == "observer" and _OBSERVED.fullmatch(draft.flow.text[person.end : cue.start]):
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
    own = (*draft.host.names, *draft.host.acronyms)
    return any(name in str(person.of) for name in own) or person.of in _organ_names(draft.host)


def _organ_names(host: Profile) -> frozenset[str]:
    """The forms of the organs of an organisation."""
    return frozenset(form for organ in host.organs for form in organ.names)


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
