"""Divides a long stretch that lost its line breaks (treaties without layout) at the marks that drafters print.

1. ``… enter into force. ARTICLE 4 The Parties …`` 2. ``… so notified. 2. Any amendment …``
3. ``means: (a) any ship; (b) …`` 4. ``…, Recalling their resolve, Desiring to …`` before the first article 5.
a title in capitals run into the text.
Refused: ``as laid down in Article 4 of the Treaty`` and the bracketed enumeration of an ordinary paragraph.
"""

import re

from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.structure.parts import Part

_LEAST = 1500
"""A paragraph shorter than this is left alone."""

_ARTICLE = re.compile(
    r"(?<!\bof )(?<!\bin )(?<!\bunder )(?<!\bto )(?<!\bwith )(?<!\band )"
    r"(?:ARTICLE|CHAPTER|SECTION|ANNEX|PREAMBLE)(?:\s{1,4}(?:\d{1,3}|[IVXLCivxlc]{1,7})(?![a-z])|(?=\s+The\b))"
    r"(?!,? (?:paragraph|of)\b)"
    r"|(?<=[.;:])\s{0,3}Article\s{1,4}(?:\d{1,3}|[IVXLC]{1,7})(?=\s{0,3}[A-Z.:–—-])(?!\s+[Oo]f)"
)
_COUNTED = re.compile(r"(?<=[A-Za-z)\]”\"][.;:])\s{0,4}(?P<n>\d{1,2})\.(?P<m>\d{1,2}\.)?\s{1,3}(?=[A-Za-z“\"])")
_ARTICLE_OPENED = re.compile(
    r"(?:ARTICLE|Article)\s{1,4}(?:\d{1,3}|[IVXLC]{1,7}|[ivxlc]{1,7})(?:\s[^.;]{1,80}?)?\s?(?P<n>1)\.\s"
)
_LISTED = re.compile(
    r"(?<=[;:.,])\s{0,3}(?:and\s|or\s)?\s{0,2}\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s{0,2}(?=\w)|(?<=[;:])\s{0,3}[a-z]\)\s(?=\w)"
)
_RECITAL = re.compile(r"(?<=[,;])(?:\s{1,3}(?=(?:[A-Z][a-z]+ing|[A-Z]{4,}ING)\b)|(?=[a-z]{5,}ing\b))")
_FORMULA = re.compile(
    r"\b(?:agreed|agree|decided|resolved) (?:as follows|on the following|to the following)\s{0,2}:?\s{0,3}",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^a-zß-ÿ]{15,500}\s(?=[A-Z][a-z]+\s)")
_TITLE_MARK = re.compile(r".{8,400}?(?=s(?:ou)?rce?:\s?)", re.DOTALL)


def divide_solid(part: Part) -> list[Part]:
    """The paragraphs of a solid stretch; the part itself where it is none.

    A numbered paragraph is cut where it counts on ("1. … respected. 2. The …"), however short.
    """
    if part.kind:
        return [part]
    text = part.text
    number = leading_number(text)
    if len(text) < _LEAST:
        if number is None or number.form != "digit" or not number.printed:
            return [part]
        return _cut(part, [0, *_sequence(text, {int(number.printed) + 1}, restart=False)])
    cuts = _solid_cuts(text)
    return _cut(part, sorted(c for c in {0, *cuts} if c < len(text))) if cuts else [part]


def _solid_cuts(text: str) -> list[int]:
    articles = [m.start() + len(m.group()) - len(m.group().lstrip()) for m in _ARTICLE.finditer(text)]
    opened = [m.start("n") for m in _ARTICLE_OPENED.finditer(text)]
    counted = sorted({*opened, *_sequence(text, {1, 2}, restart=True)})
    recitals = [m.end() for m in _RECITAL.finditer(text, 0, min(articles + counted, default=len(text)))]
    if not articles and len(counted) < 3:
        return recitals if len(recitals) >= 3 else []
    first = min(articles + counted)
    listed = [m.end() - len(m.group().lstrip()) for m in _LISTED.finditer(text)]
    formulas = [m.end() for m in _FORMULA.finditer(text, 0, first + 200)]
    return [*articles, *counted, *listed, *recitals, *formulas, *_title(text)]


def _sequence(text: str, expected: set[int], restart: bool) -> list[int]:
    """Starts of "1.", "2.", … that count on from one another, and of "1.1."; ``restart`` lets them begin anew at 1."""
    found: list[int] = []
    for match in _COUNTED.finditer(text):
        value = int(match["n"])
        if (match["m"] and restart) or value in expected:
            found.append(match.start("n"))
            expected = {1, value + 1} if restart else {value + 1}
    return found


def _title(text: str) -> list[int]:
    """Where a title in capitals, or one before "source:", ends."""
    match = _TITLE_MARK.match(text) or _CAPITALS.match(text)
    return [match.end()] if match else []


def _cut(part: Part, cuts: list[int]) -> list[Part]:
    parts: list[Part] = []
    for place, start in enumerate(cuts):
        end = cuts[place + 1] if place + 1 < len(cuts) else len(part.text)
        words = part.text[start:end]
        kept = words.strip()
        if kept:
            low = part.start + start + len(words) - len(words.lstrip())
            parts.append(Part(low, low + len(kept), kept, continues=part.continues and not parts))
    return parts
