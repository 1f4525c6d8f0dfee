"""Lengths of time as people write them: 30d, 6w, 12m, 2y."""

import re
from calendar import monthrange
from datetime import date, timedelta

from secretariat.model.errors import RegisterError

_LENGTH = re.compile(r"(\d{1,4})\s*([dwmy])", re.IGNORECASE)


def end_of(first: str, within: str) -> tuple[str, str]:
    """The first and the last day of a time that begins at an ISO date; raises ``RegisterError`` where it is none."""
    found = _LENGTH.fullmatch(within.strip())
    try:
        begin = date.fromisoformat(first)
    except ValueError:
        raise RegisterError("filter", f"{first!r} is no day", "write it as 2021-11-25") from None
    if found is None:
        raise RegisterError("filter", f"{within!r} is no length of time", "write it as 30d, 6w, 12m or 2y")
    number, unit = int(found.group(1)), found.group(2).lower()
    try:
        last = _later(begin, number, unit)
    except (ValueError, OverflowError):
        raise RegisterError("filter", f"{within!r} is too long", "name a shorter time") from None
    return begin.isoformat(), last.isoformat()


def _later(begin: date, number: int, unit: str) -> date:
    if unit in "dw":
        return begin + timedelta(days=number * (7 if unit == "w" else 1))
    months = begin.month - 1 + number * (12 if unit == "y" else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    return date(year, month, min(begin.day, monthrange(year, month)[1]))
