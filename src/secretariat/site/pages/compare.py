"""Two documents compared: the redline, what moved, what became stronger or weaker; and the same as a Word file."""

import io
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any

from secretariat.comparing.compare import compare as compared
from secretariat.comparing.values import Comparison
from secretariat.model.errors import RegisterError
from secretariat.model.record import Record
from secretariat.publishing.addresses import digits
from secretariat.publishing.redline.page import redline_body
from secretariat.publishing.redline.word import write_redline
from secretariat.site.drafts import read_draft
from secretariat.site.frame import File, Page
from secretariat.site.queries import Query
from secretariat.site.room import Room

_KEPT = 8
"""Comparisons that are kept for the next visitor."""
Row = dict[str, Any]


def compare(room: Room, query: Query, text: str = "") -> Page:
    """The choice of two documents, or of one and a pasted text; with both, what changed from the one to the other."""
    rows = room.ask.documents().rows
    groups = [
        (room.organisation(key) or "no organisation", list(g))
        for key, g in groupby(sorted(rows, key=lambda r: r["organisation"] or "~"), key=lambda r: r["organisation"])
    ]
    chosen = {side: room.ask.document(query[side]) if query[side] else "" for side in ("a", "b")}
    values: Row = {"groups": groups, **chosen, "body": "", "digits": digits, "names": (), "text": text}
    if chosen["a"] and (chosen["b"] or text.strip()):
        comparison, one, other = _sides(room, chosen["a"], chosen["b"], text)
        names = (room.title(chosen["a"]), "the pasted text" if text.strip() else room.title(chosen["b"]))
        values |= {"body": redline_body(comparison, one, other), "names": names}
    return Page(template="compare.html", title="Compare", values=values)


def word(room: Room, query: Query, text: str = "") -> File:
    """The comparison as a Word file with tracked changes."""
    a = room.ask.document(query["a"])
    b = "" if text.strip() else room.ask.document(query["b"])
    comparison, one, other = _sides(room, a, b, text)
    out = io.BytesIO()
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    write_redline(comparison, one, other, out, author="Secretariat", when=when)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return File(
        content=out.getvalue(), media_type=kind, name=f"redline-{digits(a)[:8]}-{digits(b)[:8] or 'draft'}.docx"
    )


def _sides(room: Room, a: str, b: str, text: str) -> tuple[Comparison, Record, Record]:
    """The comparison of a document with another, or with a pasted text where there is one."""
    if not text.strip():
        return compared_documents(room, a, b)
    one = room.register.record(a)
    if one is None:
        raise RegisterError("compare", "the document is not there any more", "choose again")
    other = read_draft(room, text)
    return compared(one, other), one, other


def compared_documents(room: Room, a: str, b: str) -> tuple[Comparison, Record, Record]:
    """The comparison of two documents (by id) with their records; the last few are kept. Raises ``RegisterError``."""
    if a == b:
        raise RegisterError("compare", "both are the same document", "choose two that differ")
    one, other = room.register.record(a), room.register.record(b)
    if one is None or other is None:
        raise RegisterError("compare", "one of the documents is not there any more", "choose again")
    return _compared(_Kept(one), _Kept(other)), one, other


class _Kept:
    """A record that is the same as another of the same document and reading."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.key = (record.document.id, record.reader)

    def __hash__(self) -> int:
        return hash(self.key[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.key == other.key


@lru_cache(_KEPT)
def _compared(one: _Kept, other: _Kept) -> Comparison:
    return compared(one.record, other.record)
