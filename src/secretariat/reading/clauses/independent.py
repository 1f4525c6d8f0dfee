"""Main clauses found without a sign of who acts: at the head of a sentence, and behind a semicolon within one."""

from secretariat.reading.clauses.grammar import Tag
from secretariat.reading.clauses.shapes import Clause, Sight, is_directed, make_clause, skip_connectors
from secretariat.reading.clauses.subjects import Subject, actor_of, find_main, read_subject
from secretariat.reading.clauses.verb_groups import Group

_FINITE = int(Tag.BE | Tag.HAVE | Tag.WILL | Tag.SHOULD | Tag.CAN)
_OPENS = int(Tag.DETERMINER | Tag.PRONOUN | Tag.PREPOSITION | Tag.POSSESSIVE | Tag.ADJECTIVE)


def main_from(sight: Sight, at: int) -> tuple[Subject | None, Group, Clause] | None:
    """The main clause whose first word is ``at``: "The bridge was opened", "In that accord the parties agree to"."""
    words = sight.words
    group = find_main(words, at, words.size, sight.grammar)
    if group is None:
        return None
    subject = read_subject(words, at, group.start, sight.states, sight.grammar)
    if not subject.actor and not words.tag(at) & (Tag.DETERMINER | Tag.PRONOUN):
        for comma in range(at, group.start):
            if words.low[comma] == ",":
                behind = read_subject(words, comma + 1, group.start, sight.states, sight.grammar)
                if behind.actor or is_directed(sight, behind, group):
                    subject = behind
                    break
        else:
            subject = _behind_phrase(sight, at, subject) or subject
    return subject, group, make_clause(sight, subject, group)


def _behind_phrase(sight: Sight, at: int, subject: Subject) -> Subject | None:
    """The actor right before the verb behind a phrase that no comma closes: "In this accord (the parties) agree"."""
    words = sight.words
    if not words.tag(at) & Tag.PREPOSITION:
        return None
    for here in range(subject.end - 1, at + 1, -1):
        tag, before = words.tags[here], words.tags[here - 1]
        if tag & (Tag.PREPOSITION | Tag.MARK | Tag.JOINER | Tag.TO):
            return None
        if words.low[here] == "the" and not before & (
            Tag.PREPOSITION | Tag.TO | Tag.JOINER | Tag.MARK | Tag.DETERMINER
        ):
            actor = actor_of(words, here, subject.end, sight.states, sight.grammar)
            return Subject(here, subject.end, actor) if actor else None
    return None


def clause_after_stop(sight: Sight, at: int, main: Clause, first: Clause) -> tuple[Clause, Group] | None:
    """The clause of its own that a semicolon or colon at ``at`` leads to: "…; the third round was held in May".

    None in a list of things ("the report; the plan that was adopted"), in what is told behind "that", and for a
    further telling where the ``first`` clause of the sentence only tells as well: such a sentence is one.
    """
    words = sight.words
    end = main.trigger.end
    if sight.recital or "that" in (words.word(end - 1), words.word(end)):
        return None
    start = skip_connectors(words, at + 1)
    if (
        start >= words.size
        or not (words.tags[start] & _OPENS or not words.tags[start])
        or words.low[start].endswith("ing")
    ):
        return None
    made = main_from(sight, start)
    if made is None or not (made[1].shape & _FINITE or (made[0] and made[0].actor)):
        return None
    clause = made[2]
    if clause.trigger.act == "assertion" and (
        (sight.listed and first.subject is None) or first.trigger.act == "assertion"
    ):
        return None
    return clause, made[1]
