"""The grammar of a person's name: capitals, initials, particles, suffixes.

1. ``Askar Mamin`` 2. ``Joseph R. Biden, Jr.`` 3. ``Ursula von der Leyen`` 4. ``Tahnoon bin Zayed Al Nahyan``
5. ``Abdullah II``. Refused inside a name: words of institutions and portfolios ("Committee", "Affairs"), months.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from secretariat.lexicon.load import Lexicon

_INITIAL = r"(?:[^\W\d_]|Sh|Ye|Yu|Ya|Yo|Ch|Kh|Zh|Ts|Dzh|Gh)\."
_WORD = re.compile(
    rf"(?:{_INITIAL}(?:[- ]?{_INITIAL})*|"
    r"'?[^\W\d_]+(?:['-](?!s\b)[^\W\d_]+)*(?:(?<=\b[JjSs]r)\.|(?<=\b[JS]R)\.)?)"
)
_COMMA_SUFFIX = re.compile(r", (?:Jr|Sr|JR|SR)\b\.?")
_ARTICLE = re.compile(r"(?:al|el|an|ad|ar|as|at)-(?=[^\W\d_])")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
LONGEST = 9
"""How many words a name may have."""


class Word(NamedTuple):
    """One word of a name, ``text`` at ``start:end`` of the running text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NameLexis:
    """What a name is made of and what never stands in one."""

    before: frozenset[str]
    portfolio: frozenset[str]
    never: frozenset[str]
    particle: frozenset[str]
    opening: frozenset[str]
    """Particles that a family name may open with: "President von der Leyen"."""
    suffix: frozenset[str]
    head: frozenset[str]
    """Head words of bodies, instruments and events, capitalised."""


@lru_cache(maxsize=8)
def name_lexis(lexicon: Lexicon) -> NameLexis:
    """The word sets of ``office_words.yaml``, the heads of bodies, instruments and events added to the portfolios."""
    sets = {e.id: frozenset(e.forms) for e in lexicon.entries("office_words")}
    heads = {
        word.capitalize()
        for kind in ("body-kind", "instrument-kind", "event-kind")
        for entry in lexicon.entries(kind)
        for form in entry.forms
        for word in form.split()[-1:]
    }
    return NameLexis(
        before=sets["before"],
        portfolio=sets["portfolio"] | sets["before"] | heads,
        never=sets["never"],
        particle=sets["particle"],
        opening=sets["opening"],
        suffix=sets["suffix"],
        head=frozenset(heads),
    )


def name_run(text: str, at: int, lexis: NameLexis, stops: Container[int]) -> list[Word]:
    """The words from ``at`` on that may be a name: capitals, initials, particles before a capital, a suffix.

    The run ends before a word whose start is in ``stops`` (an office, a state), but never is empty for that alone.
    """
    run: list[Word] = []
    kept = 0
    while len(run) < LONGEST:
        match = _WORD.match(text, at)
        if match is None or (run and match.start() in stops):
            break
        word = match.group()
        letters = _ARTICLE.sub("", word.lstrip("'"))
        if letters[:1].isupper():
            run.append(Word(match.start(), match.end(), word))
            kept = len(run)
            if _is_suffix(word, lexis) and kept > 1:
                break
        elif word in (lexis.particle if run else lexis.opening):
            run.append(Word(match.start(), match.end(), word))
        else:
            break
        suffix = _COMMA_SUFFIX.match(text, match.end())
        if suffix and kept == len(run):
            run.append(Word(suffix.start() + 2, suffix.end(), suffix.group()[2:]))
            kept += 1
            break
        if text[match.end() : match.end() + 1] != " ":
            break
        at = match.end() + 1
    return run[:kept]


def direct_name(run: Sequence[Word], lexis: NameLexis) -> list[Word]:
    """The name in a run right after an office: leading words of offices are left, a foreign word ends it."""
    at = 0
    while at < len(run) and run[at].text in lexis.portfolio and len(run) - at > 1:
        at += 1
    return _trimmed(run[at:], lexis)


def name_after_words(run: Sequence[Word], lexis: NameLexis, common: Container[str]) -> tuple[int, list[Word]]:
    """How many words of a run belong to the office's complement, and the name that follows them (or nothing)."""
    taken = 0
    for index, word in enumerate(run):
        text = word.text
        if text in lexis.particle:
            continue
        office = text in lexis.portfolio or text.capitalize() in lexis.portfolio or text.lower() in common
        acronym = _ACRONYM.fullmatch(text) and not _is_suffix(text, lexis) and not run[0].text.isupper()
        if office or acronym:
            taken = index + 1
    return taken, _trimmed(run[taken:], lexis)


def is_name(name: Sequence[Word], least: int = 1) -> bool:
    """Whether the words can be a name: enough of them, one a real word, none an acronym alone."""
    real = [w for w in name if len(w.text.strip(".'")) > 1]
    if len(name) < least or not real:
        return False
    last = name[-1].text
    acronym = _ACRONYM.fullmatch(last) and len(last) < 4 and last.strip("IVX")
    if len(name) > 1 and not name[0].text.isupper() and acronym:
        return False
    return not (len(name) == 1 and last.isupper() and len(last) < 6)


def _is_suffix(word: str, lexis: NameLexis) -> bool:
    """Whether a word is "Jr.", "II" and the like, in capitals too."""
    return word in lexis.suffix or word.capitalize() in lexis.suffix


def _trimmed(run: Sequence[Word], lexis: NameLexis) -> list[Word]:
    """A run up to the first word that no name holds, without particles at its end."""
    name: list[Word] = []
    for word in run:
        if word.text in lexis.never or word.text.capitalize() in lexis.never:
            break
        name.append(word)
    while name and name[-1].text in lexis.particle:
        name.pop()
    return name


def keys_of(name: str, lexis: NameLexis) -> list[str]:
    """The words by which a person is named again: all but initials, particles and suffixes, the last first."""
    words = [w.strip(".,") for w in name.split()]
    kept = [w for w in words if len(w) > 2 and w not in lexis.particle and w not in lexis.suffix and w[0].isupper()]
    return [w.lower() for w in reversed(kept)]
