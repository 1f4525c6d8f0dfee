"""The words by which structure is read, from the lexicon, in the form in which the rules ask for them."""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from secretariat.lexicon.load import Lexicon

_DATE_AHEAD = r"\b.{0,40}\b(?:at|in|on|this)\b"


class StructureWords(msgspec.Struct, frozen=True):
    """Words and patterns of the files ``structure_words``, ``recital_openers`` and ``enacting_formulas``."""

    openers: frozenset[str]
    """First words of recitals: "convinced", "aware"."""
    glued_opener: re.Pattern[str]
    """The same, written on to the comma before it."""
    leads: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    enacting: re.Pattern[str]
    """A formula at the end of a preamble: "have agreed as follows:"."""
    formula: re.Pattern[str]
    """The same anywhere, where it is of agreement."""
    open_ends: frozenset[str]
    open_line: re.Pattern[str]
    alone: frozenset[str]
    head_line: re.Pattern[str]
    session: re.Pattern[str]
    resolved: re.Pattern[str]
    kind: re.Pattern[str]
    """What a title names: "Declaration", "Agreement"."""
    treaties: frozenset[str]
    closing: re.Pattern[str]
    testimony: re.Pattern[str]
    signed: re.Pattern[str]
    meeting: re.Pattern[str]
    division: re.Pattern[str]
    adopting: re.Pattern[str]
    place: re.Pattern[str]
    headed: re.Pattern[str]
    """The number and heading of an article on to which its first clause was written."""
    sentence_starts: frozenset[str]


@lru_cache(maxsize=8)
def structure_words(lexicon: Lexicon) -> StructureWords:
    """The words of a lexicon; made once for each."""
    forms: dict[str, tuple[str, ...]] = {}
    for entry in lexicon.entries("structure_words"):
        forms[entry.id] = (*forms.get(entry.id, ()), *entry.forms)
    recitals = lexicon.words("recital_openers")
    openers = frozenset(w for w, role in recitals.items() if role in ("participle", "adjective"))
    formulas = lexicon.words("enacting_formulas")
    enacting = _any(formulas)
    agreed = _any(w for w, role in formulas.items() if role == "agree")

    def one(name: str) -> str:
        return _any(forms.get(name, ()))

    open_line = forms.get("open-line", ())
    kinds = (*forms.get("title-kind", ()), *forms.get("treaty-kind", ()))
    decided = one("decided-kind")
    session = [made for w in forms.get("session", ()) for made in (w, w.capitalize())]
    return StructureWords(
        openers=openers,
        glued_opener=re.compile(rf"(?<=[,;])(?={_any(openers)} (?:of|that|to|by|also)\b)"),
        leads=frozenset(w for w, role in recitals.items() if role == "lead"),
        nouns=frozenset(w for w, role in recitals.items() if role == "noun"),
        phrases=tuple(w for w, role in recitals.items() if role == "phrase"),
        enacting=re.compile(rf"\b{enacting}\b[^.;]{{0,80}}\.?$", re.IGNORECASE),
        formula=re.compile(rf"\b{agreed}\s{{0,2}}:?\s{{0,3}}", re.IGNORECASE),
        open_ends=frozenset((*open_line, *forms.get("open-end", ()))),
        open_line=re.compile(rf"\b{_any((*open_line, *(w.upper() for w in open_line)))}$"),
        alone=frozenset(forms.get("alone", ())),
        head_line=re.compile(rf"(?:{one('head-line')}|{one('head-line-counted')} \d)", re.IGNORECASE),
        session=re.compile(
            rf"(?:[A-Z][a-z]+(?:-[a-z]+)?|\d{{1,3}}(?:st|nd|rd|th)) (?:[a-z]+ ){{0,2}}{_any(session)}\b"
        ),
        resolved=re.compile(
            rf"{decided}s? adopted (?:by|on)\b|.{{0,600}}draft (?i:{decided})\**$"
            rf"|(?:Revised )?[Dd]raft (?i:{decided}) submitted",
            re.DOTALL,
        ),
        kind=re.compile(rf"\b{_any(kinds)}s?\b"),
        treaties=frozenset(w.casefold() for w in forms.get("treaty-kind", ())),
        closing=re.compile(one("closing-verb") + _DATE_AHEAD, re.IGNORECASE),
        testimony=re.compile(rf"(?:{one('testimony')}\b|{one('testimony-verb')}{_DATE_AHEAD})", re.IGNORECASE),
        signed=re.compile(
            rf"{one('signature-line')}(?!\w)|[_.…]{{5,}}|{one('signature-end')}$",
            re.IGNORECASE,
        ),
        meeting=re.compile(
            rf"(?:\d{{1,4}}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?) (?:\([a-z]+\) )?{one('meeting-line')}(?:,? .{{0,40}})?",
            re.IGNORECASE,
        ),
        division=re.compile(rf"{one('division')}\b", re.IGNORECASE),
        adopting=re.compile(rf"\b{one('adopting')}\b", re.IGNORECASE),
        place=re.compile(
            rf"\b{one('place-of')} "
            r"(?P<place>(?:the )?[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|of|the|da|del))*"
            r"(?:, (?:[A-Z][\w'.-]*)(?: (?:[A-Z][\w'.-]*|of|and|the))*)?)"
        ),
        headed=re.compile(
            r"ARTICLE\s{1,4}(?:\d{1,3}|[ivxlc]{1,7})(?:\s?[.:–-])?\s?[a-z][a-z ,-]{1,90}?[a-z]"
            rf"(?={one('clause-start')}\s|(?:each|any|this|present|(?<!sh)all) (?:{_any(sorted(w.casefold() for w in kinds))}"
            r"|contracting|part|stat|member|article))"
        ),
        sentence_starts=frozenset(forms.get("sentence-start", ())),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; for none where there are none."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else "(?!)"
