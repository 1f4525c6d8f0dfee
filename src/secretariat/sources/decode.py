"""Bytes to characters: the same bytes give the same text on every machine."""

import codecs
import re

from secretariat.model.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = [
    "cp1252", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp866", "cp874",
]  # fmt: skip
"""Encodings in which ministries have published before UTF-8; the only ones that are guessed."""
_SAMPLE = 400_000
"""Bytes that are looked at to guess an encoding."""
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_NOISE_SHARE = 0.02
"""More control and private characters than this, and it is no text; real texts have under 0.001."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8, UTF-16 or UTF-32 by its mark, else the likeliest legacy one.

    A byte order mark is left out of the text; nothing else is changed, line breaks stay as they are. UTF-8 with
    single damaged bytes stays UTF-8, each damaged byte as U+FFFD. Raises ``SourceError`` where the bytes are no text.
    """
    text, encoding = _decoded(data, name)
    sample = text[:_SAMPLE]
    if len(_NOISE.findall(sample)) > _NOISE_SHARE * len(sample):
        raise _no_text(name)
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    if wide := _wide(data):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace"), "utf-8"
    from charset_normalizer import from_bytes  # here, for hardly any text needs it and it is slow to import

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY, enable_fallback=False).best()
    if best is None:
        raise _no_text(name)
    return data.decode(best.encoding, errors="replace"), best.encoding


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as zeros in every other byte of Latin text, spaces and line breaks."""
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even < 0.05 * len(head):
        return "utf-16-le"
    if even > 0.4 * len(head) / 2 and odd < 0.05 * len(head):
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether what is not ASCII is UTF-8 but for single damaged bytes."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - damaged
    return sound >= 20 * damaged


def _no_text(name: str) -> SourceError:
    return SourceError(name, "is not text in any known encoding", "give the document as UTF-8 text, PDF, HTML or DOCX")
