"""Performative phrases where they stand: "attach great importance to", with the adverbs before and within."""

from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from secretariat.lexicon.entries import Verb
from secretariat.model.statements import Act, Polarity
from secretariat.reading.clauses.grammar import Grammar, Phrase, Tag
from secretariat.reading.clauses.words import Words

_ADVERB = int(Tag.ADVERB | Tag.NOT)
BREAKS = int(Tag.PREPOSITION | Tag.TO | Tag.MARK | Tag.OPENER | Tag.THAT | Tag.PRONOUN | Tag.BE | Tag.WILL)
"""Classes of words that no object reaches past."""
_LOOSE = frozenset({"also", "further", "together", "today"})
"""Adverbs that join sentences and belong to no trigger."""
GAP = 6
"""How many words may stand where a form has ``~``: "their most sincere and heartfelt" has five."""

_ASIDE = 16
"""How many words such a phrase may have before what the verb owns."""
_ASIDE_ENDS = int(
    Tag.OPENER | Tag.THAT | Tag.PRONOUN | Tag.BE | Tag.HAVE | Tag.WILL | Tag.SHOULD | Tag.CAN | Tag.GERUND
)


class Trigger(NamedTuple):
    """Performative words ``start`` to ``end`` (exclusive) and what they do. ``rule`` is the id of the entry."""

    start: int
    end: int
    verb: str
    act: Act
    force: int
    polarity: Polarity
    rule: str
    entry: Verb | None = None

    @property
    def rule_id(self) -> str:
        """The rule as a mark carries it: ``verb:welcome`` for an entry, ``statement:told`` for a rule of the grammar."""
        return _rule_id(self.rule, self.entry is not None and self.rule == self.entry.id)


@lru_cache(maxsize=4096)
def _rule_id(rule: str, listed: bool) -> str:
    return f"verb:{rule}" if listed else f"statement:{rule}"


def match_phrase(words: Words, verb: int, lemma: str, grammar: Grammar) -> tuple[Phrase, int] | None:
    """The longest phrase of ``lemma`` at word ``verb``, and the word after it."""
    openers = grammar.openers.get(lemma)
    if not openers:
        return None
    first = verb + 1
    while words.tag(first) & _ADVERB:
        first += 1
    listed = [p for word in {words.word(verb + 1), words.word(first), "~", ""} for p in openers.get(word, ())]
    for _, phrase in sorted(listed, key=itemgetter(0)):
        if phrase.before and tuple(words.low[max(0, verb - len(phrase.before)) : verb]) != phrase.before:
            continue
        end = _match(words, verb + 1, phrase.rest) if phrase.rest else verb + 1
        if end is not None and words.word(end) not in phrase.entry.not_before:
            return phrase, end
    return None


def _match(words: Words, at: int, rest: tuple[str, ...]) -> int | None:
    """The word after ``rest`` where it stands at ``at`` (adverbs may stand between), or None."""
    index = 0
    while index < len(rest):
        wanted = rest[index]
        if wanted == "~":
            index += 1
            found = _gap(words, at, rest[index])
            if found is None:
                return None
            at = found
        else:
            while words.word(at) != wanted and words.tag(at) & _ADVERB:
                at += 1
        if words.word(at) != rest[index]:
            return None
        at += 1
        index += 1
    return at


def past_aside(words: Words, at: int) -> int:
    """Past a phrase between a verb and what it owns: "renew (for two more years) our pledge"; ``at`` where none is."""
    if not words.tag(at) & Tag.PREPOSITION and words.word(at) != ",":
        return at
    for here in range(at + 1, min(at + _ASIDE, words.size)):
        if words.tags[here] & Tag.POSSESSIVE and not words.tags[here - 1] & (Tag.PREPOSITION | Tag.TO | Tag.JOINER):
            return here
        if words.tags[here] & _ASIDE_ENDS or words.low[here] in (";", ":"):
            break
    return at


def _gap(words: Words, at: int, wanted: str) -> int | None:
    at = past_aside(words, at)
    for here in range(at, min(at + GAP, words.size)):
        if words.low[here] == wanted:
            return here
        tag = words.tags[here]
        if tag & BREAKS and not tag & Tag.POSSESSIVE and not (words.low[here] == "," and here > at):
            return None
    return None


def leading_adverbs(words: Words, at: int) -> int:
    """The first of the adverbs that stand right before word ``at`` ("strongly", "once again", not "also")."""
    while at > 0 and words.tags[at - 1] & Tag.ADVERB and words.low[at - 1] not in _LOOSE:
        at -= 1
    return at
