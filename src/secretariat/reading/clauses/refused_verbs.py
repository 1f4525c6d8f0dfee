"""Listed verbs that made no statement where they stand, with the reason: for those who ask, never on the way of reading.

"in **support** of the talks" is a noun, "to **welcome** guests" an infinitive, "which **call for** care" inside a clause.
"""

from collections.abc import Iterator

from secretariat.reading.clauses.grammar import Grammar, Tag, grammar_of
from secretariat.reading.clauses.phrases import match_phrase
from secretariat.reading.clauses.words import Words
from secretariat.reading.draft import Draft
from secretariat.reading.refused import Refused

_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST | Tag.PARTICIPLE | Tag.GERUND)
_BEFORE_NOUN = int(Tag.DETERMINER | Tag.POSSESSIVE | Tag.ADJECTIVE | Tag.PREPOSITION | Tag.GENITIVE)
_OPENS = int(Tag.OPENER | Tag.THAT | Tag.MAYBE_OPENER)


def refused_verbs(draft: Draft) -> list[Refused]:
    """Every listed verb of a draft that no trigger holds, in order; to be asked once the statements are found."""
    grammar = grammar_of(draft.lexicon)
    taken = {place for s in draft.statements for place in range(*s.trigger)}
    out: list[Refused] = []
    for sentence in draft.sentences:
        words = Words(draft.flow.text, sentence.start, sentence.end, grammar)
        out += _in_sentence(words, grammar, taken)
    return out


def _in_sentence(words: Words, grammar: Grammar, taken: set[int]) -> Iterator[Refused]:
    for at in range(words.size):
        lemma = grammar.lemmas.get(words.low[at], "")
        if not lemma or words.starts[at] in taken or lemma not in grammar.phrases:
            continue
        found = match_phrase(words, at, lemma, grammar)
        if found is not None:
            end = words.ends[max(found[1], at + 1) - 1]
            yield Refused(words.starts[at], end, "statement", f"verb:{found[0].entry.id}", _why(words, at))
            continue
        barred = next((p.entry for p in grammar.phrases[lemma] if words.word(at + 1) in p.entry.not_before), None)
        if barred is not None:
            yield Refused(words.starts[at], words.ends[at], "statement", f"verb:{barred.id}", "noun-here")


def _why(words: Words, at: int) -> str:
    """The id of the reason, by the words before."""
    before = at - 1
    while words.tag(before) & Tag.ADVERB:
        before -= 1
    tag = words.tag(before)
    if tag & Tag.TO:
        return "infinitive"
    if not words.tags[at] & _LEXICAL or (tag & _BEFORE_NOUN and not words.tags[at] & Tag.GERUND):
        return "noun-here"
    if any(words.tags[k] & _OPENS for k in range(max(0, at - 12), at)):
        return "inside-a-clause"
    return "only-tells"
