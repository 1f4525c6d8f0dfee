"""Which performative trigger a verb group begins, or none where its verb only tells something."""

from secretariat.lexicon.entries import Verb
from secretariat.reading.clauses.grammar import Grammar, Phrase, Tag
from secretariat.reading.clauses.phrases import Trigger, leading_adverbs, match_phrase, past_aside
from secretariat.reading.clauses.verb_groups import Group, read_group
from secretariat.reading.clauses.weighing import refine
from secretariat.reading.clauses.words import Words


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
            found = _suffered(words, group, found, grammar)
            if found is None:
                return None
        if found is None and not group.passive and group.lemma != "be":
            found = match_phrase(words, group.main, group.lemma, grammar)
    else:
        found = match_phrase(words, group.main, group.lemma, grammar)
    if found is None:
        return None
    phrase, end = found
    entry = phrase.entry
    if group.negated and entry.act == "decision":
        return None
    progressive = 0 <= group.be < group.main and not group.passive
    if (group.perfect and entry.deed) or (progressive and entry.ground and not _aims(words, end, entry)):
        return None
    start = leading_adverbs(words, group.start)
    made = Trigger(start, max(end, group.end), group.lemma, entry.act, entry.force, entry.polarity, entry.id, entry)
    if group.negated and entry.polarity == "for":
        made = made._replace(polarity="against")
    return _first_piece(words, refine(words, made, grammar), group.end)


def _first_piece(words: Words, made: Trigger, end: int) -> Trigger:
    """The trigger without what stands behind an aside: "(renew) for two more years our pledge"."""
    owned = past_aside(words, end)
    return made._replace(end=end) if end < owned < made.end else made


def _aims(words: Words, end: int, entry: Verb) -> bool:
    """Whether what is under way leads to a verb: "are planning to build", not "are seeking a site"."""
    return entry.act == "commitment" and bool(words.tag(end - 1) & Tag.TO and words.tag(end) & (Tag.BASE | Tag.ADVERB))


def spoken_trigger(words: Words, group: Group, grammar: Grammar) -> Trigger | None:
    """The trigger of a verb group, past what only makes it polite: "would welcome", "wish to thank"; "cannot accept".

    None behind another modal, where a verb does nothing with words yet ("may decide").
    """
    polite = _past_polite(words, group)
    if polite:
        inner = read_group(words, _past_adverbs(words, polite), grammar)
        said = trigger_of(words, inner, grammar) if inner and inner.shape & Tag.BASE else None
        if said and said.entry and said.entry.strong:
            return said._replace(start=leading_adverbs(words, group.start))
    if not group.modal:
        return trigger_of(words, group, grammar)
    if words.low[group.start] == "cannot" or (group.modal == "can" and group.negated):
        return match_phrase_denied(words, group, grammar)
    if words.low[group.start] == "would" and not group.passive and not group.negated:
        said = trigger_of(words, group, grammar)
        return said if said and said.act in ("appraisal", "position") and said.entry and said.entry.strong else None
    return None


def _past_polite(words: Words, group: Group) -> int:
    """The word behind "wish to", "would like to"; 0 where neither stands there."""
    would = words.low[group.start] == "would"
    at = group.end
    if would and words.word(_past_adverbs(words, group.start + 1)) == "like":
        at = _past_adverbs(words, group.start + 1) + 1
    elif group.lemma not in _POLITE or (group.modal and not would):
        return 0
    return at + 1 if words.word(at) == "to" else 0


_POLITE = frozenset({"wish", "like", "want", "desire"})


def _past_adverbs(words: Words, at: int) -> int:
    while words.tag(at) & Tag.ADVERB and not words.tag(at) & Tag.BASE:
        at += 1
    return at


def _suffered(
    words: Words, group: Group, found: tuple[Phrase, int] | None, grammar: Grammar
) -> tuple[Phrase, int] | None:
    """The phrase that the passive of a verb makes: "was adopted", "were instructed to", "it was agreed that"."""
    bare = next((p for p in grammar.phrases.get(group.lemma, ()) if not p.rest and not p.before), None)
    if bare and bare.entry.act == "call" and bare.entry.force > 2 and words.word(group.end) in ("to", "with"):
        return bare, group.end + (words.word(group.end) == "to")
    if found is None or _may_be_suffered(found[0].entry):
        return found
    impersonal = words.low[group.start] in ("was", "has") and words.word(group.start - 1) == "it"
    return found if impersonal and not found[0].entry.ground and not found[0].entry.deed else None


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
