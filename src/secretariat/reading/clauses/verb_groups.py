"""Verb groups: auxiliaries, negation and adverbs around one main verb ("will also continue", "has not been signed")."""

from typing import NamedTuple

from secretariat.reading.clauses.grammar import Grammar, Tag
from secretariat.reading.clauses.words import Words

_ADVERB, _NOT = int(Tag.ADVERB), int(Tag.NOT)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST | Tag.PARTICIPLE | Tag.GERUND)
_FINITE_AUX = int(Tag.BE | Tag.HAVE | Tag.DO | Tag.WILL | Tag.SHOULD | Tag.CAN)
_MODAL = int(Tag.WILL | Tag.SHOULD | Tag.CAN)


class Group(NamedTuple):
    """A verb group: words ``start`` to ``end`` (exclusive), its main verb at ``main`` with base form ``lemma``.

    ``modal`` is ``will``, ``should``, ``can`` or empty; ``shape`` is the class of the first finite word.
    """

    start: int
    main: int
    end: int
    lemma: str
    modal: str
    passive: bool
    perfect: bool
    negated: bool
    shape: int
    be: int = -1
    """Index of the form of "be" that the group holds, -1 where there is none."""


def read_group(words: Words, at: int, grammar: Grammar) -> Group | None:
    """The verb group whose first auxiliary or verb is word ``at``."""
    tags = words.tags
    first = tags[at] if at < words.size else 0
    shape = first & (_FINITE_AUX | _LEXICAL)
    if not shape:
        return None
    modal, perfect, negated = "", False, False
    here = at
    if first & _MODAL:
        modal = "will" if first & Tag.WILL else "should" if first & Tag.SHOULD else "can"
        here, negated = _skip(words, here + 1)
        if words.tag(here) & Tag.TO and words.low[at] == "ought":
            here += 1
    elif first & Tag.DO:
        after, negated = _skip(words, here + 1)
        if words.tag(after) & Tag.BASE:
            here = after
        else:
            return Group(at, at, at + 1, "do", "", False, False, negated, shape)
    if words.tag(here) & Tag.HAVE:
        after, no = _skip(words, here + 1)
        if words.tag(after) & (Tag.PARTICIPLE | Tag.PAST) or words.word(after) == "been":
            perfect, negated, here = True, negated or no, after
        else:
            return Group(at, here, here + 1, "have", modal, False, False, negated, shape)
    if words.tag(here) & (Tag.BE | Tag.BE_OTHER):
        after, no = _skip(words, here + 1)
        negated = negated or no
        if words.word(after) == "being":
            after += 1
        following = words.tag(after)
        lemma = grammar.lemmas.get(words.word(after), "")
        if following & Tag.GERUND and lemma and not following & Tag.ADJECTIVE:
            return Group(at, after, after + 1, lemma, modal, False, perfect, negated, shape, here)
        if following & Tag.PARTICIPLE and lemma and not following & Tag.ADJECTIVE:
            return Group(at, after, after + 1, lemma, modal, True, perfect, negated, shape, here)
        return Group(at, here, here + 1, "be", modal, False, perfect, negated, shape, here)
    lemma = grammar.lemmas.get(words.word(here), "")
    if not words.tag(here) & _LEXICAL or not lemma:
        if modal:
            return Group(at, at, here, "", modal, False, False, negated, shape)
        return None
    return Group(at, here, here + 1, lemma, modal, False, perfect, negated, shape)


def _skip(words: Words, at: int) -> tuple[int, bool]:
    """Past adverbs and "not" (and "both" or a parenthetical between commas of one adverb); whether "not" was there."""
    negated = False
    while words.tag(at) & (_ADVERB | _NOT) and not words.tag(at) & (_LEXICAL & ~int(Tag.PARTICIPLE)):
        negated = negated or bool(words.tag(at) & _NOT) or words.word(at) == "never"
        at += 1
    return at, negated
