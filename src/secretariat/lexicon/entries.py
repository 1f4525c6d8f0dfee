"""What an entry of each kind of lexicon file holds.

Every file is ``kind: <category>`` and ``entries: [...]``; the category names the entry type below. A form with a
capital letter is matched with its case, one without is matched in any case. ``examples`` and ``counterexamples`` are
whole sentences: each example must be matched by its own entry, no counterexample may be.
"""

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry has."""

    id: str
    forms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    note: str = ""


class Word(Entry, frozen=True, kw_only=True):
    """A plain list of words that a rule needs (ordinals, cues, stop words), its meaning in ``value``."""

    value: str = ""


class Verb(Entry, frozen=True, kw_only=True):
    """A performative verb or phrase.

    ``forms`` are base forms ("note", "speak in favour of"); the reader inflects the first word unless ``fixed``.
    ``act`` and ``force`` are what it does; ``polarity`` is ``against`` for "condemn". In a form ``~`` stands for a
    determiner and adjectives ("express ~ gratitude to").

    ``strong``: seldom an infinitive, so that it opens a statement even after "to …, and" ("and welcome …").
    ``restates``: its object decides the act ("reaffirm their commitment to", "note the need to").
    ``recalls``: it only brings to mind, so that its object binds nobody anew ("recalling our commitment to").
    ``ground``: as a participle it counts only at the head of a sentence ("taking into account").
    ``participle``: it opens a subordinate statement as a participle at all ("noting"; never "promoting").
    ``deed``: told in the perfect it only narrates ("have established").
    ``not_before``: words after which it is a noun or another verb ("support for").
    """

    act: Literal["assertion", "position", "appraisal", "call", "commitment", "decision"]
    force: int = 1
    polarity: Literal["for", "against"] = "for"
    fixed: bool = False
    strong: bool = False
    restates: bool = False
    recalls: bool = False
    ground: bool = False
    participle: bool = True
    deed: bool = False
    not_before: tuple[str, ...] = ()


class Kind(Entry, frozen=True, kw_only=True):
    """A head word of names: "agreement" of instruments, "council" of bodies, "summit" of events.

    ``value`` is the kind that a mention gets; ``plural`` the plural forms. ``strength`` says what a capitalised head
    proves: ``strong`` makes a name with one more word, ``weak`` needs a complement or a known name beside it, ``proper``
    is a name by itself.
    """

    value: str
    strength: Literal["strong", "weak", "proper"] = "strong"


class Name(Entry, frozen=True, kw_only=True):
    """A known name: of a body, an instrument, an event, an initiative. The first form is the preferred one.

    ``value`` is the kind; ``parent`` the id of the body that it is part of; ``date`` (EDTF) when adopted or founded.
    """

    value: str = ""
    parent: str = ""
    date: str = ""


class Office(Entry, frozen=True, kw_only=True):
    """An office that a person holds. ``value`` says of what: ``state``, ``body``, ``any``, or ``style`` (Mr., H.E.).

    ``of`` is the ISO code of the one state that has an office so called; ``plural`` marks the plural of several.
    """

    value: Literal["state", "body", "any", "style"] = "any"
    of: str = ""
    plural: bool = False


class StateName(Entry, frozen=True, kw_only=True):
    """A state: ``id`` is its ISO 3166-1 alpha-2 code (3166-3 alpha-4 for a former one). First form short, second long.

    ``adjectives`` ("Kazakh") and ``weak`` forms support a reading and never make a state mention alone. ``unless``:
    words that, in the same paragraph, say that the name is not the state's ("Atlanta" for Georgia).
    """

    adjectives: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    until: str = ""
    since: str = ""


class PlaceName(Entry, frozen=True, kw_only=True):
    """A city, region or landmark; the first form is today's name, the others are spellings and names of other times.

    ``value`` is ``city``, ``region``, ``water``, ``site`` or ``state`` (a part of a federation); ``country`` the ISO code of
    the state that it lies in, empty where in several. ``rank`` parts places of one name: the lowest number is the
    likeliest (0 a capital, 1 above a million people, 2 above 300,000, 3 smaller). ``weak`` forms are also common
    words: they count only where a country follows. ``times``: former name → EDTF interval in which it was official.
    """

    value: Literal["city", "region", "water", "site", "state"] = "city"
    country: str = ""
    rank: int = 3
    weak: tuple[str, ...] = ()
    times: dict[str, str] = {}


class GroupName(Word, frozen=True, kw_only=True):
    """What a document calls several states or their delegates. ``value`` is the scope: ``all``, ``some`` or ``other``.

    ``states`` are its ISO codes where the name itself says who they are.
    """

    states: tuple[str, ...] = ()


class Topic(Entry, frozen=True, kw_only=True):
    """A topic code and the words that speak for it; ``weak`` words count less."""

    weak: tuple[str, ...] = ()


class DateWord(Entry, frozen=True, kw_only=True):
    """Words that mean something only beside a date; looked up there and never scanned for, hence not ``forms``."""

    words: tuple[str, ...]


class StageCue(Entry, frozen=True, kw_only=True):
    """Words that tell of a thing's life; ``side`` says where they stand to its name.

    ``act`` is what is done with the thing; ``shape`` how the words are built, which says what may govern them: ``told``
    ("adopted", "adopts"), ``bare`` ("adopt"), ``doing`` ("adopting"), ``noun`` ("adoption", with "of" after it). An
    entry without an act is taken as it stands. ``fits``: the kinds of things that it can be said of; all where empty.
    """

    stage: Literal["proposed", "preparing", "decided", "adopted", "operating", "ended"]
    side: Literal["before", "after", "around", "sentence"]
    act: Literal["", "founding", "adopting", "holding", "proclaiming", "drafting", "operating", "ending"] = ""
    shape: Literal["told", "bare", "doing", "noun"] = "told"
    fits: tuple[Literal["instrument", "body", "event"], ...] = ()


class StageTurn(Entry, frozen=True, kw_only=True):
    """Words over a stage cue that turn what it tells: "**will** launch", "the **proposal** to launch".

    ``turn``: ``told`` (greeted as done), ``willing``, ``deciding``, ``proposing``, ``wishing``,
    ``preparing``, ``continuing``, ``denying``.
    """

    turn: Literal["told", "willing", "deciding", "proposing", "wishing", "preparing", "continuing", "denying"]


class Rule(Entry, frozen=True, kw_only=True):
    """What a rule of the grammar is, or why a reading is refused, in one sentence: told to those who ask.

    ``id`` is that of the rule: ``date:until``, or ``body-kind:*:capital`` for every head word of bodies with that
    evidence; ``refused:a-count`` for a reason.
    """

    says: str


class Alias(Entry, frozen=True, kw_only=True):
    """Further ``forms`` of the entry that has this id in files of the kind ``to`` (``body-name``, ``state``, ``verb`` …)."""

    to: str


CATEGORIES: dict[str, type[Entry]] = {
    "word": Word,
    "grammar": Word,
    "verb": Verb,
    "instrument-kind": Kind,
    "event-kind": Kind,
    "body-kind": Kind,
    "body-name": Name,
    "instrument-name": Name,
    "event-name": Name,
    "initiative-name": Name,
    "office": Office,
    "state": StateName,
    "place": PlaceName,
    "group": GroupName,
    "month": Word,
    "date-word": DateWord,
    "topic": Topic,
    "stage-cue": StageCue,
    "stage-turn": StageTurn,
    "condition": Word,
    "rule": Rule,
    "alias": Alias,
}
"""The category of a file → the type of its entries.

``word`` files give their own name as category (``ordinals.yaml``); so do ``grammar`` files, words that are looked up
token by token and not searched for. Verbs are inflected first, so their forms are not searched for either.
"""
UNSEARCHED = frozenset({"grammar", "verb", "rule", "alias"})
"""Kinds of file that the one matcher leaves out."""
