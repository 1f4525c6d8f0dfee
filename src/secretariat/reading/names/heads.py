"""A head word of a name, and the words around it as the grammar sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from secretariat.reading.names.around import Surroundings
from secretariat.reading.names.words import NameWords
from secretariat.reading.tokens import Token

HeadType: TypeAlias = Literal["body", "instrument", "event"]
Verdict: TypeAlias = tuple[int, int, str] | None
"""First token of the name, token after its last, and the rule; None where it is no name."""

TELLING = frozenset(["on", "against", "between", "to", "for", "concerning", "regarding"])
"""The words whose complement tells which agreement, group or plan is meant."""


class Head(msgspec.Struct, frozen=True, gc=False):
    """A head word at ``start:end`` with its kind; ``strong`` and ``id`` as its lexicon entry says."""

    type: HeadType
    start: int
    end: int
    text: str
    kind: str
    strong: bool
    id: str
    proper: bool = False
    """Whether a capital alone makes it a name: "the Final Document"."""


@dataclass(frozen=True, slots=True)
class Site:
    """A head at ``tokens[first:last + 1]`` and the name that may have grown around it, ``tokens[left:right]``."""

    tokens: Sequence[Token]
    first: int
    last: int
    left: int
    right: int
    head: Head
    words: NameWords
    around: Surroundings

    @property
    def capital(self) -> bool:
        """Whether the head is written with a capital."""
        return self.head.text[0].isupper()

    @property
    def before(self) -> list[Token]:
        """The capitals before the head that belong to the name."""
        return [t for t in self.tokens[self.left : self.first] if t.shape in ("capital", "acronym")]

    @property
    def complemented(self) -> int:
        """How many tokens the name has after its head."""
        return self.right - self.last - 1

    @property
    def opener(self) -> str:
        """The word after the head."""
        return self.text(self.last + 1)

    def text(self, at: int) -> str:
        """The word at an index; empty outside the unit."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    @property
    def plural(self) -> bool:
        """Whether the head is plural: "agreements", "Banks"."""
        return self.head.text.endswith("s") and not self.head.text.endswith("ss")


def adjectives(site: Site) -> int:
    """Index of the first of the adjectives before a head in lower case: "**overarching international** convention"."""
    at = site.first
    while at > 0 and (site.text(at - 1) in site.words.adjective or site.tokens[at - 1].shape == "acronym"):
        at -= 1
    return at


def modifiers(site: Site) -> int:
    """Index of the first word after the article before a head: "a **joint salvage training** centre"."""
    words = site.words
    at = site.first
    while at > 0 and site.first - at < 6 and site.tokens[at - 1].shape in ("lower", "acronym", "capital"):
        text = site.text(at - 1)
        opening = text in words.outside or text.lower() in words.creating
        if text in words.stop or text in words.connector or text in words.complement or opening:
            break
        at -= 1
    return at


def created(site: Site, start: int) -> bool:
    """Whether a word of creation governs the words from ``start``: "**establish** a private-sector platform"."""
    words = site.words
    at = start - 1
    while at >= 0 and start - at < 8:
        token = site.tokens[at]
        if token.text.lower() in words.creating:
            return True
        if token.text in words.stop or token.shape in ("mark", "capital") or token.text in ("and", "with", "for", "in"):
            return False
        at -= 1
    return False


def generic(site: Site) -> bool:
    """Whether a plural in capitals names a class, not one thing: "International Financial Institutions"."""
    return site.plural and all(t.text.lower() in site.words.adjective for t in site.before)
