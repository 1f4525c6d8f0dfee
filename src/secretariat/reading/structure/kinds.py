"""Says of each part of a text what drafters would call it: header, title, heading, preambular, operative, item …

The order of a document carries the decision: a head, a preamble up to the enacting formula, a body, a foot.
"""

import re
from collections.abc import Sequence

import msgspec

from secretariat.lexicon.load import Lexicon
from secretariat.reading.structure.head_parts import classify_head, is_dateline
from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.signatures import MEETING, classify_foot

_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_OPENER = re.compile(r"(?:[*_]{0,3})(?:The|We|Their|Her|His|They|On behalf)\b[^.;:]{2,400},[*_]{0,3}$")
_BARE_OPENER = re.compile(r"The(?: [A-Z][a-z]+| of| the| and){1,7}$")
_FIRST = re.compile(r"[*_\[“\"]{0,4}([A-Za-zÀ-ÿ]+)")


_LISTED_END = (";", "; and", ", and", "; or")


class KindWords(msgspec.Struct, frozen=True):
    """The words that tell recitals and the end of a preamble."""

    openers: frozenset[str]
    leads: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    enacting: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "KindWords":
        """From the files ``recital_openers`` and ``enacting_formulas``."""
        openers = lexicon.words("recital_openers")
        enacting = lexicon.words("enacting_formulas") or {"have agreed as follows": ""}
        return cls(
            frozenset(w for w, role in openers.items() if role in ("participle", "adjective")),
            frozenset(w for w, role in openers.items() if role == "lead"),
            frozenset(w for w, role in openers.items() if role == "noun"),
            tuple(w for w, role in openers.items() if role == "phrase"),
            re.compile(r"\b(?:" + "|".join(re.escape(f) for f in enacting) + r")\b[^.;]{0,80}$", re.IGNORECASE),
        )


def classify(parts: Sequence[Part], words: KindWords) -> None:
    """Gives every part its ``kind`` and its ``number``."""
    body = [p for p in parts if p.kind not in ("furniture", "footnote") and not p.continues]
    _close(parts)
    for part in body:
        _number(part)
    start = classify_head(body, lambda p: is_recital(p, words) or is_opener(p.text), _bare_opener)
    end = classify_foot(body, start)
    _classify_body(body[start:end], words)
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
    part.number = leading_number(part.text)
    if part.number and part.number.form == "bullet" and part.kind is None:
        part.kind = "item"


def is_opener(text: str) -> bool:
    """Whether a paragraph names who acts and leaves the sentence open: ``The General Assembly,``."""
    return len(text) <= 600 and bool(_OPENER.match(" ".join(text.split())))


def _bare_opener(part: Part) -> bool:
    """An opener whose comma is missing: ``The General Assembly``."""
    return bool(_BARE_OPENER.match(" ".join(part.text.split())))


def is_recital(part: Part, words: KindWords) -> bool:
    """Whether a clause opens with a participle or its like and is left open: ``Recalling its resolution …,``."""
    if not opens_recital(part.text, words):
        return False
    tail = part.tail.rstrip('*_ ]\n”"')
    return tail[-1:] in ",;:" or tail.endswith((" and", ",and", " or")) or bool(words.enacting.search(tail[-160:]))


def opens_recital(text: str, words: KindWords) -> bool:
    """Whether the first words are those of a recital: "Deeply concerned …", "Also recalling …", "Whereas …"."""
    lead = text[:80].lstrip('*_[“"( ').casefold()
    if lead.startswith(words.phrases):
        return True
    for word in re.findall(r"[a-zà-ÿ]+", lead)[:3]:
        if word in words.openers or (word.endswith("ing") and len(word) > 4 and word not in words.nouns):
            return True
        if word not in words.leads and not word.endswith("ly"):
            return False
    return False


def _classify_body(parts: Sequence[Part], words: KindWords) -> None:
    preamble = _preamble_end(parts, words)
    treaty = any(p.number and p.number.form == "article" for p in parts)
    resolution = not treaty and (preamble > 0 or bool(parts and _bare_opener(parts[0])))
    listing = False
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if part.kind is None and (
            _meeting(part) or (index and parts[index - 1].kind == "signature" and is_dateline(part.text))
        ):
            part.kind, part.number = "signature", None
        if part.kind is None:
            if (index == 0 and _bare_opener(part)) or (index < preamble and not _heading(part, following)):
                part.kind = "preambular"
            else:
                _one(part, following, treaty, resolution, listing, words)
        if part.kind == "item" or part.text.endswith((":", ":*", "—")):
            listing = True
        elif not (listing and part.text.endswith(";")):
            listing = False


def _meeting(part: Part) -> bool:
    """The line that closes a resolution: ``95th plenary meeting``."""
    return len(part.text) < 60 and bool(MEETING.fullmatch(part.text.strip()))


def _one(part: Part, following: Part | None, treaty: bool, resolution: bool, listing: bool, words: KindWords) -> None:
    if _heading(part, following):
        part.kind = "heading"
        part.level = part.level or _level(part)
        return
    form = part.number.form if part.number else None
    if form in ("digit", "decimal", "article", "numeral"):
        part.kind = "operative"
    elif form in ("letter", "roman", "bullet", "capital") or (listing and part.text.endswith(_LISTED_END)):
        part.kind = "item"
    elif treaty or (resolution and _acts(part.text)):
        part.kind = "operative"
    elif is_recital(part, words) and part.tail.rstrip(" ”*_").endswith((",", ";")):
        part.kind = "preambular"
    else:
        part.kind = "narrative"


_ACT = re.compile(
    r"[*_]{0,3}(?:Also |Further |Strongly |Solemnly )?(?:[A-Z][a-z]+(?:es|s)|[A-Z]{4,}S)"
    r"(?: also| further| again)?[*_]{0,3}[\s:]"
)


def _acts(text: str) -> bool:
    """Whether a clause opens with a verb in the third person: ``Decides to …``, ``URGES States …``."""
    return bool(_ACT.match(text)) and not re.match(
        r"(?:This|Its|Us|Ours|States|Parties|Members|Leaders|Ministers|Heads|Sides)\b", text
    )


def _preamble_end(parts: Sequence[Part], words: KindWords) -> int:
    """How many parts from the start are preamble: opener and recitals, up to the enacting formula or first clause."""
    end = recitals = 0
    for index, part in enumerate(parts):
        if words.enacting.search(part.text[-160:]) and (recitals or end == index):
            return index + 1
        if part.number and part.number.form in ("digit", "decimal", "article", "part"):
            break
        if part.kind in ("heading", "item") and recitals:
            break
        if is_recital(part, words):
            recitals += 1
            end = index + 1
        elif is_opener(part.text) and not recitals:
            end = index + 1
        elif index - end > (3 if recitals else 8) or (not recitals and _ends(part)):
            break
    return end if recitals else 0


def _ends(part: Part) -> bool:
    """Whether a paragraph is a whole sentence of running text."""
    return len(part.text) > 120 and part.text.endswith((".", ".”", '."'))


def _heading(part: Part, following: Part | None) -> bool:
    """Whether a part is a heading: short, without a full stop, and something follows it."""
    if part.kind == "heading":
        return True
    if part.kind is not None or following is None:
        return False
    text = part.body.strip("*_ \n") if part.tail == part.text[-200:].rstrip() else part.tail
    text = text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
    form = part.number.form if part.number else None
    if not text:
        return form in ("article", "part", "numeral", "capital", "digit", "decimal")
    if len(text) > 150 or text[-1] in ".,;:?" or text.endswith((" and", " or")):
        return form in ("article", "part") and len(text) <= 80 and text[-1] == "."
    if form in ("letter", "roman", "bullet"):
        return False
    first = _FIRST.match(text)
    return bool(first and (text[0].isupper() or first[1][0].isupper())) and len(text.split()) <= 18


def _level(part: Part) -> int:
    form = part.number.form if part.number else None
    if form == "part" or (form is None and part.text.isupper()):
        return 1
    if form == "decimal" and part.number and part.number.printed:
        return 2 + part.number.printed.count(".")
    return 2
