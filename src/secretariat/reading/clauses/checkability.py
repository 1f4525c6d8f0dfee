"""What a commitment does not say: who does it, what, by when, how one would measure it.

"We will plant 5,000 trees by 2030" lacks nothing; "We will strengthen our efforts" lacks ``when`` and ``measure``;
"Foster trade in timber" under a bare heading lacks ``who`` too.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from secretariat.model.mentions import Date
from secretariat.model.spans import Span
from secretariat.model.statements import Lack

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]+|%")
_LEAST = 3
"""Letters that an object has at least."""


class Checks:
    """The dates of a document and the words of measuring, once for all its statements."""

    def __init__(self, dates: Sequence[Date], measures: Collection[str]) -> None:
        self._dates = sorted(dates, key=lambda d: d.start)
        self._starts = [d.start for d in self._dates]
        self._measures = frozenset(measures)

    def lacks(self, text: str, content: Span, who: bool, timeframe: str | None) -> tuple[Lack, ...]:
        """What a commitment lacks; ``content`` is what follows its trigger, ``who`` whether anybody is named to do it."""
        return tuple(self._each(text, content, who, timeframe))

    def _each(self, text: str, content: Span, who: bool, timeframe: str | None) -> Iterator[Lack]:
        words = text[content[0] : content[1]]
        if not who:
            yield "who"
        if sum(c.isalpha() for c in words) < _LEAST:
            yield "what"
        if timeframe is None:
            yield "when"
        if not self._measured(words, content[0]):
            yield "measure"

    def _measured(self, words: str, offset: int) -> bool:
        """Whether the words hold a number that is no date, or a word of measuring: "per cent", "indicators"."""
        if any(word in self._measures for word in _WORD.findall(words.lower())):
            return True
        return any(not self._in_date(offset + m.start()) for m in _NUMBER.finditer(words) if _counts(words, m))

    def _in_date(self, place: int) -> bool:
        at = bisect_left(self._starts, place + 1) - 1
        return at >= 0 and place < self._dates[at].end


def _counts(words: str, number: re.Match[str]) -> bool:
    """Whether digits stand free: not part of a name or symbol ("G20", "A/RES/79/1", "COVID-19", "SDG 3")."""
    before = words[: number.start()]
    if before[-1:].isalpha() or before[-1:] in ("/", "-") or words[number.end() : number.end() + 1] in ("/", "+"):
        return False
    word = before.rstrip().rpartition(" ")[2]
    return not (len(word) > 1 and word[0].isupper())
