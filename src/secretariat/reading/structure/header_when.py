"""When and where a document was adopted, signed or its meeting held, and how – only where its own text says so."""

import re

import msgspec

from secretariat.model.spans import Span
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit
from secretariat.reading.structure.header_dates import DateReader, HeaderDate
from secretariat.reading.structure.vocabulary import StructureWords, structure_words

MODES = ("videoconference", "hybrid")
_FOOT = 30
_BEFORE = 220
_NEAR = 90
"""The verb of a meeting stands at most so far before its date; farther off, the date is of something else."""


class When(msgspec.Struct, frozen=True):
    """A date, the place beside it, and where each stands; either may be missing."""

    date: HeaderDate | None = None
    place: Span | None = None


def read_when(draft: Draft, formal: bool) -> When:
    """The first that states a whole date: adoption line, date line or title of the head, foot, opening sentence.

    A place that the line of the date lacks is that of the foot, or of the meeting that the opening tells of, if it was
    on that day.
    """
    reader = DateReader(draft.lexicon.words("month"))
    head = _head(draft, reader, formal)
    foot = None if head and (head.place or formal) else _foot(draft, reader)
    found = head or foot
    if found and (found.place or formal):
        return found
    opening = _opening(draft, reader)
    if found is None or found.date is None:
        return opening or When()
    for other in (foot, opening):
        if other and other.place and other.date and _on_that_day(found.date.edtf, other.date.edtf):
            return When(found.date, other.place)
    return found


def _on_that_day(one: str, other: str) -> bool:
    """Whether two days or intervals share a day."""
    first, second = one.split("/"), other.split("/")
    return first[0] <= second[-1] and second[0] <= first[-1]


def _head(draft: Draft, reader: DateReader, formal: bool) -> When | None:
    text = draft.flow.text
    words = structure_words(draft.lexicon)
    heads = [u for u in draft.flow.units[:60] if u.kind in ("header", "title")]
    for unit in heads:
        adopted = [
            d for d in reader.find(text, unit.start, unit.end) if _tells_adoption(text[unit.start : d.span[0]], words)
        ]
        if adopted:
            found = adopted[0] if len(words.adopting.findall(text, unit.start, unit.end)) < 2 else adopted[-1]
            return When(found, _place_before(draft, unit, found))
    for unit in heads:
        dates = reader.find(text, unit.start, unit.end)
        if len(dates) == 1 and (unit.kind == "title" or not formal or unit.end - unit.start < 160):
            return When(dates[0], _place_before(draft, unit, dates[0]))
    return None


def _tells_adoption(lead: str, words: StructureWords) -> bool:
    """Whether words before a date say that something was adopted on it.

    1. ``Resolution adopted by the Board on`` 2. ``Agreements on Fish [Done at Lima,``. Refused: ``adopted [on the report
    of the Committee of``.
    """
    outside, bracket, inside = lead.partition("[")
    return bool(words.adopting.match(inside.lstrip()) if bracket else words.adopting.search(outside))


def _foot(draft: Draft, reader: DateReader) -> When | None:
    """A date line, or a formula "Done at …, on …", among the last paragraphs."""
    text = draft.flow.text
    units = draft.flow.units
    inner = [u for u in units[:-_FOOT] if u.kind == "signature"]
    last = [u for u in units[-_FOOT:] if u.kind != "footnote"] + inner
    for unit in last:
        start = _closing(draft, unit)
        if start is None:
            continue
        dates = reader.find(text, start, unit.end)
        if dates:
            return When(dates[0], _place_before(draft, Unit(start, unit.end, unit.kind), dates[0]))
    return None


def _closing(draft: Draft, unit: Unit) -> int | None:
    """Where a closing formula begins in a paragraph: at its start in a signature block, else at "Done", "Signed" …"""
    if unit.kind == "signature":
        return unit.start
    words = [w for w, value in draft.lexicon.words("header_cues").items() if value == "closing"]
    tail = draft.flow.text[max(unit.start, unit.end - 700) : unit.end]
    pattern = r"(?:^|(?<=[.;] )|(?<=[.;]))(?:" + "|".join(words) + r")\b (?=at|in|on|this|as of|the)"
    matches = list(re.finditer(pattern, tail, re.IGNORECASE)) if words else []
    return unit.end - len(tail) + matches[-1].start() if matches else None


def _opening(draft: Draft, reader: DateReader) -> When | None:
    """A sentence at the beginning that tells of the meeting: "met in Oslo on 4 May 2020", "was held on …"."""
    text = draft.flow.text
    words = [w for w, value in draft.lexicon.words("header_cues").items() if value == "meeting"]
    if not words:
        return None
    verb = re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)
    body = [i for i, u in enumerate(draft.flow.units) if u.kind in ("narrative", "preambular", "operative")][:3]
    sentences = [s for s in draft.sentences if s.unit in body][:4]
    for sentence in sentences:
        for found in reader.find(text, sentence.start, sentence.end):
            lead = text[max(sentence.start, found.span[0] - _BEFORE) : found.span[0]]
            if verb.search(lead[-_NEAR:]) and re.search(
                r"\b(?:on|from|between|,)(?: [A-Z][a-z]+day,?)? ?(?:the )?$", lead
            ):
                unit = Unit(max(sentence.start, found.span[0] - _BEFORE), sentence.end, "")
                return When(found, _place_before(draft, unit, found))
    return None


def _place_before(draft: Draft, unit: Unit, found: HeaderDate) -> Span | None:
    """The place named last before a date: ``Dushanbe, 17 …``, ``Done at Lima, on …``, ``(Doha, 8 …``."""
    lead = draft.flow.text[unit.start : found.span[0]]
    matches = list(structure_words(draft.lexicon).place.finditer(lead))
    if matches:
        last = matches[-1]
        start = unit.start + last.start("place")
        words = last["place"].removeprefix("the ")
        return start + len(last["place"]) - len(words), start + len(last["place"])
    line = re.search(
        r"(?:^|\()(?P<place>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3}(?:, [A-Z][\w'. -]+)?)(?:,| on|,? the) ?(?:the )?$",
        lead,
    )
    return (unit.start + line.start("place"), unit.start + line.end("place")) if line else None


def read_mode(draft: Draft) -> tuple[str, Span] | None:
    """How the meeting was held ("via videoconference"), from the head and the first two paragraphs."""
    modes = {w: v for w, v in draft.lexicon.words("header_cues").items() if v in MODES}
    if not modes:
        return None
    pattern = re.compile(
        r"\b(?:" + "|".join(sorted(map(re.escape, modes), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )
    seen = 0
    for unit in draft.flow.units[:60]:
        if unit.kind in ("footnote", "heading"):
            continue
        if unit.kind not in ("header", "title"):
            seen += 1
        match = pattern.search(draft.flow.text, unit.start, min(unit.end, unit.start + 1200))
        if match:
            return modes[match.group().lower()], match.span()
        if seen >= 2:
            return None
    return None
