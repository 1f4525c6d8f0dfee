"""How far a complement in lower case reaches: "Memorandum of Understanding **on cooperation between the two ministries**"."""

from collections.abc import Sequence

from secretariat.reading.names.around import Surroundings
from secretariat.reading.names.brackets import brackets_after
from secretariat.reading.names.joints import list_goes_on, past
from secretariat.reading.names.left import LONGEST
from secretariat.reading.names.words import NameWords
from secretariat.reading.tokens import Token

SETTING = frozenset("theme topic subject occasion margins sidelines basis side eve".split())
"""Words that after "on the" tell of the setting of a meeting, not what it is on."""


def in_lower_case(tokens: Sequence[Token], head: int, opener: int, words: NameWords, around: Surroundings) -> bool:
    """Whether a complement is written in lower case ("on cooperation between …"), or opens with "the Iranian nuclear …"."""
    if tokens[head].shape == "lower":
        return not _is_setting(tokens, opener)
    at = opener + 1
    while at < len(tokens) and tokens[at].text in words.connector:
        at += 1
    if at >= len(tokens) or tokens[at].shape == "lower":
        return at < len(tokens)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    demonym = tokens[at].start in around.demonyms
    return demonym and after is not None and after.shape == "lower"


def lower_run(tokens: Sequence[Token], opener: int, words: NameWords, around: Surroundings) -> int:
    """End of a complement in lower case: up to a mark, a date, or a word that no noun phrase holds."""
    at = opener + 1
    pair = 1 if tokens[opener].text in ("between", "among") else 0
    of_states = any(t.start in around.states for t in tokens[at : at + 2])
    while at < len(tokens) and at - opener < LONGEST:
        token = tokens[at]
        if token.start in around.dates or (token.text.lower() in words.stop and not (pair and token.text == "these")):
            break
        if token.text == "between":
            pair = 1
        if token.text == "to" and at > opener + 1:
            break
        if token.text in words.complement and at + 1 < len(tokens) and tokens[at + 1].shape == "mark":
            break
        if token.text in ("in", "at") and at + 1 < len(tokens) and tokens[at + 1].start in around.cities:
            break
        if token.text in ("and", "or") and not pair and _and_ends(tokens, at, words, around):
            break
        if token.text == "and" and pair:
            pair = 0
        if pair and token.text == "," and of_states and (state := _next_state(tokens, at, around)):
            pair = 0 if "and" in (tokens[at + 1].text, tokens[state - 1].text) else pair
            at = past(tokens, state, around)
            continue
        if token.text == "," and (list_goes_on(tokens, at, words, around) or _nouns_go_on(tokens, at, words)):
            at += 1
            continue
        if token.text == "(":
            closed = brackets_after(tokens, at, around)
            if closed == at:
                break
            at = closed
            continue
        numbered = token.shape == "number" and tokens[at - 1].text.lower() in ("resolution", "decision")
        if token.shape in ("mark", "number") and not numbered:
            break
        at = past(tokens, at, around)
    while at > opener + 1 and (tokens[at - 1].text in words.connector or tokens[at - 1].text in words.complement):
        at -= 1
    return at if at > opener + 1 else opener


def _and_ends(tokens: Sequence[Token], at: int, words: NameWords, around: Surroundings) -> bool:
    """Whether an "and" after a complement in lower case opens something else than its next noun."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.text in ("the", "to", "on", "in", "for", "its", "their", "a", "an", "with", "of", "by"):
        return True
    return after.text.lower() in words.stop or after.shape in ("mark", "acronym") or after.start in around.starts


def _is_setting(tokens: Sequence[Token], opener: int) -> bool:
    """ "on **the theme** of": what follows tells of the setting."""
    near = [t.text for t in tokens[opener + 1 : opener + 3]]
    return len(near) == 2 and near[0] == "the" and near[1] in SETTING


def _next_state(tokens: Sequence[Token], comma: int, around: Surroundings) -> int:
    """Index of the state that goes on a list of those between whom it is: "between A**, B, and the** C"; else nought."""
    at = comma + 1
    while at < len(tokens) and at - comma < 3 and tokens[at].text in ("and", "the"):
        at += 1
    return at if at < len(tokens) and tokens[at].start in around.states else 0


def _nouns_go_on(tokens: Sequence[Token], comma: int, words: NameWords) -> bool:
    """Whether a comma stands in a list of plain nouns: "forum on science**, technology and innovation** for"."""
    at = comma + 1
    while at < len(tokens) and at - comma < 4 and tokens[at].shape == "lower" and tokens[at].text != "and":
        if tokens[at].text in words.stop or tokens[at].text in words.connector or tokens[at].text.endswith("ing"):
            return False
        at += 1
    if at == comma + 1 or at + 2 >= len(tokens) or tokens[at].text != "and":
        return False
    after = tokens[at + 1]
    plain = after.text not in words.stop and after.text not in words.connector and not after.text.endswith("ing")
    return after.shape == "lower" and plain
