"""A sentence cut into words, each with its classes."""

import re
from array import array
from functools import lru_cache

from secretariat.reading.clauses.grammar import Grammar, Tag

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][a-z]{1,2}\.(?= [A-Z])|\w+(?:[-'.&/+]\w+)*'?|[^\w\s*]")
_SHORT = 7
"""Words up to this long are never two that lost their space."""
_GLUED = 5
"""How short a verb may be that is found at the end of another word."""
_MARK = int(Tag.MARK)
_ADVERB = int(Tag.ADVERB)
_GENITIVE = int(Tag.GENITIVE)
_LEXICAL = int(Tag.BASE | Tag.THIRD | Tag.PAST | Tag.PARTICIPLE | Tag.GERUND)


@lru_cache(maxsize=1 << 15)
def _glued(raw: str, grammar: Grammar) -> int:
    """Where a lost space stood in a word that the lexicon does not know: "committo", "Norlandexpressed"; else 0."""
    low = raw.lower()
    if low in grammar.tags or not low.isalpha():
        return 0
    if low.endswith("to") and grammar.tags.get(low[:-2], 0) & Tag.BASE and low[:-2] in grammar.phrases:
        return len(low) - 2
    if not raw[0].isupper() or not raw[1:].islower():
        return 0
    for cut in range(4, len(low) - _GLUED + 1):
        actor = low[:cut] in grammar.states or grammar.actors.get(low[:cut]) == "all"
        if actor and grammar.tags.get(low[cut:], 0) & Tag.PAST and grammar.lemmas[low[cut:]] in grammar.phrases:
            return cut
    return 0


class Words:
    """The words of ``text[start:end]``: as written, lower case, place and classes, in parallel lists."""

    __slots__ = ("_shouted", "ends", "low", "raw", "size", "starts", "tags")

    def __init__(self, text: str, start: int, end: int, grammar: Grammar) -> None:
        self.raw: list[str] = []
        self.starts = array("i")
        self.ends = array("i")
        raw, starts, ends = self.raw, self.starts, self.ends
        supplied = True
        for found in _WORD.finditer(text, start, end):
            word, place = found.group(), found.start()
            if word == "\u2026" or (word == "]" and supplied):
                continue
            supplied = supplied and (word != "[" or not raw)
            if len(word) > _SHORT and (cut := _glued(word, grammar)):
                raw.append(word[:cut])
                starts.append(place)
                ends.append(place + cut)
                word, place = word[cut:], place + cut
            raw.append(word)
            starts.append(place)
            ends.append(place + len(word))
        self.size = len(self.raw)
        self.low = [w.lower() for w in self.raw]
        self._shouted = any(len(w) > 3 and w.isupper() for w in raw[:4])
        known = grammar.tags
        self.tags = [known.get(w, 0) if w[0].isalnum() else _MARK for w in self.low]
        for at, word in enumerate(self.low):
            if (word[-1] == "'" and len(word) > 1) or word.endswith("'s"):
                self.tags[at] = _GENITIVE
            elif word[-2:] == "ly" and not self.tags[at] and len(word) > 4:
                self.tags[at] = _ADVERB
            elif word == "may" and at and self.raw[at] == "May":
                self.tags[at] = 0
            elif self.tags[at] & _LEXICAL and self._noun(at, grammar):
                self.tags[at] &= ~_LEXICAL

    def _noun(self, at: int, grammar: Grammar) -> bool:
        """Whether a word that could be a verb is a noun here: "the States", "Open RAN", not "hereby state"."""
        raw, before = self.raw[at], self.raw[at - 1] if at else "."
        if raw[0].isupper() and (at > 3 or before[0].isalpha()):
            if raw.isupper() and len(raw) > 1:
                if (
                    self.tags[at] & Tag.THIRD
                    and len(raw) > 3
                    and self._shouted
                    and grammar.lemmas.get(self.low[at]) in grammar.phrases
                ):
                    return False
                return not before.isupper() and not self.raw[min(at + 1, self.size - 1)].isupper() and at > 3
            if not self.tags[at - 1] & Tag.ADVERB or at > 3:
                return True
        if self.low[at] not in grammar.nounlike:
            return False
        if self.word(at - 1) in ("we", "they") or (self.word(at + 1) == "to" and self._names(at - 1, grammar)):
            return False
        if self.word(at + 1) == "that":
            lemma = grammar.lemmas.get(self.low[at], "")
            return not any(p.rest[:1] == ("that",) for p in grammar.phrases.get(lemma, ()))
        return not (at and self.tags[at - 1] & Tag.ADVERB)

    def _names(self, at: int, grammar: Grammar) -> bool:
        """Whether the word ends a naming of who acts ("the Ports Authority plans to", "the board, …, plans to")."""
        if at < 0:
            return False
        if self.low[at] == ",":
            return True
        return (
            self.raw[at][0].isupper()
            and not self.tags[at]
            and (at > 0 or self.low[at] in grammar.states or (self.raw[at].isupper() and len(self.raw[at]) > 2))
        )

    def tag(self, at: int) -> int:
        """The classes of a word; 0 beyond either end."""
        return self.tags[at] if 0 <= at < self.size else 0

    def word(self, at: int) -> str:
        """The word in lower case; empty beyond either end."""
        return self.low[at] if 0 <= at < self.size else ""

    def plural(self, at: int) -> bool:
        """Whether the word can end a plural subject: "States", "Japan", a closing bracket."""
        if not 0 <= at < self.size or self.tags[at] & _CLOSED:
            return False
        word = self.low[at]
        if word in (")", "people", "women", "men", "children", "police"):
            return True
        if self.word(at - 1) == "of" or self.word(at - 2) == "of":
            head = at - 2 if self.word(at - 1) == "of" else at - 3
            if head >= 0 and self.low[head][-1] == "s":
                return True
        return word[0].isalnum() and (self.raw[at][0].isupper() or (word[-1] == "s" and word[-2:] not in ("ss", "us")))


_CLOSED = int(
    Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.TO | Tag.JOINER | Tag.BE | Tag.HAVE | Tag.WILL | Tag.SHOULD
    | Tag.CAN | Tag.GENITIVE | Tag.BE_OTHER | Tag.DO | Tag.NOT
)  # fmt: skip
