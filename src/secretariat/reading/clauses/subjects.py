"""Subjects: where the noun phrase before a verb begins, and whether it names an actor."""

from collections.abc import Container
from typing import NamedTuple

from secretariat.reading.clauses.grammar import Grammar, Tag
from secretariat.reading.clauses.verb_groups import Group, read_group
from secretariat.reading.clauses.words import Words

_FINITE = int(Tag.BE | Tag.HAVE | Tag.DO | Tag.WILL | Tag.SHOULD | Tag.CAN)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST)
_NOT_SUBJECT = int(
    Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.TO | Tag.JOINER | Tag.GENITIVE | Tag.BE | Tag.HAVE
    | Tag.WILL | Tag.SHOULD | Tag.CAN | Tag.BE_OTHER | Tag.DO | Tag.NOT | Tag.GERUND
)  # fmt: skip
_OBJECT = int(Tag.DETERMINER | Tag.POSSESSIVE | Tag.THAT | Tag.TO | Tag.PRONOUN)
_PHRASE_END = int(
    Tag.PREPOSITION | Tag.TO | Tag.MARK | Tag.JOINER | Tag.OPENER | Tag.THAT | Tag.WILL | Tag.BE | Tag.HAVE
)
_VERBAL = int(Tag.GERUND)
_ALONE = frozenset({"this", "that", "these", "those", "both", "all", "such"})
_LONGEST_SUBJECT = 160
_CLOSERS = {"(": ")", "\u201c": "\u201d", "[": "]"}


class Subject(NamedTuple):
    """The words ``start`` to ``end`` (exclusive) before a verb; ``actor`` is ``all``, ``other`` or empty."""

    start: int
    end: int
    actor: str


def past_bracket(words: Words, at: int) -> int:
    """The word after the bracket or quotation that opens at ``at`` (the next word where it never closes)."""
    closer = _CLOSERS.get(words.low[at])
    if closer:
        for here in range(at + 1, min(at + 60, words.size)):
            if words.low[here] == closer:
                return here + 1
    return at + 1


def opens_clause(words: Words, at: int) -> bool:
    """Whether word ``at`` opens a subordinate clause with a finite verb of its own."""
    tag = words.tags[at]
    if words.low[at] == "whose":
        return True
    if tag & Tag.THAT:
        named = at == 1 and at + 1 < words.size and words.raw[at + 1][0].isupper()
        joined = at > 0 and words.low[at - 1] in ("in", "than") and not named
        return joined or not (at and words.tags[at - 1] & Tag.PREPOSITION)
    if tag & Tag.OPENER:
        return not words.tag(at + 1) & (Tag.ADJECTIVE | Tag.GERUND | Tag.TO) or words.low[at] in (
            "which",
            "who",
            "whose",
        )
    return bool(tag & Tag.MAYBE_OPENER and words.tag(at + 1) & Tag.PRONOUN)


def find_main(words: Words, at: int, stop: int, grammar: Grammar) -> Group | None:
    """The first finite verb group of the clause that begins at ``at``, those of relative clauses left out."""
    begin, pending, weak, resumed = at, 0, None, False
    named = bool(words.tag(at) & Tag.DETERMINER)
    stop = min(stop, at + _LONGEST_SUBJECT)
    while at < stop:
        tag = words.tags[at]
        if tag & Tag.MARK:
            if words.low[at] == ";" and at > begin:
                break
            at = past_bracket(words, at)
            continue
        if weak is not None and words.low[at] == "while" and weak.shape & Tag.PAST:
            return weak
        if opens_clause(words, at):
            pending += 1
            at += 1
            continue
        if at > begin and words.low[at] == "it" and (past := _past_aside(words, at, grammar)):
            at = past
            continue
        if tag & Tag.PRONOUN and at > begin and named and _after_noun(words, at):
            pending += 1
        if tag & (_FINITE | _LEXICAL):
            rank = 1 if resumed and _resumes(words, at) else _rank(words, at, begin, tag)
            if rank < 3:
                group = read_group(words, at, grammar)
                if group is not None:
                    if (
                        weak is not None
                        and weak.shape & Tag.PAST
                        and rank < 2
                        and _goes_on(words, weak, group, grammar)
                    ):
                        return weak
                    if resumed and rank < 2 and words.tags[at - 1] & Tag.JOINER:
                        at = group.end
                        continue
                    if pending and rank < 2:
                        pending -= 1
                        resumed = True
                        at = group.end
                        continue
                    if rank < 2:
                        return group
                    if weak is None and not pending:
                        weak = group
        at += 1
    return weak


def _goes_on(words: Words, weak: Group, group: Group, grammar: Grammar) -> bool:
    """Whether a sure verb only goes on with an unsure one: "voiced concern, and was told", "called for calm, noted the"."""
    before = words.tags[group.start - 1]
    if before & Tag.JOINER:
        return True
    if words.low[group.start - 1] != "," or not group.shape & Tag.PAST:
        return False
    return any(p.rest[:1] == (words.word(weak.end),) for p in grammar.phrases.get(weak.lemma, ()))


def _past_aside(words: Words, at: int, grammar: Grammar) -> int:
    """The word behind an aside that only tells whence it is known: "the bank, (it was reported,) has opened"; else 0."""
    if words.low[at - 1] != "," or not words.tag(at + 1) & Tag.BE or words.word(at + 3) != ",":
        return 0
    return 0 if grammar.lemmas.get(words.word(at + 2), "") in grammar.phrases else at + 4


def _resumes(words: Words, at: int) -> bool:
    """Whether a base form goes on with a plural subject behind a relative clause: "States that join the pact note"."""
    return bool(
        words.tags[at] & Tag.BASE and not words.tag(at - 1) & _NOT_SUBJECT and words.tag(at + 1) & _OBJECT & ~Tag.TO
    )


def _after_noun(words: Words, at: int) -> bool:
    tag = words.tags[at - 1]
    return not tag & (Tag.MARK | Tag.JOINER | Tag.OPENER | Tag.THAT | Tag.MAYBE_OPENER | Tag.ADVERB)


def _rank(words: Words, at: int, begin: int, tag: int) -> int:
    """How surely word ``at`` is a finite verb: 1 surely, 2 perhaps, 3 no."""
    left = at - 1
    while left >= begin and words.tags[left] & Tag.ADVERB and not (left == begin and words.low[left] in _ALONE):
        left -= 1
    before = words.tag(left) if left >= begin else 0
    if tag & _FINITE:
        return 1 if left >= begin else 3
    if left == begin and words.low[left] in _ALONE:
        return 1
    if before & Tag.GERUND and _names_event(words, left, begin):
        before &= ~_VERBAL
    if left < begin or (before & _NOT_SUBJECT and not before & Tag.PRONOUN):
        return 3
    after = words.tag(at + 1)
    if before & Tag.PRONOUN:
        return 1
    if tag & Tag.THIRD:
        if before & (Tag.OPENER | Tag.THAT):
            return 1
        clear = after & (_OBJECT | Tag.ADVERB | Tag.PREPOSITION | Tag.GERUND | Tag.PARTICIPLE | Tag.ADJECTIVE)
        return 3 if before & Tag.ADJECTIVE else 1 if clear and not after & Tag.JOINER else 2
    if tag & Tag.PAST:
        if words.low[left] == "," and words.tags[begin] & Tag.PRONOUN:
            return 1
        if before & (Tag.OPENER | Tag.THAT):
            return 1
        if not tag & (Tag.PARTICIPLE | Tag.BASE):
            return 1
        if after & Tag.PREPOSITION:
            return 2
        return 1 if after & _OBJECT or not tag & Tag.PARTICIPLE else 2
    if before & (Tag.OPENER | Tag.THAT):
        return 1
    if words.word(left) == ",":
        return 1 if after & _OBJECT else 2
    return 1 if words.plural(left) else 3


def _names_event(words: Words, at: int, begin: int) -> bool:
    """Whether a word in "-ing" is a noun: "the meeting took place", "our information sharing"."""
    before = words.tag(at - 1) if at > begin else 0
    return bool(before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.ADJECTIVE)) or (at > begin and not before)


def read_subject(words: Words, start: int, verb: int, states: Container[int], grammar: Grammar) -> Subject:
    """The subject between ``start`` and the verb, its actor read from its head noun."""
    end = verb
    while end > start and words.tags[end - 1] & Tag.ADVERB and not (end - 1 == start and words.low[start] in _ALONE):
        end -= 1
    if end > start and words.tags[end - 1] & Tag.PRONOUN and words.low[end - 1] in ("we", "they", "he", "she"):
        alone = end - 1 == start or not words.tags[end - 2] & (Tag.OPENER | Tag.THAT)
        if alone:
            return Subject(end - 1, end, "all" if words.low[end - 1] in ("we", "they") else "other")
    return Subject(start, end, actor_of(words, start, end, states, grammar))


def actor_of(words: Words, start: int, end: int, states: Container[int], grammar: Grammar) -> str:
    """``all``, ``other`` or empty: what the head of the noun phrase at ``start`` says of who acts."""
    head, at = -1, start
    while at < end and words.tags[at] & Tag.ADVERB:
        at += 1
    while at < end and (not words.tags[at] & _PHRASE_END or _within_name(words, at, end, grammar)):
        head = at
        at += 1
    if head < 0:
        return "all" if at == end and start < end and words.low[start] in ("both", "all") else ""
    if words.word(head + 1) == "of" and words.word(head + 2) == "us":
        return "all"
    word = words.low[head].rstrip("'")
    value = grammar.actors.get(word, "")
    if value:
        return "" if value in ("deeds", "gathering") else value
    named = any(words.starts[here] in states for here in range(start, at)) or words.low[head] in grammar.states
    if named and words.raw[head][0].isupper():
        return "all"
    if words.tags[start] & Tag.PRONOUN:
        return "all" if words.low[start] in ("we", "they") else "other" if words.low[start] in ("he", "she") else ""
    if head - start <= 1 and len(word) > 2 and words.raw[head].isupper() and not words.tags[head]:
        return "" if word in grammar.text_words else "other"
    capital = (here for here in range(start, at) if words.raw[here][0].isupper())
    if any(grammar.actors.get(words.low[here].rstrip(".")) == "other" for here in capital):
        return "" if word in grammar.text_words else "other"
    if words.low[start] in ("both", "all") and words.plural(head) and words.tag(start + 1) == 0 and head == start + 1:
        return "all" if word in grammar.actors else ""
    return ""


def _within_name(words: Words, at: int, end: int, grammar: Grammar) -> bool:
    """Whether a joiner stands within the name of one body: "the Peace (and) Security Council"."""
    if (
        words.word(at) != "and"
        or at + 2 > end
        or words.low[at - 1] in grammar.actors
        or not words.raw[at - 1][0].isupper()
    ):
        return False
    after = at + 1
    while after < end and words.raw[after][0].isupper() and words.tags[after] != Tag.DETERMINER:
        if grammar.actors.get(words.low[after]) == "other" and not words.raw[after].isupper():
            return words.word(after) not in grammar.offices
        after += 1
    return False


def _may_act(words: Words, start: int, end: int, states: Container[int], grammar: Grammar) -> bool:
    """Whether a noun phrase at ``start`` holds a word for an actor at all: a quick look before its verb is sought."""
    for at in range(start, end):
        if words.low[at] in grammar.actors or words.starts[at] in states:
            return True
        if words.tags[at] & (_PHRASE_END & ~int(Tag.JOINER)):
            return False
    return False


def clause_at(
    words: Words, start: int, stop: int, states: Container[int], grammar: Grammar
) -> tuple[Subject, Group] | None:
    """The actor and its verb where a main clause begins at word ``start``: "the two sides agreed"."""
    tag = words.tag(start)
    led = tag & (Tag.PRONOUN | Tag.DETERMINER) or words.word(start) in grammar.actors
    if not led and not (start < words.size and words.raw[start][0].isupper()):
        return None
    if tag & Tag.PRONOUN:
        if words.low[start] not in ("we", "they", "it"):
            return None
        group = find_main(words, start, min(stop, start + 8), grammar)
        if group is None or (words.low[start] == "it" and (group.modal or group.be >= 0)):
            return None
        return Subject(start, start + 1, "" if words.low[start] == "it" else "all"), group
    if not _may_act(words, start, min(stop, start + 14), states, grammar):
        return None
    group = find_main(words, start, stop, grammar)
    if group is None:
        return None
    subject = read_subject(words, start, group.start, states, grammar)
    return (subject, group) if subject.actor and subject.start == start else None
