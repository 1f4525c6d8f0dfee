"""What may be the name of a body, an instrument or an event: known names and what the grammar grows around head words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from secretariat.lexicon.entries import Kind, Name
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Date, Place, State
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit
from secretariat.reading.name_evidence import Head, accepts
from secretariat.reading.name_grammar import Surroundings, brackets_after, grow_left, grow_right
from secretariat.reading.name_words import NameWords, name_words
from secretariat.reading.tokens import Token, token_at, tokens_of

NameType: TypeAlias = Literal["body", "instrument", "event", "initiative"]

KNOWN: dict[str, NameType] = {
    "body-name": "body",
    "organ": "body",
    "organisation": "body",
    "instrument-name": "instrument",
    "organisation-instrument": "instrument",
    "event-name": "event",
    "initiative-name": "initiative",
}
KINDS: dict[str, NameType] = {"instrument-kind": "instrument", "body-kind": "body", "event-kind": "event"}

OPENERS: dict[NameType, frozenset[str]] = {
    "instrument": frozenset(
        ["of", "on", "for", "against", "to", "between", "among", "concerning", "regarding", "towards", "until", "in"]
    ),
    "body": frozenset(["of", "for", "on", "against", "to", "in", "between"]),
    "event": frozenset(["of", "on", "for", "between", "with", "in"]),
}


_EDITION = re.compile(r"\b(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)|(?:First|Second|Third|[A-Z][a-z]+(?:-[a-z]+)?th)) $")
LOWER_OPENERS = OPENERS["instrument"] - {"of", "in"}
_TAIL = re.compile(r" (?:(?:for|until|till|towards?|up to|through)(?: the (?:period|years)(?: of| from)?)? )?(?=((?:19|20)\d\d))")


class Candidate(msgspec.Struct, frozen=True):
    """A possible name at ``start:end`` with its head word at ``head``; ``entry`` where it is a known one."""

    type: NameType
    start: int
    end: int
    head: int
    kind: str
    rule: str
    entry: Name | None = None
    lower: bool = False
    weak: bool = False
    article: bool = False
    """Whether "the" stands before it: a name within a name is then a thing of its own."""
    bracket: int = -1
    """Where the words of a closing bracket begin: they are the name's own acronym."""


def find_candidates(draft: Draft) -> list[Candidate]:
    """The names that remain when the longest reading of each head word is taken, by place."""
    words = name_words(draft.lexicon)
    found: list[Candidate] = []
    known = sorted(known_candidates(draft), key=lambda c: (c.start, -c.end))
    around = surroundings(draft, known)
    for unit, heads in heads_by_unit(draft):
        tokens = tokens_of(draft.flow.text[unit.start : unit.end], unit.start)
        for head in heads:
            found.extend(_grown(draft, tokens, head, words, around))
    found = [_with_tail(draft, c, around) for c in found]
    widened = [_with_tail(draft, _with_brackets(draft, c, around), around) for c in known]
    spots = {(p.start, p.end) for p in draft.of(Place)}
    found = [c for c in found if (c.start, c.end) not in spots]
    return settle([_with_bracket_mark(draft.flow.text, c) for c in (*widened, *found)])


def known_candidates(draft: Draft) -> Iterator[Candidate]:
    """The names that the lexicon and the profiles know, wherever they stand."""
    for category, type_ in KNOWN.items():
        for hit in draft.hits.of(category):
            entry = hit.entry
            assert isinstance(entry, Name)
            if draft.flow.text[max(0, hit.start - 1) : hit.start] == "-":
                continue
            head = hit.start + _head_offset(draft.flow.text[hit.start : hit.end])
            kind = entry.value if category in ("instrument-name", "event-name") else ""
            yield Candidate(type_, hit.start, hit.end, head, kind, f"{category}:{entry.id}", entry)


@lru_cache(maxsize=4096)
def _head_offset(name: str) -> int:
    """Where the head word of a name stands in it: the last word before its complement."""
    words = name.split(" ")
    at = 0
    bracketed = False
    for number, word in enumerate(words):
        if number and word in ("of", "on", "for", "against", "to", "between", "in"):
            break
        bracketed = bracketed or word.startswith("(")
        if not bracketed:
            at = number
        bracketed = bracketed and not word.endswith(")")
    return sum(len(w) + 1 for w in words[:at])


def surroundings(draft: Draft, known: Iterable[Candidate]) -> Surroundings:
    """What names may not cross."""
    starts: dict[int, int] = {}
    for c in known:
        starts[c.start] = max(c.end, starts.get(c.start, 0))
    states = {m.start: m.end for m in draft.mentions if isinstance(m, State)}
    cities = frozenset(m.start for m in draft.mentions if isinstance(m, Place) and m.country)
    dates: dict[int, int] = {}
    for m in draft.mentions:
        if isinstance(m, Date):
            for place in range(m.start, m.end):
                dates[place] = m.end
    for hit in draft.hits.of("month"):
        if draft.flow.text[max(0, hit.start - 3) : hit.start].endswith((" in", "in ", "of ", "by ")) and hit.start not in dates:
            dates[hit.start] = hit.end
    demonyms = frozenset(h.start for h in draft.hits.of("state") if h.form.text in getattr(h.entry, "adjectives", ()))
    return Surroundings(starts, states, cities, dates, demonyms)


def heads_by_unit(draft: Draft) -> Iterator[tuple[Unit, list[Head]]]:
    """The head words of names, unit by unit, the longest form at each place."""
    by_unit: dict[int, dict[int, Head]] = {}
    for category, type_ in KINDS.items():
        for hit in draft.hits.longest(category):
            assert isinstance(hit.entry, Kind)
            head = _head(draft, hit, hit.entry, type_)
            by_unit.setdefault(draft.flow.unit_at(hit.start), {}).setdefault(hit.start * 4 + len(type_) % 4, head)
    for number in sorted(by_unit):
        unit = draft.flow.units[number]
        if unit.kind != "furniture":
            yield unit, list(by_unit[number].values())


def _head(draft: Draft, hit: Hit, entry: Kind, type_: NameType) -> Head:
    text = draft.flow.text[hit.start : hit.end]
    return Head(type_, hit.start, hit.end, text, entry.value, entry.strength == "strong", entry.id)


def _grown(
    draft: Draft, tokens: tuple[Token, ...], head: Head, words: NameWords, around: Surroundings
) -> Iterator[Candidate]:
    """The name around one head, where there is evidence for one."""
    first, last = token_at(tokens, head.start), token_at(tokens, head.end) - 1
    if first >= len(tokens) or tokens[first].start != head.start or around.in_state(head.start):
        return
    if head.id == "observance" and tokens[last].text in ("of", "for"):
        last -= 1
    sentence = draft.sentence_at(head.start)
    bound = token_at(tokens, sentence.start) if sentence else 0
    left = grow_left(tokens, first, words, around, bound)
    right = grow_right(tokens, last, words, around, OPENERS[head.type], _lower_openers(head))
    verdict = accepts(tokens, first, last, left, right, head, words, around)
    if verdict is None:
        return
    left, right, rule = verdict
    start, end = tokens[left].start, tokens[right - 1].end
    if sentence and end > sentence.end:
        end = max(head.end, sentence.end)
    yield Candidate(head.type, start, end, head.start, head.kind, rule, None, head.text[0].islower(), not head.strong)


def _lower_openers(head: Head) -> frozenset[str]:
    """After which words the complement of this head may be in lower case: "Plan of Action **to** combat …"."""
    if head.type == "event":
        return frozenset() if head.text in ("session", "sessions") else frozenset(["on"])
    if head.type == "body":
        return frozenset(["for", "on", "against"]) if head.text[0].islower() else frozenset()
    if head.kind in ("plan", "programme", "strategy", "protocol", "initiative") or head.text.endswith("s"):
        return LOWER_OPENERS
    return LOWER_OPENERS - {"to"}


def _with_tail(draft: Draft, candidate: Candidate, around: Surroundings) -> Candidate:
    """A name of an instrument together with the years it is for: "Strategy **until 2030**", "Action Plan **2021-2025**"."""
    if candidate.type != "instrument" or candidate.rule.endswith(":number"):
        return candidate
    tail = _TAIL.match(draft.flow.text, candidate.end)
    if tail is None or tail.start(1) not in around.dates:
        return candidate
    return msgspec.structs.replace(candidate, end=around.dates[tail.start(1)])


def _with_brackets(draft: Draft, candidate: Candidate, around: Surroundings) -> Candidate:
    """A known name together with the acronym in brackets that follows it, and an edition's year or number before it."""
    text = draft.flow.text
    if candidate.type == "event":
        edition = _EDITION.search(text, max(0, candidate.start - 24), candidate.start)
        if edition:
            candidate = msgspec.structs.replace(candidate, start=edition.start())
    if text[candidate.end : candidate.end + 2] != " (":
        return candidate
    unit = draft.flow.units[draft.flow.unit_at(candidate.end)]
    tokens = tokens_of(text[unit.start : unit.end], unit.start)
    at = token_at(tokens, candidate.end)
    closed = brackets_after(tokens, at, around)
    return msgspec.structs.replace(candidate, end=tokens[closed - 1].end) if closed > at else candidate


def _with_bracket_mark(text: str, candidate: Candidate) -> Candidate:
    """Notes where the acronym in a closing bracket stands (it names the same thing), and whether "the" stands before."""
    if text[max(0, candidate.start - 4) : candidate.start].lower().endswith("the "):
        candidate = msgspec.structs.replace(candidate, article=True)
    if text[candidate.end - 1 : candidate.end] != ")":
        return candidate
    return msgspec.structs.replace(candidate, bracket=text.rfind("(", candidate.start, candidate.end) + 1)


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate a head word: known names before grown ones of another type, else the longest; no crossing spans."""
    by_head: dict[int, Candidate] = {}
    for c in sorted(candidates, key=lambda c: (c.entry is None, c.start - c.end, c.start)):
        kept = by_head.get(c.head)
        if kept is None:
            by_head[c.head] = c
        elif c.type == kept.type and kept.start >= c.start and c.end >= kept.end:
            by_head[c.head] = msgspec.structs.replace(c, entry=kept.entry, kind=kept.kind or c.kind)
    ordered = sorted(by_head.values(), key=lambda c: (c.start, -c.end))
    out: list[Candidate] = []
    for c in ordered:
        if any(_crosses(o, c) or _same_thing(o, c) for o in out[-12:]):
            continue
        out.append(c)
    return out


def tail_of(candidates: list[Candidate], inner: Candidate) -> bool:
    """Whether a name ends a longer one of an instrument or event: a bracket after both tells of the longer one."""
    return any(
        o is not inner and o.start < inner.start and o.end == inner.end and o.type in ("instrument", "event")
        for o in candidates
    )


def _crosses(a: Candidate, b: Candidate) -> bool:
    return a.start < b.start < a.end < b.end


def _same_thing(outer: Candidate, inner: Candidate) -> bool:
    """Whether the inner name is only a part of the outer one: its acronym in brackets, its tail with the same head."""
    if inner.start < outer.start or inner.end > outer.end:
        return False
    if inner.start == outer.start and inner.end == outer.end:
        return True
    if outer.type == "initiative" or inner.start == outer.bracket:
        return True
    if outer.entry and not inner.entry and inner.head < outer.head:
        return True
    if outer.entry and inner.entry and outer.entry.id == inner.entry.id:
        return True
    if outer.type == "body" and inner.type == "instrument" and inner.start == outer.start:
        return True
    if inner.type == outer.type == "event" and (inner.start == outer.start or inner.end == outer.end) and not inner.article:
        return True
    if inner.type == outer.type == "body" and inner.weak and not inner.entry and inner.start == outer.start:
        return True
    if inner.type == outer.type == "instrument" and not inner.entry and inner.weak and not inner.article:
        return True
    return outer.head == inner.head
