"""Heads that name their fields: ``[Title] …``, ``[Place] …``, ``[Date] …``, ``[Source] …``, and lines ``Date: …``."""

import re
from collections.abc import Iterable

from secretariat.model.spans import Span
from secretariat.reading.flow import Flow, Unit

_FIELD = re.compile(
    r"\[(?P<a>[A-Z][A-Za-z ]{1,20})\] ?|(?P<b>Title|Place|Venue|Date"
    r"|Date of signing|Date of signature|Date of adoption|Source|Notes?): "
)
FIELDS = {
    "title": "title", "place": "place", "venue": "place", "date": "date",
    "date of signing": "date", "date of signature": "date",
    "date of adoption": "date", "source": "publisher", "note": "notes", "notes": "notes",
}  # fmt: skip
"""The name of a field in the text, lower case → the fact that it gives."""


def read_fields(flow: Flow, units: Iterable[Unit]) -> dict[str, Span]:
    """Fact → where its value stands, for the fields of these units that are not empty; the first of each counts."""
    found: dict[str, Span] = {}
    for unit in units:
        matches = list(_FIELD.finditer(flow.text, unit.start, unit.end))
        for place, match in enumerate(matches):
            fact = FIELDS.get((match["a"] or match["b"]).casefold())
            if match["b"] and match.start() != unit.start:
                continue
            end = matches[place + 1].start() if place + 1 < len(matches) else unit.end
            value = flow.text[match.end() : end].strip()
            if fact and value:
                start = flow.text.index(value, match.end())
                found.setdefault(fact, (start, start + len(value)))
    return found
