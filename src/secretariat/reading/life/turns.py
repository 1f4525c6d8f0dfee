"""What stands over a cue of a stage: "will launch" is decided, "the proposal to launch" proposed, "welcomed the launch" done."""

import re
from bisect import bisect_right
from typing import cast

from secretariat.lexicon.entries import StageCue, StageTurn
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Body, Event, Instrument
from secretariat.model.statements import StageName

Named = Instrument | Body | Event

_TABLE: dict[str, dict[str, StageName]] = {
    "founding": {"told": "adopted", "willing": "decided", "deciding": "decided", "proposing": "proposed", "wishing": "proposed", "preparing": "preparing"},
    "adopting": {"told": "adopted", "deciding": "decided", "preparing": "preparing"},
    "holding": {"willing": "decided", "deciding": "decided", "proposing": "proposed", "preparing": "preparing"},
    "proclaiming": {"told": "decided", "willing": "decided", "deciding": "decided", "proposing": "proposed", "wishing": "decided", "continuing": "decided"},
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
_BE = re.compile(r"\b(?:am|is|are|was|were|been|be)(?: [a-z]+ly| also| now| jointly| today){0,2} $")
_NOT_DONE = re.compile(r"\b(?:not|be|to|never|once|when|if|until|will|shall|should|would|must|can|could|may|might)(?: [a-z]+ly| also)? $")
_LISTING = re.compile(r"(?:, (?:and |or )?| and | or )(?:to )?(?:[a-z]+ly |also )?$")
_TO = re.compile(r"\bto (?:[a-z]+ly |further |also |jointly )?$")
_PURPOSE = re.compile(r"\b(?:for|towards?|on|aimed at|of)(?: (?:the|an?|its))?(?: [a-z]+){0,2} $")
_SINCE = re.compile(r"\b(?:anniversary of|years of|occasion of|date of|day of)(?: (?:the|its))? $")


_ONE = re.compile(r" (?:a|an)(?: [a-z-]+){0,3} $")
_BEGUN = re.compile(r"\b(?:launch|start|begin|open|commenc|initiat)\w*(?: of)?(?: the)?(?: [a-z]+)? $")


class Turns:
    """The turning words of a document."""

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = sorted(hits, key=lambda h: (h.end, h.start))

    def within(self, low: int, high: int) -> bool:
        """Whether one lies between two places."""
        at = bisect_right(self._hits, high, key=lambda h: h.end) - 1
        return at >= 0 and self._hits[at].start >= low

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
        if entry.act == "operating" and _steps(text, low, cue):
            return entry.stage, cue.start
        hit = self.over(text, low, cue)
        if entry.act == "drafting" and not isinstance(mention, Instrument) and (hit is None or _turn(hit) != "preparing") and not proposed:
            return None
        if hit is None:
            return self._plain(before, entry, cue, proposed=proposed)
        turn = _turn(hit)
        if turn == "proposing" and entry.shape == "doing" and text[hit.end : cue.start].endswith(" in "):
            turn = "told"
        stage = _TABLE[entry.act].get(turn)
        if turn == "continuing" and entry.act in ("founding", "adopting", "ending"):
            return self._plain(before, entry, cue, proposed=proposed)
        if entry.act == "operating":
            return _going_on(text, low, cue, hit)
        if turn == "willing" and entry.shape == "noun" and entry.act != "drafting":
            return None
        if entry.act == "adopting" and proposed and turn in ("proposing", "wishing", "willing"):
            stage = "decided" if turn == "willing" else "proposed"
        if entry.act == "drafting" and _BEGUN.search(before) and entry.shape == "doing":
            return self._begun(text, low, cue, hit)
        if entry.act == "drafting" and proposed and turn in ("deciding", "willing") and entry.shape == "bare":
            stage = "decided"
        if entry.act == "holding" and turn == "proposing" and cue.start - hit.end > 90:
            return None
        return (stage, hit.start) if stage else None

    def _begun(self, text: str, low: int, cue: Hit, nearest: Hit) -> tuple[StageName, int]:
        """Of talks that are to begin: proposed where that is asked for, else under way."""
        asked = re.search(r"\b(?:call\w* for|need|propos\w+|in favou?r of|support\w*|urg\w+|initiative)\b", text[low : cue.start])
        return ("proposed", low + asked.start()) if asked else ("preparing", nearest.start)

    def _plain(self, before: str, entry: StageCue, cue: Hit, *, proposed: bool) -> tuple[StageName, int] | None:
        """What a cue tells with nothing over it: that the thing is done, where it is no purpose."""
        if entry.act in ("holding", "operating"):
            return None
        if entry.shape == "bare":
            return None if _TO.search(before) or proposed or entry.act == "drafting" else (entry.stage, cue.start)
        if entry.act == "drafting":
            return entry.stage, cue.start
        if proposed:
            return None
        if _PURPOSE.search(before) and not _SINCE.search(before):
            return None
        return entry.stage, cue.start


_QUALITY = re.compile(r"(?: (?:the|its|their|these|this|to|in|made|of|towards|so far|[a-z]+(?:al|ive|ful|ant|ent|ed|ing|ous|ble|ic|ly|er)|work|and|good|key))* $")
_WISHED = re.compile(
    r"\b(?:need|necessity|importance|call\w* (?:for|on|upon)|urg\w+|should|must|shall|wish|hope|significance|expect\w*|necessary|"
    r"priority|interests? of|view to|through|relevance|encourag\w+|invit\w+|request\w*|commit\w+|will|aim\w*|in order to|"
    r"readiness|crucial|essential|vital|for the|important for|determin\w+|towards?|promot\w+|consider\w*|reaffirm\w*|support(?:s|ed|ing)? for)\b"
)


def _going_on(text: str, low: int, cue: Hit, turn: Hit) -> tuple[StageName, int] | None:
    """Of the work or the implementation of a thing: that it goes on, where it is praised, goes on, or makes progress."""
    words = turn.form.text
    gap = text[turn.end : cue.start]
    if not _QUALITY.fullmatch(gap):
        return None
    kind = _turn(turn)
    begin = turn.start
    if kind == "proposing":
        return ("operating", begin) if words.startswith("support") and cue.form.text in _WORKS else None
    if kind == "preparing":
        if not (words == "progress" or (words.startswith("effort") and gap == " to ")):
            return None
    elif kind not in ("told", "continuing"):
        return None
    before = text[max(low, begin - 70) : begin].rsplit(",", 1)[-1]
    if kind == "continuing" and "will" in before[-8:]:
        return "operating", begin
    return None if _WISHED.search(before) else ("operating", begin)


_WORKS = ("work", "activities", "activity")


_STEPS = re.compile(
    r"\b(?:welcom\w+|commend\w*|apprecia\w+|prais\w+|not(?:e|es|ed|ing)|acknowledg\w+|recogni[sz]\w+|satisf\w+|recall\w*|thank\w*|supports?|"
    r"supported|supporting)\b[^;:.]{0,220}\b(?:steps|measures|work|contributions?|contributing|efforts|actions|activities|cooperation|progress|achievements|"
    r"support|done)\b[^;:.]{0,260}?\b(?:to|for|in|on|with regard to|as regards|towards|aimed at)(?: the)?(?: [a-z]+(?:ive|ed|ful|ent|ing|ete|ll|ly|and))* $"
)
_FOLLOWED = re.compile(r"\b(?:follow(?:ed|s|ing)? up on|midpoint of|heard \w+ \w* ?(?:on|about)|result\w* of|outcomes? of|year of)(?: the)? $")


def _steps(text: str, low: int, cue: Hit) -> bool:
    """ "Commending the practical steps of the Council for the **implementation** of": steps that are praised."""
    before = text[max(low, cue.start - 420) : cue.start]
    if _FOLLOWED.search(before):
        return True
    found = _STEPS.search(before)
    return bool(found) and not _WISHED_FOR.search(found.group())


_WISHED_FOR = re.compile(
    r"\b(?:need|necessity|importance|call\w* (?:for|on|upon)|urg\w+|should|must|shall|wish|hope|necessary|crucial|through|"
    r"encourag\w+|invit\w+|request\w*|will|report\w*|relevan\w+|continue)\b"
)


def _only_a_name(text: str, low: int, hit: Hit) -> bool:
    """Whether a turning word is no more than part of a name, or means a help: "support to the chair"."""
    if hit.form.text.startswith("support") and text.startswith(" to ", hit.end):
        return True
    return only_a_name(text, low, hit)


def only_a_name(text: str, low: int, hit: Hit) -> bool:
    """Whether words in capital letters stand within a sentence: "the Special **Needs** of"."""
    return text[hit.start].isupper() and not text[hit.end - 1].isupper() and bool(re.search(r"[a-z] $", text[low : hit.start]))


def _turn(hit: Hit) -> str:
    return cast(StageTurn, hit.entry).turn


def _governs(gap: str, cue: StageCue) -> bool:
    """Whether words over a cue still hold for it across what stands between."""
    if re.search(r"[;:.]", gap):
        return False
    if cue.shape == "noun":
        return len(gap) < 110 and gap.count(",") < 2
    if cue.shape == "bare" and "," in gap:
        return len(gap) < 260 and bool(_LISTING.search(gap))
    return len(gap) < (130 if cue.shape == "bare" else 170)
