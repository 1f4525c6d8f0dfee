"""Reads kept documents again with today's reader and words, and tells what each gains and loses."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from secretariat.model.mentions import MentionBase
from secretariat.model.record import Record
from secretariat.register import schema


class Change(msgspec.Struct, frozen=True):
    """What another reading of a document gains and loses, by kind of mark (``instrument``, ``statement``, ``stage`` …)."""

    document: str
    name: str
    gained: dict[str, int]
    lost: dict[str, int]

    @property
    def total(self) -> int:
        """How many marks come or go."""
        return sum(self.gained.values()) + sum(self.lost.values())


def compare(before: Record, after: Record, name: str) -> Change:
    """The difference of two readings of the same source: a mark with another place or other attributes is another mark."""
    one, other = _marks(before), _marks(after)
    gained, lost = other - one, one - other
    return Change(before.document.id, name, _by_kind(gained), _by_kind(lost))


def _by_kind(marks: "Counter[tuple[str, bytes]]") -> dict[str, int]:
    counts: Counter[str] = Counter()
    for (kind, _), number in marks.items():
        counts[kind] += number
    return dict(sorted(counts.items()))


def _marks(record: Record) -> "Counter[tuple[str, bytes]]":
    places = [(m.start, m.end) for m in record.mentions]

    def plain(mark: MentionBase | msgspec.Struct, kind: str, **more: object) -> tuple[str, bytes]:
        fields = msgspec.to_builtins(mark)
        fields.pop("rule", None)
        return kind, msgspec.json.encode({**fields, **more}, order="sorted")

    marks = [plain(m, msgspec.to_builtins(m)["type"]) for m in record.mentions]
    marks += [plain(s, "statement", about=[places[n] for n in s.about]) for s in record.statements]
    marks += [plain(s, "stage", mention=places[s.mention]) for s in record.stages]
    marks += [plain(p, "paragraph") for p in record.paragraphs]
    return Counter(marks)


def iter_stale(connection: Connection, version: str, lexicon: str) -> Iterator[tuple[str, str]]:
    """The documents (id, name) that another version or other words have read, in the order of names."""
    d = schema.documents.c
    query = select(d.id, d.name).where((d.reader_version != version) | (d.lexicon != lexicon)).order_by(d.name, d.id)
    yield from ((row.id, row.name) for row in connection.execute(query))
