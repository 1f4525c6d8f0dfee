"""Where a sentence begins to speak: past its number, past a heading that runs into it, past a bare time."""

from secretariat.reading.clauses.grammar import Grammar, Tag
from secretariat.reading.clauses.words import Words


def first_word(words: Words, grammar: Grammar) -> int:
    """The word where the sentence proper begins: "(a) Safer Roads: (This year) we open …" begins at "we"."""
    return _past_time(words, grammar, _past_heading(words, _past_number(words)))


_HEADING = 16
"""How many words a heading may have that runs into its first sentence ("Safer Roads: The two states …")."""


def _past_heading(words: Words, at: int) -> int:
    """Past a heading in title case that runs into the sentence with a colon."""
    for here in range(at + 1, min(at + _HEADING, words.size - 1)):
        if words.low[here] == ":":
            titled = all(r[0].isupper() or t for r, t in zip(words.raw[at:here], words.tags[at:here], strict=True))
            capitals = sum(r[0].isupper() for r in words.raw[at:here])
            return here + 1 if titled and capitals * 2 > here - at and words.raw[here + 1][0].isupper() else at
        if words.low[here] in (",", ";") and words.tags[at] & Tag.GERUND:
            return at
        if words.tags[here] & (Tag.WILL | Tag.BE | Tag.HAVE | Tag.PRONOUN):
            return at
    return at


def _past_time(words: Words, grammar: Grammar, at: int) -> int:
    """Past a time without a comma before a pronoun: "(This year) we celebrate …"."""
    if (
        words.tag(at) & Tag.DETERMINER
        and grammar.openings.get(words.word(at + 1)) == "time"
        and words.tag(at + 2) & Tag.PRONOUN
    ):
        return at + 2
    return at


def _past_number(words: Words) -> int:
    """Past bullets and numbers: "-", "1.", "(a)", "iv)"."""
    at = 0
    quoted = words.size and words.low[0] == "\u201c" and "\u201d" not in words.low[1:-2]
    bracketed = words.size > 4 and words.low[0] == "(" and words.low[-1] in ").]" and ")" not in words.low[1:-2]
    while words.word(at).isdigit() or (
        words.tag(at) & Tag.MARK and (words.low[at] not in "\u201c(" or ((quoted or bracketed) and not at))
    ):
        at += 1
    if words.word(at) == "(" and words.word(at + 2) == ")":
        at += 3
    elif len(words.word(at)) <= 3 and words.word(at + 1) in (")", ".") and not words.tag(at) and at + 2 < words.size:
        at += 2
    return at
