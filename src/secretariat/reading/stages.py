"""Stages of the life of instruments, bodies and events, where the words say so.

"the **adoption of** the Harbour Charter" → adopted; "**decided to** set up a Coastguard Network" → decided; "the Fund
**is operating**" → operating. Refused: "the need to implement the Charter" (a wish), "under the Charter".
"""

import re
from itertools import pairwise

import msgspec

from secretariat.lexicon.entries import StageCue
from secretariat.model.statements import Stage
from secretariat.reading.draft import Draft
from secretariat.reading.life.beside import on_the_left, on_the_right
from secretariat.reading.life.cues import Cues, Told
from secretariat.reading.life.fitting import fits
from secretariat.reading.life.gaps import listed
from secretariat.reading.life.still_to_be import of_proposed, of_status
from secretariat.reading.life.turns import Named, Turns


def find_stages(draft: Draft) -> list[Stage]:
    """The stages, each with the index of its mention in ``draft.mentions``; two for a mention in two clauses at most."""
    named = [(i, m) for i, m in enumerate(draft.mentions) if isinstance(m, Named)]
    if not named:
        return []
    cues = Cues(draft)
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


def _own(draft: Draft, mention: Named, cues: Cues, *, outer: bool) -> list[Told]:
    """What the words beside one name tell of it."""
    if not outer and mention.status != "proposed":
        return []
    left = on_the_left(draft, mention, cues)
    right = on_the_right(draft, mention, cues)
    if left:
        clause = draft.flow.text[mention.end : right[0].start].lstrip()[:1] in (",", "(") if right else False
        return [left, *(one for one in right[:1] if clause and one.stage != left.stage)]
    if right:
        return right
    told = in_a_list(draft, mention, cues) if outer else None
    if not told:
        told = (
            of_proposed(draft, mention, cues.within)
            if mention.status == "proposed"
            else of_status(draft, mention, cues.within)
        )
    return [told] if told else []


def in_a_list(draft: Draft, mention: Named, cues: Cues) -> Told | None:
    """What the line over a list tells of the name that an item opens with."""
    sentence = draft.sentence_at(mention.start)
    hit = cues.led.get(sentence.start) if sentence else None
    if sentence is None or hit is None or not _OPENING.fullmatch(cues.text[sentence.start : mention.start]):
        return None
    entry = hit.entry
    assert isinstance(entry, StageCue)
    return Told(entry.stage, hit.start, hit.end, f"stage-cue:{entry.id}") if fits(entry, mention) else None


_OPENING = re.compile(
    r"(?:[-–—•*·▪●]|\(?\w{1,3}[.)])?\s*(?:(?:the|a|an|on the) )?(?:[a-z-]+ ){0,2}[“\"«]?", re.IGNORECASE
)


def _as_told(stage: Stage) -> Told:
    return Told(stage.stage, stage.start, stage.end, stage.rule)


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
        told = draft.flow.text[other.end : behind.end]
        pair = "," in told and "," not in draft.flow.text[one.end : other.start]
        if pair or re.search(r"\b(?:are|were|have|had|been)\b", told):
            found[i] = [msgspec.structs.replace(behind, mention=i)]


def _outermost(named: list[tuple[int, Named]]) -> set[int]:
    """Ids of the mentions that lie in no other named thing: a cue before a name speaks of the whole of it."""
    out: set[int] = set()
    end = -1
    for _, m in sorted(named, key=lambda p: (p[1].start, -p[1].end)):
        if m.start >= end:
            out.add(id(m))
            end = m.end
    return out
