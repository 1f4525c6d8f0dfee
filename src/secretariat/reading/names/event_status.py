"""Whether an event was held, is planned or proposed, or is a standing series."""

import re

from secretariat.model.edtf import holds, is_before, sort_key
from secretariat.reading.draft import Draft
from secretariat.reading.names.circumstances import Circumstances
from secretariat.reading.names.known import Candidate

_PLANNED = re.compile(
    r"\b(?:will be held|to be held|will take place|upcoming|forthcoming|next|will (?:co-)?host|will (?:hold|convene|organi[sz]e|"
    r"dispatch|attend|launch)|preparations? for|to (?:co-)?host|to hold|to (?:convene|organi[sz]e|conduct)|possibility of|"
    r"look(?:s|ed|ing)? forward to|"
    r"ahead of|in the run-up to|"
    r"in the lead-up to|on the road to|successful outcomes? (?:of|at)|before|for consideration (?:at|during))\b"
)
_COMING = re.compile(
    r",? (?:which |that )?(?:(?:is|are|was|were|being) )?(?:to be (?:held|hosted|convened|organi[sz]ed)|will |is to |are to |due |"
    r"being (?:held|hosted) |planned |scheduled |slated |(?:assigned|awarded|entrusted) to |upcoming|expected )"
)
_PLURAL = re.compile(
    r"(?:meetings|sessions|summits|conferences|forums|fora|exercises|operations|festivals|"
    r"dialogues|consultations|ministerials|exhibitions|competitions)\b"
)
_CONTINUING = re.compile(r"\b(?:regular|regularly|annual|annually|continue|continuing|continued)\b")

_PROPOSED = re.compile(
    r"\bpropos(?:e|es|ed|ing|als?) (?:to hold|holding|the holding of|to convene|convening|"
    r"to organi[sz]e|for)(?: (?:a|an|the))?(?: [a-z]+)? $"
)
_OFFERED = re.compile(
    r"\b(?:proposals?|initiatives?|ideas?|suggestions?|support(?:s|ed|ing)?(?= [a-z]+ing an? ))(?: (?!to\b)[^.;,]{1,60}?)? "
    r"(?:to|of|for|on|the)? ?(?:hold|convene|organi[sz]e|host|holding|convening|organi[sz]ing|hosting)"
    r"(?: of)?(?: (?:a|an|the))?(?: [a-z]+)? $"
)
_AHEAD = re.compile(r"\b(?:will|to hold|support|look forward|plan|intend|holding of|prepar\w+|welcome the upcoming)\b")


def status_of(draft: Draft, candidate: Candidate, name: str, told: Circumstances) -> str:
    """The status of an event, by the words around its name and by its dates beside that of the document."""
    text = draft.flow.text
    sentence = draft.sentence_at(candidate.start)
    low, high = (sentence.start, sentence.end) if sentence else (candidate.start, candidate.end)
    before = text[max(low, candidate.start - 60) : candidate.start]
    after = text[candidate.end : min(high, candidate.end + 60)]
    today = draft.facts.date
    if _PROPOSED.search(before) or _OFFERED.search(text[max(low, candidate.start - 130) : candidate.start]):
        return "proposed"
    if told.dates and today:
        last = max(told.dates, key=sort_key)
        ahead = _AHEAD.search(text[low : candidate.start]) or _COMING.match(after)
        vague = len(last) < 10 and holds(last, today) and ahead
        return "planned" if vague or is_before(today, last) else "held"
    if re.match(r" should be (?:held|convened|organi[sz]ed)\b|,? (?:suggested|proposed|initiated) by\b", after):
        return "proposed"
    if not told.dates and re.match(r"[^.;]{0,60}\b(?:on a regular (?:basis|footing)|regularly)\b", after):
        return "regular"
    if candidate.kind in ("other", "exercise") and re.search(r"\b(?:continu|regular)", text[low : candidate.start]):
        return "regular"
    if re.search(r"\b(?:propos|initiative|idea)\w*\b", before):
        return "proposed"
    if re.search(r"\b(?:annual|regular|biennial) $", before) and not re.search(r"\d", name):
        return "regular"
    if not told.dates and (_PLANNED.search(before[-40:]) or _COMING.match(after)):
        return "planned"
    if candidate.kind == "observance" and re.search(r"\bDay\b", name):
        return "regular"
    if today and _known_ahead(candidate, today):
        return "planned"
    if candidate.kind in ("forum", "festival") and not told.dates and not re.search(r"\d", name):
        return "regular"
    if _PLURAL.search(name) or _CONTINUING.search(before[-30:]):
        return "regular"
    if _PLANNED.search(before[-40:]) or _PLANNED.search(after):
        return "planned"
    return "held"


def _known_ahead(candidate: Candidate, today: str) -> bool:
    """Whether the known date of an edition ("COP31") lies after the day of the document."""
    known = candidate.entry.date if candidate.entry else ""
    return bool(known) and is_before(today, known)
