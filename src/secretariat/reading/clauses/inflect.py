"""Forms of English verbs from their base: regular endings by rule, irregular ones from the lexicon."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

_VOWELS = "aeiou"


class Paradigm(NamedTuple):
    """The five forms of a verb: "take", "takes", "took", "taken", "taking"."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def inflect(base: str, irregular: Mapping[str, Sequence[str]]) -> Paradigm:
    """The forms of ``base``. ``irregular`` gives past and participle of the verbs that have their own.

    "commit" → committed, committing; "deny" → denies, denied; "agree" → agreed, agreeing; "speak" → spoke, spoken.
    """
    past = participle = _past(base)
    if own := irregular.get(base):
        past, participle = own[0], own[-1]
    return Paradigm(base, _third(base), past, participle, _gerund(base))


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


_DOUBLING = frozenset(
    "admit allot begin bid commit compel concur confer control cut defer deter dispel equip excel expel forbid forget get "
    "incur infer let level model occur omit permit plan prefer program propel put rebut recur refer regret remit run "
    "set shut sign signal sit step stop submit transfer transmit travel upset win".split()
) - {"sign"}
"""Verbs that double their last letter, in the spelling of at least one side of the Atlantic."""


def _doubled(base: str) -> str:
    return base + base[-1] if base in _DOUBLING or base.endswith("commit") else base
