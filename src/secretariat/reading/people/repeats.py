"""The same person again: by full name, or by surname with a title; the state carried from the fuller naming.

1. ``President Joseph R. Biden of the United States`` … ``President Biden`` (US) 2. ``Askar Mamin`` again without office
3. ``Canada's delegation included …`` (CA). A surname that two persons of different states share carries nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from secretariat.lexicon.entries import Office
from secretariat.lexicon.literals import stretches
from secretariat.lexicon.load import Lexicon
from secretariat.model.mentions import Person, State
from secretariat.reading.draft import Draft
from secretariat.reading.people.names import NameLexis, keys_of
from secretariat.reading.people.offices import OfficeReader

_DELEGATION = re.compile(
    r"\bdelegations?\b[^.;]{0,40}\b(?:led|headed|included|includes|comprised|composed|consist\w+)\b"
)
_FARTHEST = 2500
"""How far before a person the sentence may name the delegation."""


def repeats_of(text: str, persons: Sequence[Person], lexis: NameLexis) -> list[Person]:
    """Further places of the full names (two words and more) that were found."""
    names = sorted({name for p in persons if len(keys_of(name := text[p.start : p.end], lexis)) > 1})
    if not names:
        return []
    matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    return [
        Person(start=offset + start, end=offset + end, rule="person:repeat")
        for offset, stretch in stretches(text)
        for _, start, end in matcher.find_matches_as_indexes(stretch)
        if not (stretch[start - 1 : start].isalnum() or stretch[end : end + 1].isalnum())
    ]


def with_states(draft: Draft, persons: Sequence[Person], reader: OfficeReader) -> list[Person]:
    """The persons with ``of`` where another naming, the delegation of the sentence or the office itself says it.

    Last comes the list of leaders, and only for a state that the text names; such a person's rule ends in ``+leaders``.
    """
    text, lexis = reader.text, reader.lexis
    by_key: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        if person.of:
            for key in keys_of(text[person.start : person.end], lexis):
                by_key[key].add(person.of)
    offices = {e.id: e.of for e in draft.lexicon.entries("office") if isinstance(e, Office)}
    leaders = _leaders(draft.lexicon)
    named = {s.code for s in draft.of(State)}
    out: list[Person] = []
    for person in persons:
        of = person.of or _carried(text[person.start : person.end], by_key, lexis)
        of = of or _of_delegation(draft, person, reader) or offices.get(person.rule.removeprefix("office:")) or None
        rule = person.rule
        if of is None and (person.office is not None or person.capacity == "signatory"):
            known = _by_leaders(text[person.start : person.end], leaders)
            if known in named:
                of, rule = known, f"{person.rule}+leaders"
        out.append(person if of == person.of else msgspec.structs.replace(person, of=of, rule=rule))
    return out


def _carried(name: str, by_key: dict[str, set[str]], lexis: NameLexis) -> str | None:
    """The one state or body of those who bear a name, by its last word that is known."""
    for key in keys_of(name, lexis):
        if len(by_key.get(key, ())) == 1:
            return next(iter(by_key[key]))
    return None


@lru_cache(maxsize=8)
def _leaders(lexicon: Lexicon) -> dict[str, str]:
    """Family name or full name in lower case → the one state of ``leaders.yaml`` that it stands under."""
    states: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon.entries("leaders"):
        for form in entry.forms:
            states[form.lower()].add(entry.id)
    return {name: next(iter(codes)) for name, codes in states.items() if len(codes) == 1}


def _by_leaders(name: str, leaders: dict[str, str]) -> str | None:
    """The state of a leader by the whole name, else by its last words or (family name first) its first."""
    words = [w.strip(",.") for w in name.lower().split()]
    while len(words) > 1 and words[-1] in ("jr", "sr"):
        words.pop()
    tries = [" ".join(words[at:]) for at in range(len(words))] + [" ".join(words[:at]) for at in range(1, len(words))]
    return next((leaders[t] for t in tries if t in leaders), None)


def _of_delegation(draft: Draft, person: Person, reader: OfficeReader) -> str | None:
    """The state whose delegation a sentence tells of, before the person: "Canada's delegation was led by …"."""
    sentence = draft.sentence_at(person.start)
    if sentence is None:
        return None
    cue = _DELEGATION.search(reader.text, max(sentence.start, person.start - _FARTHEST), person.start)
    if cue is None:
        return None
    places = range(cue.start() - 1, max(sentence.start, cue.start() - 80) - 1, -1)
    known = next((k for at in places if (k := reader.known.starts.get(at)) and k.code), None)
    return known.code if known and cue.start() - known.end < 40 else None
