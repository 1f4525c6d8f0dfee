"""What may join the parts of a name's complement: whether a list goes on, another name begins, an occasion is told."""

from collections.abc import Sequence

from secretariat.reading.names.around import Surroundings
from secretariat.reading.names.words import NameWords
from secretariat.reading.tokens import Token

CLOSE = frozenset(["the", "its", "their", "our", "of"])
"""What may stand between "at" and a meeting."""


def texts(tokens: Sequence[Token], first: int, end: int) -> list[str]:
    """The words from one index to another."""
    return [t.text for t in tokens[first:end]]


def past(tokens: Sequence[Token], at: int, around: Surroundings) -> int:
    """Index after the known name that begins at ``at``, or after the one token."""
    end = max(around.starts.get(tokens[at].start, 0), around.states.get(tokens[at].start, 0))
    at += 1
    while at < len(tokens) and tokens[at].end <= end:
        at += 1
    return at


def begins_name(tokens: Sequence[Token], at: int, words: NameWords, around: Surroundings) -> bool:
    """Whether another name begins at ``at``: a known one, or capitals that lead to a head word of their own."""
    if tokens[at].start in around.starts:
        return True
    first = at
    while at < len(tokens) and tokens[at].shape in ("capital", "acronym"):
        if tokens[at].text.lower() in words.heads:
            plain = at == first and tokens[at].text.lower() in words.event_heads
            return not plain or texts(tokens, at + 1, at + 2) in (["of"], ["on"], ["for"])
        at += 1
    return False


def list_goes_on(tokens: Sequence[Token], comma: int, words: NameWords, around: Surroundings) -> bool:
    """Whether a comma stands inside a list of capitals that an "and" closes: "Good Neighbourliness, Friendship and …"."""
    at = comma + 1
    if at >= len(tokens) or (tokens[at].shape != "capital" and tokens[at].text != "and"):
        return False
    if tokens[at].text == "and":
        at += 1
        if at >= len(tokens) or tokens[at].shape != "capital" or tokens[at].text in words.outside:
            return False
        return not begins_name(tokens, at, words, around)
    if tokens[at].start in around.states or begins_name(tokens, at, words, around):
        return False
    for token in tokens[at : at + 24]:
        if token.text in ("and", "&"):
            return True
        if token.shape not in ("capital", "acronym") and token.text not in words.connector and token.text != ",":
            return False
    return False


def occasion(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether "at" leads to the meeting where it was done: "Statement on Ports **at the 6th Summit**"."""
    for token in tokens[at : at + 9]:
        if token.text.lower() in words.event_heads:
            return True
        if token.shape == "mark" or token.text in words.stop or (token.shape == "lower" and token.text not in CLOSE):
            return False
    return False
