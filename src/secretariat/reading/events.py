"""Events: "20th meeting of the Council of …", "SCO Summit", "Trumpet of Peace military brass band festivals", "Year of X"."""

import re
from collections.abc import Sequence

import msgspec

from secretariat.model.mentions import Event
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit
from secretariat.reading.names.circumstances import Around, Circumstances, held_after, mode_after, reported
from secretariat.reading.names.event_status import status_of
from secretariat.reading.names.known import Candidate
from secretariat.reading.names.occasions import told_before, under_the_title
from secretariat.reading.names.settle import tails
from secretariat.reading.names.words import ordinal_words

_MONTHS = "January February March April May June July August September October November December".split()
_LEADING_YEAR = re.compile(r"((?:19|20)\d\d) ")
_YEAR_IN = re.compile(r"\b((?:19|20)\d\d)(?:[-\u2013]((?:19|20)\d\d))?\b")
_THIS_YEAR = re.compile(r" (?:later |earlier )?this (?:year|(" + "|".join(_MONTHS) + r"))\b")
_BARE = re.compile(
    r"\bthe ([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))(?=,? (?:(?:which (?:is|was) )?to be (?:held|hosted|convened)|"
    r"held (?:in|on|at)|hosted (?:by|in)|(?:will|is) be held|in \d{4}\b|took place))"
)
_LISTED = re.compile(r",? and (?:of )?(?:the )?|, (?:of )?(?:the )?|,? as well as (?:the )?")
_ACTED_AT = re.compile(r"\b(?:adopt|approv|decid|endors|elect)\w*,? (?:by [^.;]{0,120})?\bat (?:its|their|the) $")
_HOLDING = re.compile(r"\b(?:convening|holding|hosting|organi[sz]ation|conduct) (?:of )?(?:the )?")
_DURING = re.compile(
    r",? (?:was |were )?held (?:during|on the (?:margins|sidelines) of|in the margins of|alongside) (?:the )?"
)


def find_events(draft: Draft, candidates: list[Candidate]) -> list[Event]:
    """The events among the candidate names, with kind, ordinal, dates, place, mode and status."""
    around = Around(draft, [(c.start, c.end) for c in candidates if c.type != "initiative"])
    mechanisms = [c for c in candidates if c.rule == "body-kind:mechanism:complement"]
    chosen = [
        c for c in candidates if c.type == "event" and not any(m.start < c.start and c.end <= m.end for m in mechanisms)
    ]
    nested_ends = tails(candidates)
    made: list[Event] = []
    for number, candidate in enumerate(chosen):
        nested = id(candidate) in nested_ends and not (
            held_after(draft.flow.text, candidate.end) or reported(draft.flow.text, candidate.start, candidate.end)
        )
        stop = (
            candidate.end
            if nested
            else next((c.start for c in chosen[number + 1 :] if c.start >= candidate.end), len(draft.flow.text))
        )
        made.append(_event(draft, candidate, around, stop))
    return _later_sessions(draft, _bare_editions(draft, around, _on_the_margins(draft, made)))


def _on_the_margins(draft: Draft, made: list[Event]) -> list[Event]:
    """ "the Summit, held **during the 78th session** of the Assembly in New York": it was where the other one was."""
    out = list(made)
    linked: set[int] = set()
    for number in range(len(out) - 2, -1, -1):
        here, other = out[number], out[number + 1]
        between = draft.flow.text[here.end : other.start] if here.end < other.start else "."
        if here.place is None and _DURING.fullmatch(between):
            out[number] = msgspec.structs.replace(here, place=other.place, dates=here.dates or other.dates)
        elif not here.place and not here.dates and here.kind == other.kind and _LISTED.fullmatch(between):
            low = max(0, _list_start(draft, out, number) - 60)
            if number not in linked and not _HOLDING.search(draft.flow.text, low, here.start):
                continue
            linked.add(number - 1)
            out[number] = msgspec.structs.replace(here, place=other.place, dates=other.dates, status=other.status)
    return out


def _list_start(draft: Draft, made: list[Event], number: int) -> int:
    """Where the list of events opens that the event of this number stands in."""
    while number and _LISTED.fullmatch(draft.flow.text[made[number - 1].end : made[number].start] or "."):
        number -= 1
    return made[number].start


def _later_editions(draft: Draft, made: list[Event], heads: Sequence[Unit]) -> list[Event]:
    """A later edition of the meeting that the title names is still to come: after the "XVI Basin Summit" the XVII."""
    own: dict[str, int] = {}
    for e in made:
        named = " " in _series(draft, e)
        if e.ordinal and named and any(u.start <= e.start < u.end for u in heads):
            own[_series(draft, e)] = max(e.ordinal, own.get(_series(draft, e), 0))
    return [
        msgspec.structs.replace(e, status="planned")
        if e.ordinal and not e.dates and 0 < own.get(_series(draft, e), 0) < e.ordinal
        else e
        for e in made
    ]


def _series(draft: Draft, event: Event) -> str:
    """The name of an event less its first word, the ordinal."""
    return draft.flow.text[event.start : event.end].partition(" ")[2]


def _bare_editions(draft: Draft, around: Around, made: list[Event]) -> list[Event]:
    """Editions told by their number alone after another one: "the 13th Conference, and **the 14th**, to be held in …"."""
    text = draft.flow.text
    found: list[Event] = []
    for earlier in made:
        sentence = draft.sentence_at(earlier.start)
        if sentence is None or not earlier.ordinal:
            continue
        for match in _BARE.finditer(text, earlier.end, sentence.end):
            start, end = match.span(1)
            if any(m.start < end and start < m.end for m in (*made, *found)):
                continue
            number = ordinal_of(draft, match.group(1) + " edition", len(match.group(1)))
            if number is None or number == earlier.ordinal:
                continue
            told = around.after(start, end, sentence.end)
            named = Candidate("event", start, end, start, earlier.kind, "event:edition")
            found.append(
                Event(
                    start=start, end=end, kind=earlier.kind, ordinal=number, dates=told.dates, place=told.place,
                    mode=None, status=status_of(draft, named, match.group(1), told), rule="event:edition",
                )
            )  # fmt: skip
    return sorted([*made, *found], key=lambda e: (e.start, -e.end))


def _later_sessions(draft: Draft, made: list[Event]) -> list[Event]:
    """A session with a higher number than the one that the document's head names is still to come."""
    heads = [u for u in draft.flow.units if u.kind in ("header", "title")]
    made = _later_editions(draft, made, heads)
    heads = [u for u in heads if u.kind == "header"]
    own = [e.ordinal for e in made if e.ordinal and any(u.start <= e.start < u.end for u in heads)]
    if not own:
        return made
    now, series = max(own), re.compile(r"session$")
    return [
        msgspec.structs.replace(e, status="planned")
        if e.ordinal
        and e.ordinal > now
        and not _ACTED_AT.search(draft.flow.text, max(0, e.start - 200), e.start)
        and series.search(draft.flow.text[e.start : e.end])
        and not e.dates
        else e
        for e in made
    ]


def _event(draft: Draft, candidate: Candidate, around: Around, stop: int) -> Event:
    text = draft.flow.text
    name = text[candidate.start : candidate.end]
    told = around.after(candidate.start, candidate.end, stop)
    if told.place is None:
        told = Circumstances(told.dates, around.in_name(candidate.start, candidate.head))
    if not told.dates:
        told = Circumstances(around.next_line(candidate.end).dates, told.place)
    mode = mode_after(text, candidate.end, stop)
    if not told.dates or not told.place:
        earlier, met = told_before(draft, around, candidate.start, candidate.end, candidate.kind)
        if told == earlier == Circumstances():
            earlier = under_the_title(draft, around, candidate.start, candidate.end)
        told = Circumstances(told.dates or earlier.dates, told.place or earlier.place)
        mode = mode or met
    if not told.dates and candidate.rule.endswith(":dated"):
        told = Circumstances(around.right_before(candidate.start).dates, told.place)
    if not told.dates:
        told = Circumstances(_year_told(draft, candidate, name), told.place)
    return Event(
        start=candidate.start,
        end=candidate.end,
        kind=candidate.kind or "meeting",
        ordinal=ordinal_of(draft, name, candidate.head - candidate.start),
        dates=tuple(_with_year(draft, d) for d in told.dates),
        place=told.place,
        mode=mode,
        status=status_of(draft, candidate, name, told),
        rule=candidate.rule,
    )


def _with_year(draft: Draft, date: str) -> str:
    """A month or day without a year is one of the document's year: "at their meeting in July"."""
    now = draft.facts.date
    return now[:4] + date[4:] if now and date.startswith("XXXX-") and "/" not in date else date


def _year_told(draft: Draft, candidate: Candidate, name: str) -> tuple[str, ...]:
    """The year in the name or right beside it; the years of a subject ("the Review of the Decade 2018–2028") are not its."""
    text = draft.flow.text
    named = _YEAR_IN.search(name)
    if named and named.group(2):
        return (f"{named.group(1)}/{named.group(2)}",) if candidate.kind == "observance" else ()
    before = re.search(
        r"\b((?:19|20)\d\d) (?:as )?(?:the |an? )?$", text[max(0, candidate.start - 12) : candidate.start]
    )
    year = named or before
    if year:
        return (year.group(1),)
    now = draft.facts.date
    relative = _THIS_YEAR.match(text, candidate.end) if now and re.match(r"\d{4}", now) else None
    if relative and now:
        month = relative.group(1)
        return (now[:4] + (f"-{_MONTHS.index(month) + 1:02}" if month else ""),)
    return ()


def _roman(text: str) -> int:
    """The value of a Roman numeral; nought for what is none."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in text]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if 0 < total < 90 and (len(text) > 1 or text in "VX") else 0


def ordinal_of(draft: Draft, name: str, head: int) -> int | None:
    """The number of the edition, from the words before the head: "Seventy-ninth" → 79, "2nd" → 2."""
    words = ordinal_words(draft.lexicon)
    numbered = re.fullmatch(r"[A-Z]{2,}[ -]?(\d{1,2})", name)
    if numbered:
        return int(numbered.group(1))
    roman = re.match(r"([IVXL]+) (?=[A-Z])", name)
    if roman and (number := _roman(roman.group(1))):
        return number
    read = name[: head + 1].lower().split()
    for word, following in zip(read, [*read[1:], ""], strict=True):
        if following == "anniversary":
            continue
        digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
        if digits:
            return int(digits.group(1))
        if word in words:
            return words[word]
    return None
