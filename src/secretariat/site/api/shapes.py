"""What the answers hold. Every fact carries its document, paragraph, offsets, quote and permanent address."""

from typing import Any

import msgspec


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands: ``start`` and ``end`` are offsets in code points; ``address`` shows it among its words."""

    document: str
    name: str
    start: int
    end: int
    quote: str
    address: str
    paragraph: str | None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document. ``id`` is made of the checksum of its source; ``date`` is EDTF; ``speakers`` are ISO codes of states."""

    id: str
    name: str
    title: str | None
    kind: str | None
    organisation: str | None
    issued_by: str | None
    symbol: str | None
    date: str | None
    place: str | None
    speakers: list[str]
    statements: int | None
    address: str


class WholeDocument(Document, frozen=True, kw_only=True):
    """A document with how it was read, and its other forms."""

    media_type: str
    bytes: int
    mode: str | None
    language: str | None
    names: list[str]
    reader_version: str
    lexicon: str
    original: str
    legal_xml: str


class Paragraph(Placed, frozen=True, kw_only=True):
    """A paragraph: the quote is its exact text."""

    n: int
    kind: str
    number: str | None
    within: str | None


class Statement(Placed, frozen=True, kw_only=True):
    """A statement. ``holders`` is ``["all"]`` (the document's speakers), ``["other"]``, or states; ``force`` is 0 to 5."""

    date: str | None
    organisation: str | None
    number: str | None
    mark: str
    verb: str
    act: str
    force: int
    polarity: str
    holder: str | None
    holders: list[str]
    topics: list[str]
    timeframe: str | None
    lacks: list[str]
    conditions: list[str]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that documents name: an instrument, event, body, person, state or group."""

    id: str
    type: str
    kind: str | None
    name: str
    organisation: str | None
    first_date: str | None
    last_date: str | None
    mentions: int
    documents: int
    current_stage: str | None
    validity: str | None
    address: str


class Stage(Placed, frozen=True, kw_only=True):
    """A step in the life of a thing; ``basis`` says what it was read from."""

    entity: str
    entity_name: str
    stage: str
    date: str | None
    basis: str
    contradicts: str | None


class Relation(Placed, frozen=True, kw_only=True):
    """What two things have to do with each other."""

    subject: str
    relation: str
    object: str


class Mention(Placed, frozen=True, kw_only=True):
    """A place where a thing is named; ``certainty`` is in hundredths."""

    words: str
    certainty: int


class WholeEntity(Entity, frozen=True, kw_only=True):
    """A thing with all that is known of it; of places where it is named and statements about it only the latest."""

    names: list[str]
    former_ids: list[str]
    facts: dict[str, Any]
    stages: list[Stage]
    relations: list[Relation]
    places: list[Mention]


class Hit(Placed, frozen=True, kw_only=True):
    """A paragraph that holds what was looked for; ``hits`` are places within the quote."""

    date: str | None
    organisation: str | None
    number: str | None
    score: float
    hits: list[list[int]]


class Due(Placed, frozen=True, kw_only=True):
    """Something that falls due; ``by`` is the last day that the date may mean."""

    by: str
    what: str
    edtf: str
    entity: str | None
    entity_name: str | None


class Agreed(Placed, frozen=True, kw_only=True):
    """A passage near to a wording; ``verbatim`` is the share of the wording that stands there word for word."""

    score: float
    verbatim: float
    date: str | None
    organisation: str | None
    states: list[str]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a change between two texts means."""

    kind: str
    was: str | None
    now: str | None
    force: list[int] | None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraphs of two documents that answer each other: none on one side for what is new or dropped."""

    kind: str
    moved: bool
    similarity: float
    a: list[Placed]
    b: list[Placed]
    changes: list[Change]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two documents compared: counts of pairs and changes, and the pairs that are not the same."""

    a: Document
    b: Document
    pairs: dict[str, int]
    changes: dict[str, int]
    states_joined: list[str]
    states_left: list[str]
    rows: list[Pair]


class News(Placed, frozen=True, kw_only=True):
    """One point of a briefing: ``section`` says of what kind, ``what`` what is to be told."""

    section: str
    what: str


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """What is new in a document against an earlier one, and what cannot be told."""

    document: Document
    since: Document | None
    rows: list[News]
    unknown: list[str]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a list: ``total`` rows in all; ``next`` is the address of the following part, none at the end."""

    total: int
    next: str | None
    cursor: str | None


class Documents(Part, frozen=True, kw_only=True):
    """Documents, the latest first."""

    rows: list[Document]


class Paragraphs(Part, frozen=True, kw_only=True):
    """Paragraphs of a document, in order."""

    rows: list[Paragraph]


class Statements(Part, frozen=True, kw_only=True):
    """Statements, those of the latest document first."""

    rows: list[Statement]


class Entities(Part, frozen=True, kw_only=True):
    """Things, the most often named first."""

    rows: list[Entity]


class Stages(Part, frozen=True, kw_only=True):
    """Steps of lives, the latest first."""

    rows: list[Stage]


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraphs, the best first."""

    rows: list[Hit]


class Dues(msgspec.Struct, frozen=True, kw_only=True):
    """What falls due from ``first`` to ``last``, the earliest first."""

    first: str
    last: str
    rows: list[Due]


class Passages(msgspec.Struct, frozen=True, kw_only=True):
    """Passages near to a wording, the nearest first."""

    rows: list[Agreed]


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """What the register holds, and where to ask on."""

    version: str
    totals: dict[str, int]
    links: dict[str, str]


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong (RFC 9457): ``detail`` says what, ``remedy`` what to do."""

    type: str
    title: str
    status: int
    detail: str = ""
    remedy: str = ""
    instance: str = ""
