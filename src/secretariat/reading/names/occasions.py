"""What the words before an event tell of it: the day that opens its sentence, "met in X from … for the", a year proclaimed.

1. ``On 8 October a regular **meeting of the Council** was held`` 2. ``met in Kelmar from 2 to 4 May for the **Summit**``
3. ``2024 having been declared the **Year of the Coast**``. Refused: a date that belongs to another act of the sentence.
"""

import re

from secretariat.reading.draft import Draft
from secretariat.reading.names.circumstances import Around, Circumstances, mode_words

_OPENING = re.compile(r"(?:On|In|From) [^;:]{4,110}?,? (?:a|an|the) (?:[a-z-]+ ){0,2}$")
_TAKES_PLACE = re.compile(r"[^.;,]{0,40}(?:was|were) (?:held|convened|opened)\b|[^.;,]{0,40}(?:took place|opened)\b")
_MET = re.compile(
    r"\b(?:met|meet|meeting|gathered|gathering|convened|assembled|seeing one another(?: again)?|held (?:their|its|our))\b"
)
_OCCASION = re.compile(
    r"\b(?:for|at|on the occasion of|during|in the framework of|within the framework of|as part of|to attend|to hold|"
    r"to convene)(?: the| our| their| its| a| an)? $"
)
_PROCLAIMED = re.compile(
    r"\b((?:19|20)\d\d) (?:(?:was|were|has been|had been|having been|is|be) )?(?:declared|proclaimed|designated|named)\b"
    r"[^.;]{0,80}$"
)
_EACH_YEAR = re.compile(
    r"\b(?:declar|proclaim|designat|nam|observ|celebrat|mark)\w*[^.;]{0,20} ((?:19|20)\d\d) as (?:the )?$"
)
_AT = re.compile(r",? (?:at|during) (?:its|their|our|the) $")
_TO_HOST = re.compile(
    r" (?:to host|will host|for hosting|for the hosting of|hosting|hosts|hosted)(?: the| a| an| its)?(?: [a-z]+)? $"
)
_HOSTED_BY = re.compile(r"\bhosting (?:by|in) (?:the )?([A-Z][^.;,]{2,40}?) of (?:the |a )?$")
LONGEST = 220


def told_before(draft: Draft, around: Around, start: int, end: int, kind: str) -> tuple[Circumstances, str | None]:
    """Dates and place that the words before an event give, and how its members met; empty where they tell nothing."""
    text = draft.flow.text
    sentence = draft.sentence_at(start)
    low = max(sentence.start if sentence else 0, start - LONGEST)
    before = text[low:start]
    if kind == "observance":
        year = _PROCLAIMED.search(before) or _EACH_YEAR.search(before)
        return Circumstances((year.group(1),) if year else ()), None
    if sentence and low == sentence.start and _OPENING.match(before) and _TAKES_PLACE.match(text, end, sentence.end):
        return around.between(low, start), None
    hosting = _TO_HOST.search(before)
    if hosting and (host := around.state_before(low + hosting.start())):
        return Circumstances((), host), None
    hosted = _HOSTED_BY.search(before)
    if hosted and (host := around.state_at(low + hosted.start(1))):
        return Circumstances((), host), None
    at = _AT.search(before)
    if at and (spot := around.city_before(low + at.start())):
        return Circumstances((), spot), None
    if _OCCASION.search(before):
        met = list(_MET.finditer(before))
        if met and not re.search(r"[;:]", before[met[-1].end() :]):
            segment = before[met[-1].end() :]
            mode = "videoconference" if any(w in segment for w in mode_words()) else None
            return around.between(low + met[-1].end(), start), mode
    return Circumstances(), None


def under_the_title(draft: Draft, around: Around, start: int, end: int) -> Circumstances:
    """Where and when, in the lines right under a title that ends with the name: "(8 May 2024, Kelmar)", "Kelmar / 8 May"."""
    number = draft.flow.unit_at(start)
    unit = draft.flow.units[number]
    if unit.kind not in ("title", "heading", "header") or unit.end - end > 2 or number > 5:
        return Circumstances()
    dates: tuple[str, ...] = ()
    place: str | None = None
    for under in draft.flow.units[number + 1 : number + 5]:
        line = draft.flow.text[under.start : under.end]
        if len(line) > 90 or re.match(r"\d+\. |[IVX]+\. ", line):
            break
        told = around.alone(under.start, under.end)
        if told.dates or told.place:
            dates, place = dates or told.dates, place or told.place
        elif under.kind not in ("title", "heading", "header"):
            break
    return Circumstances(dates, place)
