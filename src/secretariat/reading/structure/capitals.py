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

_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de]")
_LETTER = re.compile(r"[^\W\d_]")


def in_capitals(text: str) -> bool:
    """Whether most letters are capitals; a text without letters is not."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_CAPITAL.findall(text)) > MOST * letters


def capitals_finding(draft: Draft) -> list[Finding]:
    """A doubt about the whole document where it is in capitals: names in it are not told from other words."""
    text = draft.flow.text
    if len(text) < LONG or not in_capitals(text):
        return []
    message = "the text is written in capitals throughout: only names that the lexicon knows were read"
    return [Finding(code="in-capitals", message=message, start=0, end=min(len(text), 1), severity="doubt")]
