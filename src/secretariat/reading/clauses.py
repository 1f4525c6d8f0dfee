"""One sentence as performative clauses: openers, the main verb, what is coordinated with it, participles around it."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from secretariat.reading.grammar import Grammar, Tag
from secretariat.reading.subjects import Subject, clause_at, find_main, past_bracket, read_subject
from secretariat.reading.triggers import Trigger, match_phrase, refine, trigger_of
from secretariat.reading.verb_groups import Group, read_group
from secretariat.reading.words import Words

_SKIP = int(Tag.ADVERB | Tag.JOINER)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST)
_FINITE = int(Tag.BE | Tag.HAVE | Tag.WILL | Tag.DO)


class Clause(NamedTuple):
    """A clause by word indexes: its trigger, its subject (None where elided or not an actor), where it begins."""

    start: int
    trigger: Trigger
    subject: Subject | None
    subordinate: bool


class Sight(NamedTuple):
    """What reading a sentence needs at hand: its words, where states stand, the grammar, and the kind of unit."""

    words: Words
    states: Container[int]
    grammar: Grammar
    recital: bool
    listed: bool


def read_clauses(sight: Sight) -> list[Clause]:
    """The clauses of a sentence, in order of trigger."""
    words = sight.words
    at = _first_word(words)
    if at >= words.size:
        return []
    found: list[Clause] = []
    opener = _opener(sight, at)
    if opener:
        found.append(opener)
        if sight.recital:
            return [*found, *_participles(sight, opener.trigger.end, words.size, tail=False)]
    elif sight.recital:
        return []
    main = _bare_verb(sight, at) if not opener else None
    if main is None:
        main = _main_after_comma(sight, opener.trigger.end if opener else at, bool(opener))
        if main is None and not opener:
            main = _main_from(sight, at)
    if main is None:
        tail = _participles(sight, opener.trigger.end, words.size, tail=False) if opener else []
        return [*found, *tail]
    subject, group, clause = main
    begin = opener.trigger.end if opener else at
    found += _participles(sight, begin, group.start if subject is None else subject.start, tail=False) if opener else []
    if subject is not None and subject.end - subject.start > 3:
        found += _participles(sight, subject.start + 1, group.start, tail=False)
    found.append(clause)
    found += _complement(sight, clause, group)
    return sorted(found, key=lambda c: c.trigger.start)


def _first_word(words: Words) -> int:
    """Past bullets and numbers: "-", "1.", "(a)", "iv)"."""
    at = 0
    while at < words.size and (words.tags[at] & Tag.MARK and words.low[at] not in "\u201c(" or words.low[at].isdigit()):
        at += 1
    if words.word(at) == "(" and words.word(at + 2) == ")":
        at += 3
    elif len(words.word(at)) <= 3 and words.word(at + 1) in (")", ".") and not words.tag(at) and at + 2 < words.size:
        at += 2
    return at


def _opener(sight: Sight, at: int) -> Clause | None:
    """A participle that opens the sentence: "Recalling …", "Deeply concerned about …", "While noting …"."""
    words = sight.words
    here = at
    while words.tag(here) & _SKIP or words.word(here) in ("while", "by", "also"):
        here += 1
    by = any(words.low[k] == "by" for k in range(at, here))
    trigger = participle_trigger(words, here, sight.grammar, head=True)
    if trigger is None or by and trigger.act != "decision":
        return None
    return Clause(trigger.start, trigger, None, True)


def participle_trigger(words: Words, at: int, grammar: Grammar, head: bool) -> Trigger | None:
    """The performative participle at word ``at``; those that only cite a ground count at the head of a sentence."""
    tag = words.tag(at)
    word = words.word(at)
    if tag & Tag.GERUND or word == "having":
        lemma = grammar.lemmas.get(word, "have" if word == "having" else "")
        found = match_phrase(words, at, lemma, grammar)
        allowed = found is not None and (found[0].entry.participle or head and found[0].entry.act == "decision")
        if allowed and found is not None and found[0].entry.act == "decision":
            allowed = words.word(at - 1) == "by"
    elif word and (at == 0 or not words.tag(at - 1) & (Tag.BE | Tag.HAVE | Tag.DETERMINER)) and word.isalpha():
        found = match_phrase(words, at - 1, "be", grammar)
        allowed = found is not None and bool(found[0].rest) and found[0].rest[0] == word
    else:
        return None
    if found is None or not allowed or (found[0].entry.ground and not head):
        return None
    entry = found[0].entry
    start = at
    while start > 0 and words.tags[start - 1] & Tag.ADVERB:
        start -= 1
    verb = grammar.lemmas.get(word, word)
    made = Trigger(start, max(found[1], at + 1), verb, entry.act, entry.force, entry.polarity, entry.id, entry)
    return refine(words, made, grammar)


def _bare_verb(sight: Sight, at: int) -> tuple[Subject | None, Group, Clause] | None:
    """A verb without subject that opens an operative paragraph or an item: "Requests …", "Also welcomes …"."""
    words = sight.words
    here = at
    while words.tag(here) & Tag.ADVERB and not words.tag(here) & _LEXICAL:
        here += 1
    tag = words.tag(here)
    if not tag & _LEXICAL or tag & Tag.PAST and not sight.listed:
        return None
    if not (tag & Tag.THIRD or sight.listed or words.raw[here].isupper()):
        return None
    group = read_group(words, here, sight.grammar)
    trigger = trigger_of(words, group, sight.grammar) if group else None
    if group is None or trigger is None or not (tag & Tag.THIRD or trigger.entry and trigger.entry.strong):
        return None
    return None, group, Clause(trigger.start, trigger, None, False)


def _main_after_comma(sight: Sight, at: int, opened: bool) -> tuple[Subject | None, Group, Clause] | None:
    """The main clause behind an opening phrase: "In this regard, the parties agreed …"."""
    words = sight.words
    if not opened and not _is_phrase_opener(words, at):
        return None
    limit = words.size
    if not opened and (first := find_main(words, at, words.size, sight.grammar)):
        limit = first.start
    here = at
    while here < limit:
        if words.tags[here] & Tag.MARK:
            if words.low[here] in (",", "\u2013", "-"):
                start = here + 1
                while words.tag(start) & Tag.ADVERB and start < limit:
                    start += 1
                pair = clause_at(words, start, words.size, sight.states, sight.grammar)
                if pair:
                    return pair[0], pair[1], _clause(sight, pair[0], pair[1])
                here += 1
                continue
            here = past_bracket(words, here)
            continue
        here += 1
    return None


def _is_phrase_opener(words: Words, at: int) -> bool:
    tag = words.tag(at)
    opens = Tag.PREPOSITION | Tag.TO | Tag.OPENER | Tag.ADVERB | Tag.GERUND | Tag.MAYBE_OPENER | Tag.PARTICIPLE
    return bool(tag & opens) or any(words.word(k) == "," for k in range(at, at + 4))


def _main_from(sight: Sight, at: int) -> tuple[Subject | None, Group, Clause] | None:
    words = sight.words
    group = find_main(words, at, words.size, sight.grammar)
    if group is None:
        return None
    subject = read_subject(words, at, group.start, sight.states, sight.grammar)
    return subject, group, _clause(sight, subject, group)


def _clause(sight: Sight, subject: Subject, group: Group) -> Clause:
    """The main clause of an actor or a thing: performative, promised ("will"), called for ("should") or told."""
    words = sight.words
    end = group.end + (words.tag(group.end) & Tag.TO > 0)
    start = group.start
    deeds = sight.grammar.actors.get(words.word(subject.start)) == "deeds" or _deeds(sight, subject)
    if group.modal == "will" and (subject.actor or deeds and group.passive):
        wider = match_phrase(words, group.main, group.lemma, sight.grammar)
        if wider:
            end = max(end, wider[1])
        trigger = Trigger(start, end, group.lemma, "commitment", 4, "for", "modal-will")
        return Clause(subject.start, trigger, subject if subject.actor else None, False)
    if group.modal == "should":
        return Clause(subject.start, Trigger(start, end, group.lemma, "call", 3, "for", "modal-should"), None, False)
    if subject.actor or group.passive:
        found = None if group.modal else trigger_of(words, group, sight.grammar)
        if found and (subject.actor and not _suffers(group, found) or not subject.actor):
            return Clause(subject.start, found, subject if subject.actor else None, False)
    told = Trigger(start, group.end, group.lemma, "assertion", 0, "for", "told")
    return Clause(subject.start, told, subject if words.word(subject.start) == "we" else None, False)


def _suffers(group: Group, trigger: Trigger) -> bool:
    return False if trigger.entry is None else group.passive and trigger.end == group.end and not trigger.entry.strong


def _deeds(sight: Sight, subject: Subject) -> bool:
    return any(
        sight.grammar.actors.get(sight.words.low[k]) == "deeds"
        for k in range(subject.start, min(subject.end, subject.start + 3))
    )


def _participles(sight: Sight, at: int, stop: int, tail: bool) -> Iterator[Clause] | list[Clause]:
    """Performative participles behind a comma or "and": ", and welcoming …", ", while reaffirming …"."""
    words, found = sight.words, []
    while at < stop:
        tag = words.tags[at]
        if tag & Tag.MARK and words.low[at] not in ",;":
            at = past_bracket(words, at)
            continue
        if tag & (Tag.MARK | Tag.JOINER) or words.low[at] == "while":
            clause = participle_after(sight, at, stop)
            if clause:
                found.append(clause)
                at = clause.trigger.end
                continue
        at += 1
    return found


def participle_after(sight: Sight, at: int, stop: int) -> Clause | None:
    """The participle clause that the comma or joiner at ``at`` leads to, past "in this regard" and adverbs."""
    words = sight.words
    here = skip_connectors(words, at)
    if here >= stop:
        return None
    trigger = participle_trigger(words, here, sight.grammar, head=False)
    return Clause(trigger.start, trigger, None, True) if trigger else None


def skip_connectors(words: Words, at: int) -> int:
    """Past commas, "and", "while", adverbs and phrases such as "in this regard", "to that end"."""
    while at < words.size:
        tag = words.tags[at]
        if words.low[at] in (",", ";", "while") or tag & _SKIP and not tag & _LEXICAL:
            at += 1
        elif tag & (Tag.PREPOSITION | Tag.TO) and words.word(at + 1) in ("this", "that", "these", "doing", "the"):
            if words.word(at + 1) == "the" and words.word(at + 2) not in ("same", "meantime"):
                break
            at += 4 if words.word(at + 1) == "the" else 2 if words.word(at + 1) == "doing" else 3
        else:
            break
    return at


def _complement(sight: Sight, main: Clause, group: Group) -> list[Clause]:
    from secretariat.reading.coordination import find_coordinated

    return find_coordinated(sight, main, group)
