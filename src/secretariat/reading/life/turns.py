"""What stands over a cue of a stage: "will launch" is decided, "the proposal to launch" proposed, "welcomed the launch" done."""

import re
from bisect import bisect_right
from typing import cast

from secretariat.lexicon.entries import StageCue, StageTurn
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Body, Event, Instrument
from secretariat.model.statements import StageName
from secretariat.reading.life.going_on import going_on, praised_steps

Named = Instrument | Body | Event

_TABLE: dict[str, dict[str, StageName]] = {
    "founding": {
        "told": "adopted",
        "willing": "decided",
        "deciding": "decided",
        "proposing": "proposed",
        "wishing": "proposed",
        "preparing": "preparing",
    },
    "adopting": {"told": "adopted", "deciding": "decided", "preparing": "preparing"},
    "holding": {"willing": "decided", "deciding": "decided", "proposing": "proposed", "preparing": "preparing"},
    "proclaiming": {
        "told": "decided",
        "willing": "decided",
        "deciding": "decided",
        "proposing": "proposed",
        "wishing": "decided",
        "continuing": "decided",
    },
    "drafting": {
        "told": "preparing",
        "willing": "preparing",
        "deciding": "preparing",
        "proposing": "proposed",
        "wishing": "preparing",
        "preparing": "preparing",
        "continuing": "preparing",
    },
    "operating": {"told": "operating", "continuing": "operating", "preparing": "operating"},
    "ending": {"told": "ended"},
}
"""What an act tells under each turn; nothing where there is none."""
_FAR = 60
"""Over so many characters a turning word is no longer shown as part of the cue."""
_BE = re.compile(r"\b(?:am|is|are|was|were|been|be)(?: [a-z]+ly| also| now| jointly| today){0,2} $")
_NOT_DONE = re.compile(
    r"\b(?:not|be|to|never|once|when|if|until|will|shall|should|would|must|can|could|may|might)(?: [a-z]+ly| also)? $"
)
_LISTING = re.compile(r"(?:, (?:and |or )?| and | or )(?:to )?(?:[a-z]+ly |also )?$")
_TO = re.compile(r"\bto (?:[a-z]+ly |further |also |jointly )?$")
_PURPOSE = re.compile(r"\b(?:for|towards?|on|aimed at|of)(?: (?:the|an?|its))?(?: [a-z]+){0,2} $")
_SINCE = re.compile(r"\b(?:anniversary of|years of|occasion of|date of|day of)(?: (?:the|its))? $")
_PERFORMED = re.compile(
    r"\b(?:we|leaders|heads|ministers|presidents|parties|states|sides|members|hereby)(?: hereby| also| today| jointly| now)? $",
    re.IGNORECASE,
)
_A_DRAFT = re.compile(r"\b(?:a|an|the|this|its|of|their|on|and)(?: [a-z]+)? $")
_AND_SO_ON = re.compile(r"[,-]| and | to ")
_OPENLY = re.compile(r"\b(?:an?|the|its|free and) $")
_ADJECTIVES = frozenset("effective efficient dynamic successful early active prompt possible potential regular".split())
_ONE = re.compile(r" (?:a|an)(?: [a-z-]+){0,3} $")
_BEGUN = re.compile(r"\b(?:launch|start|begin|open|commenc|initiat)\w*(?: of)?(?: the)?(?: [a-z]+)? $")


class Turns:
    """The turning words of a document."""

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = sorted(hits, key=lambda h: (h.end, -h.start))

    def within(self, low: int, high: int) -> bool:
        """Whether one lies between two places; adjectives count for nothing: "an effective and lasting"."""
        at = bisect_right(self._hits, high, key=lambda h: h.end) - 1
        while at >= 0 and self._hits[at].start >= low:
            if self._hits[at].form.text not in _ADJECTIVES:
                return True
            at -= 1
        return False

    def over(self, text: str, low: int, cue: Hit) -> Hit | None:
        """The nearest turn in the same clause before a cue."""
        entry = cast(StageCue, cue.entry)
        at = bisect_right(self._hits, cue.start, key=lambda h: h.end) - 1
        while at >= 0 and self._hits[at].end > low:
            hit = self._hits[at]
            at -= 1
            if hit.start < low or _only_a_name(text, low, hit):
                continue
            gap = text[hit.end : cue.start]
            if not _governs(gap, entry):
                return None
            return hit
        return None

    def stage(self, text: str, low: int, cue: Hit, mention: Named) -> tuple[StageName, int] | None:
        """What a cue before a name tells, with the words over it, and where these begin; None where it tells nothing."""
        entry = cast(StageCue, cue.entry)
        before = text[low : cue.start]
        if only_a_name(text, low, cue):
            return None
        proposed = mention.status == "proposed" or bool(_ONE.search(text[cue.end : mention.start]))
        if entry.shape == "told":
            done = not _NOT_DONE.search(before) and entry.act != "holding"
            return (entry.stage, cue.start) if done else None
        if entry.shape == "doing" and _BE.search(before) and entry.act != "holding":
            return entry.stage, cue.start
        if (
            entry.shape == "bare"
            and before.endswith("hereby ")
            and entry.act in ("founding", "adopting", "proclaiming")
        ):
            return entry.stage, cue.start
        if entry.act == "operating" and praised_steps(text, low, cue):
            return entry.stage, cue.start
        if entry.id == "to-announce" and not _TO.search(before) and not _NOT_DONE.search(before):
            return entry.stage, cue.start
        if cue.form.text == "open" and (_OPENLY.search(before) or _AND_SO_ON.match(text, cue.end)):
            return None
        if entry.shape == "bare" and cue.form.text == "draft" and _A_DRAFT.search(before):
            return None
        hit = self.over(text, low, cue)
        if (
            entry.act == "drafting"
            and not isinstance(mention, Instrument)
            and (hit is None or _turn(hit) != "preparing" or cue.form.text == "development")
            and not proposed
        ):
            return None
        if hit is None:
            return self._plain(before, entry, cue, proposed=proposed)
        if entry.shape == "bare" and hit.form.text == "progress":
            return None
        turn = _turn(hit)
        if turn == "proposing" and entry.shape == "doing" and text[hit.end : cue.start].endswith(" in "):
            turn = "told"
        stage = _TABLE[entry.act].get(turn)
        if turn == "continuing" and entry.act in ("founding", "adopting", "ending"):
            return self._plain(before, entry, cue, proposed=proposed)
        if entry.act == "operating":
            return going_on(text, low, cue, hit)
        if turn == "willing" and entry.shape == "noun" and entry.act != "drafting":
            return None
        if entry.act == "adopting" and proposed and turn in ("proposing", "wishing", "willing"):
            stage = "decided" if turn == "willing" else "proposed"
        if entry.act == "drafting" and _BEGUN.search(before) and entry.shape == "doing":
            return self._begun(text, low, cue, hit)
        if (
            entry.act == "drafting"
            and proposed
            and turn in ("deciding", "willing")
            and entry.shape == "bare"
            and not _ordered(hit)
        ):
            stage = "decided"
        if entry.act == "holding" and turn == "proposing" and cue.start - hit.end > 90:
            return None
        far = cue.start - hit.end > _FAR
        if far and turn == "preparing" and entry.shape == "noun":
            return None
        return (stage, cue.start if far else hit.start) if stage else None

    def _begun(self, text: str, low: int, cue: Hit, nearest: Hit) -> tuple[StageName, int]:
        """Of talks that are to begin: proposed where that is asked for, else under way."""
        asked = re.search(
            r"\b(?:call\w* for|need|propos\w+|in favou?r of|support\w*|urg\w+|initiative)\b", text[low : cue.start]
        )
        return ("proposed", low + asked.start()) if asked else ("preparing", nearest.start)

    def _plain(self, before: str, entry: StageCue, cue: Hit, *, proposed: bool) -> tuple[StageName, int] | None:
        """What a cue tells with nothing over it: that the thing is done, where it is no purpose."""
        if entry.act in ("holding", "operating"):
            return None
        if entry.shape == "bare":
            performed = (not proposed and cue.form.text != "open") or _PERFORMED.search(before)
            return (
                (entry.stage, cue.start) if performed and not _TO.search(before) and entry.act != "drafting" else None
            )
        if entry.act == "drafting":
            return entry.stage, cue.start
        if proposed:
            return None
        if _PURPOSE.search(before) and not _SINCE.search(before):
            return None
        return entry.stage, cue.start


def _only_a_name(text: str, low: int, hit: Hit) -> bool:
    """Whether a turning word is no more than part of a name, or means a help: "support to the chair"."""
    if hit.form.text.startswith("support") and text.startswith(" to ", hit.end):
        return True
    return only_a_name(text, low, hit)


def only_a_name(text: str, low: int, hit: Hit) -> bool:
    """Whether words in capital letters stand within a sentence: "the Special **Needs** of"."""
    return (
        text[hit.start].isupper()
        and not text[hit.end - 1].isupper()
        and bool(re.search(r"[a-z] $", text[low : hit.start]))
    )


def _turn(hit: Hit) -> str:
    return cast(StageTurn, hit.entry).turn


def _ordered(hit: Hit) -> bool:
    """Whether somebody is told to do it: then it is under way, not only decided."""
    return hit.form.text.startswith(("task", "instruct", "direct", "mandate"))


def _governs(gap: str, cue: StageCue) -> bool:
    """Whether words over a cue still hold for it across what stands between."""
    if re.search(r"[;:.]", gap):
        return False
    if cue.shape == "noun":
        return len(gap) < 110 and gap.count(",") < 2
    if cue.shape == "bare" and "," in gap:
        return len(gap) < 260 and bool(_LISTING.search(gap))
    return len(gap) < (130 if cue.shape == "bare" else 170)
