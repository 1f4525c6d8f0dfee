"""How far a name reaches around its head word.

To the left over capitals and what joins them ("**Central Asian Regional Information and Coordination** Centre"), to the
right over a complement in capitals ("Council **of Heads of Government (Prime Ministers)**"), in lower case ("Memorandum
of Understanding **on cooperation between the two secretariats**"), or a number ("Resolution **2231**"). A name never
crosses the start of another one: in "the UN Charter and the SCO Charter" there are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.reading.name_words import NameWords
from secretariat.reading.tokens import Token

PLURAL_OWNERS = frozenset(["Leaders", "Governments", "Heads", "Ministers", "Presidents"])
"""Plural words whose "of A and the B" has two owners, like that of a plural head."""

AGAIN = frozenset(["of", "in"])
"""What may open a second complement of a body or an event: "Working Group **on** Transport **of** the Union"."""

LONGEST = 60
"""Tokens that a name may hold on one side of its head; the longest treaty titles have about forty words."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the grammar must know of the unit: places (of the running text) that a name may not cross.

    ``starts``: where known names begin → where they end; ``states``: the same for states; ``cities``: where cities
    begin; ``dates``: where dates begin → where they end; ``demonyms``: where adjectives of states begin ("Iranian").
    """

    starts: dict[int, int]
    states: dict[int, int]
    cities: frozenset[int]
    dates: dict[int, int]
    demonyms: frozenset[int] = frozenset()

    def in_state(self, place: int) -> bool:
        """Whether a place lies in the name of a state: the head of "Commonwealth of …" names no body then."""
        return any(start <= place < end for start, end in self.states.items())


def grow_left(tokens: Sequence[Token], head: int, words: NameWords, around: Surroundings, first: int = 0) -> int:
    """Index of the first token of the name whose head is ``tokens[head]``."""
    best = head
    at = head - 1
    low = max(first, head - LONGEST)
    while at >= low:
        token = tokens[at]
        if token.shape in ("capital", "acronym"):
            if _outside(tokens, at, first, words):
                break
            best = at
            at -= 1
            continue
        if token.shape == "number" and _number_in_name(token, at, best, around):
            best = at
            break
        step = _joint_left(tokens, at, low, best, head, words, around)
        if step is None:
            break
        at = step
    return best


def _outside(tokens: Sequence[Token], at: int, first: int, words: NameWords) -> bool:
    """Whether a capital is only that of a sentence's first word, or of a word that no name begins with."""
    word = tokens[at].text
    if at == first:
        return word in words.outside or (tokens[at].shape == "capital" and word.endswith("ing"))
    return word in words.outside and word not in ("Heads", "Member", "Parties", "States", "Leaders", "Ministers", "New")


def _number_in_name(token: Token, at: int, best: int, around: Surroundings) -> bool:
    """Whether a number opens the name: "**2030** Agenda", "**2022-2023** Cooperation Plan", "**2nd** UN Conference"."""
    if at + 1 != best:
        return False
    year = token.text[:4].isdigit() and len(token.text) >= 4 and token.text[4:5] in ("", "-", "\u2013", "/")
    return year and token.start in around.dates


def _joint_left(
    tokens: Sequence[Token], at: int, low: int, best: int, head: int, words: NameWords, around: Surroundings
) -> int | None:
    """Where to go on to the left of a joint ("and", "of", a possessive, a comma, a bracket), or None to stop."""
    token = tokens[at]
    before = tokens[at - 1] if at > low else None
    if before is None or best != at + 1:
        return None
    if token.text in ("and", "&", "-"):
        plain = before.shape == "capital" and before.text.lower() not in words.heads
        apart = tokens[best].shape == "acronym" or tokens[best].start in around.starts
        return at - 1 if plain and not apart and not _ends_state(before, around) else None
    if token.text in ("of", "for") and best < head:
        if before.shape == "capital" and tokens[best].start not in around.starts and not _ends_state(before, around):
            return at - 1
        return None
    if token.shape == "possessive":
        if before.start in around.starts or before.start in around.demonyms:
            return None
        if before.shape == "capital" and not _ends_state(before, around):
            return at - 1
        return None
    if token.text == ",":
        listed = before.shape == "capital" and any(t.text in ("and", "&") for t in tokens[best:head])
        return at - 1 if listed and not _ends_state(before, around) and before.text.lower() not in words.heads else None
    return None


def _ends_state(token: Token, around: Surroundings) -> bool:
    return token.end in around.states.values()


def grow_right(
    tokens: Sequence[Token], head: int, words: NameWords, around: Surroundings, opened: frozenset[str], lower: frozenset[str]
) -> int:
    """Index after the last token of the name.

    ``opened``: the words that may open the complement; ``lower``: those of them after which it may be
    in lower case.
    """
    end = head + 1
    end = brackets_after(tokens, end, around)
    while end < len(tokens) and end - head < LONGEST:
        opener = tokens[end].text.lower()
        allowed = opened if end == head + 1 or lower else opened & AGAIN
        if opener not in allowed or tokens[end - 1].text == ")":
            break
        grown = _capitals(tokens, end, words, around)
        if opener in lower and _in_lower_case(tokens, head, end, words, around):
            grown = max(grown, _lower_run(tokens, end, words, around))
        if grown <= end:
            break
        end = brackets_after(tokens, grown, around)
    return end


def _in_lower_case(tokens: Sequence[Token], head: int, opener: int, words: NameWords, around: Surroundings) -> bool:
    """Whether a complement is written in lower case ("on cooperation between …"), or opens with "the Iranian nuclear …"."""
    if tokens[head].shape == "lower":
        return True
    at = opener + 1
    while at < len(tokens) and tokens[at].text in words.connector:
        at += 1
    if at >= len(tokens) or tokens[at].shape == "lower":
        return at < len(tokens)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    demonym = tokens[at].start in around.demonyms
    return demonym and after is not None and after.shape == "lower"


def _capitals(tokens: Sequence[Token], opener: int, words: NameWords, around: Surroundings) -> int:
    """End of a complement in capitals that opens at ``opener``; ``opener`` itself where there is none."""
    end, at = opener, opener
    owner = tokens[opener].text == "of"
    pair = 1 if tokens[opener].text in ("between", "among") or _plural_head(tokens[opener - 1], words) else 0
    while at < len(tokens) and at - opener < LONGEST:
        token = tokens[at]
        if token.start in around.dates:
            break
        if token.shape in ("capital", "acronym"):
            if token.start in around.cities and tokens[at - 1].text in ("in", "at", "from"):
                break
            state = around.states.get(token.start, 0)
            at = end = _past(tokens, at, around)
            if state and at < len(tokens) and tokens[at].shape in ("capital", "acronym") and tokens[at].start >= state:
                return end
            if at < len(tokens) and tokens[at].text == "of" and _plural_head(tokens[at - 1], words):
                pair = 1
        elif owner and end == at and token.text in ("on", "against", "concerning", "regarding"):
            break
        elif token.text in ("between", "among") and not pair:
            pair = 1
            at += 1
        elif token.text in words.connector or (token.shape == "number" and token.text[-2:] in ("th", "st", "nd", "rd")):
            step = _joint_right(tokens, at, opener, end, words, around, pair)
            if step is None:
                break
            pair -= step[1]
            at = step[0]
        elif token.text == "," and _list_goes_on(tokens, at, words, around):
            at += 1
        elif token.text == "(" and end == at:
            closed = brackets_after(tokens, at, around)
            if closed == at:
                break
            if all(t.shape == "acronym" for t in tokens[at + 1 : closed - 1]):
                return closed
            at = end = closed
        elif token.shape == "possessive" and end == at:
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
    if run < len(tokens) and (tokens[run].text in ("relevant", "respective") or tokens[run].text[-2:] in ("th", "nd", "rd")):
        run += 1
    if run >= len(tokens) or tokens[run].shape not in ("capital", "acronym"):
        return None
    joined = [t.text for t in tokens[at:run]] or [tokens[at].text]
    if "and" in joined or "or" in joined or "&" in joined:
        if pair and "and" in joined:
            return run, 1
        if "the" in joined:
            return None
        if tokens[run].start in around.states or _begins_name(tokens, run, words, around):
            return None
    if joined[-1] in ("in", "at", "from") and tokens[run].start in around.cities:
        return None
    return run, 0


def _plural_head(token: Token, words: NameWords) -> bool:
    """Whether a head is plural, so that "Secretariats of A and the B" has two owners."""
    text = token.text
    return token.shape == "capital" and text.endswith("s") and (text[:-1].lower() in words.heads or text in PLURAL_OWNERS)


def _past(tokens: Sequence[Token], at: int, around: Surroundings) -> int:
    """Index after the known name that begins at ``at``, or after the one token."""
    end = max(around.starts.get(tokens[at].start, 0), around.states.get(tokens[at].start, 0))
    at += 1
    while at < len(tokens) and tokens[at].end <= end:
        at += 1
    return at


def _begins_name(tokens: Sequence[Token], at: int, words: NameWords, around: Surroundings) -> bool:
    """Whether another name begins at ``at``: a known one, or capitals that lead to a head word of their own."""
    if tokens[at].start in around.starts:
        return True
    while at < len(tokens) and tokens[at].shape in ("capital", "acronym"):
        if tokens[at].text.lower() in words.heads:
            return True
        at += 1
    return False


def _list_goes_on(tokens: Sequence[Token], comma: int, words: NameWords, around: Surroundings) -> bool:
    """Whether a comma stands inside a list of capitals that an "and" closes: "Good Neighbourliness, Friendship and …"."""
    at = comma + 1
    if at >= len(tokens) or tokens[at].shape != "capital" and tokens[at].text != "and":
        return False
    if tokens[at].text == "and":
        at += 1
        return at < len(tokens) and tokens[at].shape == "capital" and not _begins_name(tokens, at, words, around)
    if tokens[at].start in around.states or _begins_name(tokens, at, words, around):
        return False
    for token in tokens[at : at + 24]:
        if token.text in ("and", "&"):
            return True
        if token.shape not in ("capital", "acronym") and token.text not in words.connector and token.text != ",":
            return False
    return False


def _lower_run(tokens: Sequence[Token], opener: int, words: NameWords, around: Surroundings) -> int:
    """End of a complement in lower case: up to a mark, a date, or a word that no noun phrase holds."""
    at = opener + 1
    pair = 1 if tokens[opener].text in ("between", "among") else 0
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
        if token.text == "," and _list_goes_on(tokens, at, words, around):
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
        at = _past(tokens, at, around)
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


def brackets_after(tokens: Sequence[Token], at: int, around: Surroundings) -> int:
    """End of a bracket at ``at`` that belongs to a name: an acronym or capitals, no date, state, place or number."""
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return at
    inside = at + 1
    while inside < len(tokens) and inside - at < 9 and tokens[inside].text not in (")", "("):
        inside += 1
    if inside >= len(tokens) or tokens[inside].text != ")" or inside == at + 1:
        return at
    held = tokens[at + 1 : inside]
    if any("/" in t.text for t in held):
        return at
    if held[0].start in around.states or held[0].start in around.cities or any(t.start in around.dates for t in held):
        return at
    if held[0].text in ("hereinafter", "the", "as"):
        return at
    named = [t for t in held if t.shape in ("capital", "acronym")]
    if not named:
        plain = all(t.shape == "lower" and t.text not in ("including", "excluding", "and", "or", "of", "in") for t in held)
        known = len(held) <= 3 and plain and held[-1].text.endswith("s")
        return inside + 1 if known and tokens[at - 1].shape == "capital" else at
    return inside + 1 if held[0].shape in ("capital", "acronym") and len(named) * 2 >= len(held) else at
