"""How far a name reaches to the left of its head word: "**Central Asian Regional Information and Coordination** Centre"."""

from collections.abc import Sequence

from secretariat.reading.names.around import Surroundings
from secretariat.reading.names.words import NameWords
from secretariat.reading.tokens import Token

QUOTES = frozenset(['"', "\u201c", "\u201d", "\u00ab", "\u00bb"])

MONTHS = frozenset("January February March April May June July August September October November December".split())

LONGEST = 60
"""Tokens that a name may hold on one side of its head; the longest treaty titles have about forty words."""


def grow_left(tokens: Sequence[Token], head: int, words: NameWords, around: Surroundings, first: int = 0) -> int:
    """Index of the first token of the name whose head is ``tokens[head]``."""
    best = head
    at = head - 1
    low = max(first, head - LONGEST)
    while at >= low:
        token = tokens[at]
        if token.shape in ("capital", "acronym"):
            if _outside(tokens, at, first, words) or (token.start in around.dates and token.text in MONTHS):
                break
            best = at
            at -= 1
            continue
        if token.shape == "number" and _number_in_name(token, at, best, around):
            best = at
            break
        step = _joint_left(tokens, at, low, best, head, words, around)
        if step is None:
            break
        at = step
    return best


def _outside(tokens: Sequence[Token], at: int, first: int, words: NameWords) -> bool:
    """Whether a capital is only that of a sentence's first word, or of a word that no name begins with."""
    word = tokens[at].text
    if at == first:
        return word in words.outside or (tokens[at].shape == "capital" and word.endswith("ing"))
    return word in words.outside and word not in ("Heads", "Member", "Parties", "States", "Leaders", "Ministers", "New")


def _half_of_a_known_name(tokens: Sequence[Token], last: int, around: Surroundings) -> bool:
    """Whether a known name with a complement ends here: "Union Committee on Ports (UCP) **Guidelines**" are two names."""
    end = tokens[last].end
    if end not in around.ends:
        return False
    first = next((at for at in range(last, max(-1, last - 20), -1) if around.starts.get(tokens[at].start) == end), last)
    return any(token.text in ("of", "on", "for") for token in tokens[first:last])


def _number_in_name(token: Token, at: int, best: int, around: Surroundings) -> bool:
    """Whether a number opens the name: "**2030** Agenda", "**2022-2023** Cooperation Plan", "**2nd** UN Conference"."""
    if at + 1 != best:
        return False
    year = token.text[:4].isdigit() and len(token.text) >= 4 and token.text[4:5] in ("", "-", "\u2013", "/")
    return year and token.start in around.dates


def _joint_left(
    tokens: Sequence[Token], at: int, low: int, best: int, head: int, words: NameWords, around: Surroundings
) -> int | None:
    """Where to go on to the left of a joint ("and", "of", a possessive, a comma, a bracket), or None to stop."""
    token = tokens[at]
    before = tokens[at - 1] if at > low else None
    if before is None or best != at + 1:
        return None
    if token.text == "-" and before.shape == "acronym" and before.end == token.start:
        return at - 1
    if token.text == ")":
        opened = at - 2
        if opened > low and _half_of_a_known_name(tokens, opened - 1, around):
            return None
        short = tokens[at - 1].shape == "acronym" and opened > low and tokens[opened].text == "("
        return opened - 1 if short and tokens[opened - 1].shape in ("capital", "acronym") else None
    if token.text in QUOTES and best == head:
        opened = at - 1
        while opened > low and at - opened < 7 and tokens[opened].shape in ("capital", "acronym"):
            opened -= 1
        quoted = opened > low and tokens[opened].text in QUOTES and at - opened > 1
        named = (
            quoted
            and tokens[opened - 1].shape in ("capital", "acronym")
            and tokens[opened - 1].end + 1 == tokens[opened].start
        )
        return opened - 1 if named else None
    if token.text in ("and", "&", "-"):
        plain = before.shape == "capital" and before.text.lower() not in words.heads
        apart = tokens[best].shape == "acronym" or tokens[best].start in around.starts
        return at - 1 if plain and not apart and not around.ends_state(before.end) else None
    if token.text in ("of", "for") and best < head:
        headed = token.text == "of" and before.text.lower() in words.heads
        if (
            before.shape == "capital"
            and not headed
            and tokens[best].start not in around.starts
            and not around.ends_state(before.end)
        ):
            return at - 1
        return None
    if token.shape == "possessive":
        if before.end in around.ends or before.start in around.demonyms or before.text.lower() in words.heads:
            return None
        if before.shape == "capital" and not around.ends_state(before.end):
            return at - 1
        return None
    if token.text == ",":
        listed = before.shape == "capital" and any(t.text in ("and", "&") for t in tokens[best:head])
        return (
            at - 1 if listed and not around.ends_state(before.end) and before.text.lower() not in words.heads else None
        )
    return None
