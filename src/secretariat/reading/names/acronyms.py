"""Acronyms that the document itself explains: after "Astana International Financial Centre (AIFC)", "AIFC" is that centre."""

import re
from bisect import bisect_right

from secretariat.reading.draft import Draft
from secretariat.reading.names.known import Candidate
from secretariat.reading.names.words import kind_of_name

_ACRONYM = re.compile(r"(?=[A-Z])(?:[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+-]*|[A-Z]{2,}[ -]?\d*)")
_OWN_WORDS = frozenset(["UN", "EU", "US", "UK"])


def explained_acronyms(draft: Draft, candidates: list[Candidate]) -> dict[str, Candidate]:
    """Acronym → the name that explains it in a closing bracket: at the first place, the shortest that ends there."""
    found: dict[str, Candidate] = {}
    for c in sorted(candidates, key=lambda c: (c.end, -c.start)):
        if c.bracket >= 0 and c.type != "initiative":
            acronym = draft.flow.text[c.bracket : c.end - 1]
            if _ACRONYM.fullmatch(acronym) and acronym not in _OWN_WORDS:
                found.setdefault(acronym, c)
    return found


def find_acronyms(draft: Draft, candidates: list[Candidate]) -> list[Candidate]:
    """A candidate for each later use of an explained acronym that no other name holds already."""
    explained = explained_acronyms(draft, candidates)
    if not explained:
        return []
    starts = [c.start for c in candidates]
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, explained), key=len, reverse=True)) + r")(?![\w-])"
    )
    out: list[Candidate] = []
    for match in pattern.finditer(draft.flow.text):
        start, end = match.span()
        near = candidates[max(0, bisect_right(starts, start) - 6) : bisect_right(starts, start) + 1]
        whole = explained[match.group()]
        held = any(c.start <= start and end <= c.end and (c.bracket == start or c.type == whole.type) for c in near)
        if not held:
            kind = whole.kind or kind_of_name(draft.lexicon, draft.flow.text[whole.start : whole.end]) or ""
            out.append(Candidate(whole.type, start, end, start, kind, "acronym:" + match.group(), whole.entry))
    return out
