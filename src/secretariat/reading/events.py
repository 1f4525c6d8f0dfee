"""Events: "20th meeting of the Council of …", "SCO Summit", "Trumpet of Peace military brass band festivals", "Year of X"."""

import re

import msgspec

from secretariat.model.edtf import holds, is_before, sort_key
from secretariat.model.mentions import Event
from secretariat.reading.draft import Draft
from secretariat.reading.names.circumstances import Around, Circumstances, held_after, mode_after
from secretariat.reading.names.known import Candidate
from secretariat.reading.names.settle import tails
from secretariat.reading.names.words import ordinal_words

_LEADING_YEAR = re.compile(r"((?:19|20)\d\d) ")
_YEAR_IN = re.compile(r"\b((?:19|20)\d\d)\b")
_PLANNED = re.compile(
    r"\b(?:will be held|to be held|will take place|upcoming|forthcoming|next|will host|preparations? for|to hold|look forward to)\b"
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
_AHEAD = re.compile(r"\b(?:will|to hold|support|look forward|plan|intend|holding of|prepar\w+|welcome the upcoming)\b")
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
        nested = id(candidate) in nested_ends and not held_after(draft.flow.text, candidate.end)
        stop = (
            candidate.end
            if nested
            else next((c.start for c in chosen[number + 1 :] if c.start >= candidate.end), len(draft.flow.text))
        )
        made.append(_event(draft, candidate, around, stop))
    return _later_sessions(draft, _on_the_margins(draft, made))


def _on_the_margins(draft: Draft, made: list[Event]) -> list[Event]:
    """ "the Summit, held **during the 78th session** of the Assembly in New York": it was where the other one was."""
    out = list(made)
    for number in range(len(out) - 2, -1, -1):
        here, other = out[number], out[number + 1]
        if here.place is None and here.end < other.start and _DURING.fullmatch(draft.flow.text[here.end : other.start]):
            out[number] = msgspec.structs.replace(here, place=other.place, dates=here.dates or other.dates)
    return out


def _later_sessions(draft: Draft, made: list[Event]) -> list[Event]:
    """A session with a higher number than the one that the document's head names is still to come."""
    heads = [u for u in draft.flow.units if u.kind == "header"]
    own = [e.ordinal for e in made if e.ordinal and any(u.start <= e.start < u.end for u in heads)]
    if not own:
        return made
    now, series = max(own), re.compile(r"session\b")
    return [
        msgspec.structs.replace(e, status="planned")
        if e.ordinal and e.ordinal > now and series.search(draft.flow.text[e.start : e.end]) and not e.dates
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
    if not told.dates:
        named = _YEAR_IN.search(name)
        before = re.search(
            r"\b((?:19|20)\d\d) (?:as )?(?:the |an? )?$", text[max(0, candidate.start - 12) : candidate.start]
        )
        year = named or before
        if year:
            told = Circumstances((year.group(1),), told.place)
    return Event(
        start=candidate.start,
        end=candidate.end,
        kind=candidate.kind or "meeting",
        ordinal=ordinal_of(draft, name, candidate.head - candidate.start),
        dates=told.dates,
        place=told.place,
        mode=mode_after(text, candidate.end, stop),
        status=_status(draft, candidate, name, told),
        rule=candidate.rule,
    )


def ordinal_of(draft: Draft, name: str, head: int) -> int | None:
    """The number of the edition, from the words before the head: "Seventy-ninth" → 79, "2nd" → 2."""
    words = ordinal_words(draft.lexicon)
    numbered = re.fullmatch(r"[A-Z]{2,}[ -]?(\d{1,2})", name)
    if numbered:
        return int(numbered.group(1))
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


def _status(draft: Draft, candidate: Candidate, name: str, told: Circumstances) -> str:
    text = draft.flow.text
    sentence = draft.sentence_at(candidate.start)
    low, high = (sentence.start, sentence.end) if sentence else (candidate.start, candidate.end)
    before = text[max(low, candidate.start - 60) : candidate.start]
    after = text[candidate.end : min(high, candidate.end + 60)]
    today = draft.facts.date
    if _PROPOSED.search(before):
        return "proposed"
    if told.dates and today:
        last = max(told.dates, key=sort_key)
        vague = len(last) < 10 and holds(last, today) and _AHEAD.search(text[low : candidate.start])
        return "planned" if vague or is_before(today, last) else "held"
    if candidate.kind in ("other", "exercise") and re.search(r"\b(?:continu|regular)", text[low : candidate.start]):
        return "regular"
    if re.search(r"\b(?:propos|initiative|idea)\w*\b", before):
        return "proposed"
    if candidate.kind in ("forum", "festival") and not told.dates and not re.search(r"\d", name):
        return "regular"
    if _PLURAL.search(name) or _CONTINUING.search(before[-30:]):
        return "regular"
    if _PLANNED.search(before[-40:]) or _PLANNED.search(after):
        return "planned"
    return "held"
