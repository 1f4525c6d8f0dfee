"""Of what a cue can be said: its kind of thing, and the thing itself, not one that it only names in passing."""

import re

from secretariat.lexicon.entries import StageCue
from secretariat.model.mentions import Body, Event, Instrument
from secretariat.reading.life.turns import Named

_FUNCTION = re.compile(
    r" (?:and|or|in|on|at|by|for|to|with|from|of|under|as|is|are|was|were|will|has|have|had|which|that|who|should|shall|must|can|"
    r"may|between|within|through|during|until|aimed|aiming|this|last|over|into|towards|regarding|concerning|against|"
    r"via|also|held|not|since|after|based|including|among|before|while|where|when|the|a|an|its|[a-z]+ed|[a-z]+ing|[a-z]+ly)\b"
)


_FOUNDING = ("founded", "founding", "to-found", "foundation")
_OF_AN_EVENT = re.compile(r" (?:outcomes?|goals|vision|action lines|commitments|principles|mandates?)\b")


def only_a_modifier(text: str, mention: Named) -> bool:
    """Whether an abbreviation stands before what is really spoken of: "the implementation of the **UN** objectives"."""
    behind = text[mention.end : mention.end + 16]
    if isinstance(mention, Event) and _OF_AN_EVENT.match(behind):
        return True
    name = text[mention.start : mention.end]
    if isinstance(mention, Body) and re.match(r" [A-Z]|-[A-Z]", behind):
        return True
    if " " in name or not (name.isupper() or isinstance(mention, Body)) or len(name) > 8:
        return False
    return bool(re.match(r"-\w| [A-Za-z]", behind)) and not _FUNCTION.match(behind)


def fits(entry: StageCue, mention: Named) -> bool:
    """Whether a cue can be said of such a thing: years are proclaimed, texts adopted, meetings held."""
    kind = "instrument" if isinstance(mention, Instrument) else "body" if isinstance(mention, Body) else "event"
    if entry.fits and kind not in entry.fits:
        return False
    if entry.id == "regular" and isinstance(mention, Event) and mention.kind == "observance":
        return False
    if entry.act == "founding" and isinstance(mention, Instrument) and entry.id in _FOUNDING:
        return mention.kind not in ("report", "resolution", "decision")
    if entry.act == "proclaiming":
        return isinstance(mention, Event) and mention.kind == "observance"
    return True
