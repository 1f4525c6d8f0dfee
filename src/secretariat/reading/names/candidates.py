"""What may be the name of a body, an instrument or an event: known names, and what the grammar grows around head words."""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import groupby

import msgspec

from secretariat.lexicon.entries import Kind
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Place
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit
from secretariat.reading.names.around import Surroundings, surroundings
from secretariat.reading.names.body_evidence import accepts_body
from secretariat.reading.names.brackets import brackets_after
from secretariat.reading.names.event_evidence import accepts_event
from secretariat.reading.names.heads import Head, HeadType, Site, Verdict
from secretariat.reading.names.instrument_evidence import accepts_instrument
from secretariat.reading.names.known import Candidate, known_candidates
from secretariat.reading.names.left import grow_left
from secretariat.reading.names.right import grow_right
from secretariat.reading.names.settle import settle
from secretariat.reading.names.words import NameWords, name_words
from secretariat.reading.sharing import shared
from secretariat.reading.structure.capitals import LONG, in_capitals
from secretariat.reading.tokens import Token, token_at, tokens_of

KINDS: dict[str, HeadType] = {"instrument-kind": "instrument", "body-kind": "body", "event-kind": "event"}

OPENERS: dict[HeadType, frozenset[str]] = {
    "instrument": frozenset(
        [
            "of",
            "on",
            "for",
            "against",
            "to",
            "between",
            "among",
            "concerning",
            "regarding",
            "towards",
            "until",
            "in",
            "with",
        ]
    ),
    "body": frozenset(["of", "for", "on", "against", "to", "in", "between"]),
    "event": frozenset(["of", "on", "for", "between", "with", "in"]),
}
"""What may open the complement of a head, by type."""

LOWER_OPENERS = OPENERS["instrument"] - {"of", "in", "with"}
_TAIL = re.compile(
    r" (?:(?:for|until|till|towards?|up to|through)(?: the (?:period|years)(?: of| from)?)? )?(?=((?:19|20)\d\d))"
)
_LENGTHENS_NOT = re.compile(r",? (?:for|on|to|in|at|within|with|against|until|and|as|by|through)\b")
_EDITION = re.compile(r"\b(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)|(?:First|Second|Third|[A-Z][a-z]+(?:-[a-z]+)?th)) $")
_BRACKET = 500
"""So far after a name the bracket may reach that belongs to it."""


def find_candidates(draft: Draft) -> list[Candidate]:
    """The names that remain when the longest reading of each head word is taken, by place."""
    words = name_words(draft.lexicon)
    known = sorted(known_candidates(draft), key=lambda c: (c.start, -c.end))
    around = surroundings(draft, ((c.start, c.end) for c in known))
    spots = {(p.start, p.end) for p in draft.of(Place)}

    def told(dropped: Candidate, why: str, kept: Candidate) -> None:
        by = f"{kept.type} \u201c{draft.flow.text[kept.start : kept.end]}\u201d"
        draft.refuse((dropped.start, dropped.end), dropped.type, dropped.rule, why, by)

    chosen: list[Candidate] = []
    for own, found in _by_unit(draft, known, words, around):  # names never cross units: so few are held at a time
        found = [c for c in _kept_to_known(draft.flow.text, found, own) if (c.start, c.end) not in spots]
        widened = (_with_brackets(draft, c, around) for c in own)
        marked = [_marked(draft.flow.text, _with_tail(draft, c, around)) for c in (*widened, *found)]
        chosen += settle(marked, None if draft.refused is None else told)
    return chosen


def _by_unit(
    draft: Draft, known: list[Candidate], words: NameWords, around: Surroundings
) -> Iterator[tuple[list[Candidate], list[Candidate]]]:
    """The known names of a unit and those that grow around its heads, for each unit that has some, in order."""
    place = 0
    for unit, heads in heads_by_unit(draft):
        ahead = place
        while ahead < len(known) and known[ahead].start < unit.start:
            ahead += 1
        if ahead > place:
            yield known[place:ahead], []
        place = ahead
        while ahead < len(known) and known[ahead].start < unit.end:
            ahead += 1
        yield known[place:ahead], list(_in_unit(draft, unit, heads, words, around))
        place = ahead
    if place < len(known):
        yield known[place:], []


def _kept_to_known(text: str, found: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """Names that grew from a known one, which only "of", a bracket or a further head may lengthen.

    "SCO Interbank Consortium **for the Medium Term**" is no longer consortium.
    """
    ends: dict[tuple[int, str], int] = {}
    for k in known:
        ends[k.head, k.type] = max(k.end, ends.get((k.head, k.type), 0))
    out: list[Candidate] = []
    for c in found:
        end = ends.get((c.head, c.type), c.end)
        told = c.type == "body" or " of " in text[c.start : end] or " on " in text[c.start : end]
        if end < c.end and told and _LENGTHENS_NOT.match(text, end):
            c = msgspec.structs.replace(c, end=end)
        out.append(c)
    return out


def heads_by_unit(draft: Draft) -> Iterator[tuple[Unit, list[Head]]]:
    """The head words of names, unit by unit, the longest form at each place."""
    streams = (_ordered(draft, category, order) for order, category in enumerate(KINDS))
    types = tuple(KINDS.values())
    merged = merge(*streams, key=lambda told: told[:2])
    for number, group in groupby(merged, key=lambda told: draft.flow.unit_at(told[0])):
        own = sorted(group, key=lambda told: told[1])  # by category, and within one by place
        unit = draft.flow.units[number]
        shouted = unit.end - unit.start > LONG and in_capitals(draft.flow.text[unit.start : unit.end])
        if unit.kind != "furniture" and not shouted and not draft.in_capitals:
            yield unit, [_head(draft, types[order], hit) for _, order, hit in own]


def _ordered(draft: Draft, category: str, order: int) -> Iterator[tuple[int, int, Hit]]:
    """The hits of a category, each with its place and the order of the category."""
    return ((hit.start, order, hit) for hit in draft.hits.each(category, longest=True))


def _head(draft: Draft, type_: HeadType, hit: Hit) -> Head:
    entry = hit.entry
    assert isinstance(entry, Kind)
    strong, proper = entry.strength != "weak", entry.strength == "proper"
    text = draft.flow.text[hit.start : hit.end]
    return Head(type_, hit.start, hit.end, text, entry.value, strong, entry.id, proper)


def _in_unit(
    draft: Draft, unit: Unit, heads: list[Head], words: NameWords, around: Surroundings
) -> Iterator[Candidate]:
    """The names around the heads of one unit, where there is evidence for them."""
    text = draft.flow.text[unit.start : unit.end]
    tokens = tokens_of(text, unit.start)
    for head in heads:
        site = _site(draft, tokens, head, words, around)
        verdict = _accepts(site, text, unit.start) if site else None
        if verdict is None:
            why = "too-little-beside-it" if site else "in-a-state"
            draft.refuse((head.start, head.end), head.type, f"{head.type}-kind:{head.id}", why)
            continue
        left, right, evidence = verdict
        start, end = tokens[left].start, tokens[right - 1].end
        sentence = draft.sentence_at(head.start)
        if sentence and end > sentence.end:
            end = max(head.end, sentence.end)
        yield Candidate(
            head.type,
            start,
            end,
            head.start,
            head.kind,
            shared(f"{head.type}-kind:{evidence}"),
            None,
            head.text[0].islower(),
            not head.strong,
        )


def _site(draft: Draft, tokens: tuple[Token, ...], head: Head, words: NameWords, around: Surroundings) -> Site | None:
    """The head with all that its name may reach; None inside the name of a state."""
    first, last = token_at(tokens, head.start), token_at(tokens, head.end) - 1
    if first >= len(tokens) or tokens[first].start != head.start or around.in_state(head.start):
        return None
    if head.id == "observance" and tokens[last].text in ("of", "for"):
        last -= 1
    sentence = draft.sentence_at(head.start)
    bound = token_at(tokens, sentence.start) if sentence else 0
    left = grow_left(tokens, first, words, around, bound)
    right = grow_right(tokens, last, words, around, OPENERS[head.type], _lower_openers(head))
    return Site(tokens, first, last, left, right, head, words, around)


def _accepts(site: Site, text: str, offset: int) -> Verdict:
    if site.head.type == "instrument":
        return accepts_instrument(site, text, offset)
    return accepts_body(site) if site.head.type == "body" else accepts_event(site)


def _lower_openers(head: Head) -> frozenset[str]:
    """After which words the complement of this head may be in lower case: "Plan of Action **to** combat …"."""
    if head.type == "event":
        return frozenset() if head.text in ("session", "sessions") else frozenset(["on", "between"])
    if head.type == "body":
        if head.id == "group":
            return frozenset(["on"])
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
    """A known name with the acronym in brackets that follows it, and an edition's year or number before it."""
    text = draft.flow.text
    if candidate.type == "event":
        edition = _EDITION.search(text, max(0, candidate.start - 24), candidate.start)
        if edition:
            candidate = msgspec.structs.replace(candidate, start=edition.start())
    if text[candidate.end : candidate.end + 2] != " (":
        return candidate
    unit = draft.flow.units[draft.flow.unit_at(candidate.end)]
    low = text.rfind(" ", unit.start, candidate.start) + 1 or unit.start
    tokens = tokens_of(text[low : min(unit.end, candidate.end + _BRACKET)], low)
    at = token_at(tokens, candidate.end)
    closed = brackets_after(tokens, at, around)
    return msgspec.structs.replace(candidate, end=tokens[closed - 1].end) if closed > at else candidate


def _marked(text: str, candidate: Candidate) -> Candidate:
    """Notes where the acronym in a closing bracket stands (it names the same thing), and whether "the" stands before."""
    article = text[max(0, candidate.start - 4) : candidate.start].lower().endswith("the ")
    closing = text[candidate.end - 1 : candidate.end] == ")"
    bracket = text.rfind("(", candidate.start, candidate.end) + 1 if closing else -1
    bare = text[max(0, candidate.start - 4) : candidate.start] == " of "
    return msgspec.structs.replace(candidate, article=article, bracket=bracket, after_of=bare)
