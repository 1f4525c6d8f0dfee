"""Whether a cue without an act tells a fact, or only a wish."""

import re

from secretariat.lexicon.literals import Hit
from secretariat.reading.life.cues import stage_of

WISH = re.compile(
    r"\b(?:need|necessity|importance|call(?:s|ed)? (?:for|on|upon)|urge[sd]?|should|must|shall|"
    r"wish|hope|significance|expect|necessary|priority|early|speedy|prompt|possible|"
    r"looks? forward)\b"
)

_ENGAGED = re.compile(
    r"\bcontinu\w+ (?:to |our |their |its |the |in |regular )*(?:[a-z]+ ){0,2}?"
    r"(?:engag|cooperat|collaborat|work|dialogue|partner|coordinat|consult|exchang)\w*"
    r"(?: [^.;:]{0,130})? $"
)


def says_so(text: str, low: int, hit: Hit) -> bool:
    """Whether a cue without an act tells a fact: no wish governs it, and no single meeting is only called regular."""
    before = text[max(low, hit.start - 60) : hit.start]
    if hit.entry.id == "regular" and re.search(r"\b(?:an?|next|last|\d{4},?)(?: the)? $", before, re.IGNORECASE):
        return False
    if hit.entry.id == "first-held" and re.search(
        r"\b(?:to|will|shall|should) [a-z-]+ (?:an?|the|our|its|their) $", before
    ):
        return False
    if hit.entry.id == "engagement":
        return bool(_ENGAGED.search(text[max(low, hit.start - 170) : hit.start]))
    if hit.entry.id == "mandate":
        return bool(re.search(r"\b(?:exten|renew|prolong)\w*", before[-40:])) or bool(
            re.match(r"[^.;,]{0,40}?\b(?:was|were|been|is|be) (?:extended|renewed|prolonged)", text[hit.end :][:160])
        )
    if hit.entry.id == "draft":
        return (
            not re.search(
                r"\b(?:adopt|approv|endors|sign|agree|pass)\w*(?: on)?(?: [^.:]*;(?: and)?)?(?: the| a)? $",
                text[max(low, hit.start - 190) : hit.start],
            )
            and text[hit.start].islower()
        )
    if WISH.search(before.rsplit(",", 1)[-1]) or re.search(r"\b(?:will|to|should|shall|not) (?:[a-z]+ )?$", before):
        return stage_of(hit) == "operating" and "continu" in text[max(low, hit.start - 30) : hit.end]
    return True
