"""Names that the lexicon and the profiles know, wherever they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from secretariat.lexicon.entries import Name
from secretariat.reading.draft import Draft

NameType: TypeAlias = Literal["body", "instrument", "event", "initiative"]

KNOWN: dict[str, NameType] = {
    "body-name": "body",
    "organ": "body",
    "organisation": "body",
    "instrument-name": "instrument",
    "organisation-instrument": "instrument",
    "event-name": "event",
    "initiative-name": "initiative",
}
"""Category of the lexicon or of profiles → what its names are."""

SHORT = 7
"""In a text in capitals a known form of fewer letters may be a common word ("AU", "WHO")."""

_KINDS_GIVEN = frozenset(["instrument-name", "organisation-instrument", "event-name"])
_EDITION = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)|annual|inaugural|first|second|third|[a-z]+th|"
    r"(?P<turn>next|upcoming|forthcoming|latest|last)) (?P<whose>[A-Z][\w.-]+ )?$"
)
"""What makes of a standing dialogue one of its meetings: "the 2031 Harbour Dialogue"."""

_IN_SYMBOL = re.compile(r"/\S")


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A possible name at ``start:end`` with its head word at ``head``; ``entry`` where it is a known one."""

    type: NameType
    start: int
    end: int
    head: int
    kind: str
    rule: str
    entry: Name | None = None
    lower: bool = False
    weak: bool = False
    article: bool = False
    """Whether "the" stands before it: a name within a name is then a thing of its own."""
    after_of: bool = False
    """Whether a bare "of" stands before it: "Compacts **of** Free Association" names no association."""
    bracket: int = -1
    """Where the words of a closing bracket begin: they are the name's own acronym."""


def known_candidates(draft: Draft) -> Iterator[Candidate]:
    """Every known name; not the second half of a compound ("Asia-**Pacific Community**"), not in a symbol ("NPT/CONF.1")."""
    text = draft.flow.text
    for category, type_ in KNOWN.items():
        for hit in draft.hits.of(category):
            entry = hit.entry
            assert isinstance(entry, Name)
            before = text[max(0, hit.start - 1) : hit.start]
            if draft.in_capitals and hit.end - hit.start < SHORT:
                continue
            if before == "/" or (before == "-" and not hit.form.text.isupper()) or _IN_SYMBOL.match(text, hit.end):
                continue
            if (
                type_ == "body"
                and entry.value == "dialogue"
                and (edition := _EDITION.search(text, max(0, hit.start - 24), hit.start))
            ):
                start = edition.start("whose") if edition["turn"] and edition["whose"] else hit.start
                start = start if edition["turn"] else edition.start()
                head = hit.start + head_offset(hit.form.text)
                yield Candidate("event", start, hit.end, head, "meeting", "event:edition-of-a-dialogue")
                continue
            head = hit.start + head_offset(text[hit.start : hit.end])
            kind = entry.value if category in _KINDS_GIVEN else ""
            yield Candidate(type_, hit.start, hit.end, head, kind, f"{category}:{entry.id}", entry)


@lru_cache(maxsize=4096)
def head_offset(name: str) -> int:
    """Where the head word of a name stands in it: the last word before its complement, brackets left out."""
    words = name.split(" ")
    at = 0
    bracketed = False
    for number, word in enumerate(words):
        if number and word in ("of", "on", "for", "against", "to", "between", "in"):
            break
        bracketed = bracketed or word.startswith("(")
        if not bracketed:
            at = number
        bracketed = bracketed and not word.endswith(")")
    return sum(len(w) + 1 for w in words[:at])
