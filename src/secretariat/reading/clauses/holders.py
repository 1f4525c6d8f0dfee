"""Who makes a statement: all who speak in the document, some states by name, or one body or office."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence

from secretariat.model.mentions import Group, Person, State
from secretariat.model.spans import Span
from secretariat.reading.clauses.grammar import grammar_of
from secretariat.reading.draft import Draft
from secretariat.reading.states import codes_of_adjectives

Holders = str | tuple[str, ...]


class HolderReader:
    """Resolves holder words to ``all``, ``other`` or codes, remembering the last holder for pronouns."""

    def __init__(self, draft: Draft) -> None:
        grammar = grammar_of(draft.lexicon)
        self._offices = grammar.offices
        self._outside = draft.lexicon.words("outside_treaties")
        self._speaking = frozenset(w for w, value in grammar.actors.items() if value == "all") | _LINKS
        self._starts, self._codes_there = _states_of(draft)
        self._adjectives = codes_of_adjectives(draft)
        self._groups = draft.of(Group)
        self._group_ends = [g.end for g in self._groups]
        self._persons = draft.of(Person)
        self._person_starts = [p.start for p in self._persons]
        self._speakers = frozenset(draft.facts.speakers)
        self._text = draft.flow.text
        self._last: Holders = "all"
        self._unit_at, self._named_in = draft.flow.unit_at, -1
        self._own = _own_names(draft)
        self._gatherings = frozenset(w for w, value in grammar.actors.items() if value == "gathering")
        self.body = False
        """Whether who was named last is one body, which "it" may then stand for."""

    def reset(self) -> None:
        """At a heading: a pronoun after it has no antecedent before it."""
        self._last = "all"

    def read(self, span: Span, actor: str) -> Holders:
        """The holders that the words at ``span`` name; ``actor`` is what their head noun says."""
        words = self._text[span[0] : span[1]].lower()
        unit = self._unit_at(span[0])
        if words in ("they", "it"):
            return "all" if isinstance(self._last, tuple) and unit != self._named_in else self._last
        if words == "we":
            return "all"
        self._named_in = unit
        own = self._is_own(words)
        self._last = "all" if own else self._named(span, words, actor)
        self.body = own or self._last == "other"
        return self._last

    def _is_own(self, words: str) -> bool:
        """Whether the words are the organ that issued the document, or as much of its name as texts repeat.

        "The Council" in a communiqué of the Ministerial Council; not "the Joint Council" there.
        """
        named = words.removeprefix("the ").split(",")[0].rstrip()
        if named in self._gatherings:
            return True
        for full, core in self._own:
            tail = " " in named and full.endswith(" " + named)
            if named in (full, core) or core.endswith(" " + named) or tail or full.startswith(named + " of "):
                return True
        return False

    def _named(self, span: Span, words: str, actor: str) -> Holders:
        if group := self._group(span):
            part = bool(self._speakers) and not self._speakers <= set(group.states)
            if group.states and (part or group.scope != "all"):
                return group.states
            return "all" if group.scope == "all" else "other"
        if (parties := self._parties(words)) is not None:
            return parties
        inner = self._inner(span, words)
        if inner is not None:
            return inner
        codes = self._codes(span)
        first, last = (bisect_left(self._person_starts, place) for place in span)
        persons = [p for p in self._persons[first:last] if p.end <= span[1]]
        if not codes and persons:
            codes = list(dict.fromkeys(p.of for p in persons if p.of and len(p.of) == 2))
            if len(persons) == 1:
                return "other"
        if " and " in words and sum(w.strip(",.") in self._offices for w in words.split()) > 1:
            return "all"
        if codes and actor != "other" and _only_states(words, len(codes)):
            return "all" if self._speakers and self._speakers <= set(codes) else tuple(codes)
        if not codes and actor == "all" and words.split()[-1] in _SIDES and (one := self._by_adjective(span)):
            return one
        if len(persons) > 1 or (" and " in words and actor == "other" and len(codes) > 1):
            return "all"
        return "all" if actor == "all" else "other"

    def _group(self, span: Span) -> Group | None:
        """The group whose words are these, but for an article or a comma; groups do not overlap."""
        at = bisect_left(self._group_ends, span[1] - 1)
        group = self._groups[at] if at < len(self._groups) else None
        return group if group and group.start <= span[0] + 4 else None

    def _inner(self, span: Span, words: str) -> Holders | None:
        """The states of a group behind its spokesmen: "the leaders of the (Gulf member states)"."""
        first, last = bisect_left(self._group_ends, span[1] - 1), bisect_left(self._group_ends, span[1] + 2)
        found = [g for g in self._groups[first:last] if g.states and span[0] < g.start]
        if len(found) != 1:
            return None
        before = words[: found[0].start - span[0]].split()
        if "of" not in before or not all(w in self._speaking for w in before):
            return None
        part = not self._speakers or not self._speakers <= set(found[0].states)
        return found[0].states if part else "all"

    def _parties(self, words: str) -> Holders | None:
        """The speakers that are bound by the treaty they name themselves parties to: "States that are parties to …"."""
        found = _PARTIES.search(words)
        if found is None:
            return None
        outside = next((out for name, out in self._outside.items() if words.startswith(name, found.end())), None)
        if outside is None or not self._speakers:
            return "other"
        inside = tuple(sorted(self._speakers - set(outside.split())))
        return "all" if len(inside) == len(self._speakers) else inside

    def speaks(self, code: str) -> bool:
        """Whether a state is one of those that speak in the document."""
        return code in self._speakers

    def by_agent(self, start: int, end: int) -> Holders | None:
        """The states that did what the passive between two places tells: "was noted by the ministers of A and B"."""
        place = self._text.find(" by ", start, end)
        codes = self._codes((place, end)) if place >= 0 else []
        if len(codes) < 2:
            return None
        return "all" if self._speakers and self._speakers <= set(codes) else tuple(codes)

    def _by_adjective(self, span: Span) -> Holders | None:
        """The state that an adjective before a side or delegation names: "the Chilean side"."""
        found = {h.entry.id for h in self._adjectives if span[0] <= h.start and h.end <= span[1]}
        return tuple(found) if len(found) == 1 else None

    def _codes(self, span: Span) -> list[str]:
        at = bisect_left(self._starts, span[0])
        codes: list[str] = []
        while at < len(self._starts) and self._starts[at] < span[1]:
            codes.append(self._codes_there[at])
            at += 1
        return list(dict.fromkeys(codes))


def _states_of(draft: Draft) -> "tuple[array[int], list[str]]":
    """Where states are named, in order, and their codes; a long list has hundreds of thousands."""
    starts, codes = array("i"), []
    for start, code in ((m.start, m.code) for m in draft.of(State)):
        starts.append(start)
        codes.append(code)
    if not starts:
        for hit in draft.hits.longest("state"):
            starts.append(hit.start)
            codes.append(hit.entry.id)
    return starts, codes


_CORE = re.compile(r" (?:of|for|on)\b| ?\(")
_MET = re.compile(
    r"(?:meeting|session|summit) of (?:the )?(?P<of>[A-Z][\w-]+(?: (?:of|and|the|for|[A-Z][\w-]+))*)[^.;]{0,80}? (?:was|took)\b"
    r"|\b[Tt]he (?P<who>[A-Z][\w-]+(?: (?:of|and|the|for|[A-Z][\w-]+))*) (?:held|convened|concluded|opened) "
    r"(?:its|their|a|the)\b"
)
"""Who met, as the opening of a text tells it where no head does: "the Harbour Council held its 4th session"."""
_OPENING = 1200
_MEETING_OF = re.compile(r"^(?:[\w-]+ ){0,4}(?:meeting|session|summit) of (?:the )?")


def _own_names(draft: Draft) -> list[tuple[str, str]]:
    """The organ that issued the document, whole and without what it is of; none where an office issued it.

    Where no head tells it, the one of whose meeting the opening tells, else how the organisation calls its speakers.
    """
    grammar = grammar_of(draft.lexicon)
    issued = draft.facts.issued_by or ""
    if not issued and (met := _MET.search(draft.flow.text, 0, _OPENING)):
        issued = met["of"] or met["who"]
    issued = _MEETING_OF.sub("", issued.lower().removeprefix("the "))
    core = _CORE.split(issued)[0]
    names = [(issued, core)] if core and core.split()[-1] not in grammar.offices else []
    profile = draft.profile
    spoken = profile.speakers if profile and not names else ()
    names += [(n, "") for n in (s.lower().removeprefix("the ") for s in spoken) if n not in grammar.offices]
    return names


_PARTIES = re.compile(r"\b(?:that|which|who) are (?:states )?part(?:ies|y) to (?:the )?")
_SIDES = frozenset({"side", "delegation", "party"})
_LINKS = frozenset({"the", "of", "and", "all"})
_RELATIONAL = ("relevant", "authorities", "member states", "experts", "between", "among")


def _only_states(words: str, found: int) -> bool:
    """Whether the words name the states themselves ("the heads of state of A and B"), not organs of a group."""
    return not any(w in words for w in _RELATIONAL) and (found > 1 or (len(words) < 60 and " and " not in words))


def holder_span(spans: Sequence[int], text: str) -> Span:
    """A holder's place without a closing comma or dash."""
    start, end = spans
    while end > start and text[end - 1] in " ,;\u2013-":
        end -= 1
    return start, end
