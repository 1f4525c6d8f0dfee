"""Text in XML, to the letter: what XML cannot hold, or would change, is written so that it can be read back."""

import re
from collections.abc import Iterator

EOP = "\f"
_ODD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow, and the carriage return, which its readers change."""
CODE = re.compile(r"U\+([0-9A-F]{4,6})\Z")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Text as pieces: (words, ""), or ("", the character that must be written as an element)."""
    begin = 0
    for odd in _ODD.finditer(text):
        if odd.start() > begin:
            yield text[begin : odd.start()], ""
        yield "", odd[0]
        begin = odd.end()
    if begin < len(text):
        yield text[begin:], ""


def code_of(character: str) -> str:
    """A character by its number: ``U+000D``."""
    return f"U+{ord(character):04X}"


def allowed(text: str) -> str:
    """Text for an attribute or for metadata, in one line: what XML does not allow is left out."""
    return " ".join(_ODD.sub(" ", text).split())
