"""One pass over a text for every literal of every lexicon: an Aho-Corasick automaton, overlapping matches kept."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
    """What one scan found, by category, each in order of start and longest first."""

    def __init__(self, found: dict[str, list[Hit]]) -> None:
        self._found = found

    def of(self, *categories: str) -> list[Hit]:
        """The hits of these categories, overlapping ones included, by (start, -end)."""
        if len(categories) == 1:
            return self._found.get(categories[0], [])
        return sorted((h for c in categories for h in self._found.get(c, [])), key=lambda h: (h.start, -h.end))

    def merge(self, other: "Hits") -> None:
        """Adds the hits of another scan of the same text, kept in order."""
        for category, hits in other._found.items():
            own = self._found.setdefault(category, [])
            own += hits
            own.sort(key=lambda h: (h.start, -h.end))

    def longest(self, *categories: str) -> list[Hit]:
        """The hits of these categories, leftmost-longest, none overlapping another."""
        kept: list[Hit] = []
        end = 0
        for hit in self.of(*categories):
            if hit.start >= end:
                kept.append(hit)
                end = hit.end
        return kept


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
    """The forms that fold to one literal: those of any case, and those with capitals as they must be written."""

    any_case: tuple[Form, ...]
    cased: tuple[tuple[Form, str, str], ...]
    """Form, the form as plain text, and the same in capitals where it is long enough to be known by them alone."""


class Literals:
    """The automaton. Forms with a capital match with case, others in any case."""

    def __init__(self, forms: Iterable[Form]) -> None:
        by_text: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            by_text[fold(form.text)].append(form)
        self._patterns = [_pattern(own) for own in by_text.values()]
        self._automaton = AhoCorasick(list(by_text), matchkind=MatchKind.Standard) if by_text else None

    def scan(self, text: str) -> Hits:
        """Every form in ``text`` that begins and ends at a word boundary."""
        found: dict[str, list[Hit]] = defaultdict(list)
        if self._automaton is None:
            return Hits(found)
        plain = _plain(text)
        size = len(text)
        patterns = self._patterns
        for index, start, end in self._matches(fold(text)):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            any_case, cased = patterns[index]
            for form in any_case:
                found[form.category].append(Hit(start, end, form))
            if cased:
                seen = plain[start:end]
                for form, wanted, capitals in cased:
                    if seen in (wanted, capitals):
                        found[form.category].append(Hit(start, end, form))
        for hits in found.values():
            hits.sort(key=_by_place)
        return Hits(found)

    def _matches(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Index of the literal, start, end: asked for stretch by stretch, cut where no literal can go on, at line feeds."""
        assert self._automaton is not None
        low = 0
        while low < len(folded):
            high = folded.find("\n", low + _STRETCH) + 1 or len(folded)
            found = self._automaton.find_matches_as_indexes(folded[low:high], overlapping=True)
            if low:
                for index, start, end in found:
                    yield index, start + low, end + low
            else:
                yield from found
            low = high


_STRETCH = 1 << 18
"""A long text is searched by so many code points, so that its matches never stand in memory all at once."""


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _pattern(forms: list[Form]) -> _Pattern:
    any_case = tuple(f for f in forms if not any(c.isupper() for c in f.text))
    cased: list[tuple[Form, str, str]] = []
    for form in forms:
        if form not in any_case:
            wanted = form.text.translate(_PLAIN)
            least = _LEAST_IN_CAPITALS.get(form.category, 7)
            cased.append((form, wanted, wanted.upper() if len(wanted) >= least else wanted))
    return _Pattern(any_case, tuple(cased))


_LEAST_IN_CAPITALS = {"state": 4, "place": 6}
"""How long a form must be to be known in a line of capitals ("THE GOVERNMENT OF JAPAN"); others need seven letters."""
