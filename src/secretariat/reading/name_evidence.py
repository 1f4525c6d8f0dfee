"""Whether what grew around a head word is a name.

"the Charter" alone is none; "UN Charter", "Charter of the United Nations" and "resolution 59/48" are. A head in lower
case needs a number ("resolution 2231"), capitals before it ("USAID water programme"), or a complement that tells which
one ("agreements **on** the development of remote areas", "the secretariat **of the** Union").
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from secretariat.reading.name_grammar import Surroundings, grow_right
from secretariat.reading.name_words import NameWords
from secretariat.reading.tokens import Token

HeadType: TypeAlias = Literal["body", "instrument", "event", "initiative"]
Verdict: TypeAlias = tuple[int, int, str] | None

LOWER_WITH_COMPLEMENT = frozenset(["agreement", "convention", "treaty", "protocol", "memorandum", "roadmap"])
"""Kinds of instrument that, in lower case, name one by their complement alone."""

CREATABLE = LOWER_WITH_COMPLEMENT | {"concept", "document", "plan", "programme", "strategy", "declaration", "statement", "code", "agenda"}
"""Kinds that, in lower case, name a text still to be made: "draft **a document on** the protection of investment"."""

TELLING = frozenset(["on", "against", "between", "to", "for", "concerning", "regarding"])


class Head(msgspec.Struct, frozen=True):
    """A head word at ``start:end`` with its kind; ``strong`` as its lexicon entry says."""

    type: HeadType
    start: int
    end: int
    text: str
    kind: str
    strong: bool
    id: str


def accepts(
    tokens: Sequence[Token], first: int, last: int, left: int, right: int, head: Head, words: NameWords, around: Surroundings
) -> Verdict:
    """First token, token after the last, and rule of the name; None where it is no name."""
    if head.type == "instrument":
        return _numbered(tokens, last, left, head, around) or _instrument(tokens, first, last, left, right, head, words, around)
    if head.type == "body":
        return _body(tokens, first, last, left, right, head, words, around)
    return _event(tokens, first, last, left, right, head, words, around)


def _numbered(tokens: Sequence[Token], last: int, left: int, head: Head, around: Surroundings) -> Verdict:
    """"resolution 59/48", "Security Council Resolution 2231", "decision 1/CP.16", "resolution 194 (III)", "Agenda 2063"."""
    at = last + 1
    if at >= len(tokens) or head.kind not in ("resolution", "decision", "agenda", "protocol"):
        return None
    if tokens[at].text == "No" and at + 2 < len(tokens):
        at += 2 if tokens[at + 1].text == "." else 1
    token = tokens[at] if at < len(tokens) else None
    if token is None or not any(c.isdigit() for c in token.text) or token.shape in ("lower", "mark"):
        return None
    if head.kind == "protocol" and len(token.text) > 2:
        return None
    end = at + 1
    if end + 1 < len(tokens) and tokens[end].text == "of" and head.kind == "resolution":
        owner = end + 2 if tokens[end + 1].text == "the" else end + 1
        if owner < len(tokens) and tokens[owner].start in around.starts:
            last_place = around.starts[tokens[owner].start]
            return left, next((i for i in range(owner, len(tokens)) if tokens[i].end >= last_place), owner) + 1, f"{head.id}:number"
    roman = end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")"
    if roman and set(tokens[end + 1].text) <= set("IVXLC-"):
        end += 3
    return left, end, f"{head.id}:number"


def _instrument(
    tokens: Sequence[Token], first: int, last: int, left: int, right: int, head: Head, words: NameWords, around: Surroundings
) -> Verdict:
    grown_left, grown_right = first - left, right - last - 1
    if head.text[0].isupper():
        if tokens[left].start in around.states and left == first - 1 and not grown_right:
            return None
        named = grown_left or grown_right if head.strong else grown_right or grown_left >= 2
        if not head.strong and not grown_left and head.text.endswith("s") and (not first or tokens[first - 1].shape == "mark"):
            return None
        return (left, right, f"{head.id}:capital") if named else None
    capitals = [t for t in tokens[left:first] if t.shape in ("capital", "acronym")]
    if head.strong and capitals and (len(capitals) >= 2 or tokens[left].start in around.starts):
        if head.text.endswith("s") or (head.kind == "resolution" and not grown_right):
            return None
        told = grown_right and tokens[last + 1].text in TELLING
        return left, right if told else last + 1, f"{head.id}:premodified"
    opener = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if grown_right and head.kind in LOWER_WITH_COMPLEMENT and opener in TELLING and not _verbal(tokens, last, head):
        return _adjectives(tokens, first, words), right, f"{head.id}:complement"
    if head.kind in CREATABLE and grown_right and opener in TELLING and opener != "to" and created(tokens, first, words):
        return _adjectives(tokens, first, words), right, f"{head.id}:created"
    if head.kind == "report" and grown_right and (opener == "of" or _asked(tokens, first)):
        return _adjectives(tokens, first, words), right, f"{head.id}:report"
    return None


def _verbal(tokens: Sequence[Token], last: int, head: Head) -> bool:
    """"agreement to work", "in agreement with": no text is meant."""
    return tokens[last + 1].text == "to" and head.kind != "protocol" and not head.text.endswith("s")


def _asked(tokens: Sequence[Token], first: int) -> bool:
    """Whether somebody is asked for the text: "to submit … a report on"."""
    near = [t.text for t in tokens[max(0, first - 22) : first]]
    return "submit" in near or "present" in near or "prepare" in near


def _adjectives(tokens: Sequence[Token], first: int, words: NameWords) -> int:
    """Index of the first of the adjectives before a head in lower case: "**overarching international** convention"."""
    at = first
    while at > 0 and (tokens[at - 1].text in words.adjective or tokens[at - 1].shape == "acronym"):
        at -= 1
    return at


def _modifiers(tokens: Sequence[Token], first: int, words: NameWords) -> int:
    """Index of the first word after the article before a head: "a **joint salvage training** centre"."""
    at = first
    while at > 0 and first - at < 6 and tokens[at - 1].shape in ("lower", "acronym", "capital"):
        text = tokens[at - 1].text
        if text in words.stop or text in words.connector or text in words.complement or text.lower() in CREATING:
            break
        at -= 1
    return at


CREATING = frozenset(
    "establish establishing establishment create creating creation launch launching set setting institute instituting found "
    "founding form forming formation conclude concluding conclusion adopt adopting adoption draft drafting draw drawing "
    "elaborate elaborating elaboration develop developing development prepare preparing preparation negotiate negotiating "
    "negotiation negotiations work working formulate formulating formulation finalise finalize finalising finalizing".split()
)
"""The words that make a thing that is still to be; their forms are few and closed, like those of a grammar."""


def created(tokens: Sequence[Token], first: int, words: NameWords) -> bool:
    """Whether a word of creation governs the head: "**establish** a private-sector business platform"."""
    at = first - 1
    while at >= 0 and first - at < 8:
        text = tokens[at].text
        if text.lower() in CREATING:
            return True
        if text in words.stop or tokens[at].shape in ("mark", "capital") or text in ("and", "with", "for", "in"):
            return False
        at -= 1
    return False


def _body(
    tokens: Sequence[Token], first: int, last: int, left: int, right: int, head: Head, words: NameWords, around: Surroundings
) -> Verdict:
    grown_left, grown_right = first - left, right - last - 1
    if head.text[0].isupper():
        if not grown_right and _modifies(tokens, last, words):
            return None
        if not grown_right and left and tokens[left - 1].text in ("a", "an") and not created(tokens, left, words):
            return None
        before = [t for t in tokens[left:first] if t.shape in ("capital", "acronym")]
        plain_state = len(before) == 1 and before[0].start in around.states and not grown_right
        if plain_state and not head.strong:
            return None
        bracketed = grown_right and tokens[right - 1].text == ")"
        marked = any(t.shape == "acronym" or t.start in around.starts for t in before)
        named = bool(before) or grown_right if head.strong else bracketed or grown_right or len(before) >= 2 or marked
        return (left, right, f"{head.id}:capital") if named else None
    if head.id == "secretariat" and _owner(tokens, last, around):
        return first, right, f"{head.id}:owner"
    named = any(t.shape == "capital" for t in tokens[last + 1 : right])
    least = 3 if head.id == "mechanism" else 1
    if (head.id == "group" or (head.id == "mechanism" and named)) and grown_right > least and not head.text.endswith("s") and tokens[last + 1].text in ("for", "of", "on"):
        return first, right, f"{head.id}:complement"
    if created(tokens, first, words) and first - left == 0:
        start = _modifiers(tokens, first, words)
        telling = grown_right and tokens[last + 1].text in TELLING and head.strong
        counted = first - start >= (1 if head.strong else 2) and head.id not in ("mechanism", "initiative-body")
        if not head.text.endswith("s") and (telling or counted):
            return start, right, f"{head.id}:created"
    return None


def _modifies(tokens: Sequence[Token], last: int, words: NameWords) -> bool:
    """Whether the head only modifies the plural that follows: "Central Bank **Governors**"."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return (
        after is not None
        and after.shape == "capital"
        and after.text.endswith("s")
        and after.text.lower() not in words.heads
        and after.text[:-1].lower() not in words.heads
    )


def _owner(tokens: Sequence[Token], last: int, around: Surroundings) -> bool:
    """Whether "of (the) X" with a known body follows."""
    at = last + 1
    if at >= len(tokens) or tokens[at].text != "of":
        return False
    at += 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" else 1
    return at < len(tokens) and tokens[at].start in around.starts


def _event(
    tokens: Sequence[Token], first: int, last: int, left: int, right: int, head: Head, words: NameWords, around: Surroundings
) -> Verdict:
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in words.event_heads:
        return None
    left = first if head.text[0].islower() else left
    start, premodified = premodifiers(tokens, left, words, around)
    counted = start < first and is_ordinal(tokens[start].text, words)
    complemented = right > last + 1
    if head.id == "observance":
        return (left, right, "observance") if right > last + 1 and head.text[0].isupper() else None
    if head.text[0].isupper():
        named = (left < first or complemented) if head.strong else complemented and left < first or counted
        return (start if counted else left, right, f"{head.id}:capital") if named or counted else None
    if counted:
        return start, right, f"{head.id}:ordinal"
    if premodified and head.strong:
        return start, right, f"{head.id}:premodified"
    if premodified and head.kind == "other" and first - start >= 2:
        return start, last + 1, f"{head.id}:premodified"
    if complemented and head.kind in ("meeting", "summit", "conference", "forum") and _of_named(tokens, last, around, words):
        opened = first if head.strong else _adjectives(tokens, first, words)
        return opened, _with_participants(tokens, right, words), f"{head.id}:of"
    return None


def _with_participants(tokens: Sequence[Token], right: int, words: NameWords) -> int:
    """The end of who meets, where the last words are in lower case: "meeting of the Union **national coordinators**"."""
    end = right
    while end < len(tokens) and end - right < 4 and tokens[end].shape == "lower":
        text = tokens[end].text
        if text in words.stop or text in words.connector or text in words.complement:
            break
        end += 1
    return end if end > right and tokens[end - 1].text.endswith("s") else right


def _of_named(tokens: Sequence[Token], last: int, around: Surroundings, words: NameWords) -> bool:
    """Whether the complement names who meets: "meeting **of the Council of Ministers**", "of the relevant Commission"."""
    if tokens[last + 1].text not in ("of", "between"):
        return False
    near = tokens[last + 2 : last + 7]
    named = [t for t in near if t.shape in ("capital", "acronym")]
    return bool(named) and (near[0].text == "the" or named[0] is near[0] or near[0].shape == "lower")


def is_ordinal(word: str, words: NameWords) -> bool:
    """Whether a word counts editions: "20th", "Seventy-ninth", "first-ever"."""
    text = word.lower()
    return text in words.ordinals or (text[:1].isdigit() and text[-2:] in ("th", "st", "nd", "rd"))


def premodifiers(tokens: Sequence[Token], left: int, words: NameWords, around: Surroundings) -> tuple[int, bool]:
    """Where the words before an event's head begin, and whether a name is among them.

    "**Trumpet of Peace military brass band** festivals", "**first C5+1 ministerial** meeting".
    """
    at = left
    named = False
    while at > 0 and left - at < 12:
        token = tokens[at - 1]
        text = token.text
        if is_ordinal(text, words):
            at -= 1
            break
        if token.shape in ("capital", "acronym"):
            if text in words.outside or token.start in around.states:
                break
            named = True
        elif token.shape == "lower":
            beyond = tokens[at - 2] if at > 1 else None
            joins = beyond is not None and (
                (text in ("of", "and", "for") and named and beyond.shape == "capital")
                or (text == "and" and not named and beyond.shape == "lower" and beyond.text not in words.stop)
            )
            if not joins and (text in words.stop or text in words.connector or text in words.complement or named):
                break
        else:
            break
        at -= 1
    if named:
        while at < left and tokens[at].shape == "lower" and not is_ordinal(tokens[at].text, words):
            at += 1
    return at, named


__all__ = ["Head", "accepts", "created", "grow_right", "is_ordinal", "premodifiers"]
