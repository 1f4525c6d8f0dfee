"""Divides a long stretch that lost its line breaks (treaties without layout) at the marks that drafters print.

1. ``… enter into force. ARTICLE 4 The Parties …`` 2. ``… so notified. 2. Any amendment …``
3. ``means: (a) any ship; (b) …`` 4. ``…, Recalling their resolve, Desiring to …`` before the first article 5.
a title in capitals run into the text.
Refused: ``as laid down in Article 4 of the Treaty`` and the bracketed enumeration of an ordinary paragraph.
"""

import re

import msgspec

from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_LEAST = 1500
"""A paragraph shorter than this is left alone."""
MOST = 50_000
"""No paragraph is longer; the longest of five hundred published texts has 18,000 characters."""

_ARTICLE = re.compile(
    r"(?<!\bof )(?<!\bin )(?<!\bunder )(?<!\bto )(?<!\bwith )(?<!\band )"
    r"(?:ARTICLE|CHAPTER|SECTION|ANNEX|PREAMBLE)"
    r"(?:\s{1,4}(?:\d{1,3}(?!\d)(?!, (?:paragraph|of)\b)|[IVXLCivxlc]{1,7}(?![a-z]))|(?=\s+The\b))"
    r"(?!,? (?:paragraph|of)\b)"
    r"|(?<=[.;:])\s{0,3}Article\s{1,4}(?:\d{1,3}|[IVXLC]{1,7})(?=\s{0,3}[A-Z.:–—-])(?!\s+[Oo]f)"
)
_ARTICLE_DIGITS = re.compile(r"ARTICLE\s{1,4}(?P<n>\d{1,4})(?!\d)(?P<mark>[.)]\s?(?=[a-z]))?")
_ROMAN_RUN = re.compile(r"\b(?P<word>ARTICLE|ANNEX)\s{1,4}(?P<run>[ivxl][a-z]{0,40})")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_COUNTED = re.compile(r"(?<=[A-Za-z)\]”\"][.;:])\s{0,4}(?P<n>\d{1,2})\.(?P<m>\d{1,2}\.)?\s{1,3}(?=[A-Za-z“\"])")
_ARTICLE_OPENED = re.compile(
    r"(?:ARTICLE|Article)\s{1,4}(?:\d{1,3}(?!\d)|[IVXLC]{1,7}|[ivxlc]{1,7})(?:[^.;:\d]{1,100}?)?\s?(?P<n>1)\.\s"
)
_LISTED = re.compile(
    r"(?<=[;:.,])\s{0,3}(?:and\s|or\s)?\s{0,2}\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s{0,2}(?=\w)|(?<=[;:])\s{0,3}[a-z]\)\s(?=\w)"
)
_RECITAL = re.compile(r"(?<=[,;])(?:\s{1,3}(?=(?:[A-Z][a-z]+ing|[A-Z]{4,}ING)\b)|(?=[a-z]{5,}ing\b))")
_GLUED = re.compile(
    r"(?<=;)(?=[A-Za-z])|(?<=[a-z]{3}:)(?=[a-z]{2})|(?<=[a-z]{2}[.])(?=(?:done (?:at|in)|in witness|in faith)\b)"
)
"""Where a line break was lost: no space after the mark that ends a clause."""
_CAPITALS = re.compile(r"[^a-zß-ÿ]{15,500}\s(?=[A-Z][a-z]+\s)")
_SOURCE = re.compile(r"s(?:ou)?rce?:\s?(?=[a-z]{2})(?!https?:)")
_TITLE_MARK = re.compile(r".{8,400}?(?=s(?:ou)?rce?:\s?)", re.DOTALL)


def divide_solid(part: Part, words: StructureWords) -> list[Part]:
    """The paragraphs of a solid stretch; the part itself where it is none.

    A numbered paragraph is cut where it counts on ("1. … respected. 2. The …"), however short. None of them is longer
    than ``MOST`` characters, so that reading a text without line breaks takes no more memory than one with them.
    """
    return [piece for found in _divided(part, words) for piece in _bounded(found)]


def _bounded(part: Part) -> list[Part]:
    """The part, or where it is longer than any paragraph stretches of it that end with a sentence or else with a word."""
    if len(part.text) <= MOST:
        return [part]
    text, place = part.text, 0
    pieces: list[Part] = []
    while place < len(text):
        stop = place + MOST
        if stop < len(text):
            sentence, word = text.rfind(". ", place + MOST // 2, stop), text.rfind(" ", place, stop)
            stop = (sentence if sentence >= 0 else word) + 1 or stop
        words = text[place:stop]
        low = part.start + place + len(words) - len(words.lstrip())
        place += len(words)
        if kept := words.strip():
            pieces.append(msgspec.structs.replace(part, start=low, end=low + len(kept)))
            pieces[-1].continues &= len(pieces) == 1
    return pieces


def _divided(part: Part, words: StructureWords) -> list[Part]:
    if part.kind:
        return [part]
    text = part.text
    number = leading_number(text)
    if len(text) < _LEAST:
        if number is None or number.form != "digit" or not (number.printed or "").isdecimal():
            return [part]
        return _cut(part, [0, *_sequence(text, {int(number.printed or 0) + 1}, restart=False)])
    cuts = _solid_cuts(text, words)
    return _cut(part, sorted(c for c in {0, *cuts} if c < len(text))) if cuts else [part]


def _solid_cuts(text: str, words: StructureWords) -> list[int]:
    articles = [m.start() + len(m.group()) - len(m.group().lstrip()) for m in _ARTICLE.finditer(text)]
    opened = [m.start("n") for m in _ARTICLE_OPENED.finditer(text)] + _run_together(text, words)
    counted = sorted({*opened, *_sequence(text, {1, 2}, restart=True)})
    stop = min(articles + counted, default=len(text))
    recitals = [m.end() for rule in (_RECITAL, words.glued_opener) for m in rule.finditer(text, 0, stop)]
    if not articles and len(counted) < 3:
        return recitals if len(recitals) >= 3 else []
    first = min(articles + counted)
    listed = [m.end() - len(m.group().lstrip()) for m in _LISTED.finditer(text)]
    formulas = [m.end() for m in words.formula.finditer(text, 0, first + 200)]
    glued = [m.end() for m in _GLUED.finditer(text)]
    return [*articles, *counted, *listed, *recitals, *formulas, *glued, *_title(text)]


def _run_together(text: str, words: StructureWords) -> list[int]:
    """Where words begin that were written on to the number of an article or annex.

    1. ``ARTICLE 31. the parties …`` after article 2 2. ``ANNEX iin accordance …`` 3. ``ARTICLE 7fundingthe board …``.
    """
    found = [m.end() for m in words.headed.finditer(text)]
    expected = 1
    for match in _ARTICLE_DIGITS.finditer(text):
        if match["n"] == f"{expected}1" and match["mark"]:
            found.append(match.end("n") - 1)
            expected += 1
        elif int(match["n"]) >= expected:
            expected = int(match["n"]) + 1
    following: dict[str, int] = {}
    for match in _ROMAN_RUN.finditer(text):
        numeral = _roman(following.get(match["word"], 1))
        if match["run"].startswith(numeral):
            following[match["word"]] = following.get(match["word"], 1) + 1
            if match["run"] != numeral:
                found += [match.start(), match.start("run") + len(numeral)]
    return found


def _roman(value: int) -> str:
    """A numeral in small letters, up to 89."""
    tens = value // 10
    return ("l" if tens >= 5 else "") + "x" * (tens % 5) + _UNITS[value % 10]


def _sequence(text: str, expected: set[int], restart: bool) -> list[int]:
    """Starts of "1.", "2.", … that count on from one another, and of "1.1."; ``restart`` lets them begin anew at 1."""
    found: list[int] = []
    for match in _COUNTED.finditer(text):
        value = int(match["n"])
        if (match["m"] and restart) or value in expected:
            found.append(match.start("n"))
            expected = {1, 2, value + 1} if restart else {value + 1}
    return found


def _title(text: str) -> list[int]:
    """Where a title in capitals, or one before "source:", ends."""
    match = _TITLE_MARK.match(text) or _CAPITALS.match(text)
    if match is None:
        return []
    source = _SOURCE.match(text, match.end())
    return [match.end(), source.end()] if source else [match.end()]


def _cut(part: Part, cuts: list[int]) -> list[Part]:
    parts: list[Part] = []
    for place, start in enumerate(cuts):
        end = cuts[place + 1] if place + 1 < len(cuts) else len(part.text)
        words = part.text[start:end]
        kept = words.strip()
        if kept:
            low = part.start + start + len(words) - len(words.lstrip())
            parts.append(Part(part.source, low, low + len(kept), continues=part.continues and not parts))
    return parts
