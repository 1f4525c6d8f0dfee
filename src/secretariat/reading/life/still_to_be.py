"""Stages of what is still to be, or what its own words place: proposed bodies, planned meetings, regular series."""

import re
from bisect import bisect_left, bisect_right

from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Event
from secretariat.reading.draft import Draft
from secretariat.reading.life.cues import Told, stage_of
from secretariat.reading.life.facts import WISH
from secretariat.reading.life.turns import Named

HOLDING = ("hold", "holding", "conduct", "convene", "host", "proclaimed", "open", "organise", "organize")
"""How a cue ends that decides on a meeting, not on what it will deal with."""

_TO_BE = re.compile(r",? (?:which (?:is|are) )?to be (?:established|created|set up|launched|convened|founded)\b")

_MAKING = re.compile(r"\b(?:establish|creat|launch|set(?:ting)? up|found|institut|form)\w*(?: of)?")


def of_proposed(draft: Draft, mention: Named, within: list[Hit]) -> Told | None:
    """What the sentence says of a thing still to be: the cue nearest before it; ``proposed`` where there is none."""
    to_be = _TO_BE.match(draft.flow.text, mention.end)
    if to_be:
        return Told("decided", to_be.start() + 2, to_be.end(), "to-be-established")
    sentence = draft.sentence_at(mention.start)
    low = sentence.start if sentence else max(0, mention.start - 300)
    near = [h for h in _from(within, low, mention.start) if h.end <= mention.start + 1]
    if not near:
        return _by_its_making(draft, mention, low)
    wishing = [h for h in near if stage_of(h) == "proposed"]
    decided = [h for h in near if stage_of(h) == "decided"]
    last = near[-1]
    if decided and mention.start - decided[-1].end < 90:
        last = decided[-1]
    elif wishing and stage_of(last) == "preparing" and not _goes_on(draft, low, last):
        last = wishing[-1]
    return Told(stage_of(last), last.start, last.end, f"stage-cue:{last.entry.id}")


def _from(cues: list[Hit], low: int, high: int) -> list[Hit]:
    """The cues that begin between two places; cues are in order of place."""
    return cues[bisect_left(cues, low, key=_start) : bisect_right(cues, high, key=_start)]


def _start(hit: Hit) -> int:
    return hit.start


def _by_its_making(draft: Draft, mention: Named, low: int) -> Told | None:
    """Where only its making is spoken of: decided in a sentence that promises it, else proposed."""
    making = list(_MAKING.finditer(draft.flow.text, max(low, mention.start - 60), mention.start))
    if not making:
        return None
    promised = re.search(r"\b(?:will|by (?:launch|establish|creat|sett)\w+)\b", draft.flow.text[low : mention.start])
    return Told("decided" if promised else "proposed", making[-1].start(), making[-1].end(), "stage:by-its-making")


def _goes_on(draft: Draft, low: int, hit: Hit) -> bool:
    """Whether the making is under way, not only wished for."""
    return not WISH.search(draft.flow.text[max(low, hit.start - 60) : hit.start])


def of_status(draft: Draft, mention: Named, within: list[Hit]) -> Told | None:
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
        return Told("adopted", mention.start, mention.end, "stage:first-edition")
    if mention.kind == "observance":
        sentence = draft.sentence_at(mention.start)
        low = sentence.start if sentence else mention.start
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and stage_of(h) == "decided"]
        return _decided(near)
    if mention.status == "planned":
        sentence = draft.sentence_at(mention.start)
        low = max(sentence.start if sentence else 0, mention.start - 40)
        near = [h for h in _from(within, low, mention.start) if h.end <= mention.start and stage_of(h) == "decided"]
        near = [h for h in near if h.form.text.endswith(HOLDING)]
        return _decided(near)
    done = re.match(
        r",? (?:conducted|held|carried out|organi[sz]ed) (?=regularly|annually|every|under|since|by)",
        text[mention.end : mention.end + 40],
    )
    if mention.status == "regular" and done:
        return Told(
            "operating",
            mention.end + done.end() - len(done.group().lstrip(" ,")),
            mention.end + done.end() - 1,
            "stage:regular-series",
        )
    inside = re.search(r"\b(?:regular|annual)\b", text[mention.start : mention.end])
    if mention.status == "regular" and inside:
        return Told("operating", mention.start + inside.start(), mention.start + inside.end(), "stage:regular-series")
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


def _decided(near: list[Hit]) -> Told | None:
    return Told("decided", near[-1].start, near[-1].end, f"stage-cue:{near[-1].entry.id}") if near else None
