"""Divides units of running text into sentences.

1. ``Mr. Li met H.E. A. Karimov on 5 Jan. 2020. They agreed.`` is two. 2. Enumerations after a colon stay in their
sentence. 3. The number of a paragraph ("3.1. ", "(a) ") belongs to none. 4. A heading, title or clause without
full stop is one.
"""

import re
from collections.abc import Iterator, Mapping, Set

from secretariat.reading.draft import Sentence
from secretariat.reading.flow import Flow
from secretariat.reading.packed import Packed
from secretariat.reading.structure.numbering import leading_number

_STOP = re.compile(
    r"[.!?…]+[\"'”»)\]]{0,3}(?: ?\d{1,2}(?= [A-Z]))? (?=[\"'“«(\[*_]{0,3}[A-Z0-9À-ÞĀ-ſ])"
    r"|[!?]+[\"'”»)\]]{0,3} (?=[\"'“«(\[])"
)
_WORD = re.compile(r"[^\s(\[\"'“«]{1,24}$")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}|(?:[A-Z][a-z]?\.){1,2}[A-Z][a-z]?")
_WHOLE = {"header", "title", "heading", "signature"}


def find_sentences(flow: Flow, abbreviations: Mapping[str, str], starts: Set[str]) -> Packed[Sentence]:
    """The sentences of every unit; each unit has at least one.

    ``abbreviations`` are words, lower case and without their last point → ``always``, ``figure`` (only before a
    figure) or ``either`` (also where a sentence ends); ``starts`` are words that then open a new one.
    """
    return Packed(Sentence, _spans(flow, abbreviations, starts))


def _spans(flow: Flow, abbreviations: Mapping[str, str], starts: Set[str]) -> Iterator[tuple[int, int, int]]:
    """Start and end of each sentence, and the index of its unit."""
    for index, unit in enumerate(flow.units):
        start = unit.start
        if unit.kind != "footnote":
            number = leading_number(flow.text[start : min(unit.end, start + 48)])
            if number and unit.start + number.length < unit.end and number.form != "part":
                start += number.length
        if unit.kind not in _WHOLE:
            for stop in _STOP.finditer(flow.text, start, unit.end):
                if _holds(flow.text, start, stop, abbreviations, starts):
                    continue
                yield start, stop.end() - 1, index
                start = stop.end()
        yield start, unit.end, index


def _holds(text: str, start: int, stop: re.Match[str], abbreviations: Mapping[str, str], starts: Set[str]) -> bool:
    """Whether a point is part of an abbreviation, an initial or a number, so that the sentence goes on."""
    if text[stop.start()] != "." or stop.group().startswith(".."):
        return False
    word = _WORD.search(text, max(start, stop.start() - 25), stop.start())
    if word is None:
        return True
    seen = re.split(r"[-\u2013/]", word.group())[-1]
    following = text[stop.end() : stop.end() + 1]
    if _INITIALS.fullmatch(seen) and (len(seen) == 1 or "." in seen):
        role = abbreviations.get(seen.lower())
        return not (role == "either" and _opens_sentence(text, stop.end(), starts))
    role = abbreviations.get(seen.lower())
    if role == "figure":
        return following.isdigit()
    if role == "either":
        return not _opens_sentence(text, stop.end(), starts)
    if role == "always":
        return True
    return seen.isdigit() and word.start() == start


def _opens_sentence(text: str, place: int, starts: Set[str]) -> bool:
    word = re.compile(r"[\"'“«(]?([A-Za-z]+)").match(text, place)
    return bool(word and word[1].lower() in starts)
