"""Clauses and how one is made of a subject and a verb group; participles that open subordinate ones."""

from collections.abc import Container
from typing import NamedTuple

from secretariat.lexicon.entries import Verb
from secretariat.model.statements import Polarity
from secretariat.reading.clauses.grammar import Grammar, Phrase, Tag
from secretariat.reading.clauses.phrases import BREAKS, GAP, Trigger, match_phrase
from secretariat.reading.clauses.subjects import Subject, past_bracket
from secretariat.reading.clauses.triggers import spoken_trigger, trigger_of
from secretariat.reading.clauses.verb_groups import Group
from secretariat.reading.clauses.weighing import refine
from secretariat.reading.clauses.words import Words

_SKIP = int(Tag.ADVERB | Tag.JOINER)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST)


class Clause(NamedTuple):
    """A clause by word indexes: its trigger, its subject (None where elided or not an actor), where it begins.

    ``teller`` is the actor of a clause that only tells, also where it counts as no holder: more verbs may follow it.
    """

    start: int
    trigger: Trigger
    subject: Subject | None
    subordinate: bool
    teller: Subject | None = None


class Sight(NamedTuple):
    """What reading a sentence needs at hand: its words, where states stand, the grammar, and the kind of unit.

    ``opener`` is the trigger of the enumeration it is an item of: "We will:".
    """

    words: Words
    states: Container[int]
    grammar: Grammar
    recital: bool
    listed: bool
    opener: Trigger | None = None
    bare: bool = False
    body: int = 0
    """The tense in which a body spoke in the sentence before, so that "it" here may be that body; 0 where none did."""
    """Whether it opens a paragraph of running text, where a verb without subject is a task: "Foster trade in …"."""


def participle_trigger(words: Words, at: int, grammar: Grammar, head: bool) -> Trigger | None:
    """The performative participle at word ``at``; those that only cite a ground count at the head of a sentence."""
    tag = words.tag(at)
    word = words.word(at)
    if tag & Tag.GERUND or word == "having":
        lemma = grammar.lemmas.get(word, "have" if word == "having" else "")
        found = match_phrase(words, at, lemma, grammar)
        allowed = found is not None and _may_open(found[0].entry, head)
        if allowed and found is not None and found[0].entry.act == "decision":
            allowed = words.word(at - 1) == "by"
    elif word and (at == 0 or not words.tag(at - 1) & (Tag.BE | Tag.HAVE | Tag.DETERMINER)) and word.isalpha():
        found = match_phrase(words, at - 1, "be", grammar)
        heads = found is not None and found[0].rest[:1] == (word,) and not tag & Tag.PREPOSITION
        allowed = heads and found is not None and _may_open(found[0].entry, head)
    else:
        return None
    if found is None or not allowed:
        return None
    entry = found[0].entry
    start = at
    while start > 0 and words.tags[start - 1] & Tag.ADVERB:
        start -= 1
    verb = grammar.lemmas.get(word, word)
    made = Trigger(start, max(found[1], at + 1), verb, entry.act, entry.force, entry.polarity, entry.id, entry)
    return refine(words, made, grammar)


def make_clause(sight: Sight, subject: Subject, group: Group) -> Clause:
    """The main clause of an actor or a thing: performative, promised ("will"), called for ("should") or told."""
    words = sight.words
    end = group.end + (words.tag(group.end) & Tag.TO > 0)
    start = group.start
    deeds = sight.grammar.actors.get(words.word(subject.start)) == "deeds" or _deeds(sight, subject)
    if group.modal == "will" and (subject.actor or (deeds and group.passive) or is_directed(sight, subject, group)):
        wider = match_phrase(words, group.main, group.lemma, sight.grammar)
        if wider:
            end = max(end, wider[1])
        trigger = Trigger(start, end, group.lemma, "commitment", 4, "for", "modal-will")
        return Clause(subject.start, trigger, subject if subject.actor else None, False)
    if group.modal == "should":
        return Clause(subject.start, Trigger(start, end, group.lemma, "call", 3, "for", "modal-should"), None, False)
    if not subject.actor and _speaks(sight, subject, group):
        subject = subject._replace(
            start=subject.end - 1 if words.word(subject.end - 1) == "it" else subject.start, actor="other"
        )
    if subject.actor or group.passive:
        if done := _done(sight, subject, group):
            return Clause(subject.start, done, None, False)
        found = spoken_trigger(words, group, sight.grammar)
        if found and _does(sight, subject, group, found):
            if subject.actor and found.start < subject.end:
                found = found._replace(start=subject.end)
            suffers = group.passive and match_phrase(words, group.be, "be", sight.grammar) is None
            return Clause(subject.start, found, subject if subject.actor and not suffers else None, False)
    told = Trigger(start, group.end, group.lemma, "assertion", 0, _stance(sight, group), "told")
    teller = subject if subject.actor else None
    return Clause(subject.start, told, subject if words.word(subject.start) == "we" else None, False, teller)


def _does(sight: Sight, subject: Subject, group: Group, trigger: Trigger) -> bool:
    """Whether a subject does, or has done to it, what the trigger says; "attention was devoted to" promises nothing."""
    entry = trigger.entry
    if entry is None:
        return True
    if not subject.actor:
        return not (
            trigger.act == "commitment" and entry.act == "commitment" and sight.words.word(subject.end - 1) != "it"
        )
    return not (
        group.passive and trigger.end == group.end and not entry.strong and entry.act not in ("decision", "call")
    )


def _done(sight: Sight, subject: Subject, group: Group) -> Trigger | None:
    """What the passive of a phrase does, its noun standing as subject: "decisions were taken on", "thanks were expressed"."""
    words = sight.words
    if subject.actor or not group.passive or group.modal or group.negated:
        return None
    begin = max((k + 1 for k in range(subject.start, subject.end) if words.low[k] == ","), default=subject.start)
    nouns = [words.low[k].removesuffix("s") for k in range(begin, min(subject.end, begin + GAP))]
    best: tuple[int, Phrase] | None = None
    for phrase in sight.grammar.phrases.get(group.lemma, ()):
        rest = [w for w in phrase.rest if w not in ("~", "a", "an", "the")]
        if (
            not rest
            or rest[0].removesuffix("s") not in nouns
            or not (phrase.entry.strong or phrase.entry.act == "decision")
        ):
            continue
        further = len(rest) - 1
        if tuple(words.low[group.end : group.end + further]) == tuple(rest[1:]) and (best is None or further > best[0]):
            best = further, phrase
    if best is None:
        return None
    entry = best[1].entry
    return Trigger(
        group.start, group.end + best[0], group.lemma, entry.act, entry.force, entry.polarity, entry.id, entry
    )


def _stance(sight: Sight, group: Group) -> Polarity:
    """Against where the thing is called inadmissible ("It is unacceptable that the crossing stays closed"), else for."""
    words, after = sight.words, group.end
    while words.tag(after) & (Tag.ADVERB | Tag.NOT):
        if words.tags[after] & Tag.NOT:
            return "for"
        after += 1
    denied = sight.grammar.nouns.get(words.word(after)) == "denied"
    return "against" if denied and group.lemma == "be" and not group.negated else "for"


def _speaks(sight: Sight, subject: Subject, group: Group) -> bool:
    """Whether a subject that names no actor is one by what it does: "It took note of" behind "The Council welcomed",
    "The Meeting urged"."""
    words = sight.words
    if group.passive or group.modal or group.be >= 0:
        return False
    if words.word(subject.end - 1) == "it":
        return bool(group.shape & sight.body)
    head = subject.end - 1
    if sight.grammar.actors.get(words.word(head)) != "gathering" or head - subject.start > 1:
        return False
    found = trigger_of(words, group, sight.grammar)
    if found is None or found.entry is None:
        return bool(group.shape & Tag.PAST and words.tag(group.end) & (Tag.DETERMINER | Tag.POSSESSIVE))
    return found.entry.strong or found.end > group.end or found.act == "decision"


def _deeds(sight: Sight, subject: Subject) -> bool:
    return any(
        sight.grammar.actors.get(sight.words.low[k]) == "deeds"
        for k in range(subject.start, min(subject.end, subject.start + 3))
    )


def is_directed(sight: Sight, subject: Subject, group: Group) -> bool:
    """Whether the speakers say where their deeds will go: "our actions will support", not "our actions will suffice"."""
    words, own = sight.words, sight.grammar.own_deeds
    if group.modal != "will" or words.word(subject.start) != "our" or group.passive or own.get(group.lemma) != "verb":
        return False
    head = subject.start + 1
    while head < subject.end and own.get(words.low[head]) != "noun":
        if words.tags[head] & BREAKS:
            return False
        head += 1
    return head < subject.end


def _may_open(entry: Verb, head: bool) -> bool:
    return (entry.participle and not entry.ground) or (head and (entry.ground or entry.act == "decision"))


def find_participles(sight: Sight, at: int, stop: int) -> list[Clause]:
    """Performative participles behind a comma or "and": ", and welcoming …", ", while reaffirming …"."""
    words = sight.words
    found: list[Clause] = []
    while at < stop:
        tag = words.tags[at]
        if tag & Tag.MARK and words.low[at] not in ",;":
            at = past_bracket(words, at)
            continue
        if tag & (Tag.MARK | Tag.JOINER) or words.low[at] == "while":
            clause = participle_after(sight, at, stop, grounds=True)
            if clause:
                found.append(clause)
                at = clause.trigger.end
                continue
        at += 1
    return found


def participle_after(sight: Sight, at: int, stop: int, grounds: bool = False) -> Clause | None:
    """The participle clause that the comma or joiner at ``at`` leads to, past "in this regard" and adverbs."""
    words = sight.words
    here = skip_connectors(words, at)
    if here >= stop:
        return None
    trigger = participle_trigger(words, here, sight.grammar, head=grounds or _having_done(words, here))
    ground = trigger is not None and trigger.entry is not None and trigger.entry.ground
    if trigger and ground and (trigger.end - here < 2 or (sight.recital and trigger.act == "commitment")):
        return None
    return subordinate(sight, trigger) if trigger else None


def _having_done(words: Words, at: int) -> bool:
    return words.word(at) == "having" and bool(words.tag(at + 1) & Tag.PARTICIPLE)


def subordinate(sight: Sight, trigger: Trigger) -> Clause:
    """The clause of a participle; outside a preamble "having heard a report" tells what was done at the meeting."""
    narrates = sight.words.word(trigger.start) == "having" and not sight.recital and trigger.end - trigger.start == 2
    if narrates and trigger.entry is not None and trigger.entry.ground:
        trigger = trigger._replace(act="assertion", force=0, rule="told", entry=None)
    return Clause(trigger.start, trigger, None, True)


def skip_connectors(words: Words, at: int) -> int:
    """Past commas, "and", "while", adverbs and phrases such as "in this regard", "to that end"."""
    while at < words.size:
        tag = words.tags[at]
        if words.low[at] in (",", ";", "while") or (tag & _SKIP and not tag & _LEXICAL):
            at += 1
        elif tag & (Tag.PREPOSITION | Tag.TO) and words.word(at + 1) in ("this", "that", "these", "doing", "the"):
            if words.word(at + 1) == "the" and words.word(at + 2) not in ("same", "meantime"):
                break
            at += 4 if words.word(at + 1) == "the" else 2 if words.word(at + 1) == "doing" else 3
            at += 2 if words.word(at) == "in" and words.word(at + 1) in ("view", "mind") else 0
        else:
            break
    return at
