"""Who acts and on what grounds: openers, recitals, and how far the preamble of a text goes."""

import re
from collections.abc import Sequence

from secretariat.reading.structure.parts import Part
from secretariat.reading.structure.vocabulary import StructureWords

_OPENER = re.compile(r"[*_\[]{0,3}(?:The|We|Their|Her|His|They|On behalf|the|we)\b[^.;:]{2,400},[*_]{0,3}$")
_SPEAKERS = re.compile(r"[*_\[]{0,3}(?:We,|WE,|(?:We|WE) (?:the|THE)\b)")
_INFINITIVE = re.compile(r"to [a-z]+ ")
_WRAPS = '*_ ]\n”"'


def names_speakers(text: str) -> bool:
    """Whether a paragraph begins with those who speak: ``We, the Ministers of …``; a title never does."""
    return bool(_SPEAKERS.match(text))


def is_opener(text: str) -> bool:
    """Whether a paragraph names who acts and leaves the sentence open: ``The General Assembly,``."""
    return len(text) <= 600 and bool(_OPENER.match(" ".join(text.split())))


def is_recital(part: Part, words: StructureWords) -> bool:
    """Whether a clause opens with a participle or its like and is left open: ``Recalling its resolution …,``."""
    if not opens_recital(part.text, words):
        return False
    return _is_open(part) or bool(words.enacting.search(part.tail.rstrip(_WRAPS)[-160:]))


def _is_open(part: Part) -> bool:
    """Whether a clause ends so that another follows."""
    tail = part.tail.rstrip(_WRAPS)
    return tail[-1:] in ",;:" or tail.endswith((" and", ",and", ";and", " or"))


def opens_recital(text: str, words: StructureWords) -> bool:
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


def preamble_end(parts: Sequence[Part], words: StructureWords, treaty: bool) -> int:
    """How many parts from the start are preamble: opener and recitals, up to the enacting formula or first clause.

    In a treaty all words before its first article or chapter are, if a recital, opener or formula is among them.
    """
    end = recitals = opened = 0
    for index, part in enumerate(parts):
        if part.number and part.number.form in ("digit", "decimal", "article", "part"):
            return (
                index
                if treaty and (recitals or opened) and index and part.number.form in ("article", "part")
                else _kept(end, recitals)
            )
        if words.enacting.search(part.text[-160:]) and (recitals or end == index):
            recitals += 1
            end = index + 1
            if not treaty:
                break
        elif part.kind in ("heading", "item") and recitals and not treaty:
            break
        elif is_recital(part, words) or (opened and _INFINITIVE.match(part.text) and _is_open(part)):
            recitals += 1
            end = index + 1
        elif (is_opener(part.text) or names_speakers(part.text)) and not recitals:
            opened, end = 1, index + 1
        elif index - end > _reach(treaty, recitals) or (not recitals and not treaty and _ends(part)):
            break
    return _kept(end, recitals)


def _kept(end: int, recitals: int) -> int:
    return end if recitals else 0


def _reach(treaty: bool, recitals: int) -> int:
    """How many parts that are no recitals may stand in a preamble in a row."""
    return 40 if treaty else 3 if recitals else 8


def _ends(part: Part) -> bool:
    """Whether a paragraph is a whole sentence of running text."""
    return len(part.text) > 120 and part.text.endswith((".", ".”", '."'))
