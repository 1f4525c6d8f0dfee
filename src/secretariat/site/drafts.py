"""Texts that visitors paste, read as documents are; nothing of them is kept."""

from secretariat.model.errors import RegisterError, SecretariatError
from secretariat.model.record import Record
from secretariat.reading.order import Options, read_document
from secretariat.site.room import Room
from secretariat.sources import source_from_text

MOST = 200_000
"""Letters of a text that may be pasted."""


def pasted(text: str) -> str:
    """The text with the ends of lines that documents have. Raises ``RegisterError`` where it is too long."""
    text = text.replace("\r\n", "\n").strip()
    if len(text) > MOST:
        raise RegisterError("draft", f"the text has more than {MOST:,} letters", "paste a part of it")
    return text


def read_draft(room: Room, text: str) -> Record:
    """The record of a pasted text. Raises ``RegisterError`` where it cannot be read."""
    try:
        options = Options(lexicon=room.settings.lexicon, any_language=True)
        return read_document(source_from_text(pasted(text), "pasted draft"), options)
    except SecretariatError as fault:
        what = getattr(fault, "fault", str(fault))
        raise RegisterError("draft", f"the text {what}", "paste the text of a draft") from fault
