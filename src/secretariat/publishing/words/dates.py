"""EDTF dates in words, for people at a screen."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def in_words(edtf: str) -> str:
    """``2021-09-17`` as "17 September 2021", ``../2025`` as "until 2025", ``203X`` as "2030s".

    A form that is not known here is given back as it is.
    """
    if "/" not in edtf:
        return _one(edtf)
    since, _, until = edtf.partition("/")
    if since in ("", ".."):
        return f"until {_one(until)}"
    if until in ("", ".."):
        return f"since {_one(since)}"
    return _range(since, until)


def all_in_words(dates: tuple[str, ...]) -> str:
    """Several dates, joined by commas and one "and"."""
    words = [in_words(d) for d in dates]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _one(edtf: str) -> str:
    if edtf.endswith("X") and len(edtf) == 4:
        return f"{edtf[:3]}0s"
    found = _DAY.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day = found.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return edtf
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _range(since: str, until: str) -> str:
    if len(since) == len(until) == 4:
        return f"{since}–{until}"
    if len(since) == len(until) == 10 and since[:7] == until[:7]:
        return f"{int(since[8:])}–{_one(until)}"
    return f"{_one(since)} – {_one(until)}"
