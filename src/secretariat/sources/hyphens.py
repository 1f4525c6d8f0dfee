"""Words that a line's end divides: which hyphens are the word's own and which only the line's."""

import re
from collections import Counter
from collections.abc import Iterable

_TOKEN = re.compile(r"\w+(?:-\w+)*")
_FIRST_PARTS = frozenset(
    "all anti cross co counter cyber ex extra far full half high inter intra long low macro mid micro mini multi near "
    "neo non open over part post pre pro pseudo quasi re self semi short socio sub so sustainably tele trans un under "
    "vice well work year one two three four five six seven eight nine ten twenty thirty forty fifty".split()
)
"""Parts that stand before a hyphen of the word's own: "self-determination", "far-reaching", "co-operation"."""
_HYPHENATED_SHARE = 0.03
"""Where more lines than this end in a hyphen, the printer divides words."""
_ENDS = ("\ufffe", "-", "\u2010", "\u2011", "\u00ad")


class Hyphens:
    """The words of one document, by which its divided words are judged."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        count = divided = 0
        for line in lines:
            count += 1
            divided += line.endswith(_ENDS)
            tokens = _TOKEN.findall(line.lower().replace("\u2011", "-").replace("\u2010", "-"))
            self._words.update(tokens[:-1] if line.endswith(_ENDS) else tokens)
        self._divides = divided > _HYPHENATED_SHARE * count

    def join(self, upper: str, lower: str) -> tuple[str, str]:
        """What the upper line ends with once joined, and what is put between: ``("non", "")`` or ``("self-", "")``.

        1. "coopera-" and "tion": "cooperation", where the document has that word elsewhere or divides words throughout.
        2. "self-" and "determination", "Asia-" and "Pacific", "2021-" and "2025" keep their hyphen.
        3. A line that ends in a dash with space before it, or in no hyphen, is joined by a space.
        """
        if not upper.endswith(_ENDS) or len(upper) < 2 or not (upper[-2].isalnum() or upper[-2] == ")"):
            return upper.replace("\ufffe", "-"), " "
        stem = upper[:-1]
        if upper[-1] == "\u00ad":
            return stem, ""
        hyphen = "-" if upper[-1] == "\ufffe" else upper[-1]
        first = _TOKEN.findall(stem.lower())[-1:]
        second = _TOKEN.findall(lower.lower())[:1]
        if not first or not second or not lower[0].islower() or not stem[-1].isalpha():
            return stem + hyphen, ""
        return (stem, "") if self._is_one_word(first[0], second[0]) else (stem + hyphen, "")

    def _is_one_word(self, first: str, second: str) -> bool:
        last = first.rpartition("-")[2]
        whole, hyphenated = self._words[first + second] + self._words[last + second], self._words[f"{first}-{second}"]
        if hyphenated or whole:
            return whole > hyphenated
        if last in _FIRST_PARTS or (self._words[last] and self._words[second.partition("-")[0]]):
            return False
        return self._divides
