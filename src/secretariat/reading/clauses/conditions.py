"""What limits a statement, by when it is due, and whom it addresses."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Date
from secretariat.model.spans import Span
from secretariat.model.statements import Act

_DUE = re.compile(r"\b(?:by|until|before|later than|end of) (?:the )?$")
_ADDRESSEE_END = re.compile(r" to | for | that |[,;:.]|, including")
_ADDRESSING = frozenset("call urge request invite encourage ask appeal challenge instruct task direct".split())


class Limits:
    """Conditions and dates of a draft, looked up by place."""

    def __init__(self, conditions: Sequence[Hit], dates: Sequence[Date]) -> None:
        self._conditions = conditions
        self._starts = [c.start for c in conditions]
        self._dates = dates
        self._date_starts = [d.start for d in dates]

    def conditions(self, start: int, end: int) -> tuple[Span, ...]:
        """The limiting words between two places."""
        at = bisect_left(self._starts, start)
        found: list[Span] = []
        while at < len(self._conditions) and self._conditions[at].end <= end:
            found.append((self._conditions[at].start, self._conditions[at].end))
            at += 1
        return tuple(found)

    def timeframe(self, text: str, start: int, end: int, act: Act) -> str | None:
        """EDTF of the first deadline between two places: "by 2030", "until March 2026"; null for what is past."""
        if act not in ("call", "commitment", "decision"):
            return None
        at = bisect_left(self._date_starts, start)
        while at < len(self._dates) and self._dates[at].end <= end:
            date = self._dates[at]
            before = text[max(start, date.start - 20) : date.start]
            if date.edtf and (date.edtf[0].startswith("../") or _DUE.search(before)):
                return date.edtf[0]
            at += 1
        return None


def find_addressees(text: str, verb: str, act: Act, start: int, end: int) -> tuple[Span, ...]:
    """Whom a call addresses, right after its trigger: "call upon (all states) to …", "urge (the parties) to …"."""
    if act != "call" or verb not in _ADDRESSING:
        return ()
    while start < end and text[start] == " ":
        start += 1
    stop = _ADDRESSEE_END.search(text, start, min(end, start + 200))
    if stop is None or not text.startswith(" to ", stop.start()) or stop.start() - start < 3:
        return ()
    return ((start, stop.start()),)
