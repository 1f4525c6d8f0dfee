"""What a comparison gives: pairs of paragraphs, the words that changed between them, and what each change means."""

from typing import Literal, TypeAlias

import msgspec

from secretariat.model.spans import Span

PairKind: TypeAlias = Literal["same", "edited", "moved", "split", "merged", "new", "dropped"]
WordKind: TypeAlias = Literal["same", "deleted", "inserted"]
ChangeKind: TypeAlias = Literal[
    "stronger",
    "weaker",
    "verb",
    "polarity",
    "holder-joined",
    "holder-left",
    "state-joined",
    "state-left",
    "date",
    "number",
    "condition-came",
    "condition-went",
    "instrument-succeeded",
]


class Words(msgspec.Struct, frozen=True):
    """A run of words in a redline: ``a`` is its place in the first text, ``b`` in the second.

    ``same`` has both, ``deleted`` only ``a``, ``inserted`` only ``b``. The runs of a pair, in order, cover every word and
    sign of its paragraphs; white space between them belongs to none.
    """

    kind: WordKind
    a: Span | None = None
    b: Span | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a change means. ``was`` and ``now`` are the words, at ``a`` of the first text and ``b`` of the second.

    ``stronger`` and ``weaker``: the verb went up or down the scale of force. ``verb``: another verb of the same force.
    ``polarity``: for became against, or the other way. ``holder-joined``, ``holder-left``: who makes the statement
    (``now`` or ``was`` holds a state's code, or the words of who is named). ``state-joined``, ``state-left``: a state
    named among the words that changed. ``condition-came``, ``condition-went``: "subject to …", "interested states".
    ``instrument-succeeded``: a text gave way to the one that follows it.
    """

    kind: ChangeKind
    was: str | None = None
    now: str | None = None
    a: Span | None = None
    b: Span | None = None
    force: tuple[int, int] | None = None
    """For verbs: the force before and after, 0 to 5."""


class SentencePair(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences of a pair that answer each other; several on a side where one was split or two were merged."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    kind: PairKind
    similarity: float


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraphs of two documents that answer each other: places in the first text and in the second.

    ``kind`` ``new`` has no ``a``, ``dropped`` no ``b``; ``split`` has one paragraph in ``a`` and several in ``b``, ``merged`` the
    other way about. A paragraph that a page break parted has one place a half. ``moved`` also says of split and merged ones that
    they stand elsewhere. ``similarity`` is the share of words kept, 0 to 1.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    kind: PairKind
    similarity: float
    moved: bool = False
    changes: tuple[Change, ...] = ()
    words: tuple[Words, ...] = ()
    """The redline; empty where nothing changed, and for what is new or dropped as a whole."""
    sentences: tuple[SentencePair, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Which document stands on a side."""

    id: str
    name: str
    title: str | None = None
    date: str | None = None
    organisation: str | None = None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts: pairs by kind, changes by kind, words kept, deleted and inserted."""

    pairs: dict[str, int]
    changes: dict[str, int]
    words_same: int
    words_deleted: int
    words_inserted: int
    states_joined: tuple[str, ...]
    states_left: tuple[str, ...]
    """States that speak in the second document and not in the first, and the other way about; ISO codes."""
    left_out: tuple[int, int]
    """Paragraphs of page furniture on each side; they are not compared."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two documents compared. Pairs stand in the order of the second text, footnotes last; what was dropped stands where it was."""

    a: Side
    b: Side
    pairs: tuple[Pair, ...]
    summary: Summary

    def to_json(self) -> bytes:
        """The comparison as JSON, UTF-8."""
        return msgspec.json.encode(self)
