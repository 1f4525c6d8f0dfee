"""What the words right before and right behind a name tell of its life."""

import re

from secretariat.lexicon.entries import StageCue
from secretariat.lexicon.literals import Hit
from secretariat.model.statements import StageName
from secretariat.reading.draft import Draft
from secretariat.reading.life.cues import Cues, Told, bounds
from secretariat.reading.life.facts import says_so
from secretariat.reading.life.fitting import fits, only_a_modifier
from secretariat.reading.life.gaps import reaches
from secretariat.reading.life.predicates import predicate, told_behind
from secretariat.reading.life.turns import Named

_TALKS = re.compile(r" (?:negotiations|talks|negotiating)\b")
_DEED = (
    r"(?:launch|establishment|creation|inception|founding|foundation|inauguration|adoption|signing|entry into force)"
)
_SINCE_ITS = re.compile(
    rf"(?P<deed>\b[Ss]ince (?:its|their) (?:[a-z]+ )?{_DEED})\b[^,;.]{{0,50}}, (?:the |our |this )?$"
)
_SINCE_THEN = re.compile(rf",? (?P<deed>since (?:its|their) (?:[a-z]+ )?{_DEED})\b")


def on_the_left(draft: Draft, mention: Named, cues: Cues) -> Told | None:
    """What the nearest cue before a name tells that reaches it."""
    text = cues.text
    low, _ = bounds(draft, mention)
    if only_a_modifier(text, mention) or _TALKS.match(text, mention.end):
        return None
    if since := _SINCE_ITS.search(text[max(low, mention.start - 120) : mention.start]):
        begin = max(low, mention.start - 120) + since.start()
        return Told("adopted", begin, begin + len(since["deed"]), "stage:since-its-founding")
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
                if says_so(text, low, hit):
                    return Told(entry.stage, hit.start, hit.end, f"stage-cue:{entry.id}")
                continue
            told = cues.turns.stage(text, low, hit, mention)
            if told:
                return Told(told[0], min(told[1], hit.start), hit.end, f"stage-cue:{entry.id}")
            draft.refuse((hit.start, mention.end), "stage", f"stage-cue:{entry.id}", "only-wished-for")
            wished = wished or entry.act != "operating"
        if wished:
            return None
    return None


_IMPLEMENTED = re.compile(r"\b(?:implementation|realisation|realization|execution) of (?:the |its |their |this )?$")


def on_the_right(draft: Draft, mention: Named, cues: Cues) -> list[Told]:
    """What the predicate of a name tells, and a participle before it: ", approved in May, is being implemented"."""
    text = cues.text
    low, high = bounds(draft, mention)
    found: list[Told] = []
    if since := _SINCE_THEN.match(text, mention.end, high):
        found.append(Told("adopted", since.start("deed"), since.end("deed"), "stage:since-its-founding"))
        return found
    for start in range(mention.end, min(high, mention.end + 170)):
        for hit in cues.after.get(start, ()):
            gap = text[mention.end : start]
            stage = _behind(text, low, hit, gap, mention, cues) if _fits_cue(hit, mention) else None
            if stage is None or any(one.stage == stage for one in found):
                continue
            helping = _HELPING.search(gap)
            begin = mention.end + helping.start() if helping else start
            found.append(Told(stage, begin, hit.end, f"stage-cue:{hit.entry.id}"))
            if len(found) == 2 or not gap.startswith((",", " (")):
                return found
    return found


_HELPING = re.compile(r"\b(?:(?:has|have|had|was|were|is|are|been|being|will|to|be|should|shall|also|[a-z]+ly) )+$")


def _fits_cue(hit: Hit, mention: Named) -> bool:
    assert isinstance(hit.entry, StageCue)
    return fits(hit.entry, mention)


def _behind(text: str, low: int, hit: Hit, gap: str, mention: Named, cues: Cues) -> StageName | None:
    """What one cue behind a name tells of it over the words between."""
    entry = hit.entry
    assert isinstance(entry, StageCue)
    if entry.shape == "noun":
        told = cues.turns.stage(text, low, hit, mention) if _OWN.fullmatch(gap) else None
        return told[0] if told else None
    helped = predicate(gap)
    if helped is None:
        return None
    if gap.endswith(" as ") and hit.form.text in ("amended", "updated", "extended"):
        return None
    stage = told_behind(entry, helped, text[hit.end : hit.end + 14], mention)
    if stage == "preparing" and _IMPLEMENTED.search(text[max(0, mention.start - 40) : mention.start]):
        return "operating"
    return stage


_OWN = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}")
