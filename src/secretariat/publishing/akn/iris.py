"""What a document is called in Akoma Ntoso, after the OASIS naming convention as the UN uses it (AKN4UN).

``/akn/un/statement/resolution/general-assembly/2023-12-01/a-res-78-70-1f3c5a7b90e1d2c4/eng@``: the organisation in the place of
the country, the type of document, its kind, the organ, the date, and a number.
"""

import re
import unicodedata
from typing import Any

from secretariat.publishing.addresses import digits

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LANGUAGES = {
    "en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara", "de": "deu", "pt": "por", "it": "ita",
    "fa": "fas", "ja": "jpn", "ko": "kor", "nl": "nld", "uk": "ukr", "tr": "tur", "id": "ind", "kk": "kaz", "hi": "hin",
}  # fmt: skip
"""ISO 639-1 → ISO 639-2 (terminological); ``und`` for what is not here."""


def plain(words: str, most: int = 60) -> str:
    """Words as a part of an IRI: small letters without marks, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", letters).strip("-")[:most].rstrip("-")


def language(code: str | None) -> str:
    """The three letters of a language."""
    return _LANGUAGES.get(code or "", "und")


def number(facts: dict[str, Any]) -> str:
    """The number of a document: its symbol, where it has one, and digits of its checksum, which tell all apart."""
    symbol = plain(facts["symbol"] or "", 40)
    return f"{symbol}-{digits(facts['id'])}" if symbol else digits(facts["id"])


def work(facts: dict[str, Any]) -> str:
    """The IRI of the work."""
    parts = [
        "/akn",
        plain(facts["organisation"] or "") or "xx",
        "statement",
        plain(facts["kind"] or "") or "document",
        plain(facts["issued_by"] or ""),
        facts["date"].replace("/", "--") if facts["date"] else "undated",
        number(facts),
    ]
    return "/".join(p for p in parts if p)


def expression(facts: dict[str, Any]) -> str:
    """The IRI of the work in its language, as first published."""
    return f"{work(facts)}/{language(facts['language'])}@"


def file_name(facts: dict[str, Any]) -> str:
    """A name for the file of a document that tells people what it is and is the document's own."""
    parts = [facts["organisation"] or "", facts["date"] or "undated", facts["kind"] or "document", digits(facts["id"])]
    return "-".join(p for p in map(plain, parts) if p) + ".xml"
