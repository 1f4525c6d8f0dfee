"""Puts together mentions that name the same thing to the letter: units, the atoms of identity.

The key of a unit says all that it was put together by, and makes its id:
``body:sco-development-bank`` (known) · ``instrument:concept:sco:economic forum`` (words, within the scope) ·
``event:meeting:sco:industry minister:1st`` (edition) · ``instrument:statement:sco:joint:at-1f3c…`` (says too little: this
document only).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from secretariat.register.identity.signature import Signature

_SLUG = re.compile(r"[^a-z0-9@]+")
_LONGEST = 72
"""Letters of a slug, so that ids stay readable and fit in addresses."""


class Unit:
    """Mentions with one key, and what they tell together."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.signatures: list[Signature] = []

    @property
    def first(self) -> Signature:
        """Any of them: what the key is made of is the same in all."""
        return self.signatures[0]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The telling words."""
        return self.first.words

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The telling words, each once."""
        return frozenset(self.first.words)

    @cached_property
    def known(self) -> str:
        """The id of lexicon or profile."""
        return self.first.known

    @cached_property
    def dates(self) -> frozenset[str]:
        """Every date that a mention gives the thing."""
        return frozenset(d for s in self.signatures for d in s.dates)

    @cached_property
    def years(self) -> frozenset[str]:
        """Every year in the names."""
        return frozenset(y for s in self.signatures for y in s.years)

    @cached_property
    def validities(self) -> frozenset[str]:
        """Every span of validity."""
        return frozenset(s.validity for s in self.signatures if s.validity)

    @cached_property
    def ordinals(self) -> frozenset[int]:
        """Every number of edition."""
        return frozenset(s.ordinal for s in self.signatures if s.ordinal is not None)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number of a resolution."""
        return frozenset(s.number for s in self.signatures if s.number)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind."""
        return frozenset(s.kind for s in self.signatures if s.kind)

    @cached_property
    def places(self) -> frozenset[str]:
        """Every place, folded."""
        return frozenset(s.place.casefold() for s in self.signatures if s.place)

    @cached_property
    def documents(self) -> frozenset[str]:
        """Where it is named."""
        return frozenset(s.document for s in self.signatures)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Every acronym that stands in brackets in one of the names, or that is the name."""
        return frozenset(s.acronym for s in self.signatures if s.acronym)

    @cached_property
    def statuses(self) -> frozenset[str]:
        """Whether it is told as held, planned, proposed."""
        return frozenset(s.status for s in self.signatures if s.status)

    @cached_property
    def is_relative(self) -> bool:
        """Whether every name of it is "the next" or "the last" one."""
        return all(s.relative for s in self.signatures)

    @cached_property
    def is_series(self) -> bool:
        """Whether it is a row of meetings and no single one."""
        return self.key.endswith(":series")

    @cached_property
    def is_local(self) -> bool:
        """Whether its words say so little that it stands for its document alone."""
        return ":at-" in self.key or ":next-at-" in self.key

    @cached_property
    def id(self) -> str:
        """A readable id, made from the key alone."""
        kind, _, rest = self.key.partition(":")
        words = rest.replace("@", "")
        slug = _SLUG.sub("-", words).strip("-")
        if len(slug) > _LONGEST or _lossy(rest):
            slug = f"{slug[:_LONGEST].rstrip('-')}-{hashlib.sha256(self.key.encode()).hexdigest()[:6]}"
        return f"{kind}/{slug or 'unnamed'}"


def _lossy(rest: str) -> bool:
    """Whether writing the key as a slug drops letters that tell it from others (other scripts)."""
    return any(ord(c) > 127 and c.isalnum() for c in rest)


def make_units(signatures: Iterable[Signature]) -> dict[str, Unit]:
    """All units by key; the mentions of each in order of document and place."""
    units: dict[str, Unit] = {}
    for signature in sorted(signatures, key=lambda s: (s.document, s.start, -s.end, s.mention)):
        key = key_of(signature)
        unit = units.get(key)
        if unit is None:
            unit = units[key] = Unit(key)
        unit.signatures.append(signature)
    return units


def key_of(s: Signature) -> str:
    """The key of the unit to which a mention belongs."""
    if s.type == "state":
        return f"state:{s.known.lower()}"
    if s.type == "group":
        return _group_key(s)
    if s.type == "person":
        return f"person:{' '.join(s.words)}:{s.place}".casefold()
    if s.known and not (s.own and s.type == "instrument"):
        return f"{s.type}:{s.known}"
    if s.type == "body":
        local = f":at-{s.document[7:15]}" if s.general and not s.scope else ""
        return f"body:{s.scope}:{' '.join(s.words)}{local}"
    if s.type == "event":
        return f"event:{s.kind}:{s.scope}:{' '.join(s.words)}:{_edition(s)}"
    return _instrument_key(s)


def _instrument_key(s: Signature) -> str:
    if s.own and s.known:
        return f"instrument:{s.known}"
    if s.number:
        whose = " ".join(w for w in s.words if w.startswith("@")) or s.scope
        return f"instrument:{s.kind}:{whose}:{s.number}"
    key = f"instrument:{s.kind}:{s.scope}:{' '.join(s.words)}"
    told = "-".join(s.years) or s.validity.replace("/", "-").replace("..", "")
    if told:
        key += f":{told}"
    if not s.general:
        return key
    dates = ",".join(sorted(s.dates))
    return f"{key}:{dates}" if dates else f"{key}:at-{s.document[7:15]}"


def _edition(s: Signature) -> str:
    """What tells one meeting of a row from the others: its number, its date or year, or that it is the row itself."""
    if s.ordinal is not None:
        return f"{s.ordinal}{'th' if s.ordinal % 100 in (11, 12, 13) else _SUFFIX[s.ordinal % 10]}"
    if s.dates:
        return ",".join(sorted(s.dates))
    if s.years:
        return "-".join(s.years)
    if s.status == "regular" and not s.relative:
        return "series"
    return f"{'next-' if s.relative else ''}at-{s.document[7:15]}"


_SUFFIX = ("th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th")


def _group_key(s: Signature) -> str:
    """A group is its organisation's members, its states, or, where nothing says who, its words."""
    if s.kind == "all" and s.scope:
        return f"group:{s.scope}:all"
    if s.states:
        return f"group:{' '.join(s.states)}".lower()
    words = " ".join(s.name.casefold().split())
    return f"group:{s.scope}:{s.kind}:{words}"


def usual(values: Iterable[str]) -> str:
    """The commonest value; of equally common ones the longest, then the first in the order of letters."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default="")
