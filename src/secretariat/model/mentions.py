"""Spans that name something, one type a kind; the attributes are those of the marking guidelines."""

from typing import TypeAlias

import msgspec


class MentionBase(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", gc=False):
    """What every mention has: its place, its words, and the rule or lexicon entry that made it."""

    start: int
    end: int
    text: str = ""
    rule: str = ""


class Date(MentionBase, frozen=True, kw_only=True, tag="date"):
    """An expression of a date, a range or a list of dates, as EDTF strings."""

    edtf: tuple[str, ...] = ()


class Event(MentionBase, frozen=True, kw_only=True, tag="event"):
    """One occurrence or edition of a meeting, conference, exercise, observance and the like."""

    kind: str = "meeting"
    ordinal: int | None = None
    dates: tuple[str, ...] = ()
    place: str | None = None
    mode: str | None = None
    status: str = "held"


class Instrument(MentionBase, frozen=True, kw_only=True, tag="instrument"):
    """A formal text, binding or not, adopted or proposed."""

    kind: str = "document"
    dates: tuple[str, ...] = ()
    place: str | None = None
    validity: str | None = None
    status: str = "existing"


class Body(MentionBase, frozen=True, kw_only=True, tag="body"):
    """An organ, organisation, institution or standing mechanism."""

    status: str = "existing"
    key: str | None = None
    """Id of the known body, where the lexicon or a profile knows it."""


class Person(MentionBase, frozen=True, kw_only=True, tag="person"):
    """A named person, with office, state (ISO 3166-1 alpha-2) or body, and capacity."""

    office: str | None = None
    of: str | None = None
    capacity: str | None = None


class State(MentionBase, frozen=True, kw_only=True, tag="state"):
    """A state by one of its names: ISO 3166-1 alpha-2 (ISO 3166-3 alpha-4 for a former one)."""

    code: str


class Place(MentionBase, frozen=True, kw_only=True, tag="place"):
    """A city, region or landmark: ``name`` is today's name, ``country`` the ISO code of where it lies."""

    name: str
    country: str | None = None
    key: str | None = None


class Group(MentionBase, frozen=True, kw_only=True, tag="group"):
    """A group of states or of their delegates: "the Member States", "the two sides".

    ``states`` are who they are, where the text or a profile says so; ``scope`` is ``all`` where every state that takes
    part is meant, ``some`` for a part of them, ``other`` for states outside the document's speakers.
    """

    scope: str = "all"
    states: tuple[str, ...] = ()


Mention: TypeAlias = Date | Event | Instrument | Body | Person | State | Place | Group
