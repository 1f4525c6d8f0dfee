"""What kind of document it is, whose it is, and who issued it."""

import re
from bisect import bisect_left
from collections import Counter

from secretariat.lexicon.entries import Kind, Name
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit

_SELF = re.compile(r"\b(?:this|the present|the said) (?:joint |political |final |draft )?(?=[A-Z])", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?:meeting|session|summit|conference)s? of (?:the )?|adopted by (?:the )?|issued by (?:the )?"
    r"|(?:declaration|statement|communiqu[eé]|resolution|decision) (?:of|by) (?:the )?)(?P<who>(?-i:[A-Z]).*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",? (?:on|in|at|held|dated|following|regarding|concerning|after|during|to|for)\b .*$"
    r"|[,;:(] ?(?:\d.*|held.*)$| [-–—\[].*$"
)
_OPENER = re.compile(r"The (?P<who>[A-Z][^,.;:]{2,160}),?$")
_NEAR = 4


def read_kind(draft: Draft, title: Span | None) -> tuple[str, Span] | None:
    """The kind of instrument that the title names first, else what the text calls itself ("this Declaration")."""
    hits = [h for h in draft.hits.longest("instrument-kind") if isinstance(h.entry, Kind)]
    if title:
        inside = [h for h in hits if title[0] <= h.start and h.end <= title[1]]
        strong = [h for h in inside if isinstance(h.entry, Kind) and h.entry.strength == "strong"] or inside
        if strong and isinstance(strong[0].entry, Kind):
            return strong[0].entry.value, (strong[0].start, strong[0].end)
    starts = {h.start: h for h in hits}
    called: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for match in _SELF.finditer(draft.flow.text):
        hit = starts.get(match.end())
        if hit and isinstance(hit.entry, Kind) and hit.entry.strength == "strong":
            called[hit.entry.value] += 1
            places.setdefault(hit.entry.value, (hit.start, hit.end))
    if called:
        kind = called.most_common(1)[0][0]
        return kind, places[kind]
    return None


def read_organisation(draft: Draft, formal: bool) -> tuple[str, Span] | None:
    """The profile whose names head and title carry most, and first paragraphs beside those who speak; none in a tie.

    In a formal head only a line that is nothing but a name counts ("United Nations", "General Assembly").
    """
    weights: Counter[str] = Counter()
    places: dict[str, Span] = {}
    speaks = _cue_pattern(draft, "speaker")
    hits = draft.hits.longest("organisation", "organ")
    units = draft.flow.units
    body = [u for u in units if u.kind not in ("header", "title", "heading", "footnote", "signature")]
    body = body[: 1 if any(u.kind == "title" for u in units[:40]) else 3]
    last = body[-1].end if body else (units[-1].end if units else 0)
    for hit in hits:
        if hit.start >= last:
            break
        unit = units[draft.flow.unit_at(hit.start)]
        key = hit.entry.parent if isinstance(hit.entry, Name) and hit.entry.parent else hit.entry.id
        weight = _weight(unit, (hit.start, hit.end), formal)
        if not formal and key != hit.entry.id and not _names_owner(draft, key, hit.form.text):
            continue
        if unit in body and speaks.search(draft.flow.text[max(unit.start, hit.start - 40) : hit.end + 20]):
            weight = 2
        if weight:
            weights[key] += weight
            places.setdefault(key, (hit.start, hit.end))
    ranked = weights.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0], places[ranked[0][0]]


def _names_owner(draft: Draft, key: str, form: str) -> bool:
    """Whether an organ's name holds its organisation's: "Council of Heads of State" alone may be anybody's."""
    profile = draft.profiles.get(key)
    return profile is not None and any(n in form for n in (*profile.names, *profile.acronyms))


def _weight(unit: Unit, span: Span, formal: bool) -> int:
    if formal:
        return 4 if unit.kind == "header" and unit.start == span[0] and unit.end - span[1] <= 1 else 0
    return {"title": 3, "header": 2}.get(unit.kind, 0)


def _cue_pattern(draft: Draft, value: str) -> re.Pattern[str]:
    """The words of a heading or opening that have a meaning: ``speaker`` the Member States, ``party`` Contracting Parties."""
    words = [w for w, meaning in draft.lexicon.words("header_cues").items() if meaning == value]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b" if words else r"(?!)", re.IGNORECASE)


def _acts(draft: Draft, start: int, size: int) -> bool:
    """Whether words name somebody who can issue a document: a body, an office, an organisation, a state."""
    hits = draft.hits.of("organ", "organisation", "body-kind", "body-name", "office", "group", "state")
    at = bisect_left(hits, start, key=lambda h: h.start)
    return at < len(hits) and hits[at].start < start + min(size, 60)


def read_issuer(draft: Draft, title: Span | None) -> Span | None:
    """Where the body stands that issued the document: in the title, a line "adopted by the …", or the opening words.

    1. ``Communiqué following the 3rd Meeting of the Council of Ministers`` 2. ``Resolution adopted by the Assembly``
    3. ``The Executive Board,``.
    """
    text = draft.flow.text
    heads = [u for u in draft.flow.units[:40] if u.kind in ("header", "title")]
    spans = ([title] if title else []) + [(u.start, u.end) for u in heads if u.kind == "header"]
    for start, end in spans:
        match = _BY.search(text[start:end])
        if match and match["who"][0].isupper():
            who = _TAIL.sub("", match["who"]).rstrip(" .,;:")
            if len(who) > 3 and _acts(draft, start + match.start("who"), len(who)):
                return start + match.start("who"), start + match.start("who") + len(who)
    parties = _cue_pattern(draft, "party")
    for unit in draft.flow.units[: len(heads) + _NEAR]:
        if unit.kind == "preambular":
            opener = _OPENER.match(text[unit.start : unit.end])
            if opener and not parties.match(opener["who"]):
                return unit.start + opener.start("who"), unit.start + opener.end("who")
    return None
