"""Lists of names under a line that says what was done with them: "signed the following documents:"."""

import re
from collections.abc import Iterator

from secretariat.lexicon.entries import StageCue
from secretariat.lexicon.literals import Hit
from secretariat.reading.draft import Draft, Sentence

_MARK = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*")
_LED_BY = 90
"""How far from its colon the cue of a leading line may end."""


def led_items(draft: Draft, cues: list[Hit]) -> dict[int, Hit]:
    """By the start of a listed item, the cue that stands in the line that leads its list."""
    found: dict[int, Hit] = {}
    for lead, items in _lists(draft):
        cue = _lead_cue(draft.flow.text, lead, cues)
        if cue:
            found.update((item.start, cue) for item in items)
    return found


def _lists(draft: Draft) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Each line that ends in a colon, with the items behind it."""
    text = draft.flow.text
    at = 0
    sentences = draft.sentences
    while at < len(sentences):
        lead = sentences[at]
        at += 1
        if not text[lead.start : lead.end].rstrip().endswith(":"):
            continue
        items: list[Sentence] = []
        while at < len(sentences) and _is_item(text, sentences[at - 1].end, sentences[at]):
            items.append(sentences[at])
            at += 1
        if items:
            yield lead, items


def _is_item(text: str, end: int, sentence: Sentence) -> bool:
    gap = text[end : sentence.start]
    return bool(_MARK.fullmatch(gap) or _MARK.match(text, sentence.start, sentence.end))


def _lead_cue(text: str, lead: Sentence, cues: list[Hit]) -> Hit | None:
    """The last cue of adopting or founding in the line, where it tells of something done."""
    for hit in reversed([h for h in cues if lead.start <= h.start and h.end <= lead.end]):
        entry = hit.entry
        assert isinstance(entry, StageCue)
        if entry.act not in ("adopting", "founding") or entry.shape not in ("told", "noun"):
            continue
        behind = text[hit.end : lead.end]
        wished = re.search(
            r"\b(?:will|to|should|shall|not|call\w*|need|urge\w*)\b[^.;]{0,40}$", text[lead.start : hit.start]
        )
        return hit if len(behind) < _LED_BY and "." not in behind and not wished else None
    return None
