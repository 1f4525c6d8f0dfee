"""Which performative phrase a verb group begins, how far its words go, and what act it is."""

from typing import NamedTuple

from secretariat.lexicon.entries import Verb
from secretariat.model.statements import Act, Polarity
from secretariat.reading.grammar import Grammar, Phrase, Tag
from secretariat.reading.verb_groups import Group
from secretariat.reading.words import Words

_ADVERB = int(Tag.ADVERB | Tag.NOT)
_BREAKS = int(Tag.PREPOSITION | Tag.TO | Tag.MARK | Tag.OPENER | Tag.THAT | Tag.PRONOUN | Tag.BE | Tag.WILL)
_LOOSE = frozenset({"also", "further", "together", "today"})
"""Adverbs that join sentences and belong to no trigger."""
_REACH = 14
"""How many words behind a verb are looked at to tell what it does."""
_GAP = 6
"""How many words may stand where a form has ``~``: "their most sincere and heartfelt" has five."""


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


def match_phrase(words: Words, verb: int, lemma: str, grammar: Grammar) -> tuple[Phrase, int] | None:
    """The longest phrase of ``lemma`` at word ``verb``, and the word after it."""
    listed = grammar.phrases.get(lemma)
    if not listed:
        return None
    first = verb + 1
    while words.tag(first) & _ADVERB:
        first += 1
    openings = (words.word(verb + 1), words.word(first), "~")
    for phrase in listed:
        if phrase.rest and phrase.rest[0] not in openings:
            continue
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


def _gap(words: Words, at: int, wanted: str) -> int | None:
    for here in range(at, min(at + _GAP, words.size)):
        if words.low[here] == wanted:
            return here
        tag = words.tags[here]
        if tag & _BREAKS and not tag & Tag.POSSESSIVE and not (words.low[here] == "," and here > at):
            return None
    return None


def trigger_of(words: Words, group: Group, grammar: Grammar) -> Trigger | None:
    """The performative trigger that a verb group begins, or None where its verb only tells something.

    (1) "attach great importance to" (2) "are in favour of" (3) "have called for"; not "is organised".
    """
    found = None
    if group.negated and (denied := match_phrase_denied(words, group, grammar)):
        return denied
    if group.be >= 0:
        found = match_phrase(words, group.be, "be", grammar)
        if found is None and group.passive:
            found = match_phrase(words, group.main, group.lemma, grammar)
            if found and not _may_be_suffered(found[0].entry):
                return None
        if found is None and not group.passive and group.lemma != "be":
            found = match_phrase(words, group.main, group.lemma, grammar)
    else:
        found = match_phrase(words, group.main, group.lemma, grammar)
    if found is None:
        return None
    phrase, end = found
    entry = phrase.entry
    progressive = 0 <= group.be < group.main and not group.passive
    if (group.perfect and entry.deed) or (progressive and entry.ground):
        return None
    start = leading_adverbs(words, group.start)
    made = Trigger(start, max(end, group.end), group.lemma, entry.act, entry.force, entry.polarity, entry.id, entry)
    if group.negated and entry.polarity == "for":
        made = made._replace(polarity="against")
    return refine(words, made, grammar)


def _may_be_suffered(entry: Verb) -> bool:
    """Whether the passive of a verb still does something with words: "was pointed out", "was adopted"."""
    return (entry.strong or entry.act == "decision") and not entry.deed and entry.act != "commitment"


def match_phrase_denied(words: Words, group: Group, grammar: Grammar) -> Trigger | None:
    """A verb that is an act of its own when denied: "do not recognise"."""
    for phrase in grammar.phrases.get("not", ()):
        if phrase.rest == (group.lemma,):
            e = phrase.entry
            return Trigger(group.start, group.end, group.lemma, e.act, e.force, e.polarity, e.id, e)
    return None


def leading_adverbs(words: Words, at: int) -> int:
    """The first of the adverbs that stand right before word ``at`` ("strongly", "once again", not "also")."""
    while at > 0 and words.tags[at - 1] & Tag.ADVERB and words.low[at - 1] not in _LOOSE:
        at -= 1
    return at


def refine(words: Words, made: Trigger, grammar: Grammar) -> Trigger:
    """The trigger with its object weighed: "reaffirm their readiness to", "note the inadmissibility of", "support"."""
    entry = made.entry
    if entry is None:
        return made
    if entry.id in ("support", "express-support-for"):
        return made if _is_call(words, made.end, grammar) else made._replace(act="position")
    if entry.id == "welcome" and _receives(words, made.end, grammar):
        return made._replace(act="assertion", force=0, rule="receive")
    if not (entry.restates or entry.id.startswith("be-convinced")):
        return made
    if words.word(made.end) == "with" and (felt := _feeling(words, made.end + 1, grammar)):
        return made._replace(end=felt[0], act=felt[1])
    at, owned = made.end, False
    if words.word(at) == "that" or words.word(at - 1) == "that":
        return made._replace(polarity="against") if _denied(words, at, grammar) else made
    for here in range(at, min(at + _GAP, words.size)):
        if words.low[here] in grammar.nouns:
            return _with_noun(words, made, here, owned, grammar)
        owned = owned or bool(words.tags[here] & Tag.POSSESSIVE)
        if words.tags[here] & _BREAKS and not words.tags[here] & Tag.POSSESSIVE:
            break
    return made


def _with_noun(words: Words, made: Trigger, noun: int, owned: bool, grammar: Grammar) -> Trigger:
    value = grammar.nouns[words.low[noun]]
    end = noun + 1
    if words.word(end) in ("of", "to", "for", "in"):
        end += 1
    if value in ("denied", "worry"):
        return made
    if value == "weight":
        return made._replace(end=end)
    if value == "against":
        return made._replace(end=end, polarity="against")
    if not owned:
        return made
    if value == "appraisal":
        return made._replace(end=end, act="appraisal", force=2)
    if value == "support":
        act: Act = "call" if _is_call(words, end, grammar) else "position"
        return made._replace(end=end, act=act)
    recalls = made.entry is not None and made.entry.recalls
    if recalls or (value == "adherence" and not _is_action(words, end, grammar)):
        return made._replace(end=end)
    if value == "call":
        return made._replace(end=end, act="call")
    if value == "decision":
        return made._replace(end=end, act="decision", force=5)
    return made._replace(end=end, act="commitment", force=4)


def _feeling(words: Words, at: int, grammar: Grammar) -> tuple[int, Act] | None:
    """What "with" adds to a verb of noting: "with deep appreciation" praises, "with concern" does not."""
    for here in range(at, min(at + 4, words.size)):
        value = grammar.nouns.get(words.low[here])
        if value in ("appraisal", "worry"):
            return here + 1, "appraisal" if value == "appraisal" else "position"
        if words.tags[here] & _BREAKS:
            return None
    return None


def _denied(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether what is said behind "that" is called unacceptable: "that the blockade is unlawful"."""
    for here in range(at, min(at + _REACH, words.size)):
        if grammar.nouns.get(words.low[here]) == "denied":
            left = here - 1
            while words.tag(left) & Tag.ADVERB:
                left -= 1
            if words.tag(left) & (Tag.BE | Tag.BE_OTHER) and not words.tag(left) & Tag.NOT:
                return True
    return False


def _receives(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a guest is received: "welcomed Prime Minister Okoro to Lagos"."""
    if not any(
        words.word(k) in grammar.offices and words.raw[k][0].isupper() for k in range(at, min(at + 3, words.size))
    ):
        return False
    for here in range(at, min(at + _REACH, words.size)):
        if words.tags[here] & Tag.TO:
            return here + 1 < words.size and words.raw[here + 1][0].isupper()
        if words.tags[here] & (_BREAKS | Tag.GENITIVE):
            return False
    return False


def _is_action(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a verb or a bare noun of doing follows ("to deepening", "to activities"), not a principle."""
    while words.tag(at) & Tag.ADVERB:
        at += 1
    if words.tag(at) & (Tag.GERUND | Tag.BASE):
        return True
    return not words.tag(at) & (Tag.DETERMINER | Tag.POSSESSIVE) and not (_head(words, at) & grammar.principles)


def _is_call(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether what is supported is an act or a proposal, not a principle, a state or a text in force."""
    if words.word(at) == "and" and words.word(at + 1) == "solidarity":
        return False
    while words.tag(at) & Tag.ADVERB:
        at += 1
    if words.tag(at) & Tag.GERUND:
        return True
    return not _head(words, at) & (grammar.principles | grammar.states)


def _head(words: Words, at: int) -> frozenset[str]:
    """The head noun of the phrase at ``at``, as a set of one word; empty where there is none."""
    last = ""
    while at < words.size and (words.tags[at] & Tag.POSSESSIVE or not words.tags[at] & (_BREAKS | Tag.JOINER)):
        last = words.low[at]
        at += 1
    return frozenset((last,)) if last else frozenset()
