"""The line at the end of a text that tells of its adoption."""

from secretariat.reading.clauses.grammar import Tag
from secretariat.reading.clauses.phrases import Trigger, match_phrase
from secretariat.reading.clauses.shapes import Clause, Sight


def read_closing(sight: Sight) -> list[Clause]:
    """The line that tells of the adoption: "ADOPTED in Turin on 3 May", "Signed at Accra this 5th day of June"."""
    words = sight.words
    last = words.word(1)
    if not words.tag(0) & Tag.PARTICIPLE or not (last in ("in", "at", "on", "this") or words.tag(1) & Tag.ADVERB):
        return []
    lemma = sight.grammar.lemmas.get(words.low[0], "")
    found = match_phrase(words, 0, lemma, sight.grammar)
    if found is None or found[0].entry.act != "decision" or found[0].entry.deed:
        return []
    entry = found[0].entry
    trigger = Trigger(0, 1, lemma, entry.act, entry.force, entry.polarity, entry.id, entry)
    return [Clause(0, trigger, None, False)]
