"""Uses of a phrase in some paragraphs: as it is, and with small changes.

1. ``towards 2025`` is used as such, and as "until 2025": a common word for another. 2. ``leave no one behind``: "leaves no one
behind", "leave no region behind". 3. ``free and open sea`` with a word put in: "free, safe and open sea". 4. "by 2, 2025" is no
use of ``towards 2025``: a figure is not put for a word, nor a common word for one that says something; and only common
words may be missing, and only from a phrase of four words or more. Signs, case and accents do not count.

Cost: for each paragraph its words times the words of the phrase.
"""

from collections.abc import Iterator, Sequence, Set

import msgspec
from rapidfuzz.distance import Levenshtein

from secretariat.model.spans import Span
from secretariat.register.words import TOKEN, fold

SHORT = 3
"""Of a phrase of no more words none may be missing."""
SHARE = 4
"""One word in so many of a phrase may be another one, missing or too many; one in any phrase of two words or more."""


class Use(msgspec.Struct, frozen=True):
    """A use of a phrase at ``place`` of a text: its folded words, and how many of the phrase's are other ones."""

    place: Span
    words: tuple[str, ...]
    changed: int


def most_changes(phrase: Sequence[str]) -> int:
    """How many words of a phrase may be other ones, or be missing, or be too many."""
    return 0 if len(phrase) < 2 else max(1, len(phrase) // SHARE)


def iter_uses(phrase: Sequence[str], text: str, common: Set[str]) -> Iterator[Use]:
    """The uses of a phrase (folded words) in a text, in order, none over another; exact ones first choose their place.

    ``common`` are words that say nothing by themselves ("the", "towards").
    """
    tokens = [(m.start(), m.end(), fold(m.group())) for m in TOKEN.finditer(text)]
    words = [t[2] for t in tokens]
    found = sorted(_windows(phrase, words, common), key=lambda w: (w[2], w[0], w[1]))
    taken: list[tuple[int, int, int]] = []
    for begin, end, changed in found:
        if all(end <= b or e <= begin for b, e, _ in taken):
            taken.append((begin, end, changed))
    for begin, end, changed in sorted(taken):
        yield Use((tokens[begin][0], tokens[end - 1][1]), tuple(words[begin:end]), changed)


def _windows(phrase: Sequence[str], words: Sequence[str], common: Set[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of words that are the phrase with few changes; they begin and end with words that belong to it."""
    most = most_changes(phrase)
    must = {w for w in phrase if w not in common} or set(phrase)
    for begin in range(len(words)):
        for length in range(max(1, len(phrase) - most), len(phrase) + most + 1):
            window = words[begin : begin + length]
            if len(window) == length and not must.isdisjoint(window):
                changed = Levenshtein.distance(phrase, window, score_cutoff=most)
                if changed == 0 or (changed <= most and _is_small(phrase, window, common)):
                    yield begin, begin + length, changed


def _is_small(phrase: Sequence[str], window: Sequence[str], common: Set[str]) -> bool:
    """Whether each changed word is one of its own kind, each missing one a common one, and none too many at an end."""
    for op in Levenshtein.editops(phrase, window):
        if op.tag == "replace" and _kind(phrase[op.src_pos], common) != _kind(window[op.dest_pos], common):
            return False
        if op.tag == "delete" and (len(phrase) <= SHORT or phrase[op.src_pos] not in common):
            return False
        if op.tag == "insert" and op.dest_pos in (0, len(window) - 1):
            return False
    return True


def _kind(word: str, common: Set[str]) -> str:
    return "figure" if any(c.isdigit() for c in word) else "common" if word in common else "word"
