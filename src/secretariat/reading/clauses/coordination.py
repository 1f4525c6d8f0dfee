"""What is coordinated with a main clause: "…, and call for …", "…, and we will …", "…, noting that …"."""

from secretariat.reading.clauses.grammar import Tag
from secretariat.reading.clauses.independent import clause_after_stop, main_from
from secretariat.reading.clauses.phrases import Trigger
from secretariat.reading.clauses.shapes import Clause, Sight, make_clause, participle_after, skip_connectors
from secretariat.reading.clauses.subjects import clause_at, opens_clause, past_bracket
from secretariat.reading.clauses.triggers import trigger_of
from secretariat.reading.clauses.verb_groups import Group, read_group
from secretariat.reading.clauses.words import Words

_AUX = int(Tag.BE | Tag.HAVE | Tag.WILL | Tag.DO)
_PHRASE = 9
"""How many words such a phrase may have."""
_ADDS = frozenset({"and", "but"})
_OBJECT = int(Tag.DETERMINER | Tag.POSSESSIVE | Tag.THAT | Tag.ADJECTIVE | Tag.GERUND)
_PARTICLES = frozenset({"up", "out", "on", "upon"})
"""What may stand between a verb that tells and its object: "and followed up on the plan"."""
_VERB = int(Tag.BASE | Tag.THIRD | Tag.PAST)


def find_coordinated(sight: Sight, main: Clause, group: Group) -> list[Clause]:
    """The further clauses of the sentence after the trigger of its main clause, in order."""
    words = sight.words
    found: list[Clause] = []
    at = main.trigger.end
    infinitive = group.modal == "will" or main.trigger.rule == "item" or _ends_in_infinitive(words, main.trigger)
    within = words.word(at - 1) == "that"
    current = main
    while at < words.size:
        tag = words.tags[at]
        if tag & Tag.MARK and words.low[at] not in ",;:":
            at = past_bracket(words, at)
            continue
        if opens_clause(words, at):
            within = True
        elif tag & Tag.TO and words.tag(at + 1) & Tag.BASE:
            infinitive = True
        if tag & (Tag.MARK | Tag.JOINER) or words.low[at] == "while":
            made = _clause_behind(sight, current, group, at, infinitive, within)
            if made:
                clause, new_group = made
                found.append(clause)
                at = clause.trigger.end
                if not clause.subordinate:
                    infinitive = bool(new_group and new_group.modal == "will") or _ends_in_infinitive(
                        words, clause.trigger
                    )
                    within = words.word(at - 1) == "that"
                    if clause.subject is not None:
                        current, group = clause, new_group or group
                continue
        if words.low[at] in (";", ":") and (own := clause_after_stop(sight, at, current, main)):
            found.append(own[0])
            current, group = own
            at, infinitive, within = current.trigger.end, group.modal == "will", False
            continue
        at += 1
    return found


def _ends_in_infinitive(words: Words, trigger: Trigger) -> bool:
    """Whether a trigger leads to a verb, so that a further base form may go on with it: "agreed to (open and run)"."""
    for at in range(trigger.start, trigger.end):
        if words.tags[at] & Tag.TO:
            after = at + 1
            while words.tag(after) & (Tag.ADVERB | Tag.JOINER):
                after += 1
            return bool(words.tag(after) & Tag.BASE)
    return False


def _clause_behind(
    sight: Sight, main: Clause, group: Group, at: int, infinitive: bool, within: bool
) -> tuple[Clause, Group | None] | None:
    """The clause that begins behind the comma or joiner at ``at``, if one does."""
    words = sight.words
    comma = bool(words.tags[at] & Tag.MARK)
    if comma and words.word(at + 1) in _ADDS and (finite := _past_verb(sight, main, group, at, infinitive, within)):
        return finite
    participle = participle_after(sight, at, words.size) if comma or words.low[at] == "while" else None
    if participle:
        return participle, None
    here = skip_connectors(words, at)
    if here >= words.size:
        return None
    joined = any(words.tags[k] & Tag.JOINER for k in range(at, here)) or words.low[at] == ";"
    if joined and (comma or words.tags[here] & Tag.PRONOUN):
        pair = clause_at(words, here, min(words.size, here + 30), sight.states, sight.grammar)
        if pair:
            clause = make_clause(sight, *pair)
            parted = not within or words.tags[here] & Tag.PRONOUN or words.low[at] == ";"
            if clause.trigger.act != "assertion" and parted:
                return clause, pair[1]
        later = _past_phrase(words, here)
        pair = clause_at(words, later, min(words.size, later + 8), sight.states, sight.grammar) if later else None
        if pair and words.tags[later] & Tag.PRONOUN:
            return make_clause(sight, *pair), pair[1]
    if (
        joined
        and (comma or (group.passive and main.trigger.act == "decision"))
        and not within
        and not sight.recital
        and (done := _decided(sight, here))
    ):
        return done
    actor = main.subject or main.teller
    if main.trigger.act == "assertion" and actor is None:
        return None
    return _elided(sight, main, group, here, comma, joined, infinitive, within)


def _decided(sight: Sight, at: int) -> tuple[Clause, Group] | None:
    """A thing and what was decided of it, behind a comma and "and": ", and the city was declared a capital of culture"."""
    words = sight.words
    if not words.tags[at] & Tag.DETERMINER:
        return None
    made = main_from(sight, at)
    if made is None or not made[1].passive or made[2].trigger.act != "decision":
        return None
    return made[2], made[1]


def _past_verb(
    sight: Sight, main: Clause, group: Group, at: int, infinitive: bool, within: bool
) -> tuple[Clause, Group | None] | None:
    """A past tense that could be a participle, behind another: "condemned the raid, and committed to help"."""
    words = sight.words
    here = skip_connectors(words, at)
    agrees = group.shape & Tag.PAST and not group.shape & (Tag.BASE | Tag.BE | Tag.HAVE)
    if not agrees or not words.tag(here) & Tag.PAST:
        return None
    return _elided(sight, main, group, here, True, True, infinitive, within)


def _past_phrase(words: Words, at: int) -> int:
    """Past a phrase between commas before a pronoun: ", and (on ferries,) we will …"; 0 where none is."""
    if not words.tag(at) & Tag.PREPOSITION:
        return 0
    return next((k + 1 for k in range(at, min(at + _PHRASE, words.size)) if words.low[k] == ","), 0)


def _elided(
    sight: Sight, main: Clause, group: Group, here: int, comma: bool, joined: bool, infinitive: bool, within: bool
) -> tuple[Clause, Group | None] | None:
    """A further verb of the same holder: "and call for", "and will continue to", "and are in favour of"."""
    words = sight.words
    tag = words.tags[here]
    if not tag & (_AUX | _VERB):
        return None
    new = read_group(words, here, sight.grammar)
    if new is None:
        return None
    if new.modal == "will":
        if within and not comma:
            return None
        end = new.end + (words.tag(new.end) & Tag.TO > 0)
        trigger = Trigger(new.start, end, new.lemma, "commitment", 4, "for", "modal-will")
        return Clause(new.start, trigger, None, False), new
    if new.modal:
        return None
    trigger_found = trigger_of(words, new, sight.grammar)
    if trigger_found is None or trigger_found.entry is None:
        told = joined and not within and (main.subject or main.teller) and _tells(words, group, new, here)
        if not told:
            return None
        trigger = Trigger(new.start, new.end, new.lemma, "assertion", 0, "for", "told")
        return Clause(new.start, trigger, None, False, main.subject or main.teller), new
    strong = trigger_found.entry.strong
    if trigger_found.entry.deed and group.perfect and main.trigger.act == "assertion":
        return None
    past = bool(tag & Tag.PAST) and not tag & Tag.BASE
    past = past and (_has_object(words, new.end) or (comma and not joined and _has_noun(words, new.end)))
    if past and comma and not joined and not (within and not strong):
        past = bool(main.subject or main.teller) and bool(group.shape & Tag.PAST) and not group.shape & Tag.BE
    elif past and not joined:
        past = False
    if tag & Tag.PAST and words.tag(here - 1) & Tag.JOINER and words.tag(here - 2) & Tag.PARTICIPLE and not comma:
        return None
    if words.tag(here - 1) & Tag.JOINER and here - 1 == main.trigger.end == group.main + 1:
        return None
    if past and (comma or (not within and _agrees(group, tag, words.low[here]))):
        return Clause(trigger_found.start, trigger_found, None, False), new
    turned = joined and not infinitive and bool(tag & Tag.BASE)
    turned = turned and (strong and trigger_found.end - here > 1 if within else strong or _has_object(words, new.end))
    if not (joined or (comma and strong)) or not (turned or _agrees(group, tag, words.low[here])):
        return None
    told = "that" in (words.word(main.trigger.end - 1), words.word(main.trigger.end))
    apart = within and comma and joined and not infinitive and not told and main.subject is not None
    apart = apart and bool(tag & Tag.BASE) and _has_object(words, new.end) and trigger_found.entry.id == "support"
    if (infinitive or within) and not strong and not apart and not (tag & Tag.THIRD and not within):
        return None
    if within and not comma and not (strong and tag & (Tag.BASE | Tag.PAST)):
        return None
    if new.be < 0 and words.tag(here + 1) & (Tag.MARK | Tag.JOINER) and trigger_found.end == here + 1:
        return None
    return Clause(trigger_found.start, trigger_found, None, False), new


def _has_object(words: Words, at: int) -> bool:
    """Whether an object begins at ``at``, so that "supported" there is no participle."""
    if at >= words.size:
        return False
    return bool(words.tags[at] & _OBJECT) or words.raw[at][0].isupper() or words.raw[at][0].isdigit()


def _has_noun(words: Words, at: int) -> bool:
    """Whether a bare noun begins at ``at``: ", considered (reports) by the experts"."""
    return at < words.size and not words.tags[at] & ~int(Tag.NOUN | Tag.BASE | Tag.THIRD) and words.raw[at][0].isalpha()


def _tells(words: Words, group: Group, new: Group, here: int) -> bool:
    """Whether a further verb of the same actor only tells: "and discussed the prospects", "and are deepening ties"."""
    tag = words.tags[here]
    if new.passive or not _agrees(group, tag, words.low[here]) or words.tag(here - 2) & Tag.PARTICIPLE:
        return False
    if tag & _AUX:
        return new.perfect or 0 <= new.be < new.main
    after = new.end
    while words.word(after) in _PARTICLES:
        after += 1
    return bool(tag & Tag.PAST and not tag & Tag.BASE and not group.perfect and _has_object(words, after))


def _agrees(group: Group, tag: int, word: str) -> bool:
    """Whether the finite form goes on with that of the main verb: base with base, "-s" with "-s", past with past."""
    shape = group.shape
    if shape & Tag.THIRD or (shape & (Tag.BE | Tag.HAVE) and tag & Tag.THIRD):
        return bool(tag & Tag.THIRD) or word in ("is", "has")
    if shape & Tag.PAST and not shape & Tag.BASE:
        return bool(tag & Tag.PAST) or word in ("were", "had", "was")
    if tag & Tag.BASE or (shape & Tag.PAST and tag & Tag.PAST):
        return True
    return word in ("are", "have", "do") or bool(tag & Tag.PAST and shape & (Tag.HAVE | Tag.BE))
