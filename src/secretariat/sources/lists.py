"""The numbers and letters that readers see before the items of a list, and that the markup only counts."""

import re

from secretariat.model.spans import Span

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_NUMBERED = re.compile(r"\s*(?:[(\[]?(?:\d{1,4}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlc]{1,7}|[IVXLC]{1,7})[.)\]]|[•–—-]\s)")


def roman(number: int) -> str:
    """4 as "iv"; a number out of 1–3,999 in digits."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def letters(number: int, doubled: bool = False) -> str:
    """1 as "a", 27 as "aa"; ``doubled`` as word processors count: 27 "aa", 28 "bb"."""
    if number < 1:
        return str(number)
    if doubled:
        times, place = divmod(number - 1, 26)
        return chr(97 + place) * (times + 1) if times < 20 else str(number)
    written = ""
    while number > 0 and len(written) < 6:
        number, place = divmod(number - 1, 26)
        written = chr(97 + place) + written
    return written


def in_style(number: int, style: str) -> str:
    """A number in an HTML list style: "1", "a", "A", "i", "I"."""
    match style:
        case "a":
            return letters(number)
        case "A":
            return letters(number).upper()
        case "i":
            return roman(number)
        case "I":
            return roman(number).upper()
        case _:
            return str(number)


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number of its own: "1. The", "(a) the", "iv) the", "3.2. The"."""
    return _NUMBERED.match(text) is not None


def shifted(marks: list[Span], by: int) -> list[Span]:
    """Places moved on, because a number was put before them."""
    return [(start + by, end + by) for start, end in marks]
