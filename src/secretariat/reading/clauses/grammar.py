"""The words of a language as the clause reader needs them: each word's classes, each verb's phrases."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from secretariat.lexicon.entries import Verb
from secretariat.lexicon.load import Lexicon
from secretariat.reading.clauses.inflect import Paradigm, inflect


class Tag:
    """What a word can be, as bits of plain integers; "support" is a base form, and a noun elsewhere."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    GERUND = 16
    BE = 32
    HAVE = 64
    DO = 128
    WILL = 256
    SHOULD = 512
    CAN = 1024
    NOT = 2048
    ADVERB = 4096
    DETERMINER = 8192
    POSSESSIVE = 1 << 14
    PRONOUN = 1 << 15
    PREPOSITION = 1 << 16
    TO = 1 << 17
    JOINER = 1 << 18
    OPENER = 1 << 19
    THAT = 1 << 20
    MAYBE_OPENER = 1 << 21
    ADJECTIVE = 1 << 22
    MARK = 1 << 23
    BE_OTHER = 1 << 24
    GENITIVE = 1 << 25
    NOUN = 1 << 26


_CLASSES = {
    "be": Tag.BE, "be-other": Tag.BE_OTHER, "have": Tag.HAVE, "do": Tag.DO, "will": Tag.WILL, "should": Tag.SHOULD,
    "can": Tag.CAN, "det": Tag.DETERMINER, "poss": Tag.POSSESSIVE, "pron": Tag.PRONOUN, "prep": Tag.PREPOSITION,
    "to": Tag.TO, "conj": Tag.JOINER, "sub": Tag.OPENER, "that": Tag.THAT, "maybe-sub": Tag.MAYBE_OPENER,
    "adj": Tag.ADJECTIVE, "noun": Tag.NOUN,
}  # fmt: skip

_FORMS = (Tag.BASE, Tag.THIRD, Tag.PAST, Tag.PARTICIPLE, Tag.GERUND)


class Phrase(NamedTuple):
    """A performative phrase around its verb: "attach ~ importance to" has the rest "~ importance to".

    ``before`` are adverbs that stand before the verb ("highly assess").
    """

    before: tuple[str, ...]
    rest: tuple[str, ...]
    entry: Verb


class Grammar:
    """Look-up tables made once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.tags: dict[str, int] = defaultdict(int)
        self.lemmas: dict[str, str] = {}
        self.phrases: dict[str, list[Phrase]] = defaultdict(list)
        self.actors = lexicon.words("actors")
        self.nounlike = frozenset(lexicon.words("nouns_like_verbs"))
        self.nouns = lexicon.words("nouns_of_act")
        self.principles = frozenset(lexicon.words("acts_of_others"))
        self.states = frozenset(f.lower() for e in lexicon.entries("state") for f in e.forms)
        self.own_deeds = lexicon.words("own_deeds")
        self.openings = lexicon.words("sentence_words")
        self.offices = frozenset(f for e in lexicon.entries("actors") if e.id == "offices" for f in e.forms)
        kinds = [*lexicon.entries("instrument-kind"), *lexicon.entries("event-kind")]
        self.text_words = frozenset(form.lower() for entry in kinds for form in entry.forms)
        for name in ("auxiliaries", "function_words"):
            for entry in lexicon.entries(name):
                for word in entry.forms:
                    self.tags[word] |= _CLASSES[entry.value]
        for word in lexicon.words("adverbs"):
            self.tags[word] |= Tag.ADVERB
        self.tags["not"] |= Tag.NOT
        irregular = {e.id: e.forms for e in lexicon.entries("irregular_verbs")}
        for base in sorted(self._bases(lexicon)):
            self._add(inflect(base, irregular))
        for listed in self.phrases.values():
            listed.sort(key=lambda p: (-len(p.rest) - len(p.before), "~" in p.rest))
        self.openers = {lemma: _by_opening(listed) for lemma, listed in self.phrases.items()}
        self.tags = dict(self.tags)

    def _bases(self, lexicon: Lexicon) -> Iterator[str]:
        yield from lexicon.words("common_verbs")
        for entry in lexicon.entries("verb"):
            for form in entry.forms:
                words = form.split()
                head = next((at for at, w in enumerate(words) if not self.tags.get(w, 0) & _BEFORE), 0)
                if words[0] in ("be", "have", "not"):
                    head = 0
                self.phrases[words[head]].append(Phrase(tuple(words[:head]), tuple(words[head + 1 :]), entry))
                if words[head] not in ("be", "have", "not"):
                    yield words[head]

    def _add(self, verb: Paradigm) -> None:
        for word, tag in zip(verb, _FORMS, strict=True):
            if self.tags.get(word, 0) & (Tag.BE | Tag.HAVE | Tag.DO | Tag.BE_OTHER):
                continue
            self.tags[word] |= tag
            self.lemmas.setdefault(word, verb.base)
        if verb.past != verb.participle:
            self.lemmas.setdefault(verb.participle, verb.base)


def _by_opening(listed: list[Phrase]) -> dict[str, list[tuple[int, Phrase]]]:
    """The phrases of a verb, each with its rank, under the first word behind the verb (empty where none is wanted)."""
    found: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for rank, phrase in enumerate(listed):
        found[phrase.rest[0] if phrase.rest else ""].append((rank, phrase))
    return dict(found)


_BEFORE = Tag.ADVERB | Tag.NOT
"""An adverb before the verb of a form ("highly assess") is looked for before the verb."""


@lru_cache(maxsize=4)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, built once."""
    return Grammar(lexicon)
