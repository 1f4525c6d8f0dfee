"""The small words that the grammar of names stands on, taken from the lexicon once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from secretariat.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word sets by the part they play in a name; see ``lexicon/en/name_words.yaml``."""

    connector: frozenset[str]
    complement: frozenset[str]
    stop: frozenset[str]
    outside: frozenset[str]
    adjective: frozenset[str]
    creating: frozenset[str]
    """Words that make a thing still to be: "establish", "drafting"."""
    verbs: frozenset[str]
    """Base forms of common verbs."""
    participants: frozenset[str]
    """Those who meet, in lower case: "meeting of culture **ministers**"."""
    ordinals: frozenset[str]
    event_heads: frozenset[str]
    heads: frozenset[str]
    """Every head word of names, lower case: a capitalised one ends or begins another name."""


@lru_cache(maxsize=8)
def name_words(lexicon: Lexicon) -> NameWords:
    """The sets of a lexicon."""
    sets = {e.id: frozenset(e.forms) for e in lexicon.entries("name_words")}
    kinds = ("instrument-kind", "body-kind", "event-kind")
    heads = frozenset(
        f.split()[-1].lower()
        for k in kinds
        for e in lexicon.entries(k)
        for f in e.forms
        if k != "event-kind" or " " not in f or not f.islower()
    )
    return NameWords(
        connector=sets["connector"],
        complement=sets["complement"],
        stop=sets["stop"],
        outside=sets["outside"],
        adjective=sets["adjective"],
        creating=sets["creating"],
        participants=sets["participants"],
        verbs=frozenset(f for e in lexicon.entries("common_verbs") for f in e.forms),
        ordinals=frozenset(ordinal_words(lexicon)),
        event_heads=frozenset(f.lower() for e in lexicon.entries("event-kind") for f in e.forms),
        heads=heads - {"of", "for"},
    )


@lru_cache(maxsize=8)
def ordinal_words(lexicon: Lexicon) -> dict[str, int]:
    """Ordinal word → number, those up to ninety-nine composed ("seventy-ninth" → 79)."""
    simple = {form: int(e.value) for e in lexicon.entries("ordinals") for form in e.forms}
    tens = {w: n for w, n in simple.items() if w.endswith("ty")}
    units = {w: n for w, n in simple.items() if n < 10}
    return {w: n for w, n in simple.items() if w not in tens} | {
        f"{t}-{u}": n + m for t, n in tens.items() for u, m in units.items()
    }


def kind_of_name(lexicon: Lexicon, name: str) -> str | None:
    """The kind that the head word of an instrument's name tells: the last kind word before its complement."""
    kinds = lexicon.words("instrument-kind")
    seen = None
    for word in re.split(r": | (?:of|on|for|against|to|between) ", name)[0].lower().split():
        seen = kinds.get(word, seen)
    return seen
