"""The words of a paragraph with what is named in them as elements; where names cross, one is told in two pieces."""

from collections.abc import Sequence
from typing import Any

from secretariat.model.edtf import find_bounds
from secretariat.publishing.akn.meta import OWN, element, q
from secretariat.publishing.exact import EOP, code_of, pieces
from secretariat.register.asking.answer import Row

ELEMENTS = {"body": "organization", "state": "organization", "event": "event", "person": "person", "place": "location"}
"""Type of mention → element; dates and instruments have their own, groups are entities."""

Part = tuple[int, int, Row]
"""A stretch of the text that a mention covers."""


class Inline:
    """Writes words into elements that are open in an incremental XML file."""

    def __init__(self, file: Any, ids: dict[str, str], addresses: dict[str, str]) -> None:
        self._file = file
        self._ids = ids
        self._addresses = addresses

    def write(self, text: str, start: int, mentions: Sequence[Row]) -> None:
        """Writes ``text``, which begins at ``start`` of the document, with the mentions that lie in it."""
        end = start + len(text)
        own = [
            (max(m["start"], start), min(m["end"], end), m) for m in mentions if m["start"] < end and m["end"] > start
        ]
        self._nest(text, start, start, end, _ordered(own))

    def _nest(self, text: str, origin: int, begin: int, end: int, own: list[Part]) -> None:
        at = begin
        while own:
            low, high, mention = own.pop(0)
            inner = [(max(a, low), min(b, high), m) for a, b, m in own if a < high]
            own = _ordered([(max(a, high), b, m) for a, b, m in own if b > high])  # what is left, and what follows
            self._text(text[at - origin : low - origin])
            name, attributes = self._element(mention)
            with self._file.element(q(name), attributes):
                self._nest(text, origin, low, high, _ordered(inner))
            at = high
        self._text(text[at - origin : end - origin])

    def _element(self, mention: Row) -> tuple[str, dict[str, str]]:
        type_, entity = mention["type"], mention["entity"]
        refers = {"refersTo": f"#{self._ids[entity]}"} if entity in self._ids else {}
        if type_ == "date":
            day = _day(mention["attributes"].get("edtf") or [])
            if day:
                return "date", {"date": day}
            return "inline", {"name": "date", f"{{{OWN}}}edtf": " ".join(mention["attributes"].get("edtf") or [])}
        if type_ == "instrument" and entity in self._addresses:
            return "ref", {"href": self._addresses[entity]}
        if type_ in ELEMENTS and refers:
            return ELEMENTS[type_], refers
        return "inline", {"name": type_, **refers}

    def _text(self, text: str) -> None:
        for words, odd in pieces(text):
            if words:
                self._file.write(words)
            elif odd == EOP:
                self._file.write(element("eop"))
            else:
                self._file.write(element("marker", name=code_of(odd)))


def _ordered(own: list[Part]) -> list[Part]:
    return sorted(own, key=lambda part: (part[0], -part[1], part[2]["n"]))


def _day(edtf: Sequence[str]) -> str:
    """The day that a date names, where it names one day and nothing else."""
    bounds = [find_bounds(value) for value in edtf]
    if len(bounds) == 1 and bounds[0][0] and bounds[0][0] == bounds[0][1]:
        return bounds[0][0]
    return ""
