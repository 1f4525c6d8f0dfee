"""Groups of states and of their delegates.

1. ``the Member States`` 2. ``both sides`` 3. ``our two countries`` 4. ``interested member states`` (some of them)
5. ``developing countries`` (others) 6. ``the presidents of Chile and Peru`` (states listed) 7. ``ASEAN member states``.
Refused: ``political parties``, ``community leaders``, words inside the name of a body ("Council of Heads of State").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from secretariat.lexicon.entries import GroupName
from secretariat.lexicon.load import Lexicon
from secretariat.model.mentions import Body, Event, Group, Instrument, State
from secretariat.reading.draft import Draft
from secretariat.reading.sharing import shared
from secretariat.reading.state_lists import codes, states_from
from secretariat.reading.states import find_states


def find_groups(draft: Draft) -> list[Group]:
    """Every naming of a group, in order; the longest where several begin at one place."""
    text = draft.flow.text
    states = draft.of(State) or find_states(draft)
    words = _words(draft.lexicon)
    found = [*_listed(text, states, words), *_of_organisations(draft, words), *_known(draft, words)]
    found += _counted(text, draft, words)
    names = sorted((m.start, m.end) for kind in (Body, Instrument, Event) for m in draft.of(kind))
    if draft.refused is not None:
        for g in found:
            if _inside(names, g.start, g.end):
                draft.refuse((g.start, g.end), "group", g.rule, "in-a-name")
    return _disjoint([g for g in found if not _inside(names, g.start, g.end)])


class GroupWords:
    """The patterns that the word lists of ``group_words.yaml`` compose."""

    def __init__(self, lexicon: Lexicon) -> None:
        lists = {e.id: e.forms for e in lexicon.entries("group_words")}

        def any_of(*names: str) -> str:
            return "|".join(sorted((re.escape(w) for n in names for w in lists.get(n, ())), key=len, reverse=True))

        adjective, head = any_of("adjective"), any_of("head")
        self.counted = re.compile(
            rf"\b(?:(?P<the>the )|(?:{any_of('owner')}) )?(?:{any_of('count')}) (?:of )?(?:our |the )?"
            rf"(?:(?:{adjective}) )?(?:{head})\b",
            re.IGNORECASE,
        )
        self.named = re.compile(rf"\b(?:{any_of('named-head')}) of (?=the [A-Z]|[A-Z])", re.IGNORECASE)
        self.organised = re.compile(rf" (?:{any_of('organisation-head')})\b", re.IGNORECASE)
        self.partial = frozenset(lists.get("partial", ()))
        self.outside = frozenset(lists.get("outside", ()))

    def scope(self, text: str, start: int, scope: str) -> str:
        """The scope of a group that begins at ``start``, by the word before it."""
        before = text[max(0, start - 16) : start].split()
        word = before[-1].lower() if before else ""
        if word in self.partial:
            return "some"
        return "other" if word in self.outside else scope


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> GroupWords:
    return GroupWords(lexicon)


def _known(draft: Draft, words: GroupWords) -> Iterator[Group]:
    """The names of ``groups.yaml``."""
    text = draft.flow.text
    speakers = draft.facts.speakers
    for hit in draft.hits.longest("group"):
        entry = hit.entry
        if not isinstance(entry, GroupName):
            continue
        start, end = hit.start, hit.end
        if text[start : start + 4].lower() == "the ":
            start += 4
        end -= 4 if text[start:end].endswith(" the") else 0
        scope = words.scope(text, start, entry.value)
        if scope == "all" and text[end : end + 7] in (" to the", " to any"):
            scope = "other"
        yield Group(
            start=start, end=end, scope=scope, states=entry.states or (speakers if scope == "all" else ()),
            rule=shared(f"group:{entry.id}"),
        )  # fmt: skip


def _counted(text: str, draft: Draft, words: GroupWords) -> Iterator[Group]:
    """A count and a head: "both countries", "our four nations", "the two Presidents"."""
    for match in words.counted.finditer(text):
        start = match.end("the") if match["the"] else match.start()
        yield Group(start=start, end=match.end(), scope="all", states=draft.facts.speakers, rule="group:counted")


def _listed(text: str, states: Sequence[State], words: GroupWords) -> Iterator[Group]:
    """A head of which the states are listed; one alone ("the people of Mali") is none, unless the head is of states."""
    for match in words.named.finditer(text):
        run = states_from(text, states, match.end())
        if len(run) > 1:
            yield Group(start=match.start(), end=run[-1].end, scope="all", states=codes(run), rule="group:listed")


def _of_organisations(draft: Draft, words: GroupWords) -> Iterator[Group]:
    """The members of a known organisation: of the document's own ``all``, of another ``other``."""
    text = draft.flow.text
    own = draft.profile.id if draft.profile else draft.facts.organisation
    for hit in draft.hits.longest("organisation"):
        match = words.organised.match(text, hit.end)
        if match is None:
            continue
        profile = draft.profiles.get(hit.entry.id)
        members = profile.members_at(draft.facts.date or "9999-12-31") if profile else ()
        scope = words.scope(text, hit.start, "all" if hit.entry.id == own else "other")
        if "observer" in match.group().lower():
            scope, members = "other", ()
        yield Group(
            start=hit.start, end=match.end(), scope=scope, states=() if scope == "some" else members,
            rule=shared(f"group-of:{hit.entry.id}"),
        )  # fmt: skip


def _inside(names: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span lies in one of these (few overlap, so that a look at the near ones is enough)."""
    at = bisect_right(names, (start, 1 << 60))
    return any(s <= start and end <= e and (s, e) != (start, end) for s, e in names[max(0, at - 8) : at])


def _disjoint(groups: list[Group]) -> list[Group]:
    """Leftmost-longest."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda g: (g.start, -g.end)):
        if not kept or group.start >= kept[-1].end:
            kept.append(group)
    return kept
