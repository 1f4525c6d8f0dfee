"""Says of each part of a text what drafters would call it: header, title, heading, preambular, operative, item …

The order of a document carries the decision: a head, a preamble up to the enacting formula, a body, a foot.
"""

import re
from collections.abc import Sequence

import msgspec

from secretariat.model.paragraphs import ParagraphKind
from secretariat.reading.structure.head_parts import classify_head, is_dateline, is_treaty
from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.recitals import (
    is_opener,
    is_recital,
    names_speakers,
    opens_recital,
    preamble_end,
)
from secretariat.reading.structure.signatures import classify_foot, is_ornament, is_signature_line, opens_testimony
from secretariat.reading.structure.vocabulary import StructureWords

_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_BARE_OPENER = re.compile(r"The(?: [A-Z][a-z]+| of| the| and){1,7}$")
_FIGURE = re.compile(r"\d{1,4}(?:st|nd|rd|th)?[- ][A-Z]")
_FIRST = re.compile(r"[*_\[“\"]{0,4}([A-Za-zÀ-ÿ]+)")
_ONE_MORE = ("; and", ", and", "; or", ";and", ", or", "and/or")
_LISTED_END = (";", *_ONE_MORE)


def classify(parts: Sequence[Part], words: StructureWords) -> None:
    """Gives every part its ``kind`` and its ``number``; lines of stars or strokes alone are furniture."""
    for part in parts:
        if part.kind is None and not part.continues and is_ornament(part.text):
            part.kind = "furniture"
    body = [p for p in parts if p.kind not in ("furniture", "footnote") and not p.continues]
    _close(parts)
    for part in body:
        _number(part)
    start = classify_head(
        body, lambda p: is_recital(p, words) or is_opener(p.text) or names_speakers(p.body), _bare_opener, words
    )
    end = classify_foot(body, start, words)
    _classify_body(body[start:end], words, is_treaty(body[:start], words))
    last: Part | None = None
    for part in parts:
        if part.continues and part.kind is None:
            part.kind = last.kind if last else "narrative"
            part.level = last.level if last else 0
        elif part.kind not in ("furniture", "footnote"):
            last = part


def _close(parts: Sequence[Part]) -> None:
    """Tells each parted paragraph how its last half ends."""
    opened: Part | None = None
    for part in parts:
        if part.continues and opened is not None and part.kind is None:
            opened.close = part.text
        elif part.kind not in ("furniture", "footnote"):
            opened = part


def _number(part: Part) -> None:
    mark = _MARKDOWN.match(part.text)
    if mark:
        part.kind, part.level = "heading", len(mark[1])
    part.number = leading_number(part.text[mark.end() :] if mark else part.text)
    if mark and part.number:
        part.number = msgspec.structs.replace(part.number, length=part.number.length + mark.end())
    if part.number and part.number.form == "bullet" and part.kind is None:
        part.kind = "item"


def _bare_opener(part: Part) -> bool:
    """An opener whose comma is missing: ``The General Assembly``."""
    return bool(_BARE_OPENER.match(" ".join(part.text.split())))


class _Body:
    """What has been read of a body so far, by which its next part is judged."""

    def __init__(self, parts: Sequence[Part], words: StructureWords, treaty: bool) -> None:
        self.words = words
        self.treaty = treaty or any(p.number and p.number.form == "article" for p in parts)
        self.preamble = preamble_end(parts, words, self.treaty)
        self.resolution = not self.treaty and (self.preamble > 0 or bool(parts and _bare_opener(parts[0])))
        self.listing = False
        """Whether a list is open: after a colon or an item."""
        self.closing = False
        """Whether the item before ends in "; and", so that one more follows."""
        self.counted = False
        """Whether clauses are numbered "(1)", "(2)" here."""
        self.listed = 0
        """The number of the last item of a list counted "1.", "2.", or 0."""
        self.last: Part | None = None
        self.clause: ParagraphKind = "operative" if self.treaty else "narrative"

    def note(self, part: Part) -> None:
        """Takes a part as read."""
        item = part.kind == "item"
        self.closing = item and part.text.endswith(_ONE_MORE)
        if item or part.text.endswith((":", ":*", "—")):
            self.listing = True
        elif not (self.listing and part.text.endswith(";")):
            self.listing = False
        if part.number is None or part.number.form != "digit" or not item:
            self.listed = 0
        else:
            self.listed = _count(part)
        if part.kind in ("operative", "narrative", "item"):
            self.clause = part.kind
        self.last = part


def _classify_body(parts: Sequence[Part], words: StructureWords, treaty: bool) -> None:
    body = _Body(parts, words, treaty)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if part.kind is None and _signs(part, body):
            part.kind, part.number = "signature", None
        if part.kind is None:
            if (index == 0 and _bare_opener(part)) or (index < body.preamble and not _heading(part, following, words)):
                part.kind = "preambular"
            else:
                _one(part, following, body)
        body.note(part)


def _signs(part: Part, body: _Body) -> bool:
    """Whether a part inside a text closes it: "95th plenary meeting" and its date, "In witness whereof …"."""
    words = " ".join(part.text.split())
    if len(words) < 60 and body.words.meeting.fullmatch(words):
        return True
    if body.treaty and opens_testimony(words, body.words):
        return True
    if body.last is None or body.last.kind != "signature":
        return False
    return is_dateline(part.text) or (body.treaty and is_signature_line(words, body.words))


def _one(part: Part, following: Part | None, body: _Body) -> None:
    form = part.number.form if part.number else None
    if form == "inner" and part.number and not body.listing:
        body.counted = body.counted or part.number.printed == "1"
    elif form in ("digit", "decimal"):
        body.counted = False
    if _heading(part, following, body.words):
        part.kind = "heading"
        part.level = part.level or _level(part)
    elif form == "digit" and _counts_items(part, body):
        part.kind = "item"
    elif form in ("digit", "decimal", "article", "numeral") or (
        form == "inner" and body.counted and not (body.listing and part.number and part.number.printed == "1")
    ):
        part.kind = "operative"
    elif form == "option":
        part.kind = body.clause
    elif form in ("inner", "letter", "roman", "bullet", "capital") or (
        body.listing and (part.text.endswith(_LISTED_END) or body.closing)
    ):
        part.kind = "item"
    elif body.treaty or (body.resolution and _acts(part.text) and not opens_recital(part.text, body.words)):
        part.kind = "operative"
    elif (is_recital(part, body.words) and part.tail.rstrip(" ”*_").endswith((",", ";"))) or _declares(
        part, following, body.words
    ):
        part.kind = "preambular"
    else:
        part.kind = "narrative"


def _counts_items(part: Part, body: _Body) -> bool:
    """Whether "1.", "2." count the items of a sentence left open by a colon: ``… on three pillars:``, ``1. water;``."""
    if body.last is None:
        return False
    if body.listed:
        return _count(part) == body.listed + 1 and (body.closing or part.text.endswith(_LISTED_END))
    opened = body.last.kind in ("narrative", "operative") and body.last.text.endswith(":")
    opened = opened and (not body.treaty or body.last.number is not None)
    return opened and _count(part) == 1 and part.text.endswith(_LISTED_END)


def _count(part: Part) -> int:
    printed = part.number.printed if part.number else None
    return int(printed) if printed and printed.isdecimal() else 0


def _declares(part: Part, following: Part | None, words: StructureWords) -> bool:
    """Whether those who speak are named before their recitals, or before clauses that count from 1.

    1. ``The General Assembly,`` above ``Recalling …`` in an annex 2. ``We, Ministers of …, therefore:`` above ``1.``.
    """
    if following is None:
        return False
    if is_opener(part.text) and opens_recital(following.text, words):
        return True
    counts = following.number is not None and (following.number.form, following.number.printed) == ("digit", "1")
    return counts and names_speakers(part.text) and part.text.endswith(":")


_ACT = re.compile(
    r"[*_]{0,3}(?:Also |Further |Strongly |Solemnly )?(?:[A-Z][a-z]+(?:es|s)|[A-Z]{4,}S)"
    r"(?: also| further| again)?[*_]{0,3}[\s:]"
)


def _acts(text: str) -> bool:
    """Whether a clause opens with a verb in the third person: ``Decides to …``, ``URGES States …``."""
    return bool(_ACT.match(text)) and not re.match(
        r"(?:This|Its|Us|Ours|States|Parties|Members|Leaders|Ministers|Heads|Sides)\b", text
    )


def _heading(part: Part, following: Part | None, words: StructureWords) -> bool:
    """Whether a part is a heading: short, without a full stop, and something follows it that is no half sentence."""
    if part.kind == "heading":
        return True
    if part.kind is not None or following is None:
        return False
    text = part.body.strip("*_ \n[]") if part.tail == part.text[-200:].rstrip() else part.tail
    text = text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
    form = part.number.form if part.number else None
    if not text or (part.number and part.number.length >= len(part.text)):
        return form in ("article", "part", "numeral", "capital", "digit", "decimal", "option")
    if len(text) > 150 or text[-1] in ".,;:?" or text.endswith((" and", " or")):
        return form in ("article", "part") and len(text) <= 80 and text[-1] == "."
    if form in ("letter", "roman", "bullet", "inner", "option"):
        return False
    if form == "article" and text[0].islower():
        return len(text.split()) <= 8
    if form is None and following.number is None and following.text[0].islower():
        return False
    return _titled(text) and len(text.split()) <= 18 and text.rsplit(None, 1)[-1] not in words.open_ends


def _titled(text: str) -> bool:
    """Whether words begin as headings do: with a capital, or with a figure before one."""
    first = _FIRST.match(text)
    return bool(first and first[1][0].isupper()) or bool(_FIGURE.match(text))


def _level(part: Part) -> int:
    form = part.number.form if part.number else None
    if form == "part" or (form is None and part.text.isupper()):
        return 1
    if form == "decimal" and part.number and part.number.printed:
        return 2 + part.number.printed.count(".")
    return 2
