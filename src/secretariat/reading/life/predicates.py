"""What the predicate of a name tells of its life: "was signed", "will be launched", ", adopted in May,"."""

import re

from secretariat.lexicon.entries import StageCue
from secretariat.model.statements import StageName
from secretariat.reading.life.turns import Named

_WIDE_AFTER = re.compile(
    r"[”\"’»]?(?: of \d[^,.;]{0,20}| of (?:\d{1,2} )?[A-Z][a-z]+ \d{4}| \([^)]{0,80}\)| in \d{4}| in [A-Z][a-z]+|"
    r" for \d{4}[-–]\d{4}| —)*"
    r"(?:[”\"]? and its [a-z]+)?(?:,[^.;]{2,120},| \(\d{4}\),?| —| \()?"
    r"(?:,? ?(?:and )?(?:which|that|who|as),?)?"
)
_AUXILIARY = re.compile(
    r"(?P<aux>(?: ?\b(?:has|have|had|was|were|is|are|been|being|also|already|now|just|recently|duly|first|then|subsequently|"
    r"still|today|jointly|finally|officially|formally|successfully|unanimously|unilaterally|initially|to be|will be|will|"
    r"shall be|should be|be|would be|must be|may be|not))*) ?"
)
_GOES_ON = re.compile(
    r"[,.;:)]|$| (?:by|in|on|at|under|pursuant|as|during|last|this|earlier|for|with|within|to|and|between|through|"
    r"among|from|following|until|since|today|there|here|unilaterally|jointly|earlier|after|upon|via|over)\b"
)


_QUALIFIED = re.compile(
    r" (?:to|on|for|between|of|with|among|in|at) [^,;.:]{1,70}? (?P<aux>was|were|has been|have been|had been)(?: [a-z]+ly)? "
)


def predicate(gap: str) -> str | None:
    """The auxiliaries between a name and a cue after it, "" for none; None where the cue does not speak of the name."""
    if qualified := _QUALIFIED.fullmatch(gap):
        return "|" + qualified["aux"]
    opening = _WIDE_AFTER.match(gap)
    while opening:
        rest = gap[opening.end() :]
        found = _AUXILIARY.fullmatch(rest)
        if found:
            return (gap[: opening.end()].strip()[-6:] + "|" + found["aux"].strip()).strip()
        plain = re.match(
            r"[”\"’»]?(?: \([^)]{0,80}\)| of \d[^,.;]{0,20}| in \d{4}| in [A-Z]\w+)?(?:, | —|,? which| that|,? who)?",
            gap,
        )
        if plain and plain.end() != opening.end():
            opening = plain
            continue
        return None
    return None


def told_behind(entry: StageCue, helped: str, behind: str, mention: Named) -> StageName | None:
    """What a participle after a name tells with its auxiliaries: "was signed", "will be launched", "adopted at"."""
    opening, _, auxiliary = helped.partition("|")
    words = set(auxiliary.split())
    if "not" in words:
        return None
    if not entry.act:
        return (
            None
            if (entry.id == "works" and behind.startswith(" with ")) or words & {"will", "should", "be", "shall"}
            else entry.stage
        )
    if entry.act == "operating":
        return "operating" if words & {"being", "is", "are"} else None
    if words & {"be", "will"}:
        if entry.act != "founding" or words & {"must", "may"}:
            return None
        return "proposed" if words & {"should", "would"} else "decided"
    if "being" in words:
        return "preparing" if entry.act == "founding" else None
    if words & {"was", "were", "is", "are", "been"}:
        return entry.stage
    if words & {"has", "have", "had"} or (opening.endswith(("which", "that", "who")) and not words):
        return None
    return entry.stage if _GOES_ON.match(behind) else None
