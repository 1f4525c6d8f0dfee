"""Enumerations: what an opener says of the items below it ("We will: (a) open …", "decided to: 1. Establish …")."""

from secretariat.reading.clauses.coordination import find_coordinated
from secretariat.reading.clauses.grammar import Grammar, Tag
from secretariat.reading.clauses.phrases import Trigger, leading_adverbs
from secretariat.reading.clauses.shapes import Clause, Sight
from secretariat.reading.clauses.triggers import trigger_of
from secretariat.reading.clauses.verb_groups import Group, read_group
from secretariat.reading.clauses.words import Words

_OPENING = (":", ":-", ": -", "\u2014", ":*")
_OWN = ("position", "appraisal")
"""Acts that an item keeps under an opener that promises: "We will: … 3. Note the report"."""
_PROMISE = Trigger(0, 0, "", "commitment", 4, "for", "item")
"""What an item with a bare verb does where nothing above says it: "Scale up screening …" under a heading."""
_OBJECT = int(Tag.DETERMINER | Tag.POSSESSIVE | Tag.ADJECTIVE | Tag.GERUND | Tag.THAT)
_PASSED_ON = ("commitment", "decision", "call")


def opener_of(text: str, end: int, clauses: list[Clause]) -> Trigger | None:
    """The trigger that a sentence ending at ``end`` leaves to the paragraphs below it: "WE HEREBY COMMIT TO:"."""
    if not text.endswith(_OPENING, max(0, end - 4), end):
        return None
    main = [clause for clause in clauses if not clause.subordinate]
    if not main or main[-1].trigger.act not in _PASSED_ON:
        return None
    return main[-1].trigger


def read_item(sight: Sight, at: int, opener: Trigger | None) -> list[Clause] | None:
    """The clauses of an item whose verb at word ``at`` has no subject: "Fulfil the goals …", "Shall meet yearly".

    None where no such verb is there, or where nothing above opens the enumeration.
    """
    words = sight.words
    here = at
    while words.tag(here) & Tag.ADVERB and not words.tag(here) & Tag.BASE:
        here += 1
    if words.tag(here) & (Tag.WILL | Tag.SHOULD):
        return _modal(sight, here)
    if words.tag(here) & Tag.TO and opener:
        if any(words.low[k] == "," and words.word(k + 1) == "we" for k in range(here, words.size)):
            return None
        here += 1
    if opener and not words.tag(here) and words.tag(here + 1) & (Tag.DETERMINER | Tag.POSSESSIVE):
        group: Group | None = _unknown_verb(words, here)
    elif words.tag(here) & Tag.BASE and not words.tag(here) & (Tag.DETERMINER | Tag.PREPOSITION):
        group = read_group(words, here, sight.grammar)
    else:
        return None
    own = trigger_of(words, group, sight.grammar) if group else None
    phrase = own is not None and own.end - here > 1
    if group is None or (opener is None and not phrase and not _orders(words, here, sight.grammar)):
        return None
    if own and own.entry and (opener is None or (own.entry.strong and _keeps(own, opener))):
        return _with_rest(sight, Clause(own.start, own, None, False), group)
    opener = opener or _PROMISE
    start = leading_adverbs(words, here)
    start = at if all(words.tags[k] & Tag.ADVERB for k in range(at, here)) else start
    end = group.end + (words.tag(group.end) & Tag.TO > 0)
    trigger = Trigger(start, end, group.lemma, opener.act, opener.force, opener.polarity, "item")
    return _with_rest(sight, Clause(start, trigger, None, False), group)


def _keeps(own: Trigger, opener: Trigger) -> bool:
    """Whether an item does what its own verb says: "We decide to: … Call on all ports to"; not "shall: … request"."""
    return own.act in _OWN or (own.act == "call" and opener.rule != "modal-will")


def read_task(sight: Sight, at: int) -> list[Clause] | None:
    """The clauses of a paragraph of running text that opens with a base form and an object: "Foster trade in timber".

    None for a noun ("Support for the talks has grown", "Trade flourishes") and for verbs that do something with words.
    """
    words = sight.words
    tag = words.tag(at)
    if not tag & Tag.BASE or not words.raw[at][0].isupper() or tag & (Tag.ADJECTIVE | Tag.ADVERB):
        return None
    if words.tag(at + 1) & (Tag.BE | Tag.HAVE | Tag.WILL | Tag.THIRD | Tag.PAST | Tag.CAN | Tag.SHOULD):
        return None
    return read_item(sight, at, None)


def _unknown_verb(words: Words, at: int) -> Group | None:
    """The verb that a word must be where an opener leads to verbs and an object follows: "Dredge the river"."""
    word = words.word(at)
    if not word.isalpha() or word.endswith(("s", "ed", "ing", "ion", "ment", "ity", "ness")):
        return None
    return Group(at, at, at + 1, word, "", False, False, False, Tag.BASE)


def _orders(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a base form at the head of an item is surely a verb: an object or another such verb follows."""
    after = at + 1
    while words.tag(after) & Tag.ADVERB and not words.tag(after) & _OBJECT:
        after += 1
    if words.word(after) in (",", "and", "or"):
        return bool(words.tag(after + 1) & (Tag.BASE | Tag.ADVERB))
    tag = words.tag(after)
    if words.word(at) == "help" and tag & Tag.BASE:
        return True
    if tag & _OBJECT or words.word(after) in ("up", "out", "down") or not after < words.size:
        return bool(after < words.size)
    plain = not tag & ~int(Tag.NOUN | Tag.BASE | Tag.THIRD)
    noun = grammar.openings.get(words.word(at)) == "noun" and not _by_doing(words, after)
    return plain and not noun and words.raw[after][0].isalpha()


def _by_doing(words: Words, at: int) -> bool:
    """Whether means follow, so that the word before is a verb: "Increase trade and safety by publishing charts"."""
    return any(words.low[k] == "by" and words.tag(k + 1) & Tag.GERUND for k in range(at, words.size))


def _modal(sight: Sight, at: int) -> list[Clause] | None:
    """An item that goes on from its holder: "Shall report every year", "will continue to"."""
    words = sight.words
    group = read_group(words, at, sight.grammar)
    if group is None or not group.lemma:
        return None
    end = group.end + (words.tag(group.end) & Tag.TO > 0)
    if group.modal == "will":
        trigger = Trigger(at, end, group.lemma, "commitment", 4, "for", "modal-will")
    else:
        trigger = Trigger(at, end, group.lemma, "call", 3, "for", "modal-should")
    return _with_rest(sight, Clause(at, trigger, None, False), group)


def _with_rest(sight: Sight, clause: Clause, group: Group) -> list[Clause]:
    found = [clause, *find_coordinated(sight, clause, group)]
    return sorted(found, key=lambda c: c.trigger.start)
