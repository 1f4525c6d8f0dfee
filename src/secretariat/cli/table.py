"""``--csv``: one line a statement or a mention, offsets and all."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from secretariat.cli.only import type_of
from secretariat.model.record import Record
from secretariat.model.spans import Span

STATEMENTS = (
    "source", "title", "date", "start", "end", "trigger_start", "trigger_end", "trigger", "verb", "act", "force",
    "polarity", "holder", "holders", "subordinate", "topics", "timeframe", "addressees", "conditions", "about", "text",
)  # fmt: skip
MENTIONS = (
    "source", "title", "date", "start", "end", "type", "text", "kind", "ordinal", "dates", "place", "mode", "validity",
    "status", "office", "of", "capacity", "code", "name", "country", "scope", "states", "edtf", "key",
)  # fmt: skip
COLUMNS = {"statements": STATEMENTS, "mentions": MENTIONS}


def heading(kind: str) -> str:
    """The line of column names for ``statements`` or ``mentions``."""
    return _line(COLUMNS[kind])


def lines(record: Record, kind: str) -> Iterator[str]:
    """One CSV line for each statement or mention of a record. White space in quoted words is one space."""
    facts = record.document
    same = (facts.source.name, facts.title or "", facts.date or "")
    rows = _statements(record) if kind == "statements" else _mentions(record)
    for row in rows:
        yield _line((*same, *row))


def _statements(record: Record) -> Iterator[tuple[Any, ...]]:
    def words(span: Span | None) -> str:
        return " ".join(record.text[span[0] : span[1]].split()) if span else ""

    for s in record.statements:
        about = _joined(dict.fromkeys(" ".join(record.mentions[i].text.split()) for i in s.about))
        yield (
            s.start, s.end, *s.trigger, words(s.trigger), s.verb, s.act, s.force, s.polarity, words(s.holder),
            _joined(s.holders), str(s.subordinate).lower(), _joined(s.topics), s.timeframe or "",
            _joined(words(a) for a in s.addressees), _joined(words(c) for c in s.conditions), about,
            words((s.start, s.end)),
        )  # fmt: skip


def _mentions(record: Record) -> Iterator[tuple[Any, ...]]:
    for m in record.mentions:
        plain = msgspec.to_builtins(m)
        yield (m.start, m.end, type_of(m), " ".join(m.text.split()), *(_joined(plain.get(c)) for c in MENTIONS[7:]))


def _joined(value: Any) -> str:
    """A cell: several values are parted by "; "."""
    if value is None:
        return ""
    return str(value) if isinstance(value, str | int) else "; ".join(str(v) for v in value)


def _line(cells: Sequence[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
