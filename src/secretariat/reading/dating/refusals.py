"""Which numbers of four digits are no years: symbols, counts, numbers of articles, telephone numbers."""

import re

from secretariat.reading.dating.atoms import words_before
from secretariat.reading.dating.grammar import DateGrammar

_TELEPHONE = re.compile(r"\+\d[\d ()-]{1,20}$")
_DASHES = "-\u2012\u2013\u2014\u2015\u2212\u00d0"
_GLUED = "_=@%\\\u00b0#&~"
_BEFORE = _GLUED + "/$\u20ac\u00a3+.,:"


def is_year(text: str, start: int, end: int, grammar: DateGrammar) -> bool:
    """Whether the four digits at ``start:end`` are a year.

    Taken: "in 2021", "2231 (2015)", "Antiterror-2021", "post-2015", "“Space2030”". Refused: "CONF.2010/50",
    "resolution 1973", "2106 (XX)", "vol. 1771, No. 2171", "2000 people", "over 2000 schools", "$2000", "21.05.2024_x".
    """
    return not why_no_year(text, start, end, grammar)


def why_no_year(text: str, start: int, end: int, grammar: DateGrammar) -> str:
    """The id of the reason why the digits are no year: ``in-a-symbol``, ``a-number``, ``a-count``; empty where they are."""
    if not _stands_free(text, start, end):
        return "in-a-symbol"
    if _is_number(text, start, end, grammar):
        return "a-number"
    return "a-count" if _counts(text, start, end, grammar) else ""


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the characters beside the digits allow a year."""
    after = text[end : end + 3]
    if after[:1] in _GLUED + "/" and after:
        return False
    if after[:1].isalnum() and after[0] not in _DASHES and not (after[0] == "s" and not after[1:2].isalnum()):
        return False
    if after[:1] in (".", ",", ":") and after[1:2].isdigit() and (after[0] == ":" or after[2:3].isdigit()):
        return False
    before = text[start - 1] if start else " "
    if before in _DASHES:
        return _may_end_a_word(text, start - 1)
    if before.isalpha():
        word = text[max(0, start - 12) : start]
        return word[-3:].isalpha() and not any(c in "/.@" for c in word)
    return before not in _BEFORE


def _may_end_a_word(text: str, dash: int) -> bool:
    """Whether a year may follow this dash: after a word of three letters ("post-2015"), a year or a space."""
    head = text[max(0, dash - 5) : dash]
    if head[-1:].isdigit():
        return len(head) >= 4 and head[-4:].isdigit() and not head[:-4].isdigit() and head[-4:] >= "1600"
    return head[-1:] == " " or head == "" or (len(head) >= 3 and head[-3:].isalpha())


def _is_number(text: str, start: int, end: int, grammar: DateGrammar) -> bool:
    """Whether the digits number a resolution, an article, a volume and the like."""
    if grammar["symbol-after"].match(text, end):
        return True
    before = words_before(text, start, 72)
    return grammar["number-before"].search(before) is not None or _TELEPHONE.search(before) is not None


def _counts(text: str, start: int, end: int, grammar: DateGrammar) -> bool:
    """Whether the digits count or measure something."""
    if grammar["unit"].match(text, end):
        return True
    noun = grammar["noun"].match(text, end)
    if noun is None or not noun.group(1).endswith("s") or noun.group(1) in grammar.words.get("year-noun", ()):
        return False
    return grammar["amount-before"].search(words_before(text, start, 24)) is not None
