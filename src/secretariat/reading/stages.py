"""Stages of the life of instruments, bodies and events, where the words say so.

"the **adoption of** the Harbour Charter" → adopted; "**decided to** set up a Coastguard Network" → decided; "the Fund
**is operating**" → operating. Refused: "the need to implement the Charter" (a wish), "under the Charter".
"""

import re
from bisect import bisect_left, bisect_right

import msgspec

from secretariat.lexicon.entries import StageCue
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Body, Event, Instrument
from secretariat.model.statements import Stage, StageName
from secretariat.reading.draft import Draft

_BETWEEN = re.compile(
    r"(?:,? (?!(?:by|in|on|at|for|to|with|from|under|within|between|through|which|that|as|is|are|was|were|will|has|have|not)\b)"
    r"[a-z][a-z-]*){0,5} ?"
)
_ELSEWHERE = re.compile(r" (?:in|on|at|by) [^.;]{0,170}? of (?:the |a )?(?:new )?")
_NOUNS = frozenset(
    [
        "adoption",
        "signing",
        "signature",
        "conclusion",
        "launch",
        "establishment",
        "creation",
        "renewal",
        "approval",
        "entry into force",
    ]
)
_AFTER_NAME = re.compile(r"(?: of \d[^,.;]{0,20}| \([^)]{0,60}\)| in \d{4})?(?:,? ?|, which )$")
_AND = re.compile(r"(?: in \d{4}| \([^)]{0,60}\)| of \d{1,2} \w+ \d{4})?,? and (?:of )?(?:the |a |an )?")
HOLDING = ("hold", "holding", "conduct", "convene", "host", "proclaimed", "open", "organise", "organize")
"""How a cue ends that decides on a meeting, not on what it will deal with."""

_TO_BE = re.compile(r",? (?:which (?:is|are) )?to be (?:established|created|set up|launched|convened|founded)\b")
_MAKING = re.compile(r"\b(?:establish|creat|launch|set(?:ting)? up|found|institut|form)\w*(?: of)?")
_WISH = re.compile(
    r"\b(?:need|necessity|importance|call(?:s|ed)? (?:for|on|upon)|urge[sd]?|should|must|shall|"
    r"wish|hope|significance|expect|necessary|priority|early|speedy|prompt|possible|"
    r"looks? forward)\b"
)

Named = Instrument | Body | Event


def find_stages(draft: Draft) -> list[Stage]:
    """The stages, each with the index of its mention in ``draft.mentions``; at most one for a mention."""
    cues = [h for h in draft.hits.of("stage-cue") if isinstance(h.entry, StageCue)]
    before = {h.end: h for h in reversed(cues) if _side(h) == "before"}
    after = {h.start: h for h in reversed(cues) if _side(h) == "after"}
    within = [h for h in cues if _side(h) == "sentence"]
    named = [(i, m) for i, m in enumerate(draft.mentions) if isinstance(m, Named)]
    outer = _outermost(named)
    out: list[Stage] = []
    last: tuple[Named, Stage] | None = None
    for index, mention in sorted(named, key=lambda p: (p[1].start, -p[1].end)):
        if mention.status == "proposed":
            found = _of_proposed(draft, mention, within)
        elif id(mention) in outer:
            found = _of_existing(draft, mention, before, after) or _of_status(draft, mention, within)
        else:
            found = None
        if found:
            stage, start, end, rule = found
            out.append(Stage(mention=index, stage=stage, start=start, end=end, rule=rule))
            last = (mention, out[-1])
        elif last and id(mention) in outer and _coordinated(draft, last, mention):
            out.append(msgspec.structs.replace(last[1], mention=index))
            last = (mention, out[-1])
    return out


def _coordinated(draft: Draft, last: tuple[Named, Stage], mention: Named) -> bool:
    """ "the establishment of the Secretariat in 2022 and **the Working Groups**": the cue before the first holds for both."""
    before, stage = last
    gap = draft.flow.text[before.end : mention.start] if before.end < mention.start else ""
    return stage.end <= before.start and bool(_AND.fullmatch(gap))


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


def _of_proposed(draft: Draft, mention: Named, within: list[Hit]) -> tuple[StageName, int, int, str] | None:
    """What the sentence says of a thing still to be: the cue nearest before it; ``proposed`` where there is none."""
    to_be = _TO_BE.match(draft.flow.text, mention.end)
    if to_be:
        return "decided", to_be.start() + 2, to_be.end(), "to-be-established"
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
    return _stage(last), last.start, last.end, f"stage-cue:{last.entry.id}"


def _from(cues: list[Hit], low: int, high: int) -> list[Hit]:
    """The cues that begin between two places; cues are in order of place."""
    return cues[bisect_left(cues, low, key=_start) : bisect_right(cues, high, key=_start)]


def _start(hit: Hit) -> int:
    return hit.start


def _by_its_making(draft: Draft, mention: Named, low: int) -> tuple[StageName, int, int, str] | None:
    """Where only its making is spoken of: decided in a sentence that promises it, else proposed."""
    making = list(_MAKING.finditer(draft.flow.text, max(low, mention.start - 60), mention.start))
    if not making:
        return None
    promised = re.search(r"\b(?:will|by (?:launch|establish|creat|sett)\w+)\b", draft.flow.text[low : mention.start])
    return ("decided" if promised else "proposed"), making[-1].start(), making[-1].end(), "stage:by-its-making"


def _goes_on(draft: Draft, low: int, hit: Hit) -> bool:
    """Whether the making is under way, not only wished for."""
    return not _WISH.search(draft.flow.text[max(low, hit.start - 60) : hit.start])


def _of_existing(
    draft: Draft, mention: Named, before: dict[int, Hit], after: dict[int, Hit]
) -> tuple[StageName, int, int, str] | None:
    text = draft.flow.text
    sentence = draft.sentence_at(mention.start)
    low, high = (sentence.start, sentence.end) if sentence else (mention.start, mention.end)
    for end in range(mention.start, max(low, mention.start - 190), -1):
        hit = before.get(end)
        if hit and _joins(text[end : mention.start], hit.form.text):
            if _says_so(text, low, hit, mention):
                return _stage(hit), hit.start, hit.end, f"stage-cue:{hit.entry.id}"
            draft.refuse((hit.start, mention.end), "stage", f"stage-cue:{hit.entry.id}", "only-wished-for")
    for start in range(mention.end, min(high, mention.end + 70)):
        hit = after.get(start)
        if hit and _AFTER_NAME.fullmatch(text[mention.end : start]):
            begin = start + (2 if text[start] == "," else 0)
            return _stage(hit), begin, hit.end, f"stage-cue:{hit.entry.id}"
    return None


def _joins(gap: str, cue: str) -> bool:
    """Whether only small words part a cue from the name; a noun such as "adoption" may tell when and where before it."""
    if _BETWEEN.fullmatch(gap):
        return True
    return cue in _NOUNS and bool(_ELSEWHERE.fullmatch(gap))


def _says_so(text: str, low: int, hit: Hit, mention: Named) -> bool:
    """Whether a cue before a name tells a fact: no wish governs it, and it fits the kind of thing."""
    before = text[max(low, hit.start - 60) : hit.start]
    if _WISH.search(before.rsplit(",", 1)[-1]) or re.search(r"\b(?:will|to|should|shall|not) (?:[a-z]+ )?$", before):
        return _stage(hit) == "operating" and "continue" in before[-30:]
    if hit.entry.id == "regular":
        return isinstance(mention, Event)
    if hit.entry.id == "adopting":
        return not isinstance(mention, Event)
    return True


def _of_status(draft: Draft, mention: Named, within: list[Hit]) -> tuple[StageName, int, int, str] | None:
    """Events that their own words place: a first edition held, a regular series, a year proclaimed."""
    if not isinstance(mention, Event):
        return None
    text = draft.flow.text
    recalled = re.search(
        r"\b(?:since|following|after|from) (?:the |our )?$", text[max(0, mention.start - 20) : mention.start]
    )
    if mention.ordinal == 1 and mention.status == "held" and not recalled:
        return "adopted", mention.start, mention.end, "stage:first-edition"
    if mention.kind == "observance":
        sentence = draft.sentence_at(mention.start)
        low = sentence.start if sentence else mention.start
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and _stage(h) == "decided"]
        return (("decided", near[-1].start, near[-1].end, f"stage-cue:{near[-1].entry.id}")) if near else None
    if mention.status == "planned":
        sentence = draft.sentence_at(mention.start)
        low = max(sentence.start if sentence else 0, mention.start - 40)
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and _stage(h) == "decided"]
        near = [h for h in near if h.form.text.endswith(HOLDING)]
        return ("decided", near[-1].start, near[-1].end, f"stage-cue:{near[-1].entry.id}") if near else None
    inside = re.search(r"\b(?:regular|annual)\b", text[mention.start : mention.end])
    if mention.status == "regular" and inside:
        return "operating", mention.start + inside.start(), mention.start + inside.end(), "stage:regular-series"
    return None
