"""Stages of the life of instruments, bodies and events, where the words say so.

"the **adoption of** the Harbour Charter" → adopted; "**decided to** set up a Coastguard Network" → decided; "the Fund
**is operating**" → operating. Refused: "the need to implement the Charter" (a wish), "under the Charter".
"""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

import msgspec

from secretariat.lexicon.entries import StageCue
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Event
from secretariat.model.statements import Stage, StageName
from secretariat.reading.draft import Draft
from secretariat.reading.life.fitting import fits, only_a_modifier
from secretariat.reading.life.gaps import listed, reaches
from secretariat.reading.life.leads import led_items
from secretariat.reading.life.predicates import predicate, told_behind
from secretariat.reading.life.turns import Named, Turns

HOLDING = ("hold", "holding", "conduct", "convene", "host", "proclaimed", "open", "organise", "organize")
"""How a cue ends that decides on a meeting, not on what it will deal with."""

_TO_BE = re.compile(r",? (?:which (?:is|are) )?to be (?:established|created|set up|launched|convened|founded)\b")
_MAKING = re.compile(r"\b(?:establish|creat|launch|set(?:ting)? up|found|institut|form)\w*(?: of)?")
_WISH = re.compile(
    r"\b(?:need|necessity|importance|call(?:s|ed)? (?:for|on|upon)|urge[sd]?|should|must|shall|"
    r"wish|hope|significance|expect|necessary|priority|early|speedy|prompt|possible|"
    r"looks? forward)\b"
)


def find_stages(draft: Draft) -> list[Stage]:
    """The stages, each with the index of its mention in ``draft.mentions``; two for a mention in two clauses at most."""
    cues = _Cues(draft)
    named = [(i, m) for i, m in enumerate(draft.mentions) if isinstance(m, Named)]
    outer = _outermost(named)
    ordered = sorted(named, key=lambda p: (p[1].start, -p[1].end))
    found: dict[int, list[Stage]] = {}
    last: tuple[Named, Stage] | None = None
    for index, mention in ordered:
        own = _own(draft, mention, cues, outer=id(mention) in outer)
        if not own and last and id(mention) in outer and _coordinated(draft, last, mention, cues.turns):
            own = [_as_told(last[1])]
        if own:
            found[index] = [Stage(mention=index, stage=t.stage, start=t.start, end=t.end, rule=t.rule) for t in own]
            before = next((s for s in found[index] if s.end <= mention.start or s.start < mention.start), None)
            if before and id(mention) in outer:
                last = (mention, before)
    _share_predicates(draft, [p for p in ordered if id(p[1]) in outer], found)
    return [stage for index, _ in ordered for stage in found.get(index, ())]


class _Told(NamedTuple):
    stage: StageName
    start: int
    end: int
    rule: str


_OWNED = ("founding", "adopting", "operating")
"""Acts whose nouns may follow a name as its own: "the Treaty's entry into force"."""


class _Cues:
    """The cues of a document, each side apart, and what turns them."""

    def __init__(self, draft: Draft) -> None:
        cues = [h for h in draft.hits.of("stage-cue") if isinstance(h.entry, StageCue)]
        self.before: dict[int, list[Hit]] = {}
        self.after: dict[int, list[Hit]] = {}
        for hit in cues:
            if _side(hit) in ("before", "around"):
                self.before.setdefault(hit.end, []).append(hit)
            if _side(hit) in ("after", "around") or (
                isinstance(hit.entry, StageCue) and hit.entry.shape == "noun" and hit.entry.act in _OWNED
            ):
                self.after.setdefault(hit.start, []).append(hit)
        self.led = led_items(draft, cues)
        self.within = [h for h in cues if _side(h) == "sentence"]
        self.text = draft.flow.text
        self.turns = Turns(draft.hits.of("stage-turn"))


def _own(draft: Draft, mention: Named, cues: _Cues, *, outer: bool) -> list[_Told]:
    """What the words beside one name tell of it."""
    if not outer and mention.status != "proposed":
        return []
    left = _on_the_left(draft, mention, cues)
    right = _on_the_right(draft, mention, cues)
    if left:
        clause = draft.flow.text[mention.end : right[0].start].lstrip()[:1] in (",", "(") if right else False
        return [left, *(one for one in right[:1] if clause and one.stage != left.stage)]
    if right:
        return right
    told = _in_a_list(draft, mention, cues) if outer else None
    if not told:
        told = (
            _of_proposed(draft, mention, cues.within)
            if mention.status == "proposed"
            else _of_status(draft, mention, cues.within)
        )
    return [told] if told else []


def _in_a_list(draft: Draft, mention: Named, cues: _Cues) -> _Told | None:
    """What the line over a list tells of the name that an item opens with."""
    sentence = draft.sentence_at(mention.start)
    hit = cues.led.get(sentence.start) if sentence else None
    if sentence is None or hit is None or not _OPENING.fullmatch(cues.text[sentence.start : mention.start]):
        return None
    entry = hit.entry
    assert isinstance(entry, StageCue)
    return _Told(entry.stage, hit.start, hit.end, f"stage-cue:{entry.id}") if fits(entry, mention) else None


_OPENING = re.compile(
    r"(?:[-–—•*·▪●]|\(?\w{1,3}[.)])?\s*(?:(?:the|a|an|on the) )?(?:[a-z-]+ ){0,2}[“\"«]?", re.IGNORECASE
)


def _as_told(stage: Stage) -> _Told:
    return _Told(stage.stage, stage.start, stage.end, stage.rule)


def _coordinated(draft: Draft, last: tuple[Named, Stage], mention: Named, turns: Turns) -> bool:
    """ "the establishment of the Secretariat in 2022 and **the Working Groups**": the cue before the first holds for both."""
    before, _ = last
    if type(before) is not type(mention) or before.end >= mention.start:
        return False
    if turns.within(before.end, mention.start):
        return False
    return mention.start - before.end < 160 and listed(draft.flow.text[before.end : mention.start])


def _share_predicates(draft: Draft, ordered: list[tuple[int, Named]], found: dict[int, list[Stage]]) -> None:
    """ "**the Charter** and the Protocol were signed": what is told after the last of a list holds for those before it."""
    for (i, one), (j, other) in reversed(list(pairwise(ordered))):
        if i in found or type(one) is not type(other) or one.end >= other.start:
            continue
        behind = next((s for s in found.get(j, ()) if s.start >= other.end), None)
        if not behind or other.start - one.end > 120 or not listed(draft.flow.text[one.end : other.start]):
            continue
        if re.search(r"\b(?:are|were|have|had|been)\b|,", draft.flow.text[other.end : behind.end]):
            found[i] = [msgspec.structs.replace(behind, mention=i)]


def _side(hit: Hit) -> str:
    assert isinstance(hit.entry, StageCue)
    return hit.entry.side


def _stage(hit: Hit) -> StageName:
    assert isinstance(hit.entry, StageCue)
    return hit.entry.stage


def _outermost(named: list[tuple[int, Named]]) -> set[int]:
    """Ids of the mentions that lie in no other named thing: a cue before a name speaks of the whole of it."""
    out: set[int] = set()
    end = -1
    for _, m in sorted(named, key=lambda p: (p[1].start, -p[1].end)):
        if m.start >= end:
            out.add(id(m))
            end = m.end
    return out


def _of_proposed(draft: Draft, mention: Named, within: list[Hit]) -> _Told | None:
    """What the sentence says of a thing still to be: the cue nearest before it; ``proposed`` where there is none."""
    to_be = _TO_BE.match(draft.flow.text, mention.end)
    if to_be:
        return _Told("decided", to_be.start() + 2, to_be.end(), "to-be-established")
    sentence = draft.sentence_at(mention.start)
    low = sentence.start if sentence else max(0, mention.start - 300)
    near = [h for h in _from(within, low, mention.start) if h.end <= mention.start + 1]
    if not near:
        return _by_its_making(draft, mention, low)
    wishing = [h for h in near if _stage(h) == "proposed"]
    decided = [h for h in near if _stage(h) == "decided"]
    last = near[-1]
    if decided and mention.start - decided[-1].end < 90:
        last = decided[-1]
    elif wishing and _stage(last) == "preparing" and not _goes_on(draft, low, last):
        last = wishing[-1]
    return _Told(_stage(last), last.start, last.end, f"stage-cue:{last.entry.id}")


def _from(cues: list[Hit], low: int, high: int) -> list[Hit]:
    """The cues that begin between two places; cues are in order of place."""
    return cues[bisect_left(cues, low, key=_start) : bisect_right(cues, high, key=_start)]


def _start(hit: Hit) -> int:
    return hit.start


def _by_its_making(draft: Draft, mention: Named, low: int) -> _Told | None:
    """Where only its making is spoken of: decided in a sentence that promises it, else proposed."""
    making = list(_MAKING.finditer(draft.flow.text, max(low, mention.start - 60), mention.start))
    if not making:
        return None
    promised = re.search(r"\b(?:will|by (?:launch|establish|creat|sett)\w+)\b", draft.flow.text[low : mention.start])
    return _Told("decided" if promised else "proposed", making[-1].start(), making[-1].end(), "stage:by-its-making")


def _goes_on(draft: Draft, low: int, hit: Hit) -> bool:
    """Whether the making is under way, not only wished for."""
    return not _WISH.search(draft.flow.text[max(low, hit.start - 60) : hit.start])


def _on_the_left(draft: Draft, mention: Named, cues: _Cues) -> _Told | None:
    """What the nearest cue before a name tells that reaches it."""
    text = cues.text
    low, _ = _bounds(draft, mention)
    if only_a_modifier(text, mention):
        return None
    for end in range(mention.start, max(low, mention.start - 210), -1):
        wished = False
        for hit in cues.before.get(end, ()):
            entry = hit.entry
            assert isinstance(entry, StageCue)
            if hit.start < low or not fits(entry, mention) or not reaches(text[end : mention.start], entry):
                continue
            if (
                " and " in text[end : mention.start]
                and entry.shape in ("bare", "doing")
                and cues.turns.within(end, mention.start)
            ):
                continue
            if not entry.act:
                if _says_so(text, low, hit):
                    return _Told(entry.stage, hit.start, hit.end, f"stage-cue:{entry.id}")
                continue
            told = cues.turns.stage(text, low, hit, mention)
            if told:
                return _Told(told[0], min(told[1], hit.start), hit.end, f"stage-cue:{entry.id}")
            draft.refuse((hit.start, mention.end), "stage", f"stage-cue:{entry.id}", "only-wished-for")
            wished = wished or entry.act != "operating"
        if wished:
            return None
    return None


def _bounds(draft: Draft, mention: Named) -> tuple[int, int]:
    sentence = draft.sentence_at(mention.start)
    return (sentence.start, sentence.end) if sentence else (mention.start, mention.end)


_IMPLEMENTED = re.compile(r"\b(?:implementation|realisation|realization|execution) of (?:the |its |their |this )?$")


def _on_the_right(draft: Draft, mention: Named, cues: _Cues) -> list[_Told]:
    """What the predicate of a name tells, and a participle before it: ", approved in May, is being implemented"."""
    text = cues.text
    low, high = _bounds(draft, mention)
    found: list[_Told] = []
    for start in range(mention.end, min(high, mention.end + 170)):
        for hit in cues.after.get(start, ()):
            gap = text[mention.end : start]
            stage = _behind(text, low, hit, gap, mention, cues) if _fits_cue(hit, mention) else None
            if stage is None or any(one.stage == stage for one in found):
                continue
            helping = _HELPING.search(gap)
            begin = mention.end + helping.start() if helping else start
            found.append(_Told(stage, begin, hit.end, f"stage-cue:{hit.entry.id}"))
            if len(found) == 2 or not gap.startswith((",", " (")):
                return found
    return found


_HELPING = re.compile(r"\b(?:(?:has|have|had|was|were|is|are|been|being|will|to|be|should|shall|also|[a-z]+ly) )+$")


def _fits_cue(hit: Hit, mention: Named) -> bool:
    assert isinstance(hit.entry, StageCue)
    return fits(hit.entry, mention)


def _behind(text: str, low: int, hit: Hit, gap: str, mention: Named, cues: _Cues) -> StageName | None:
    """What one cue behind a name tells of it over the words between."""
    entry = hit.entry
    assert isinstance(entry, StageCue)
    if entry.shape == "noun":
        told = cues.turns.stage(text, low, hit, mention) if _OWN.fullmatch(gap) else None
        return told[0] if told else None
    helped = predicate(gap)
    if helped is None:
        return None
    stage = told_behind(entry, helped, text[hit.end : hit.end + 14], mention)
    if stage == "preparing" and _IMPLEMENTED.search(text[max(0, mention.start - 40) : mention.start]):
        return "operating"
    return stage


_OWN = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}")
_ENGAGED = re.compile(
    r"\bcontinu\w+ (?:to |our |their |its |the |in |regular )*(?:[a-z]+ ){0,2}?"
    r"(?:engag|cooperat|collaborat|work|dialogue|partner|coordinat|consult|exchang)\w*"
    r"(?: [^.;:]{0,130})? $"
)


def _says_so(text: str, low: int, hit: Hit) -> bool:
    """Whether a cue without an act tells a fact: no wish governs it, and no single meeting is only called regular."""
    before = text[max(low, hit.start - 60) : hit.start]
    if hit.entry.id == "regular" and re.search(r"\b(?:an?|next|last|\d{4},?)(?: the)? $", before, re.IGNORECASE):
        return False
    if hit.entry.id == "engagement":
        return bool(_ENGAGED.search(text[max(low, hit.start - 170) : hit.start]))
    if hit.entry.id == "mandate":
        return bool(re.search(r"\b(?:exten|renew|prolong)\w*", before[-40:])) or bool(
            re.match(r"[^.;,]{0,40}?\b(?:was|were|been|is|be) (?:extended|renewed|prolonged)", text[hit.end :][:160])
        )
    if hit.entry.id == "draft":
        return (
            not re.search(
                r"\b(?:adopt|approv|endors|sign|agree|pass)\w*(?: on)?(?: [^.:]*;(?: and)?)?(?: the| a)? $",
                text[max(low, hit.start - 190) : hit.start],
            )
            and text[hit.start].islower()
        )
    if _WISH.search(before.rsplit(",", 1)[-1]) or re.search(r"\b(?:will|to|should|shall|not) (?:[a-z]+ )?$", before):
        return _stage(hit) == "operating" and "continu" in text[max(low, hit.start - 30) : hit.end]
    return True


def _of_status(draft: Draft, mention: Named, within: list[Hit]) -> _Told | None:
    """Events that their own words place: a first edition held, a regular series, a year proclaimed."""
    if not isinstance(mention, Event):
        return None
    text = draft.flow.text
    recalled = re.search(
        r"\b(?:since|following|after|from|as|forward to) (?:the |our |its )?$",
        text[max(0, mention.start - 20) : mention.start],
        re.IGNORECASE,
    )
    if mention.ordinal == 1 and not recalled and _was_held(text, mention):
        return _Told("adopted", mention.start, mention.end, "stage:first-edition")
    if mention.kind == "observance":
        sentence = draft.sentence_at(mention.start)
        low = sentence.start if sentence else mention.start
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and _stage(h) == "decided"]
        return _decided(near)
    if mention.status == "planned":
        sentence = draft.sentence_at(mention.start)
        low = max(sentence.start if sentence else 0, mention.start - 40)
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and _stage(h) == "decided"]
        near = [h for h in near if h.form.text.endswith(HOLDING)]
        return _decided(near)
    done = re.match(
        r",? (?:conducted|held|carried out|organi[sz]ed) (?=regularly|annually|every|under|since|by)",
        text[mention.end : mention.end + 40],
    )
    if mention.status == "regular" and done:
        return _Told(
            "operating",
            mention.end + done.end() - len(done.group().lstrip(" ,")),
            mention.end + done.end() - 1,
            "stage:regular-series",
        )
    inside = re.search(r"\b(?:regular|annual)\b", text[mention.start : mention.end])
    if mention.status == "regular" and inside:
        return _Told("operating", mention.start + inside.start(), mention.start + inside.end(), "stage:regular-series")
    return None


def _was_held(text: str, mention: Event) -> bool:
    """Whether a first edition is told as held: its status says so, or of a series the words about this edition."""
    behind = text[mention.end : mention.end + 60]
    if re.match(r"[^.;]{0,40}\b(?:will|to|may|should|can) be\b", behind):
        return False
    if mention.status == "held":
        return True
    return mention.status == "regular" and bool(
        re.match(
            r",? (?:\([^)]*\) |[^.;,]{0,40} )?(?:was |that was |which was )?(?:held|took place|convened|hosted)\b| \(\d",
            behind,
        )
        or re.search(r"\b(?:hold|conven)ing of (?:the |its )?$", text[max(0, mention.start - 30) : mention.start])
    )


def _decided(near: list[Hit]) -> _Told | None:
    return _Told("decided", near[-1].start, near[-1].end, f"stage-cue:{near[-1].entry.id}") if near else None
