"""Whether a named thing is still to be made, by the words before it."""

import re

from secretariat.reading.draft import Draft
from secretariat.reading.names.known import Candidate

_MAKING = re.compile(
    r"(?:\b(?:to |will |would |should |shall )(?:[a-z]+ )?(?:establish|create|set up|launch|institute|found|form|conclude|draft|"
    r"elaborate|develop|draw up|prepare|negotiate|finali[sz]e|work out|formulate|open|convene|adopt|sign)"
    r"|(?<!\bare )(?<!\bis )\b(?:establishing|creating|setting up|launching|instituting|forming|"
    r"concluding|drafting|elaborating|developing|"
    r"drawing up|preparing|negotiating|finali[sz]ing|formulating)"
    r"|\b(?:establishment|creation|setting-up|formation|conclusion|drafting|elaboration|development|preparation|negotiation|"
    r"finali[sz]ation|formulation|launch|founding) of|\b(?:negotiations|consultations|work|talks) on"
    r"|\b(?:(?:proposal|proposals|initiative|draft)(?: (?:on|for|to create|to establish|to hold|"
    r"on creating))?|idea of|propos(?:e|es|ed|ing)(?: holding| to hold| creating| to create)?))"
    r"(?: (?:a|an|the|such|its|their))?(?: (?!to |of |in |for |with |by |on |at |from |within |under |and |"
    r"between |among )[a-z-]+){0,3}? $"
)
_ADOPTING = re.compile(
    r"\b(?:call(?:s|ed)? for|need for|early|speedy|through|"
    r"including through)\b[^.;]{0,30}\b(?:adoption|conclusion|"
    r"signing)(?:, [^.;,]{0,40},)? of (?:a|an|the)? ?$"
)
_WANTED = re.compile(
    r"\b(?:(?:need|proposals?|calls?|called|initiative|idea|negotiations|discussions|consultations) (?:for|on|of) an?"
    r"(?: new| possible| potential| comprehensive| dedicated| future| joint)*|"
    r"(?:potential|possible|prospective|proposed|envisaged|planned)) $"
)
_FOLLOWED = re.compile(
    r" (?:has|have|had|was|were|marks|marked|helped|provided|provides|reflects|reflected|demonstrates)\b"
)
_IMPROVING = re.compile(
    r"\b(?:amending|updating|revising|implementing|reviewing|improving|modernising|modernizing|extending|implementation)\b"
)
_LISTED = re.compile(r"\b(?:initiatives?|proposals?|ideas?)\b[^.;]{0,200}?:")
_FOUNDING = re.compile(r"\b(?:creat|establish|set up|setting up|found|idea|initiative|proposal|form)")
_DONE = re.compile(
    r"\b(?:welcom|commend|prais|not(?:e|ed|ing) with satisfaction|since|after|have|has|was|were|"
    r"successful|recall|celebrat|positively assess|result of)\w*\b"
)


_TO_BE = re.compile(
    r",? (?:which (?:is|are) )?to be (?:established|created|set up|launched|founded|concluded|drafted)\b"
)
_PRAISING = re.compile(
    r"\b(?:welcom|commend|prais|congratulat|recall|celebrat|positively assess|with satisfaction)\w*\b"
)
_WISHING = re.compile(
    r"\b(?:propos\w+|initiatives?|ideas?|decisions? to|support\w*|call\w* for|consultations|plans?|intention|possib\w+)\b"
)


def _praised(before: str) -> bool:
    """Whether the sentence greets what was done, and wishes nothing between that and the name."""
    praise = list(_PRAISING.finditer(before))
    return bool(praise) and not _WISHING.search(before, praise[-1].end())


def is_proposed(draft: Draft, candidate: Candidate) -> bool:
    """ "considering the establishment of **X**", "decided to set up **X**"; not "welcomed the establishment of **X**"."""
    sentence = draft.sentence_at(candidate.start)
    low = max(sentence.start if sentence else 0, candidate.start - 700)
    before = draft.flow.text[low : candidate.start]
    near = before[-90:]
    if _ADOPTING.search(near) or _TO_BE.match(draft.flow.text, candidate.end):
        return True
    if candidate.entry is None and _WANTED.search(near):
        return True
    if candidate.lower and re.search(r"\b(?:a|an)(?: new| comprehensive| possible)? $", near):
        return True
    if re.search(r"\bdraft (?:of (?:a |the )?)?$", near) and not candidate.lower:
        return True
    made = _MAKING.search(near)
    if made and _IMPROVING.search(made.group()):
        made = None
    if made and made.group().startswith(("finali", "conclusion of the Comp")):
        return True
    new = made and (_FOUNDING.search(made.group()) or made.group().endswith((" a ", " an ")))
    if made and candidate.entry and not new:
        made = None
    if made and not (candidate.type == "body" and made.group().startswith("development")):
        wish = re.search(r"\b(?:to|will|would|should|shall) ", made.group())
        earlier = before[: len(before) - len(made.group())]
        if candidate.entry and not wish and not _LISTED.search(before):
            return bool(_WISHING.search(earlier[-60:]))
        told = bool(_DONE.search(earlier[-40:])) or _praised(earlier)
        past = _FOLLOWED.match(draft.flow.text, candidate.end) or re.match(
            r" in \d{4}| \(\d", draft.flow.text[candidate.end : candidate.end + 8]
        )
        return bool(wish) or not (told or past)
    listed = _LISTED.search(before)
    return (bool(listed) and "establishment of" in before + " ") or bool(listed and candidate.lower)
