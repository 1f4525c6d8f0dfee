"""One sentence as performative clauses: its opener, its main verb, what is coordinated with it, participles around."""

from collections.abc import Container

from secretariat.reading.clauses.closings import read_closing
from secretariat.reading.clauses.coordination import find_coordinated
from secretariat.reading.clauses.enumerations import read_item, read_task
from secretariat.reading.clauses.grammar import Tag
from secretariat.reading.clauses.independent import main_from
from secretariat.reading.clauses.phrases import Trigger, match_phrase
from secretariat.reading.clauses.sentence_heads import first_word
from secretariat.reading.clauses.shapes import (
    Clause,
    Sight,
    find_participles,
    make_clause,
    participle_trigger,
    subordinate,
)
from secretariat.reading.clauses.subjects import Subject, clause_at, find_main, past_bracket
from secretariat.reading.clauses.triggers import trigger_of
from secretariat.reading.clauses.verb_groups import Group, read_group
from secretariat.reading.clauses.words import Words

_SKIP = int(Tag.ADVERB | Tag.JOINER)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST)


def read_clauses(sight: Sight) -> list[Clause]:
    """The clauses of a sentence, in order of trigger."""
    words = sight.words
    at = first_word(words, sight.grammar)
    if at >= words.size:
        return []
    found: list[Clause] = []
    if sight.listed and not sight.recital and (item := read_item(sight, at, sight.opener)):
        return item
    if sight.bare and not sight.listed and (task := read_task(sight, at)):
        return task
    opener = _opener(sight, at)
    if opener:
        found.append(opener)
        if sight.recital:
            found += find_participles(sight, opener.trigger.end, words.size)
            return [*found, *_hereby(sight, opener.trigger.end)]
    elif sight.recital:
        if words.tags[at] & Tag.THIRD and (bare := _bare_verb(sight, at)):
            return [bare[2], *find_coordinated(sight, bare[2], bare[1])]
        return _speakers_met(sight, at) or _hereby(sight, at)
    if not opener and (turned := _turned(sight, at)):
        return [turned]
    main = _bare_verb(sight, at) if not opener else None
    imperative = words.tags[at] & Tag.BASE and not words.tags[at] & (Tag.ADJECTIVE | Tag.ADVERB)
    if main is None and sight.listed and imperative:
        return []
    if main is None:
        main = _main_after_comma(sight, opener.trigger.end if opener else at, bool(opener))
        if main is None and not opener:
            main = main_from(sight, at)
    if main is None:
        tail = find_participles(sight, opener.trigger.end, words.size) if opener else read_closing(sight)
        return [*found, *tail] or _hereby(sight, at)
    subject, group, clause = main
    begin = opener.trigger.end if opener else at
    found += find_participles(sight, begin, group.start if subject is None else subject.start) if opener else []
    if subject is not None and subject.end - subject.start > 3:
        found += find_participles(sight, subject.start + 1, group.start)
    found.append(clause)
    found += find_coordinated(sight, clause, group)
    return sorted(found, key=lambda c: c.trigger.start)


_ASIDE = 4
"""How many words may stand between a participle and the verb of a sentence turned round ("Adopted, too, was …")."""


def _turned(sight: Sight, at: int) -> Clause | None:
    """A sentence turned round: "Adopted, too, was the plan", "Taking part in it were the ministers"."""
    words = sight.words
    if not words.tag(at) & (Tag.PARTICIPLE | Tag.GERUND) or words.tag(at) & (Tag.BASE | Tag.ADJECTIVE):
        return None
    here = at + 1
    while here <= at + _ASIDE and not words.tag(here) & Tag.BE:
        if words.tag(here) & (Tag.DETERMINER | Tag.OPENER | Tag.THAT):
            return None
        here += 1
    if not words.tag(here) & Tag.BE or not words.tag(here + 1) & Tag.DETERMINER:
        return None
    lemma = sight.grammar.lemmas.get(words.low[at], "")
    if words.tags[at] & Tag.PARTICIPLE and not words.tags[at] & Tag.GERUND:
        found = match_phrase(words, at, lemma, sight.grammar)
        entry = found[0].entry if found else None
        if entry and (entry.strong or entry.act == "decision"):
            trigger = Trigger(at, here + 1, lemma, entry.act, entry.force, entry.polarity, entry.id, entry)
            return Clause(at, trigger, None, False)
    return Clause(at, Trigger(at, here + 1, lemma, "assertion", 0, "for", "told"), None, False)


def _speakers_met(sight: Sight, at: int) -> list[Clause]:
    """The speakers of a preamble and what they have done: "We, the ministers of …, gathered in Turin;"."""
    if sight.words.word(at) != "we":
        return []
    main = main_from(sight, at)
    if main is None or not main[1].shape & (Tag.PAST | Tag.HAVE):
        return []
    return [main[2]]


def _hereby(sight: Sight, at: int) -> list[Clause]:
    """What the last recital leads to: "…, hereby declare the following"."""
    words = sight.words
    for here in range(at, words.size):
        bound = words.low[here] == "hereby"
        if not bound and not (here == at and words.tags[here] & Tag.HAVE):
            continue
        group = read_group(words, here + bound, sight.grammar)
        if group:
            trigger = trigger_of(words, group, sight.grammar)
            return [Clause(trigger.start, trigger, None, False)] if trigger else []
    return []


def _opener(sight: Sight, at: int) -> Clause | None:
    """A participle that opens the sentence: "Recalling …", "Deeply concerned about …", "While noting …"."""
    words = sight.words
    here = at
    while words.tag(here) & _SKIP or words.word(here) in ("while", "by", "also"):
        here += 1
    by = any(words.low[k] == "by" for k in range(at, here))
    trigger = participle_trigger(words, here, sight.grammar, head=True)
    if trigger is None or (by and trigger.act != "decision"):
        return None
    return subordinate(sight, trigger)


def _bare_verb(sight: Sight, at: int) -> tuple[Subject | None, Group, Clause] | None:
    """A verb without subject that opens an operative paragraph or an item: "Requests …", "Also welcomes …"."""
    words = sight.words
    here = at
    while words.tag(here) & Tag.ADVERB and not words.tag(here) & _LEXICAL:
        here += 1
    tag = words.tag(here)
    if not tag & _LEXICAL or (tag & Tag.PAST and not sight.listed):
        return None
    if not (tag & Tag.THIRD or sight.listed or words.raw[here].isupper()):
        return None
    group = read_group(words, here, sight.grammar)
    trigger = trigger_of(words, group, sight.grammar) if group else None
    if group is None or trigger is None or not (tag & Tag.THIRD or (trigger.entry and trigger.entry.strong)):
        return None
    return None, group, Clause(trigger.start, trigger, None, False)


def _main_after_comma(sight: Sight, at: int, opened: bool) -> tuple[Subject | None, Group, Clause] | None:
    """The main clause behind an opening phrase: "In this regard, the parties agreed …"."""
    words = sight.words
    if not opened and not _is_phrase_opener(words, at, sight.states):
        return None
    limit = words.size
    first = None if opened else find_main(words, at, words.size, sight.grammar)
    if first and words.tags[at] & Tag.MAYBE_OPENER and "," in words.low[first.end :]:
        opened = True
    elif first:
        limit = first.start
    here, thing = at, None
    while here < limit:
        if words.tags[here] & Tag.MARK:
            if words.low[here] in (",", "\u2013", "-"):
                start = here + 1
                while words.tag(start) & Tag.ADVERB and not words.tag(start) & Tag.DETERMINER and start < limit:
                    start += 1
                pair = clause_at(words, start, words.size, sight.states, sight.grammar)
                if pair:
                    return pair[0], pair[1], make_clause(sight, pair[0], pair[1])
                if thing is None and words.tag(start) & (Tag.DETERMINER | Tag.PRONOUN):
                    thing = start
                here += 1
                continue
            here = past_bracket(words, here)
            continue
        here += 1
    return main_from(sight, thing) if opened and thing is not None else None


def _is_phrase_opener(words: Words, at: int, states: Container[int]) -> bool:
    tag = words.tag(at)
    opens = Tag.PREPOSITION | Tag.TO | Tag.OPENER | Tag.ADVERB | Tag.GERUND | Tag.MAYBE_OPENER | Tag.PARTICIPLE
    if words.word(at + 1) == "," and words.starts[at] in states:
        return False
    return bool(tag & opens) or any(words.word(k) == "," for k in range(at, at + 4))
