"""One pass over a text for every literal of every lexicon: an Aho-Corasick automaton, overlapping matches kept."""

import heapq
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from secretariat.lexicon.entries import Entry


class Form(msgspec.Struct, frozen=True, gc=False):
    """One written form of an entry, filed under its category."""

    category: str
    entry: Entry
    text: str


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A form found at ``start:end`` of the scanned text, at word boundaries."""

    start: int
    end: int
    form: Form

    @property
    def entry(self) -> Entry:
        """The entry that the form belongs to."""
        return self.form.entry


class Hits:
    """What one scan found, by category, each in order of start and longest first.

    Hits are kept as bare numbers and made when they are asked for; those of a category that are many are made anew
    each time, so that they do not fill the memory of a long document.
    """

    def __init__(self) -> None:
        self._found: dict[str, list[_Found]] = {}
        self._made: dict[str, list[Hit]] = {}

    def of(self, *categories: str) -> list[Hit]:
        """The hits of these categories, overlapping ones included, by (start, -end)."""
        if len(categories) == 1:
            return self._of(categories[0])
        return sorted((h for c in categories for h in self._of(c)), key=_by_place)

    def _of(self, category: str) -> list[Hit]:
        if category in self._made:
            return self._made[category]
        hits = list(self._each(category))
        if len(hits) <= _KEPT:
            self._made[category] = hits
        return hits

    def each(self, *categories: str, longest: bool = False) -> Iterator[Hit]:
        """The hits of these categories one after another, as ``of`` or ``longest`` give them, never all of them made."""
        hits = (
            heapq.merge(*map(self._each, categories), key=_by_place) if len(categories) > 1 else self._each(*categories)
        )
        end = 0
        for hit in hits:
            if not longest or hit.start >= end:
                yield hit
                end = hit.end

    def _each(self, category: str) -> Iterator[Hit]:
        made = self._made.get(category)
        if made is not None:
            return iter(made)
        found = [one.hits() for one in self._found.get(category, ())]
        return found[0] if len(found) == 1 else heapq.merge(*found, key=_by_place)

    def merge(self, other: "Hits") -> None:
        """Adds the hits of another scan of the same text."""
        for category, found in other._found.items():
            self._found.setdefault(category, []).extend(found)
            self._made.pop(category, None)

    def longest(self, *categories: str) -> list[Hit]:
        """The hits of these categories, leftmost-longest, none overlapping another."""
        return list(self.each(*categories, longest=True))


def fold(text: str) -> str:
    """Lower case and plain hyphens and apostrophes, with the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _plain(lowered)


def _plain(text: str) -> str:
    """Plain hyphens, apostrophes and spaces, with the same length."""
    return text.translate(_PLAIN) if _TYPOGRAPHIC.search(text) else text


_TYPOGRAPHIC = re.compile("[\u2018\u2019\u2010\u2011\u00a0]")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " "})


class _Pattern(NamedTuple):
    """The forms, by number, that fold to one literal: those of any case, and those with capitals as they must be written."""

    any_case: tuple[int, ...]
    cased: tuple[tuple[int, str, str], ...]
    """Form, the form as plain text, and the same in capitals where it is long enough to be known by them alone."""


class Literals:
    """The automaton. Forms with a capital match with case, others in any case."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(forms)
        by_text: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self._forms):
            by_text[fold(form.text)].append(number)
        self._numbers = tuple(by_text.values())
        self._patterns: dict[int, _Pattern] = {}
        self._automaton = AhoCorasick(list(by_text), matchkind=MatchKind.Standard) if by_text else None

    def _pattern(self, index: int) -> _Pattern:
        """The literal of that index; made when it is first found, for a document has few of all that there are."""
        any_case: list[int] = []
        cased: list[tuple[int, str, str]] = []
        for number in self._numbers[index]:
            form = self._forms[number]
            if not any(map(str.isupper, form.text)):
                any_case.append(number)
            else:
                wanted = form.text.translate(_PLAIN)
                least = _LEAST_IN_CAPITALS.get(form.category, 7)
                cased.append((number, wanted, wanted.upper() if len(wanted) >= least else wanted))
        pattern = self._patterns[index] = _Pattern(tuple(any_case), tuple(cased))
        return pattern

    def scan(self, text: str) -> Hits:
        """Every form in ``text`` that begins and ends at a word boundary."""
        hits = Hits()
        found: dict[str, _Found] = {}
        for offset, stretch in stretches(text):
            self._scan(stretch, offset, found)
        hits._found = {category: [one] for category, one in found.items()}
        return hits

    def _scan(self, text: str, offset: int, found: dict[str, "_Found"]) -> None:
        """Adds what a stretch of text holds, cut where no form can go on, at a line feed."""
        if self._automaton is None:
            return
        plain = _plain(text)
        size = len(text)
        patterns = self._patterns
        rows: dict[str, list[tuple[int, int, int]]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            any_case, cased = patterns.get(index) or self._pattern(index)
            matched = any_case
            if cased:
                seen = plain[start:end]
                matched = (*any_case, *(n for n, wanted, capitals in cased if seen in (wanted, capitals)))
            for number in matched:
                category = self._forms[number].category
                rows.setdefault(category, []).append((start + offset, end + offset, number))
        for category, own in rows.items():
            found.setdefault(category, _Found(self._forms)).add(own)


_STRETCH = 1 << 18
"""How long such a piece is, at least."""
_KEPT = 5_000
"""So many hits of a category at most are kept once they are made."""


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """A running text in pieces, each with its place, cut at line feeds, where no name goes on.

    An automaton makes a copy of what it searches, several times as large: of a long text it gets one piece at a time.
    """
    low = 0
    while low < len(text):
        high = text.find("\n", low + _STRETCH) + 1 or len(text)
        yield low, text[low:high]
        low = high


class _Found:
    """The hits of one category as numbers: start, end, number of the form, and so on, in order of place."""

    __slots__ = ("forms", "places")

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms
        self.places = array("i")

    def add(self, rows: list[tuple[int, int, int]]) -> None:
        """Adds those of a stretch of text that follows the ones before."""
        rows.sort(key=lambda row: (row[0], -row[1]))
        for row in rows:
            self.places.extend(row)

    def hits(self) -> Iterator[Hit]:
        """Each as a ``Hit``."""
        places = iter(self.places)
        for start, end, number in zip(places, places, places, strict=True):
            yield Hit(start, end, self.forms[number])


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


_LEAST_IN_CAPITALS = {"state": 4, "place": 6}
"""How long a form must be to be known in a line of capitals ("THE GOVERNMENT OF JAPAN"); others need seven letters."""
