"""What may stand between a cue of a stage and the name that it speaks of, and between names that are listed."""

import re

from secretariat.lexicon.entries import StageCue

_APART = (
    r"by|in|on|at|for|to|with|from|under|within|between|through|which|that|as|is|are|was|were|will|has|have|had|not|of|"
    r"who|whose|where|when|if|than|against|towards|toward|about|via|be|been|should|must|may|can|would|during|since"
)
_SMALL = rf"(?:,? (?!(?:{_APART})\b)[a-z][a-z-]*){{0,5}}"
_CAPITAL = r"(?: [A-Z][A-Z.]*-[a-z]+)?(?: (?:[A-Z][A-Za-z.-]+(?:['’]s)?|\d{4}(?:[-–]\d{2,4})?)){0,2}"
_SET = r"(?: (?:series|set|number|package|text|texts|final text|final version|draft|drafts) of)?"
_TITLE = r"(?:,? (?:entitled|called|titled|named|known as|dubbed))?(?: the)? ?[“\"‘«]?"
_NEAR = re.compile(rf"{_SMALL}{_SET}{_SMALL}{_CAPITAL}(?: (?!(?:{_APART})\b)[a-z-]+)?{_TITLE} ?(?:\()?")
_TOO = re.compile(r",? ?(?:too|also|as well|unanimously|by consensus),? (?:was|were|is|are)(?: the| an?)? ")
_TOLD_WHEN = re.compile(
    r",? (?:in|on|at|by consensus|without a vote|by acclamation|during|today|this)\b[^.;:“]{0,70}?,? (?:the|an?|its|their) "
    r"(?:[a-z-]+ ){0,3}[“\"]?"
)
_HANGS = re.compile(
    r"\b(?:of|in|at|on|by|for|with|to|from|under|between|and|within),? "
    r"(?:the|an?|its|their) (?:(?!(?:the|an?|its|their) )[a-z-]+ ){0,3}[“\"]?$"
)
_NOUN_OF = re.compile(
    r"(?: and [a-z]+(?: into [a-z]+)?| or [a-z]+)?"
    r"(?:, (?:in|on|at|by|between|with|within|under|during|as of)\b[^.;]{0,170}?,|"
    r" (?:in|on|at|by|between|with|within|under|during|as of)\b[^.;]{0,170}?"
    r"(?<!basis)(?<!behalf)(?<!auspices)(?<!framework)(?<!margins)(?<!sidelines)(?<!occasion)(?<!name)(?<!support)"
    r"(?<!side)(?<!light))?"
    r" (?:of|to|for|from) "
)
_AFTER_OF = re.compile(
    rf"(?:(?!(?:{_APART})\b)[a-z][a-z-]*,? ){{0,5}}(?:[A-Z][A-Za-z.-]+(?:['’]s)? ){{0,2}}(?:(?!(?:{_APART})\b)[a-z-]+ )?"
    r"(?:entitled |called |known as |titled |named )?[“\"‘«]?"
)
_FOR_EXAMPLE = re.compile(
    r"[^.;:]{0,110}(?:,? including|,? namely|,? among them|,? in particular|,? such as|,? notably|:)(?: (?:the|an?|its|their|on))*"
    r"(?: [a-z-]+){0,2} [“\"]?"
)
_AND_UNNAMED = re.compile(
    r" (?:(?:the|its|an?|their) )?(?:[\w-]+ ){1,4}?(?:for \d{4} )?and (?:the |an? |on the |its )(?:[a-z-]+ ){0,2}"
)
_YEAR = re.compile(r"[^.;:]{0,70}? ?(?:as |to be )?(?:the |an? )?(?:international )?[“\"]?")
_LISTED = re.compile(
    r"[”\"’»]?(?: \([^)]{0,80}\))?"
    r"(?: (?:in|at|on|of|for|with|between|among|under|dated|signed|adopted|as)\b[^,;:.]{1,90}?| \d{4})?"
    r"(?: \([^)]{0,80}\))?"
    r"(?:,|;|,? and|,? or|,? as well as|;? and|,? along with|,? together with|,? including|,? namely|, among them|"
    r" entitled| titled)"
    r"(?: (?:and|also|as well as|including))?(?: (?:of|on|to|for))?(?: (?:the|an?|its|their|our|two|three|both))*"
    rf"(?: (?!(?:{_APART})\b)[a-z-]+){{0,3}}(?:, the| and the)?(?: [A-Z]\w+['’]s)? ?[“\"‘«]?(?:The )?"
)


_SEMICOLON = re.compile(r"[^.:;]{0,140};(?: [^.:;]{0,140};)?(?: and)? (?:the|an?) (?:[a-z-]+ ){0,2}")


def reaches(gap: str, cue: StageCue) -> bool:
    """Whether a cue before a name governs it over the words between: articles and adjectives, when and where, "including"."""
    if cue.act == "proclaiming":
        return bool(_YEAR.fullmatch(gap))
    if cue.shape == "noun":
        return _of_it(gap, listing=cue.act != "operating")
    if _NEAR.fullmatch(gap) or _TOO.fullmatch(gap):
        return True
    if cue.act in ("adopting", "founding") and cue.shape == "told" and cue.id != "announced":
        return (
            bool(_TOLD_WHEN.fullmatch(gap) and not _HANGS.search(gap))
            or _for_example(gap)
            or bool(_AND_UNNAMED.fullmatch(gap))
            or (cue.act == "adopting" and bool(_SEMICOLON.fullmatch(gap)))
        )
    return cue.id == "done-by" and _for_example(gap)


def _of_it(gap: str, *, listing: bool) -> bool:
    """ " in June **of the** resolution": whether the words after a noun lead to its object by some "of"."""
    for of in re.finditer(r" (?:of|to|for|from) ", gap):
        if (
            (listing or of.start() == 0 or gap.startswith(" by "))
            and _NOUN_OF.fullmatch(gap[: of.end()])
            and (_AFTER_OF.fullmatch(gap[of.end() :]) or (listing and _for_example(" " + gap[of.end() :])))
        ):
            return True
    return False


def _for_example(gap: str) -> bool:
    """ "a number of documents, **including** the"."""
    return bool(_FOR_EXAMPLE.fullmatch(gap))


def listed(gap: str) -> bool:
    """Whether what stands between two names makes them members of one list: "X in 2022**, and the** Y"."""
    return bool(_LISTED.fullmatch(gap))
