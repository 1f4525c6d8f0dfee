"""Text in capitals throughout, where a capital letter tells nothing of names.

"THE COMMITTEE SHALL MEET ONCE A YEAR" names no committee; "JOINT STATEMENT ON PORTS" is a title and may.
"""

import re

from secretariat.model.statements import Finding
from secretariat.reading.draft import Draft

LONG = 120
"""From how many characters on a line in capitals is running text, not a title."""

MOST = 0.6
"""The share of capitals among letters from which a text counts as written in them; in ordinary prose it is below 0.1."""

_CAPITALS = bytes([*range(0x41, 0x5B), *range(0xC0, 0xDF)])
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = bytes(code for code in range(256) if _LETTER.match(chr(code)))
_BEYOND = re.compile("[^\x00-\xff]+")
"""Runs of characters outside Latin-1, of which every letter counts and none as a capital."""


def in_capitals(text: str) -> bool:
    """Whether most letters are capitals; a text without letters is not."""
    plain = text.encode("latin-1", "ignore")
    letters = _count(plain, _LETTERS)
    if len(plain) < len(text):
        letters += sum(len(_LETTER.findall(run.group())) for run in _BEYOND.finditer(text))
    return letters > 0 and _count(plain, _CAPITALS) > MOST * letters


def _count(text: bytes, wanted: bytes) -> int:
    """How many bytes of a text are among these; a hundred times as fast as looking at each."""
    return len(text) - len(text.translate(None, wanted))


def capitals_finding(draft: Draft) -> list[Finding]:
    """A doubt about the whole document where it is in capitals: names in it are not told from other words."""
    text = draft.flow.text
    if len(text) < LONG or not in_capitals(text):
        return []
    message = "the text is written in capitals throughout: only names that the lexicon knows were read"
    return [Finding(code="in-capitals", message=message, start=0, end=min(len(text), 1), severity="doubt")]
