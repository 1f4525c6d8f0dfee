"""Who signed: names and offices in lines of their own, in either order.

1. office line, name line 2. name line, office line 3. ``For the Government of Japan:`` then a name
4. two names on a line over two offices 5. ``President Ana Morel of the Republic of Chile``, several such lines in a
row 6. bare names at the very foot, one a line, at least two.
A line that is neither ends the run; a lone pair counts only where one line is wholly an office.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.model.mentions import Person
from secretariat.reading.flow import Unit
from secretariat.reading.people.known_spans import Known
from secretariat.reading.people.names import Word, is_name, name_run
from secretariat.reading.people.offices import OfficeReader, OfficeWords

_FOR = re.compile(r"(?:on behalf of|for)\s(?:and on behalf of )?(?:the )?(?:government of )?(?:the )?", re.IGNORECASE)
_OF_STATE = re.compile(r"(?:of|for) (?:the )?")
_STYLE = re.compile(r"(?:\(?Signed:?\)?:? |\[Signed\] |/s/ )")
_BETWEEN = re.compile(r"(?: \([^()\n]{1,40}\))?[ :_.,]*(?:\(?Signed:?\)?:? |/s/ )?")
LONGEST_LINE = 160
FOOT_LINE = 60


@dataclass(slots=True)
class Line:
    """One line of a signature block: names, or offices, or the state for which is signed."""

    names: list[list[Word]]
    offices: list[OfficeWords]
    state: str | None = None
    whole: Person | None = None
    """The person of a line that holds office, name and state."""
    signed: bool = False
    """Whether the structure of the document says that the line is of a signature block."""
    opens: bool = False
    """Whether the line says for whom is signed: the name comes after it."""


def find_signatories(units: Sequence[Unit], reader: OfficeReader) -> list[Person]:
    """The persons of every run of signature lines, in order of the text."""
    found: list[Person] = []
    run: list[Line] = []
    foot = _foot(units)
    for number, unit in enumerate(units):
        line = _line(unit, reader) if unit.end - unit.start <= LONGEST_LINE else None
        if line is None:
            if number >= foot and len(run) > 1 and all(li.names and len(li.names) == 1 for li in run):
                found += [_person(li.names[0], None, None, reader.text) for li in run]
            found += _persons(run, reader.text)
            run = []
        else:
            run.append(line)
    return found + _persons(run, reader.text)


def _foot(units: Sequence[Unit]) -> int:
    """Index of the unit from which on only short lines follow: what stands there may be bare names of signatories."""
    at = len(units)
    while at and units[at - 1].end - units[at - 1].start < FOOT_LINE:
        at -= 1
    return at


def _line(unit: Unit, reader: OfficeReader) -> Line | None:
    """What a unit is as a line of a signature block; None where it is none."""
    text, start, end = reader.text, unit.start, unit.end
    signed = _STYLE.match(text, start)
    start = signed.end() if signed else start
    cue = _FOR.match(text, start)
    known = reader.known.starts.get(cue.end()) if cue else None
    if cue and known and text[known.end : end].strip(" :_.") == "":
        return Line([], [], known.code or text[known.start : known.end], opens=True)
    if cue and known and (signer := _signer(known, end, reader)):
        return Line([], [], whole=signer, signed=True)
    of_state = _OF_STATE.match(text, start)
    owner = reader.known.starts.get(of_state.end()) if of_state else None
    if owner and owner.code and end - owner.end < 2:
        return Line([], [], owner.code)
    if offices := _offices(start, end, reader):
        return Line([], offices)
    if whole := _whole(start, end, reader):
        return Line([], [], whole=whole, signed=unit.kind == "signature")
    names = _names(start, end, reader)
    return Line(names, []) if names else None


def _signer(known: Known, end: int, reader: OfficeReader) -> Person | None:
    """The person in the same line as the state: "For the Russian Federation (RSFSR) B. Yeltsin"."""
    opened = _BETWEEN.match(reader.text, known.end)
    names = _names(opened.end() if opened else known.end, end, reader)
    if len(names) != 1:
        return None
    of = known.code or reader.text[known.start : known.end]
    return Person(start=names[0][0].start, end=names[0][-1].end, of=of, capacity="signatory", rule="person:signature")


def _whole(start: int, end: int, reader: OfficeReader) -> Person | None:
    """The person where office, name and state fill a stretch: "President Ana Morel of the Republic of Chile"."""
    hit = reader.heads.get(start)
    if hit is None or getattr(hit.entry, "value", "style") == "style":
        return None
    office = reader.read(hit, start)
    if not office.name or office.start != start or reader.text[office.close : end].strip(" ,.;") or not office.state:
        return None
    return _person(office.name, office, None, reader.text)


def _offices(start: int, end: int, reader: OfficeReader) -> list[OfficeWords]:
    """The offices that fill a stretch wholly, or none."""
    offices: list[OfficeWords] = []
    at = start
    while at < end:
        ahead = range(at, min(end, at + 50)) if not offices else (at,)
        hit = next((h for place in ahead if (h := reader.heads.get(place))), None)
        if hit is None:
            return []
        office = reader.read(hit, at)
        if office.entry.value == "style" or office.name or reader.text[at : office.start].strip(" ,"):
            return []
        offices.append(office)
        at = office.end
        while at < end and reader.text[at] in " ,:;/":
            at += 1
    return offices


def _names(start: int, end: int, reader: OfficeReader) -> list[list[Word]]:
    """The names that fill a stretch wholly: styles before them are left out."""
    names: list[list[Word]] = []
    at = start
    while at < end:
        while (style := reader.heads.get(at)) is not None and getattr(style.entry, "value", "") == "style":
            at = style.end + 1
        run = name_run(reader.text, at, reader.lexis, ())
        words = [w.text.capitalize() for w in run]
        if not is_name(run, 2) or any(w in reader.lexis.portfolio or w in reader.lexis.never for w in words):
            return []
        if len(run) > 6 or any(w.start in reader.known.starts and reader.known.starts[w.start].name for w in run):
            return []
        names.append(run)
        at = run[-1].end
        while at < end and reader.text[at] in " ,:;/._":
            at += 1
    return names


def _persons(lines: Sequence[Line], text: str) -> list[Person]:
    """The names of a run with their offices: those before them if the run opens with an office, else those after."""
    whole = [line.whole for line in lines if line.whole]
    if len(whole) > 1 or any(line.signed for line in lines if line.whole):
        rest = [line for line in lines if not line.whole]
        return [*whole, *_persons(rest, text)]
    named = [i for i, line in enumerate(lines) if line.names]
    if not named or len(named) == len(lines):
        return []
    after = named[0] == 0 and not any(line.opens for line in lines)
    persons: list[Person] = []
    for order, index in enumerate(named):
        low = index + 1 if after else (named[order - 1] + 1 if order else 0)
        high = (named[order + 1] if order + 1 < len(named) else len(lines)) if after else index
        held = lines[low:high]
        offices = [o for line in held for o in line.offices]
        state = next((line.state for line in held if line.state), None)
        names = lines[index].names
        if len(names) == 1 and len(offices) == 2:
            names = _parted(names[0])
        for place, name in enumerate(names):
            office = offices[min(place, len(offices) - 1)] if offices else None
            persons.append(_person(name, office, state, text))
    return persons


def _parted(name: list[Word]) -> list[list[Word]]:
    """Two names that stand in one line over two offices, parted near the middle and never at an initial."""
    middle = len(name) / 2
    initial = [len(w.text) == 2 and w.text.endswith(".") for w in name]
    places = [k for k in range(2, len(name) - 1) if not initial[k - 1] and not initial[k]]
    at = min(places, key=lambda k: (abs(k - middle), k), default=0)
    return [name[:at], name[at:]] if at else [name]


def _person(name: list[Word], office: OfficeWords | None, state: str | None, text: str) -> Person:
    of = (office.state or office.body) if office else None
    return Person(
        start=name[0].start, end=name[-1].end, office=text[office.start : office.end] if office else None,
        of=of or state, capacity="signatory", rule="person:signature",
    )  # fmt: skip
