"""Makes the next draft of a document by chance: paragraphs edited, split, merged, moved, dropped and added, with the truth kept.

A function of its seed. The truth is which paragraph of the new draft came from which of the old.
"""

import random
import re
from collections.abc import Sequence

import msgspec

KEEP, EDIT, SPLIT, MERGE, MOVE, DROP = 0.40, 0.24, 0.09, 0.09, 0.09, 0.09
"""How often each is done to a paragraph; one is added after every eleventh."""
ADD = 0.09
_FEW = 12
"""A paragraph of fewer words is not split."""


class Drafted(msgspec.Struct, frozen=True):
    """Two drafts as lists of paragraphs, and the pairs (index in the first, index in the second) that belong together."""

    a: list[str]
    b: list[str]
    links: set[tuple[int, int]]


def redraft(
    paragraphs: Sequence[str], others: Sequence[str], words: Sequence[str], seed: int, changed: float | None
) -> Drafted:
    """The next draft of some paragraphs.

    ``others`` are paragraphs of other documents, some of which are added; ``words`` are put in place of others.
    ``changed``: this share of the words of every paragraph is replaced, dropped or put in; None: a tenth to a half of the
    words, of every fourth paragraph.
    """
    chance = random.Random(seed)
    made: list[tuple[str, set[int]]] = []
    taken: list[tuple[str, set[int]]] = []
    n = 0
    while n < len(paragraphs):
        what = chance.choices(
            ("keep", "edit", "split", "merge", "move", "drop"), (KEEP, EDIT, SPLIT, MERGE, MOVE, DROP)
        )[0]
        text = paragraphs[n]
        share = changed if changed is not None else (chance.uniform(0.1, 0.5) if what == "edit" else 0.0)
        if what == "merge" and n + 1 < len(paragraphs):
            made.append(
                (f"{change(text, words, share, chance)} {change(paragraphs[n + 1], words, share, chance)}", {n, n + 1})
            )
            n += 2
            continue
        if what == "split" and len(text.split()) >= _FEW:
            made += [(change(half, words, share, chance), {n}) for half in halves(text, chance)]
        elif what == "move":
            taken.append((change(text, words, share, chance), {n}))
        elif what != "drop":
            made.append((change(text, words, share, chance), {n}))
        n += 1
        if chance.random() < ADD and others:
            made.append((chance.choice(others), set()))
    for item in taken:
        made.insert(chance.randint(0, len(made)), item)
    links = {(i, j) for j, (_, origins) in enumerate(made) for i in origins}
    return Drafted(list(paragraphs), [text for text, _ in made], links)


def change(text: str, words: Sequence[str], share: float, chance: random.Random) -> str:
    """A text with a share of its words replaced (two in four times), dropped, or others put in beside them."""
    tokens = text.split()
    count = round(share * len(tokens))
    for at in sorted(chance.sample(range(len(tokens)), min(count, len(tokens))), reverse=True):
        what = chance.random()
        if what < 0.5 or len(tokens) == 1:
            tokens[at] = chance.choice(words)
        elif what < 0.75:
            del tokens[at]
        else:
            tokens.insert(at, chance.choice(words))
    return " ".join(tokens)


def halves(text: str, chance: random.Random) -> tuple[str, str]:
    """Two parts of a text: at the end of a sentence or clause where there is one, each at least a fifth of it."""
    ends = [m.end() for m in re.finditer(r"[.;:,] ", text) if 0.2 <= m.end() / len(text) <= 0.8]
    spaces = [m.end() for m in re.finditer(" ", text) if 0.2 <= m.end() / len(text) <= 0.8]
    at = chance.choice(ends or spaces)
    return text[:at].strip(), text[at:].strip()
