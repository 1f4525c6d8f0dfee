"""What things have to do with each other, read from names inside names and from the words around them.

"Action Plan for the Implementation of the Strategy" implements the Strategy · "Protocol to the Convention" supplements the
Convention · a document that recalls an instrument recalls it · "SCO Centre (Republic of Tajikistan)" and "at the initiative
of Kazakhstan" are proposed by that state · "reaffirm support for the Initiative" is supported by those who say it.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from secretariat.register.identity.vocabulary import Vocabulary


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities, what one is to the other, and the words that say so. ``subject`` may be a document."""

    subject: str
    relation: str
    object: str
    document: str
    start: int
    end: int
    text: str


class Named(msgspec.Struct, frozen=True):
    """A mention with the entity that it names."""

    start: int
    end: int
    type: str
    text: str
    entity: str
    mention: int


class Said(msgspec.Struct, frozen=True):
    """A statement as relations need it; ``states`` are those named, none where all who speak in the document say it."""

    verb: str
    polarity: str
    start: int
    end: int
    text: str
    about: tuple[int, ...]
    holders: str
    states: tuple[str, ...]


_NAMES = ("implements", "amends", "supplements")
_THINGS = ("instrument", "body", "event")
_REACH = 60
"""Letters between "at the initiative of" and the state that it names."""


class RelationWords:
    """The cues of relations as patterns, made once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        def any_of(name: str) -> re.Pattern[str]:
            cues = sorted(vocabulary.cues[name], key=len, reverse=True)
            return re.compile("|".join(re.escape(c).replace(r"\ ", r"\s+") for c in cues), re.IGNORECASE)

        self.inside = {name: any_of(name) for name in _NAMES}
        self.before = any_of("proposer-before")
        self.of = any_of("proposer-of")
        self.verbs = {name: frozenset(vocabulary.cues[name]) for name in ("recalls", "supports", "supersedes")}


def iter_relations(
    document: str,
    text: str,
    named: Sequence[Named],
    said: Sequence[Said],
    proposed: frozenset[int],
    words: RelationWords,
) -> Iterator[Relation]:
    """The relations that one document tells, in the order of place; ``named`` by (start, -end).

    ``proposed`` are the mentions of which the document tells that they are proposed or prepared: only after these does a
    state in brackets mean who proposed them.
    """
    yield from _inside_names(document, named, words)
    yield from _proposers(document, text, named, proposed, words)
    by_mention = {m.mention: m for m in named}
    for s in said:
        things = [by_mention[n] for n in s.about if n in by_mention]
        if words.verbs["recalls"] & {s.verb}:
            for thing in things:
                if thing.type == "instrument":
                    yield _relation(document, "recalls", thing.entity, document, s.start, s.end, s.text)
        if words.verbs["supersedes"] & {s.verb} and len(things) > 1:
            one, other = things[0], things[1]
            yield _relation(one.entity, "supersedes", other.entity, document, s.start, s.end, s.text)
        if words.verbs["supports"] & {s.verb} and s.polarity == "for":
            for thing in things:
                if thing.type in _THINGS:
                    backers = [f"state/{state.lower()}" for state in s.states]
                    for who in backers or ([document] if s.holders == "all" else []):
                        yield _relation(thing.entity, "supported-by", who, document, s.start, s.end, s.text)


def _relation(subject: str, relation: str, other: str, document: str, start: int, end: int, text: str) -> Relation:
    return Relation(
        subject=subject, relation=relation, object=other, document=document, start=start, end=end, text=text
    )


def _inside_names(document: str, named: Sequence[Named], words: RelationWords) -> Iterator[Relation]:
    for at, outer in enumerate(named):
        if outer.type != "instrument":
            continue
        for inner in named[at + 1 :]:
            if inner.start >= outer.end:
                break
            if inner.type != "instrument" or inner.end > outer.end or inner.entity == outer.entity:
                continue
            before = outer.text[: inner.start - outer.start].lower().removesuffix("the ").rstrip()
            for name, pattern in words.inside.items():
                if any(m.end() >= len(before) - 3 for m in pattern.finditer(before)):
                    yield _relation(outer.entity, name, inner.entity, document, outer.start, outer.end, outer.text)


def _proposers(
    document: str, text: str, named: Sequence[Named], proposed: frozenset[int], words: RelationWords
) -> Iterator[Relation]:
    states = [m for m in named if m.type == "state"]
    starts = {m.start: m for m in states}
    for thing in named:
        if thing.type not in _THINGS or thing.mention not in proposed:
            continue
        after = text[thing.end : thing.end + 8]
        opening = re.match(r"\s*\((?:the )?", after)
        state = starts.get(thing.end + opening.end()) if opening else None
        if state and re.match(r"\s*\)", text[state.end : state.end + 3]):
            yield _relation(
                thing.entity,
                "proposed-by",
                state.entity,
                document,
                thing.start,
                state.end + 1,
                text[thing.start : state.end + 1],
            )
    for pattern in (words.before, words.of):
        for cue in pattern.finditer(text):
            near = next((s for s in states if cue.end() <= s.start <= cue.end() + _REACH), None)
            if near is None or re.search(r"[.;:]", text[cue.end() : near.start]):
                continue
            low = max(text.rfind(". ", 0, cue.start()), text.rfind("\n\n", 0, cue.start())) + 1
            high = min(
                (p for p in (text.find(". ", near.end), text.find("\n\n", near.end)) if p >= 0), default=len(text)
            )
            meant = _nearest(named, cue.start(), cue.end(), low, high)
            if meant is not None:
                a, b = min(meant.start, cue.start()), max(meant.end, near.end)
                yield _relation(meant.entity, "proposed-by", near.entity, document, a, b, text[a:b])


def _nearest(named: Sequence[Named], start: int, end: int, low: int, high: int) -> Named | None:
    """The thing of a sentence that lies nearest to a cue."""
    things = [m for m in named if m.type in _THINGS and low <= m.start and m.end <= high]
    return min(
        things, key=lambda m: (start - m.end if m.end <= start else m.start - end, m.start - m.end), default=None
    )
