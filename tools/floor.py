"""A naive floor: what a reader of fifty lines with the same words would find, to hold the score against.

Every sentence with a listed verb is a statement of that verb's first act; every run of capitalised words is a body, an
instrument or an event by the first kind word in it, else nothing; one regular expression finds dates, one "Mr X".
"""

import re
from collections.abc import Iterator
from typing import Any

from secretariat.lexicon.load import Lexicon

Mark = dict[str, Any]

MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"\b(?:(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+)?((?:19|20)\d\d)\b")
_RUN = re.compile(r"\b[A-Z][\w'’-]*(?:\s+(?:(?:of|the|on|for|and|in|to|at)\s+){0,3}[A-Z0-9][\w'’/-]*)*")
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+((?:[A-Z][\w'’-]+\s?)+)")
_SENTENCE = re.compile(r"[^.;\n]+")
_NAMES = {"body-kind": "body", "instrument-kind": "instrument", "event-kind": "event"}


class Floor:
    """The naive reader with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {
            form.lower(): (mention, entry.value)
            for category, mention in _NAMES.items()
            for entry in lexicon.entries(category)
            for form in entry.forms
            if " " not in form
        }
        self._verbs = {form: verb for verb in lexicon.entries("verb") for base in verb.forms for form in _forms(base)}
        ordered = sorted((f for f in self._verbs if "~" not in f), key=len, reverse=True)
        self._verb = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)

    def read(self, text: str) -> dict[str, list[Mark]]:
        """Mentions and statements in the form of a record; it knows no stages."""
        mentions = [*_dates(text), *self._names(text), *_persons(text)]
        return {"mentions": mentions, "statements": list(self._statements(text)), "stages": []}

    def _names(self, text: str) -> Iterator[Mark]:
        for run in _RUN.finditer(text):
            kind = next((self._kinds[w] for w in re.findall(r"\w+", run[0].lower()) if w in self._kinds), None)
            if kind and re.search(r"\s", run[0]):
                status = "held" if kind[0] == "event" else "existing"
                yield {"type": kind[0], "start": run.start(), "end": run.end(), "kind": kind[1], "status": status}

    def _statements(self, text: str) -> Iterator[Mark]:
        for sentence in _SENTENCE.finditer(text):
            if found := self._verb.search(text, *sentence.span()):
                verb = self._verbs[found[0].lower()]
                said = {"act": verb.act, "polarity": verb.polarity, "holders": "all", "topics": [], "verb": verb.id}
                yield {"start": sentence.start(), "end": sentence.end(), "trigger": list(found.span()), **said}


def _forms(base: str) -> Iterator[str]:
    """A verb's form with the four endings on its first word, by the plainest rule."""
    first, *rest = base.lower().split(" ")
    stem = first[:-1] if first.endswith("e") else first
    for form in (first, first + "s", stem + "ed", stem + "ing"):
        yield " ".join((form, *rest))


def _dates(text: str) -> Iterator[Mark]:
    for found in _DATE.finditer(text):
        day, month, year = found.groups()
        edtf = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}" if day else year
        yield {"type": "date", "start": found.start(), "end": found.end(), "edtf": [edtf]}


def _persons(text: str) -> Iterator[Mark]:
    for found in _PERSON.finditer(text):
        yield {"type": "person", "start": found.start(1), "end": found.end(1)}
