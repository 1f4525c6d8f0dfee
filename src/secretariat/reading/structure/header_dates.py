"""The dates that heads and feet of documents write in full, day by day; nothing is read that is not a whole date.

1. ``17 September 2021`` 2. ``September 21, 2023`` 3. ``the 16th day of December 2004`` 4. ``28-29 September 2022``
(an interval) 5. ``2021-11-25`` 6. ``25.11.2021``. "24 and 31 July 1976" is the
last of its days. Refused: ``September 2021``, ``31 February 2020``.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec

from secretariat.model.spans import Span

_AND = re.compile(r"\band\b", re.IGNORECASE)


class HeaderDate(msgspec.Struct, frozen=True):
    """A whole date as EDTF and where it stands."""

    edtf: str
    span: Span


class DateReader:
    """Finds whole dates; ``months`` are names, lower case → two digits."""

    def __init__(self, months: Mapping[str, str]) -> None:
        self._months = dict(months)
        self._pattern = _pattern(tuple(sorted(months, key=lambda m: (-len(m), m))))

    def find(self, text: str, start: int, end: int) -> list[HeaderDate]:
        """The whole dates of ``text[start:end]`` in order; one that the calendar does not know is left out."""
        found: list[HeaderDate] = []
        for match in self._pattern.finditer(text, start, end):
            edtf = self._edtf(match)
            if edtf:
                found.append(HeaderDate(edtf, match.span()))
        return found

    def _edtf(self, match: re.Match[str]) -> str | None:
        part = match.groupdict()
        if part["iso"]:
            return _valid(part["iso"])
        if part["dotted"]:
            day, month, year = part["dotted"].split(".")
            return _valid(f"{year}-{int(month):02}-{int(day):02}")
        side = "1" if part["month1"] else "2"
        month, year = self._months[part["month" + side].lower().rstrip(".")], part["year" + side]
        last = _valid(f"{year}-{month}-{int(part['day' + side]):02}")
        if part["from" + side] is None:
            return last
        first = _valid(f"{year}-{month}-{int(part['from' + side]):02}")
        if side == "2":
            first, last = first, last
        if not (first and last and first < last):
            return None
        apart = date.fromisoformat(last) - date.fromisoformat(first)
        if _AND.search(match.group()) and apart.days > 1:
            return last
        return f"{first}/{last}"


@lru_cache(maxsize=4)
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(months) or "(?!)"
    joint = r"\s?(?:-|–|—|to|and|until|through)\s?"
    return re.compile(
        rf"""\b(?:
          (?P<iso>\d{{4}}-\d\d-\d\d)
        | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})
        | (?:(?P<from1>\d{{1,2}})(?:st|nd|rd|th)?{joint})?(?:the\ )?
          (?P<day1>\d{{1,2}})(?:\ ?(?:st|nd|rd|th))?(?:\ day)?(?:\ of)?(?:\ the)?(?:\ month\ of)?
          \ (?P<month1>{names})\.?,?(?:\ of)?(?:\ the\ year)?\ (?P<year1>(?:1[5-9]|20)\d\d)
        | (?P<month2>{names})\.?\ (?:(?P<from2>\d{{1,2}})(?:st|nd|rd|th)?{joint})?
          (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\ ?|\ )(?P<year2>(?:1[5-9]|20)\d\d)
        )\b""",
        re.VERBOSE | re.IGNORECASE,
    )


def _valid(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
