"""Lays one record out as rows of tables: a pure function of the record and of what people decided about its marks."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import msgspec

from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Record
from secretariat.model.statements import Statement
from secretariat.register.shingles import key_of
from secretariat.register.words import words_of

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by the name of their table."""


class Corrections(msgspec.Struct, frozen=True):
    """What people decided about the marks of one document, by the marks' numbers in its record."""

    wrong_mentions: frozenset[int] = frozenset()
    wrong_statements: frozenset[int] = frozenset()
    acts: Mapping[int, str] = {}
    holders: Mapping[int, tuple[str, ...] | str] = {}
    stages: Mapping[int, str | None] = {}
    """Mention → its stage, null for none."""
    digest: str = ""


NONE = Corrections()


def document_row(record: Record, name: str) -> Row:
    """The row of ``documents``, without the packed record."""
    facts = record.document
    fields = ("id", "title", "kind", "organisation", "issued_by", "symbol", "date", "place", "mode", "language")
    return {
        **{field: getattr(facts, field) for field in fields},
        "name": name,
        "media_type": facts.source.media_type,
        "bytes": facts.source.bytes,
        "speakers": " ".join(facts.speakers),
        "reader_version": record.reader.version,
        "lexicon": record.reader.lexicon,
    }


def lay_out(record: Record, corrections: Corrections = NONE) -> Rows:
    """Every row that a record makes, by table."""
    starts = [p.start for p in record.paragraphs]

    def paragraph_at(place: int) -> int:
        return max(0, bisect_right(starts, place) - 1)

    document = record.document.id
    rows: Rows = {"paragraphs": [], "paragraph_words": [], "mentions": [], "stages": [], "findings": []}
    for n, p in enumerate(record.paragraphs):
        text = record.text[p.start : p.end]
        key = key_of(document, n)
        rows["paragraphs"].append({"document": document, "n": n, **_paragraph(p), "text": text, "key": key})
        if p.kind != "furniture" and (words := words_of(text)):
            rows["paragraph_words"].append({"document": document, "n": n, "words": words})
    for n, m in enumerate(record.mentions):
        if n not in corrections.wrong_mentions:
            row = {"document": document, "n": n, "start": m.start, "end": m.end, "paragraph": paragraph_at(m.start)}
            plain = msgspec.to_builtins(m)
            row |= {"type": plain["type"], "text": record.text[m.start : m.end]}
            rows["mentions"].append({**row, "attributes": msgspec.json.encode(plain, order="sorted").decode()})
    rows["document_speakers"] = [{"document": document, "state": s} for s in dict.fromkeys(record.document.speakers)]
    rows |= _statements(record, corrections, paragraph_at)
    rows["stages"] = [
        {"document": document, "n": n, **stage, "paragraph": paragraph_at(stage["start"])}
        for n, stage in enumerate(_stages(record, corrections))
    ]
    for n, f in enumerate(record.findings):
        rows["findings"].append({"document": document, "n": n, **msgspec.to_builtins(f)})
    return rows


def _paragraph(p: Paragraph) -> Row:
    return {"id": p.id, "kind": p.kind, "number": p.number, "within": p.within, "start": p.start, "end": p.end}


def _statements(record: Record, corrections: Corrections, paragraph_at: Any) -> Rows:
    document = record.document.id
    rows: Rows = {name: [] for name in ("statements", "statement_topics", "statement_states", "statement_about")}
    for n, s in enumerate(record.statements):
        if n in corrections.wrong_statements:
            continue
        holders = corrections.holders.get(n, s.holders)
        rows["statements"].append(
            {
                "document": document,
                "n": n,
                "paragraph": paragraph_at(s.trigger[0]),
                "date": record.document.date,
                "organisation": record.document.organisation,
                "act": corrections.acts.get(n, s.act),
                "holders": holders if isinstance(holders, str) else " ".join(holders),
                **_statement(record.text, s),
            }
        )
        keys = {"document": document, "statement": n}
        rows["statement_topics"] += [{**keys, "topic": topic} for topic in dict.fromkeys(s.topics)]
        states = () if isinstance(holders, str) else holders
        rows["statement_states"] += [{**keys, "state": state} for state in dict.fromkeys(states)]
        about = (m for m in dict.fromkeys(s.about) if m not in corrections.wrong_mentions)
        rows["statement_about"] += [{**keys, "mention": m} for m in about]
    return rows


def _statement(text: str, s: Statement) -> Row:
    return {
        "start": s.start,
        "end": s.end,
        "trigger_start": s.trigger[0],
        "trigger_end": s.trigger[1],
        "verb": s.verb,
        "force": s.force,
        "polarity": s.polarity,
        "holder": text[s.holder[0] : s.holder[1]] if s.holder else None,
        "topics": " ".join(s.topics),
        "timeframe": s.timeframe,
        "lacks": " ".join(s.lacks),
        "conditions": msgspec.json.encode([text[a:b] for a, b in s.conditions]).decode(),
        "subordinate": int(s.subordinate),
        "text": text[s.start : s.end],
    }


def _stages(record: Record, corrections: Corrections) -> list[Row]:
    """The stages as corrected: a person's stage takes the place of those read, and stands at the mention itself."""
    rows: list[Row] = []
    for s in record.stages:
        if s.mention not in corrections.stages and s.mention not in corrections.wrong_mentions:
            row: Row = {"mention": s.mention, "stage": s.stage, "start": s.start, "end": s.end}
            rows.append({**row, "text": record.text[s.start : s.end]})
    for mention, stage in corrections.stages.items():
        if stage is not None:
            m = record.mentions[mention]
            row = {"mention": mention, "stage": stage, "start": m.start, "end": m.end}
            rows.append({**row, "text": record.text[m.start : m.end]})
    return sorted(rows, key=lambda r: (r["mention"], r["start"], r["stage"]))
