"""Instruments: "SCO Charter", "resolution 59/48", "Memorandum of Understanding on cooperation between …", lists of numbers.

"resolutions 64/183 of 18 December 2009, 65/124 of … and 77/338" are as many instruments as numbers.
"""

import re

from secretariat.model.edtf import is_before
from secretariat.model.mentions import Instrument
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft
from secretariat.reading.names.circumstances import Around, Circumstances, held_after, reported
from secretariat.reading.names.known import Candidate
from secretariat.reading.names.occasions import under_the_title
from secretariat.reading.names.proposed import is_proposed
from secretariat.reading.names.settle import tails
from secretariat.reading.names.words import kind_of_name
from secretariat.reading.validity import validity_of

_NEXT_NUMBER = re.compile(
    r"(?: of (?:\d{1,2} \w+ \d{4}|\w+ \d{4}|\d{4})| \(\d{4}\)| \([IVXLC-]+\))*(?:,? and|,) (?=[A-Z]{0,2}-?\d+(?:/\d+)?\b)"
)
_DATED_NUMBER = re.compile(r"(?:,? and|,) ?(\d{1,3}/\d{1,3}(?: [A-Z])?)(?= of \d{1,2} [A-Z][a-z]+ \d{4})")
_NUMBER = re.compile(r"(?:(?:[A-Z]-)?\d+/\w+|\d{2,4}(?= \(\d{4}\))|\d+/\d+)(?: [A-Z](?= of |,| and ))?")
SELF_NAMING = frozenset(["statement", "declaration", "communique", "vision", "appeal"])
"""Kinds of document that call themselves so in their title."""

DATED_BY_YEAR = frozenset(
    ["convention", "treaty", "declaration", "agreement", "protocol", "charter", "resolution", "statement", "memorandum"]
)
"""Kinds whose leading year is that of their adoption; that of a plan or agenda is the time that it is for."""

_ACT_OF = re.compile(r"\bAct of ((?:1[6-9]|20)\d\d)$")
_YEARS = re.compile(r"(?:\d{4}|\.\.)/(?:\d{4}|\.\.)")
_AT_MEETING = re.compile(
    r",? (?:(?:adopted|signed|issued|approved|endorsed|launched) )?(?:at|during) (?:the |its |their )?"
)
_TITLE_NUMBER = re.compile(r"(\d{1,2}/\d{1,3})\.(?= |$)")


def find_instruments(draft: Draft, candidates: list[Candidate]) -> list[Instrument]:
    """The instruments among the candidate names, with kind, dates, place, validity and status."""
    around = Around(draft, [(c.start, c.end) for c in candidates if c.type != "initiative"])
    chosen = [c for c in candidates if c.type == "instrument"]
    nested_ends = tails(candidates)
    events = {c.end: c.start for c in reversed(candidates) if c.type == "event"}
    occasions = {c.start: c.end for c in reversed(candidates) if c.type == "event"}
    made: list[Instrument] = []
    for number, candidate in enumerate(chosen):
        of_event = candidate.start < events.get(candidate.end, -1) and (
            held_after(draft.flow.text, candidate.end)
            or reported(draft.flow.text, events[candidate.end], candidate.end)
        )
        nested = id(candidate) in nested_ends or of_event
        following = (
            candidate.end
            if nested
            else next((c.start for c in chosen[number + 1 :] if c.start >= candidate.end), len(draft.flow.text))
        )
        listed = list(_numbers_after(draft.flow.text, candidate)) if candidate.rule.endswith(":number") else []
        if candidate.rule.endswith(":number") and re.match(
            "[Rr]esolutions ", draft.flow.text[candidate.head : candidate.end]
        ):
            listed += _numbers_with_subjects(draft, candidate, listed)
        stop = listed[0][0] if listed else following
        span = (candidate.start, _subtitle_end(draft, candidate))
        made.append(_instrument(draft, candidate, around, span, stop, occasions))
        for place, span in enumerate(listed):
            end = listed[place + 1][0] if place + 1 < len(listed) else following
            made.append(_instrument(draft, candidate, around, span, end, occasions))
    return made + list(_title_numbers(draft, made))


def _instrument(
    draft: Draft, candidate: Candidate, around: Around, span: Span, stop: int, occasions: dict[int, int]
) -> Instrument:
    start, end = span
    name = draft.flow.text[start:end]
    told = around.after(start, end, stop)
    if not told.dates:
        told = _at_its_meeting(draft, around, end, occasions) or told
    if not told.dates and candidate.kind in SELF_NAMING:
        under = under_the_title(draft, around, start, end)
        told = Circumstances(under.dates, told.place or under.place)
    if not told.dates:
        earlier = around.before(start)
        told = Circumstances(told.dates or earlier.dates, told.place or earlier.place)
    today = draft.facts.date
    if today and any("/" not in d and is_before(today, d) for d in told.dates):
        told = Circumstances((), told.place)
    if not told.dates:
        told = Circumstances(_own_year(name, candidate.kind), told.place)
    validity = validity_of(name)
    if told.dates and all(_YEARS.fullmatch(d) for d in told.dates):
        told, validity = Circumstances((), told.place), validity or told.dates[0]
    proposed = is_proposed(draft, candidate)
    return Instrument(
        start=start,
        end=end,
        kind=candidate.kind or kind_of_name(draft.lexicon, name) or "document",
        dates=told.dates if not proposed else (),
        place=told.place if not proposed else None,
        validity=validity,
        status="proposed" if proposed else "existing",
        rule=candidate.rule,
    )


def _at_its_meeting(draft: Draft, around: Around, end: int, occasions: dict[int, int]) -> Circumstances | None:
    """The date of the meeting at which a text was made: "Statement on Ports at the 6th Summit **on 15 November 2018**"."""
    joint = _AT_MEETING.match(draft.flow.text, end)
    over = occasions.get(joint.end()) if joint else None
    if over is None:
        return None
    told = around.after(end, over, over + 120)
    return told if told.dates else None


def _own_year(name: str, kind: str) -> tuple[str, ...]:
    """The year in a name that tells when the text was made: "**1982** Convention on …", "Harbour Act of **1982**"."""
    if act := _ACT_OF.search(name):
        return (act.group(1),)
    year = re.match(r"((?:19|20)\d\d) [A-Z]", name)
    return (year.group(1),) if year and kind in DATED_BY_YEAR else ()


def _numbers_after(text: str, candidate: Candidate) -> list[Span]:
    """The further numbers of a list that begins with "resolutions 64/183 of 18 December 2009, 65/124 of …"."""
    found: list[Span] = []
    end = candidate.end
    while len(found) < 60:
        joint = _NEXT_NUMBER.match(text, end)
        number = _NUMBER.match(text, joint.end()) if joint else None
        if number is None:
            break
        found.append(number.span())
        end = number.end()
    return found


def _numbers_with_subjects(draft: Draft, candidate: Candidate, listed: list[Span]) -> list[Span]:
    """The numbers of a list that tells a subject of each: "77/158 of 14 December 2022 on …, **77/165** of …"."""
    sentence = draft.sentence_at(candidate.start)
    start = listed[-1][1] if listed else candidate.end
    end = sentence.end if sentence else start
    return [m.span(1) for m in _DATED_NUMBER.finditer(draft.flow.text, start, end)]


def _subtitle_end(draft: Draft, candidate: Candidate) -> int:
    """In a title a declaration or statement names itself to the end; in a heading a name reaches over its colon.

    "Joint Statement **Following the Summit of the Leaders of …**", "The Harbour Declaration: **A Common Course**".
    """
    unit = draft.flow.units[draft.flow.unit_at(candidate.start)]
    rest = draft.flow.text[candidate.end : unit.end]
    opens = candidate.start - unit.start <= 4
    if (
        unit.kind == "title"
        and opens
        and candidate.kind in SELF_NAMING
        and re.match(r"[: ](?:[^.;]|(?<=[A-Z])\.|\.(?=\w))*$", rest)
    ):
        return unit.end
    subtitle = unit.kind in ("title", "heading") and re.match(r": [A-Z\d][^.:;]{8,}$", rest)
    return unit.end if subtitle else candidate.end


def _title_numbers(draft: Draft, made: list[Instrument]) -> list[Instrument]:
    """The number that a resolution gives itself before its title: "**79/332**. Cooperation between …"."""
    out: list[Instrument] = []
    for unit in draft.flow.units:
        number = _TITLE_NUMBER.match(draft.flow.text, unit.start, unit.end)
        if number and unit.kind in ("title", "header", "heading"):
            start, end = number.span(1)
            if not any(m.start <= start < m.end for m in made):
                out.append(Instrument(start=start, end=end, kind="resolution", rule="instrument:own-number"))
    return out
