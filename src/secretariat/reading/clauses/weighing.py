"""A trigger weighed by its object: "reaffirm their readiness to" promises, "note with appreciation" praises."""

from secretariat.model.statements import Act
from secretariat.reading.clauses.grammar import Grammar, Tag
from secretariat.reading.clauses.phrases import BREAKS, GAP, Trigger, past_aside
from secretariat.reading.clauses.words import Words

_REACH = 14
"""How many words behind a verb are looked at to tell what it does."""


def refine(words: Words, made: Trigger, grammar: Grammar) -> Trigger:
    """The trigger with its object weighed: "reaffirm their readiness to", "note the inadmissibility of", "support"."""
    entry = made.entry
    if entry is None:
        return made
    if entry.id in ("support", "express-support-for"):
        return made if _is_call(words, made.end, grammar) else made._replace(act="position")
    if entry.id == "look-to" and words.tag(made.end) & Tag.BASE and not words.tag(made.end) & Tag.DETERMINER:
        return made._replace(act="commitment", force=3)
    if entry.id == "consider" and _void(words, made.end, grammar):
        return made._replace(polarity="against")
    if entry.id in ("consider", "review") and _only_discusses(words, made, grammar):
        return made._replace(act="assertion", force=0, rule="told", entry=None)
    if entry.id == "welcome" and _receives(words, made.end, grammar):
        return made._replace(act="assertion", force=0, rule="receive")
    if not (entry.restates or entry.id.startswith("be-convinced")):
        return made
    if words.word(made.end) == "with" and (felt := _feeling(words, made.end + 1, grammar)):
        return made._replace(end=felt[0], act=felt[1])
    at, owned = made.end, False
    if words.word(at) == "that" or words.word(at - 1) == "that":
        return made._replace(polarity="against") if _denied(words, at, grammar) else made
    at = past_aside(words, at)
    for here in range(at, min(at + GAP, words.size)):
        if here > at and words.tags[here] & Tag.GERUND and _is_against(words, here, grammar):
            return made._replace(polarity="against")
        if words.low[here] in grammar.nouns:
            return _with_noun(words, made, here, owned, grammar)
        owned = owned or bool(words.tags[here] & Tag.POSSESSIVE)
        if words.tags[here] & BREAKS and not words.tags[here] & Tag.POSSESSIVE:
            break
    return made


def _is_against(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a participle speaks against something: "its firm position rejecting the blockade"."""
    lemma = grammar.lemmas.get(words.low[at], "")
    return any(not p.rest and p.entry.polarity == "against" for p in grammar.phrases.get(lemma, ()))


def _with_noun(words: Words, made: Trigger, noun: int, owned: bool, grammar: Grammar) -> Trigger:
    value = grammar.nouns[words.low[noun]]
    if value == "doing":
        return made
    end = noun + 1
    if words.word(end) in ("of", "to", "for", "in"):
        end += 1
    if value in ("denied", "worry"):
        return made
    if value == "weight":
        return made._replace(end=end)
    if value == "against":
        return made._replace(end=end, polarity="against")
    if not owned and value == "commitment" and words.word(noun + 1) == "to":
        owned = not any(words.tags[k] & Tag.DETERMINER for k in range(made.end, noun))
    if not owned and not (value == "adherence" and _made_by_us(words, noun + 1)):
        return made
    if value == "appraisal":
        return made._replace(end=end, act="appraisal", force=2)
    if value == "support":
        act: Act = "call" if _is_call(words, _past_commas(words, end), grammar) else "position"
        return made._replace(end=end, act=act)
    recalls = made.entry is not None and made.entry.recalls
    if recalls or (value == "adherence" and not _is_action(words, end, grammar)):
        return made._replace(end=end)
    if value == "call":
        return made._replace(end=end, act="call")
    if value == "decision":
        return made._replace(end=end, act="decision", force=5)
    return made._replace(end=end, act="commitment", force=4)


def _past_commas(words: Words, at: int) -> int:
    """Past a phrase between commas before what is supported: "its support, (in all forums,) for the treaty"."""
    if words.word(at) != ",":
        return at
    ends = (k for k in range(at + 1, min(at + _REACH, words.size)) if words.low[k] == ",")
    return next((k + 2 for k in ends if words.word(k + 1) in ("for", "to")), at)


def _made_by_us(words: Words, at: int) -> bool:
    """Whether a commitment is the speakers' own: "the commitment made in Lima to", "the commitments that we made"."""
    if words.word(at) in ("we", "that") and "we" in words.low[at : at + 2]:
        return True
    return words.word(at) == "made" and (words.word(at + 1) != "by" or words.word(at + 2) == "our")


def _feeling(words: Words, at: int, grammar: Grammar) -> tuple[int, Act] | None:
    """What "with" adds to a verb of noting: "with deep appreciation" praises, "with concern" does not."""
    for here in range(at, min(at + 4, words.size)):
        value = grammar.nouns.get(words.low[here])
        if value in ("appraisal", "worry"):
            return here + 1, "appraisal" if value == "appraisal" else "position"
        if words.tags[here] & BREAKS:
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


def _void(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether something is held to be inadmissible: "consider unacceptable any blockade", "regards it as null"."""
    for here in range(at, min(at + _REACH, words.size)):
        if grammar.nouns.get(words.low[here]) == "denied":
            return here == at or words.word(here - 1) in ("as", "be", "it", "is")
        if words.low[here] in (",", ";"):
            return False
    return False


_JUDGES = frozenset({"as", "to", "it", "that", "null", "void", "themselves", "itself"})


def _only_discusses(words: Words, made: Trigger, grammar: Grammar) -> bool:
    """Whether a past "considered", "reviewed" narrates the meeting: nothing behind its object says what it was held to be."""
    last = made.end - 1
    if not words.tag(last) & Tag.PAST or words.tag(last - 1) & (Tag.HAVE | Tag.BE):
        return False
    if made.entry is None or made.entry.id == "review":
        return True
    for here in range(made.end, min(made.end + _REACH, words.size)):
        if words.low[here] in _JUDGES or grammar.nouns.get(words.low[here]) == "denied":
            return False
        if words.tags[here] & Tag.MARK and words.low[here] in ",;":
            break
    return True


def _receives(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a guest is received: "welcomed Prime Minister Okoro to Lagos"."""
    if not any(
        words.word(k) in grammar.offices and words.raw[k][0].isupper() for k in range(at, min(at + 3, words.size))
    ):
        return False
    for here in range(at, min(at + _REACH, words.size)):
        if words.tags[here] & Tag.TO:
            return here + 1 < words.size and words.raw[here + 1][0].isupper()
        if words.tags[here] & (BREAKS | Tag.GENITIVE):
            return False
    return False


def _is_action(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a verb or a bare noun of doing follows ("to deepening", "to activities"), not a principle."""
    while words.tag(at) & Tag.ADVERB:
        at += 1
    if words.tag(at) & (Tag.GERUND | Tag.BASE):
        return True
    if words.tag(at) & (Tag.DETERMINER | Tag.POSSESSIVE):
        return _is_doing(words, at, grammar)
    return not _head(words, at) & grammar.principles


def _is_doing(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether the phrase at an article is headed by a noun of doing: "the full implementation of", "its ratification"."""
    for here in range(at + 1, min(at + GAP, words.size)):
        if grammar.nouns.get(words.low[here]) == "doing" or (
            words.tags[here] & Tag.GERUND and words.word(here + 1) == "of"
        ):
            return True
        if words.tags[here] & BREAKS:
            return False
    return False


def _is_call(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether what is supported is an act or a proposal, not a principle, a state or a text in force."""
    if words.word(at) == "and" and words.word(at + 1) == "solidarity":
        return False
    while words.tag(at) & Tag.ADVERB:
        at += 1
    if words.tag(at) & Tag.GERUND:
        return True
    return not _head(words, at) & (grammar.principles | grammar.states) and not _acronym(words, at)


def _acronym(words: Words, at: int) -> bool:
    """Whether an acronym alone is supported: "support for the IMO", an organisation; not "for IMO rules"."""
    at += bool(words.tag(at) & Tag.DETERMINER)
    known = at < words.size and words.raw[at].isalpha() and words.raw[at].isupper() and len(words.raw[at]) > 2
    return known and (at + 1 == words.size or bool(words.tags[at + 1] & (BREAKS | Tag.JOINER)))


def _head(words: Words, at: int) -> frozenset[str]:
    """The head noun of the phrase at ``at``, as a set of one word; empty where there is none."""
    last, listed = "", False
    while at < words.size:
        tag = words.tags[at]
        if last and (words.low[at] == "," or tag & Tag.JOINER) and (_qualifies(words, at - 1) or listed):
            listed = words.low[at] == ","
            at += 1
            continue
        if (
            words.low[at] == "of"
            and words.raw[at - 1][0].isupper()
            and (owner := next((k for k in range(at, at + 4) if words.tag(k) & Tag.GENITIVE), 0))
        ):
            at = owner + 1
            continue
        if tag & (BREAKS | Tag.JOINER) and not tag & Tag.POSSESSIVE:
            break
        if last and tag & Tag.PARTICIPLE and words.word(at + 1) == "by":
            break
        last = words.low[at]
        at += 1
    return frozenset((last,)) if last else frozenset()


_QUALITIES = ("-based", "-oriented", "-driven", "-led", "al", "ive", "ous", "able", "ible", "ory")
"""How adjectives end that a noun has several of: "a rules-based, open and fair system"."""


def _qualifies(words: Words, at: int) -> bool:
    return bool(words.tag(at) & Tag.ADJECTIVE) or words.word(at).endswith(_QUALITIES)
