"""The cues of a document's stages, by the side on which they stand, and what they tell."""

from typing import NamedTuple

from secretariat.lexicon.entries import StageCue
from secretariat.lexicon.literals import Hit
from secretariat.model.statements import StageName
from secretariat.reading.draft import Draft
from secretariat.reading.life.leads import led_items
from secretariat.reading.life.turns import Named, Turns


class Told(NamedTuple):
    """A stage, the place of the words that tell it, and the rule."""

    stage: StageName
    start: int
    end: int
    rule: str


OWNED = ("founding", "adopting", "operating")
"""Acts whose nouns may follow a name as its own: "the Treaty's entry into force"."""


class Cues:
    """The cues of a document, each side apart, and what turns them."""

    def __init__(self, draft: Draft) -> None:
        cues = [h for h in draft.hits.of("stage-cue") if isinstance(h.entry, StageCue)]
        self.before: dict[int, list[Hit]] = {}
        self.after: dict[int, list[Hit]] = {}
        for hit in cues:
            if side_of(hit) in ("before", "around"):
                self.before.setdefault(hit.end, []).append(hit)
            if side_of(hit) in ("after", "around") or (
                isinstance(hit.entry, StageCue) and hit.entry.shape == "noun" and hit.entry.act in OWNED
            ):
                self.after.setdefault(hit.start, []).append(hit)
        self.led = led_items(draft, cues)
        self.within = [h for h in cues if side_of(h) == "sentence"]
        self.text = draft.flow.text
        self.turns = Turns(draft.hits.of("stage-turn"))


def side_of(hit: Hit) -> str:
    """On which side of a name a cue stands."""
    assert isinstance(hit.entry, StageCue)
    return hit.entry.side


def stage_of(hit: Hit) -> StageName:
    """The stage that a cue tells where nothing turns it."""
    assert isinstance(hit.entry, StageCue)
    return hit.entry.stage


def bounds(draft: Draft, mention: Named) -> tuple[int, int]:
    """Where the sentence of a mention begins and ends."""
    sentence = draft.sentence_at(mention.start)
    return (sentence.start, sentence.end) if sentence else (mention.start, mention.end)
