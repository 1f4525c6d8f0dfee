"""Dates as EDTF strings (ISO 8601-2): the part of it that governments' texts need, read, compared and written.

Taken: ``2021-09-17`` · ``2021-09`` · ``2021`` · ``199X`` (a decade) · ``2021-21`` … ``2021-24`` (spring to winter) ·
``XXXX-09-17`` and ``XXXX-09`` (every year) · an interval of two of them (``2022/2024``), open at one end as ``..``
(``../2025``, ``2001/..``). Refused: ``2021-9-17``, ``2021-02-30``, ``2024/2022``, ``../..``, ``199X/..``.
"""

import re
from calendar import monthrange

_SIMPLE = re.compile(r"(\d{4}|\d{3}X|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_FIRST, _LAST = "0000-01-01", "9999-12-31"

Bounds = tuple[str | None, str | None]
"""The earliest and the latest ISO day that a date may mean; null where it is open, or where it is of every year."""


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; February has 29 where the year is not known."""
    return monthrange(year or 2000, month)[1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def write_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A year, month or day as EDTF; ``XXXX`` for a year that is not known. Raises ``ValueError`` for no such date."""
    text = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    if _simple_bounds(text) is None:
        raise ValueError(f"no such date: {text}")
    return text


def write_interval(start: str | None, end: str | None) -> str:
    """An interval, open where an end is null; one date where both are the same. Raises ``ValueError`` if it is none."""
    if start is not None and start == end:
        return start
    text = f"{start or '..'}/{end or '..'}"
    if not is_edtf(text):
        raise ValueError(f"no interval: {text}")
    return text


def _simple_bounds(text: str) -> Bounds | None:
    """The bounds of a date that is no interval; null where it is no such date."""
    match = _SIMPLE.fullmatch(text)
    if match is None or not text.isascii():
        return None
    year, month, day = match.groups()
    if year == "XXXX":
        known = month is not None and 1 <= int(month) <= 12 and (day is None or is_day(None, int(month), int(day)))
        return (None, None) if known else None
    if year.endswith("X"):
        return (f"{year[:3]}0-01-01", f"{year[:3]}9-12-31") if month is None else None
    if month is None or (21 <= int(month) <= 24 and day is None):
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{days_in(int(year), int(month)):02d}"
    return (text, text) if is_day(int(year), int(month), int(day)) else None


def find_bounds(text: str) -> Bounds:
    """The earliest and latest day of an EDTF string; raises ``ValueError`` where it is none of this subset.

    ``2021-09`` gives ``("2021-09-01", "2021-09-30")``, ``../2025`` gives ``(None, "2025-12-31")``. A season gives its
    year, since it falls differently north and south.
    """
    start, slash, end = text.partition("/")
    if not slash:
        bounds = _simple_bounds(text)
        if bounds is None:
            raise ValueError(f"not an EDTF date: {text!r}")
        return bounds
    low = (None, None) if start == ".." else _simple_bounds(start)
    high = (None, None) if end == ".." else _simple_bounds(end)
    if low is None or high is None or start == end == ".." or "X" in text:
        raise ValueError(f"not an EDTF interval: {text!r}")
    if low[0] and high[1] and (low[0] > high[1] or (high[0] and low[0] > high[0])):
        raise ValueError(f"interval ends before it starts: {text!r}")
    return low[0], high[1]


def is_edtf(text: str) -> bool:
    """Whether a string is EDTF of this subset."""
    try:
        find_bounds(text)
    except ValueError:
        return False
    return True


def sort_key(text: str) -> tuple[str, str]:
    """A key that orders EDTF strings by their earliest day, then by their latest; open ends lie furthest out."""
    low, high = find_bounds(text)
    return low or _FIRST, high or _LAST


def is_before(one: str, other: str) -> bool:
    """Whether the first has surely ended when the second begins."""
    high, low = find_bounds(one)[1], find_bounds(other)[0]
    return high is not None and low is not None and high < low


def holds(outer: str, inner: str) -> bool:
    """Whether every day that ``inner`` may mean lies in ``outer``; a date holds itself."""
    if outer == inner:
        return True
    (low, high), (start, end) = sort_key(outer), sort_key(inner)
    return low <= start and end <= high and "XXXX" not in outer


def meets(one: str, other: str) -> bool:
    """Whether two dates may share a day."""
    (low, high), (start, end) = sort_key(one), sort_key(other)
    return low <= end and start <= high
