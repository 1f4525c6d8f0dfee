"""How far a name reaches to the right of its head word.

Over a complement in capitals ("Council **of Heads of Government (Prime Ministers)**") or in lower case ("Memorandum of
Understanding **on cooperation between the two secretariats**"). A name never crosses the start of another one: in "the
UN Charter and the SCO Charter" there are two.
"""

import re
from collections.abc import Sequence

from secretariat.reading.names.around import Surroundings
from secretariat.reading.names.brackets import brackets_after
from secretariat.reading.names.joints import begins_name, list_goes_on, occasion, past, texts
from secretariat.reading.names.left import LONGEST, QUOTES
from secretariat.reading.names.lower import in_lower_case, lower_run
from secretariat.reading.names.words import NameWords
from secretariat.reading.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")

PLURAL_OWNERS = frozenset(["Leaders", "Governments", "Heads", "Ministers", "Presidents"])
"""Plural words whose "of A and the B" has two owners, like that of a plural head."""

AGAIN = frozenset(["of", "in"])
"""What may open a second complement of a body or an event: "Working Group **on** Transport **of** the Union"."""


def grow_right(
    tokens: Sequence[Token],
    head: int,
    words: NameWords,
    around: Surroundings,
    opened: frozenset[str],
    lower: frozenset[str],
) -> int:
    """Index after the last token of the name.

    ``opened``: the words that may open the complement; ``lower``: those of them after which it may be
    in lower case.
    """
    end = head + 1
    end = opened_at = brackets_after(tokens, end, around)
    while end < len(tokens) and end - head < LONGEST:
        opener = tokens[end].text.lower()
        if opener == "serving" and texts(tokens, end + 1, end + 3) == ["as", "the"]:
            grown = _capitals(tokens, end + 2, words, around)
            if grown <= end + 2:
                break
            end = grown
            continue
        allowed = opened if end == opened_at or lower else opened & AGAIN
        if end == opened_at and opener == "in":
            break
        if opener not in allowed or (tokens[end - 1].text == ")" and (end > opened_at or opener == "of")):
            break
        grown = _capitals(tokens, end, words, around)
        if opener in lower and in_lower_case(tokens, head, end, words, around):
            grown = max(grown, lower_run(tokens, end, words, around))
        if grown <= end:
            break
        end = brackets_after(tokens, grown, around)
    return end


def _capitals(tokens: Sequence[Token], opener: int, words: NameWords, around: Surroundings) -> int:
    """End of a complement in capitals that opens at ``opener``; ``opener`` itself where there is none."""
    end, at = opener, opener
    owner = tokens[opener].text == "of"
    pair = 1 if tokens[opener].text in ("between", "among") or _plural_head(tokens[opener - 1], words) else 0
    while at < len(tokens) and at - opener < LONGEST:
        token = tokens[at]
        if token.start in around.dates:
            break
        if at == opener + 2 and _bare_organisation(tokens, at):
            break
        if token.shape in ("capital", "acronym"):
            if token.start in around.cities and tokens[at - 1].text in ("in", "at", "from"):
                break
            state = around.states.get(token.start, 0)
            known = around.starts.get(token.start, 0)
            at = end = past(tokens, at, around)
            if known and known == tokens[at - 1].end and _ends_after_known(tokens, at, words):
                return end
            if (
                state == tokens[at - 1].end
                and at < len(tokens)
                and tokens[at].shape in ("capital", "acronym")
                and tokens[at].start >= state
            ):
                return end
            if at < len(tokens) and tokens[at].text == "of" and _plural_head(tokens[at - 1], words):
                pair = 1
        elif owner and end == at and token.text in ("on", "against", "concerning", "regarding"):
            break
        elif token.text in QUOTES and end == at and (closed := _quoted(tokens, at, words)):
            at = end = closed
        elif token.text == "serving" and texts(tokens, at + 1, at + 3) == ["as", "the"]:
            at += 3
        elif token.text in ("between", "among") and not pair:
            pair = 1
            at += 1
        elif token.text in words.connector or (token.shape == "number" and token.text[-2:] in ("th", "st", "nd", "rd")):
            step = _joint_right(tokens, at, opener, end, words, around, pair)
            if step is None:
                break
            pair -= step[1]
            at = step[0]
        elif token.text == "," and list_goes_on(tokens, at, words, around):
            at += 1
        elif token.text == "(" and end == at:
            closed = brackets_after(tokens, at, around)
            if closed == at:
                break
            if all(t.shape == "acronym" for t in tokens[at + 1 : closed - 1]):
                return closed
            at = end = closed
        elif (token.shape == "possessive" and end == at) or (token.text == "." and end == at and _initial(tokens, at)):
            at += 1
        else:
            break
    return end


def _joint_right(
    tokens: Sequence[Token], at: int, opener: int, end: int, words: NameWords, around: Surroundings, pair: int
) -> tuple[int, int] | None:
    """Where a run of joining words leads, and whether it spent the "and" of a pair; None where the name ends."""
    run = at
    while run < len(tokens) and tokens[run].text in words.connector and run - at < 4:
        run += 1
    if run < len(tokens) and (
        tokens[run].text in ("relevant", "respective")
        or (tokens[run].shape != "capital" and tokens[run].text[-2:] in ("th", "st", "nd", "rd"))
    ):
        run += 1
    if run + 1 < len(tokens) and _YEAR.fullmatch(tokens[run].text) and tokens[run + 1].shape == "capital":
        run += 1
    if run >= len(tokens) or tokens[run].shape not in ("capital", "acronym"):
        return None
    joined = [t.text for t in tokens[at:run]] or [tokens[at].text]
    if joined[0] == "at" and occasion(tokens, at + 1, words):
        return None
    if "and" in joined or "or" in joined or "&" in joined:
        if pair and "and" in joined:
            return run, 1
        if "the" in joined:
            return None
        told = any(t.text.lower() in words.heads for t in tokens[opener:at])
        half = tokens[opener].text == "of" and at - opener <= 5 and tokens[run].shape == "capital" and not told
        if tokens[run].start in around.states or tokens[run].start in around.starts:
            return None
        if not half and begins_name(tokens, run, words, around):
            return None
    if joined[-1] in ("in", "at", "from") and tokens[run].start in around.cities:
        return None
    return run, 0


def _ends_after_known(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether what follows a known name is no part of it: a bracket closed it, or a person's name stands there."""
    if tokens[at - 1].text == ")":
        return at < len(tokens) and tokens[at].shape == "capital"
    run = at
    while run < len(tokens) and tokens[run].shape == "capital":
        run += 1
    held = tokens[at:run]
    if len(held) not in (2, 3) or (run < len(tokens) and tokens[run].text in ("of", "on", "for")):
        return False
    return not any(t.text.lower() in words.heads or t.text.endswith("s") for t in held) and (
        run >= len(tokens) or tokens[run].text in (",", "and", ".", ";", "attended", "took", "chaired", "as", "came")
    )


def _bare_organisation(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the Organisation" stands here without a name: it belongs to none."""
    if tokens[at].text not in ("Organisation", "Organization") or tokens[at - 1].text != "the":
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or (after.shape not in ("capital", "acronym") and after.text not in ("of", "for"))


def _initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a point ends the initial of a person's name: "President Ann R**.** Lind"."""
    letter, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    single = len(letter.text) == 1 and letter.text.isupper() and letter.end == tokens[at].start
    return single and after is not None and after.shape == "capital" and after.start == tokens[at].end + 1


def _quoted(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The token after a quoted name and the head that it leads to: "SCO **“New Dialogue” Programme**"; else nought."""
    end = at + 1
    while end < len(tokens) and end - at < 7 and tokens[end].text not in QUOTES:
        if tokens[end].shape not in ("capital", "acronym") and tokens[end].text not in words.connector:
            return 0
        end += 1
    if end + 1 >= len(tokens) or end == at + 1 or tokens[end].text not in QUOTES:
        return 0
    head = tokens[end + 1]
    return end + 2 if head.shape == "capital" and head.text.lower() in words.heads else 0


def _plural_head(token: Token, words: NameWords) -> bool:
    """Whether a head is plural, so that "Secretariats of A and the B" has two owners."""
    text = token.text
    return (
        token.shape == "capital" and text.endswith("s") and (text[:-1].lower() in words.heads or text in PLURAL_OWNERS)
    )
