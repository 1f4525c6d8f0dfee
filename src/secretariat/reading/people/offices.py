"""The words of an office around its head, and the name that follows them.

1. ``Minister of External Affairs of the Republic of India Subrahmanyam Jaishankar`` 2. ``SCO Secretary-General Vladimir
Norov`` 3. ``Iraqi Prime Minister Kadhimi`` 4. ``President of the European Commission, Ursula von der Leyen``.
An office of which no name follows ("the President of the General Assembly") gives its words and no name.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from secretariat.lexicon.entries import Office
from secretariat.lexicon.literals import Hit
from secretariat.reading.people.known_spans import Known, KnownSpans
from secretariat.reading.people.names import NameLexis, Word, direct_name, is_name, name_after_words, name_run

_JOINT = re.compile(r",? (?:(?:of|for|to|on|and|in|at|with|the|in charge of|responsible for|&) )*")
_BRACKET = re.compile(r" \([A-Z][^()\n]{0,60}\)")
_OPENS = re.compile(r" (?:of|for|to|on|at|in charge of|responsible for|and) ")
_AFTER = re.compile(r",? of (?:the )?(?:Government of (?:the )?)?")
_LEFT = re.compile(r"([^\W\d_][\w.&'+-]*) $")
FARTHEST = 260
"""How many characters the words of an office may take."""


@dataclass(slots=True)
class OfficeWords:
    """An office at ``start:end``, of a state (``state``) or a body (``body``), and the name after it, if any."""

    start: int
    end: int
    entry: Office
    state: str | None = None
    body: str | None = None
    complement: bool = False
    name: list[Word] = field(default_factory=list)
    close: int = 0
    """Where it all ends: office, name and the state after it."""


@dataclass(slots=True)
class OfficeReader:
    """Reads the words around office heads of one running text."""

    text: str
    lexis: NameLexis
    known: KnownSpans
    common: Container[str]
    heads: dict[int, Hit]
    """Office and style hits by start: they end a name and may open one."""
    nameless: list[Hit] = field(default_factory=list)
    """Offices beside which nobody is named, as far as they have been read."""

    def read(self, hit: Hit, floor: int = 0) -> OfficeWords:
        """The whole office of which ``hit`` is the head; it begins at ``floor`` or later."""
        assert isinstance(hit.entry, Office)
        office = OfficeWords(hit.start, hit.end, hit.entry)
        self._left(office, floor)
        self._right(office, hit.end)
        office.close = office.name[-1].end if office.name else office.end
        self._after(office)
        return office

    def _left(self, office: OfficeWords, floor: int) -> None:
        """Takes in what stands before the head: "First Deputy", "Israeli", "Mexico's", "SCO"."""
        at = begin = office.start
        while at > floor + 1 and begin - at < 80:
            end = at - 1 if self.text[at - 1] == " " else at
            bare = end - 2 if self.text[end - 2 : end] == "'s" else end - 1 if self.text[end - 1 : end] == "'" else end
            known = self.known.ends.get(bare)
            if known and end < at and known.start >= floor:
                self._belongs(office, known)
                office.start = known.start
                return
            match = _LEFT.search(self.text, max(floor, at - 24), at)
            if match is None or match.group(1) not in self.lexis.before:
                return
            at = office.start = match.start(1)

    def _belongs(self, office: OfficeWords, known: Known) -> None:
        """Sets whose office it is, where that is not known yet."""
        if known.code:
            office.state = office.state or known.code
        elif office.state is None and office.body is None:
            office.body = self.text[known.start : known.end]

    def _right(self, office: OfficeWords, at: int) -> None:
        """Walks the complement to its end and takes the name after it."""
        opened = _OPENS.match(self.text, at)
        if opened and not (opened.group() == " and " and office.entry.value != "state"):
            at = self._complement(office, at)
        office.end = at
        if office.name or self.text[at : at + 1] not in (" ", ","):
            return
        self._follows(office, at)

    def _complement(self, office: OfficeWords, at: int) -> int:
        """The end of the complement; sets state, body and, where the name is in the same run of capitals, the name."""
        begin, to = at, False
        named_body = False
        while at - begin < FARTHEST:
            bracket = _BRACKET.match(self.text, at)
            if bracket and at > begin:
                at = bracket.end()
                continue
            joint = _JOINT.match(self.text, at)
            if joint is None or (joint.group() == " " and at == begin):
                break
            place = joint.end()
            to = " to " in joint.group()
            comma = joint.group().startswith(",")
            known = self.known.starts.get(place)
            if known and known.name and not comma:
                if not (to and known.code):
                    self._belongs(office, known)
                at, named_body = known.end, named_body or not known.code
                if self.text[at : at + 2] == "'s":
                    at += 2
                continue
            if place in self.heads:
                envoy = office.entry.id == "commissioner" and joint.group() == " of the "
                if (joint.group() != " to the " and not envoy) or _value(self.heads[place]) == "style":
                    break
                at = self.heads[place].end
                if envoy and (owner := re.match(r" of (?:the )?", self.text[at : at + 8])):
                    known = self.known.starts.get(at + owner.end())
                    if known and known.name:
                        self._belongs(office, known)
                        at = known.end
                continue
            run = name_run(self.text, place, self.lexis, self._stops(place))
            taken, name = name_after_words(run, self.lexis, self.common)
            if comma and (not run or run[0].text not in self.lexis.portfolio):
                break
            if taken == 0:
                if joint.group() == " " and is_name(name, 1 if office.state else 2):
                    office.name = name
                break
            at = run[taken - 1].end
            if taken < len(run):
                office.name = name if is_name(name, 2) else []
                break
        if at > begin:
            office.complement = True
            self._body_of(office, begin, at, named_body)
        return at

    def _body_of(self, office: OfficeWords, begin: int, end: int, named: bool) -> None:
        """The body that a complement names, for an office that bodies have: all of it, less "of the"."""
        if office.state or office.entry.value == "state":
            return
        words = self.text[begin:end]
        opener = re.match(r" (?:of|for|on|at|to) (?:the )?", words)
        if opener and (named or words.split()[-1].strip("()") in self.lexis.head) and words.startswith(" of "):
            office.body = words[opener.end() :]

    def _stops(self, place: int) -> Container[int]:
        return _Stops(self.text, self.heads, self.known.starts, place)

    def _follows(self, office: OfficeWords, at: int) -> None:
        """The name right after an office, or after it and a comma or a style ("Prime Minister, H.E. Mr. …")."""
        comma = self.text.startswith(", ", at)
        place = at + 2 if comma else at + 1
        styled = False
        for _ in range(4):
            style = self.heads.get(place)
            if style is None or not isinstance(style.entry, Office) or not _titles(style.entry, office.entry):
                break
            place, styled = style.end + 1, True
        if comma and not office.complement and not styled:
            return
        if place >= len(self.text) or place in self.heads or self._is_known(place):
            return
        run = name_run(self.text, place, self.lexis, self._stops(place))
        if comma or (office.complement and not styled):
            taken, name = name_after_words(run, self.lexis, self.common)
            least = 1 if office.state and not comma else 2
            if taken or not is_name(name, least) or (comma and _OFFICE_NEXT.match(self.text, name[-1].end)):
                return
        else:
            name = direct_name(run, self.lexis)
            least = 2 if office.entry.id in ("governor", "rank") else 1
            if not is_name(name, least) or self.is_common(name):
                return
        office.name = name

    def _is_known(self, place: int) -> bool:
        """Whether a state or a body is named at a place."""
        return place in self.known.starts and self.known.starts[place].name

    def is_common(self, name: list[Word]) -> bool:
        """Whether a name is of ordinary words: "Chair Summary", "Ambassadors Fund", "Chief Executives Board"."""
        if not name:
            return True
        last = name[-1].text
        if len(name) == 1:
            return last in self.lexis.portfolio or last in self.lexis.head or last.lower() in self.common
        known = [w for w in name if w.text.lower() in self.common or w.text in self.lexis.portfolio]
        return len(known) == len(name) or (len(name) == 2 and last in self.lexis.head)

    def _after(self, office: OfficeWords) -> None:
        """The state after the name: "Prime Minister Anthony Albanese of Australia"."""
        if not office.name:
            return
        match = _AFTER.match(self.text, office.name[-1].end)
        if match and (known := self.known.starts.get(match.end())) and known.name:
            office.close = known.end
            if known.code:
                office.state = known.code
            elif office.state is None:
                office.body = self.text[known.start : known.end]


_OFFICE_NEXT = re.compile(r", (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)* (?:of|for) ")


def _value(hit: Hit) -> str:
    """What an office hit is of: a state, a body, any, or a style."""
    return hit.entry.value if isinstance(hit.entry, Office) else ""


def _titles(entry: Office, office: Office) -> bool:
    """Whether an entry may stand between an office and a name: a style, or King after His Majesty."""
    return entry.value == "style" or (entry.id in ("monarch", "president", "ambassador") and entry.id != office.id)


class _Stops:
    """Places at which a name ends: another office or style, or a state by name.

    A state of one word right after the first word of a name is a family name ("Lisa Monaco").
    """

    def __init__(self, text: str, heads: dict[int, Hit], starts: Mapping[int, Known], first: int) -> None:
        self.text, self.heads, self.starts, self.first = text, heads, starts, first

    def __contains__(self, place: object) -> bool:
        if place == self.first or not isinstance(place, int):
            return False
        known = self.starts.get(place)
        if known is None or not known.name or not known.code:
            return place in self.heads
        second = self.text.count(" ", self.first, place) == 1
        state = self.text[known.start : known.end]
        return not second or " " in state or state[1:2].isupper()
