"""Performative clauses and the stages of a thing's life."""

from typing import Literal, TypeAlias

import msgspec

from secretariat.model.spans import Span

Act: TypeAlias = Literal["assertion", "position", "appraisal", "call", "commitment", "decision"]
Polarity: TypeAlias = Literal["for", "against"]
Lack: TypeAlias = Literal["who", "what", "when", "measure"]
StageName: TypeAlias = Literal["proposed", "preparing", "decided", "adopted", "operating", "ended"]


class Statement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One performative clause: a holder does something with words.

    ``holders`` is ``"all"``, ``"other"`` or ISO alpha-2 codes; ``force`` is the rank on the declared scale (0 to 5);
    ``about`` are indexes into the record's mentions; ``timeframe`` is EDTF. ``lacks`` is what a commitment does not say
    of what a check of it needs: who does it, what, by when, how it is measured; empty for other acts.
    """

    start: int
    end: int
    trigger: Span
    verb: str
    act: Act
    force: int = 0
    polarity: Polarity = "for"
    holder: Span | None = None
    holders: str | tuple[str, ...] = "all"
    topics: tuple[str, ...] = ()
    subordinate: bool = False
    about: tuple[int, ...] = ()
    addressees: tuple[Span, ...] = ()
    timeframe: str | None = None
    conditions: tuple[Span, ...] = ()
    lacks: tuple[Lack, ...] = ()
    rule: str = ""


class Stage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the words at ``start:end`` tell of the life of the mention with that index."""

    mention: int
    stage: StageName
    start: int
    end: int
    text: str = ""
    rule: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the reader of the record should look at."""

    code: str
    message: str
    start: int
    end: int
    severity: Literal["note", "doubt", "fault"] = "doubt"
