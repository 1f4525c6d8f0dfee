"""The foot of a document: place and date of adoption, and who signed – office, state and name in lines."""

import re
from collections.abc import Sequence

from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_END = re.compile(r"[#*=\s_-]{1,20}")


def classify_foot(parts: Sequence[Part], start: int, words: StructureWords) -> int:
    """Marks signatures at the end; returns the index after the last part of the text proper."""
    end = len(parts)
    while end > start + 1 and _foot_line(parts[end - 1], words):
        end -= 1
    tail = parts[end:]
    if not tail or not _convincing(tail, words):
        for part in tail:
            if _END.fullmatch(part.text):
                part.kind = "furniture"
        return len(parts)
    for part in tail:
        part.kind = "furniture" if _END.fullmatch(part.text) else "signature"
        part.number = None
    return end


def _foot_line(part: Part, words: StructureWords) -> bool:
    """A short line without a sentence in it; or a closing formula."""
    text = " ".join(part.text.split())
    if part.kind not in (None, "item") or (part.number and part.number.form not in ("bullet", "capital")):
        return False
    if _END.fullmatch(text):
        return True
    if words.closing.match(text) and len(text) < 160:
        return True
    return len(text) <= 120 and text[-1] not in ";:,?!" and (text[-1] != "." or words.signed.match(text) is not None)


def is_ornament(text: str) -> bool:
    """Whether a paragraph is a line of stars or strokes and nothing else: ``* * *``."""
    return 2 <= len(text) <= 20 and _END.fullmatch(text) is not None


def opens_testimony(text: str, words: StructureWords) -> bool:
    """Whether a paragraph of a treaty testifies to its signing: "In witness whereof …", "Done at Lima, this …"."""
    return len(text) <= 1200 and bool(words.testimony.match(text))


def is_signature_line(text: str, words: StructureWords) -> bool:
    """Whether a line under a testimony is one of its signatures: "For the Government of …", a name, strokes."""
    return (
        len(text) <= 120
        and (words.signed.match(text) is not None or text[-1] not in ".;:,")
        and not words.division.match(text)
    )


_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _convincing(tail: Sequence[Part], words: StructureWords) -> bool:
    """Whether a run of short last lines is a foot: a date, a meeting, a "For the Government of", or several names."""
    texts = [p.text for p in tail if not _END.fullmatch(p.text)]
    if not texts:
        return False
    if any(words.signed.match(t) or words.closing.match(t) or words.meeting.match(t) for t in texts):
        return True
    return (bool(_DATED.search(texts[0])) or bool(_DATED.search(texts[-1]))) or len(texts) >= 4
