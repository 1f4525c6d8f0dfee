"""Whether the work of a body, or the implementation of a text, is told as going on: it is praised, continues, makes progress."""

import re
from typing import cast

from secretariat.lexicon.entries import StageTurn
from secretariat.lexicon.literals import Hit
from secretariat.model.statements import StageName

_QUALITY = re.compile(
    r"(?: (?:the|its|their|these|this|to|in|with|at|made|of|towards|so far|[a-z]+(?:al|ive|ful|ant|ent|ed|ing|ous|ble|ic|ly|er)|"
    r"work|and|good|key))* $"
)
_WISHED = re.compile(
    r"\b(?:need|necessity|importance|call\w* (?:for|on|upon)|urg\w+|should|must|shall|wish|hope|significance|expect\w*|necessary|"
    r"priority|interests? of|view to|through|relevance|encourag\w+|invit\w+|request\w*|commit\w+|will|aim\w*|in order to|"
    r"readiness|crucial|essential|vital|for the|important for|determin\w+|towards?|promot\w+|consider\w*|"
    r"reaffirm\w*|support(?:s|ed|ing)? for)\b"
)


def going_on(text: str, low: int, cue: Hit, turn: Hit) -> tuple[StageName, int] | None:
    """Of the work or the implementation of a thing: that it goes on, where it is praised, goes on, or makes progress."""
    words = turn.form.text
    gap = text[turn.end : cue.start]
    if not _QUALITY.fullmatch(gap):
        return None
    kind = cast(StageTurn, turn.entry).turn
    begin = turn.start
    if kind == "proposing":
        return ("operating", begin) if words.startswith("support") and cue.form.text in _WORKS else None
    if kind == "preparing":
        if not (words == "progress" or (words.startswith("effort") and gap == " to ")):
            return None
    elif kind not in ("told", "continuing"):
        return None
    before = text[max(low, begin - 70) : begin].rsplit(",", 1)[-1]
    if kind == "continuing" and (before.endswith("will ") or _CONTINUED.search(before)):
        return "operating", begin
    return None if _WISHED.search(before) else ("operating", begin)


_CONTINUED = re.compile(r"\bcontinu\w+ (?:the |to |with the |their |our )?(?:[a-z]+ )?$")
_WORKS = ("work", "activities", "activity")

_STEPS = re.compile(
    r"\b(?:welcom\w+|commend\w*|apprecia\w+|prais\w+|not(?:e|es|ed|ing)|acknowledg\w+|recogni[sz]\w+|satisf\w+|recall\w*|"
    r"thank\w*|support(?:s|ed|ing)?)\b[^;:.]{0,220}\b(?:steps|measures|work|contributions?|contributing|efforts|actions|"
    r"activities|cooperation|progress|achievements|support|done)\b[^;:.]{0,260}?"
    r"\b(?:to|for|in|on|with regard to|as regards|towards|aimed at)(?: the)?"
    r"(?: [a-z]+(?:ive|ed|ful|ent|ing|ete|ll|ly|and))* $",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\b(?:follow(?:ed|s|ing)? up on|midpoint of|heard \w+ \w* ?(?:on|about)|result\w* of|outcomes? of|year of)(?: the)? $"
)


def praised_steps(text: str, low: int, cue: Hit) -> bool:
    """ "Commending the practical steps of the Council for the **implementation** of": steps that are praised."""
    before = text[max(low, cue.start - 420) : cue.start]
    if _FOLLOWED.search(before):
        return True
    found = _STEPS.search(before)
    return found is not None and not _WISHED_FOR.search(found.group())


_WISHED_FOR = re.compile(
    r"\b(?:need|necessity|importance|call\w* (?:for|on|upon)|urg\w+|should|must|shall|wish|hope|necessary|crucial|through|press|"
    r"encourag\w+|invit\w+|request\w*|will|report\w*|relevan\w+|continue)\b"
)
