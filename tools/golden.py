"""A record in a form that shows differences well: one line of JSON a mark, with its words instead of offsets."""

import json
from collections.abc import Iterator

import msgspec

from secretariat.model.record import Record

DROPPED = {"start", "end", "text", "rule", "type", "trigger", "holder", "about", "mention", "addressees", "conditions"}
"""What changes with every edit of a text, or is said in words instead."""


def compact(record: Record) -> list[list[object]]:
    """Lines of [kind, words, attributes that have a value], in the order of the record."""
    facts = {k: v for k, v in msgspec.to_builtins(record.document).items() if v and k not in ("id", "source", "header")}
    return [["document", record.document.title or "", facts], *_marks(record)]


def _marks(record: Record) -> Iterator[list[object]]:
    def words(start: int, end: int) -> str:
        return " ".join(record.text[start:end].split())

    for p in record.paragraphs:
        yield ["paragraph", words(p.start, p.end)[:60], {"kind": p.kind, "number": p.number}]
    for m in record.mentions:
        yield [str(m.__struct_config__.tag), words(m.start, m.end), _attributes(m)]
    for s in record.statements:
        holder = words(*s.holder) if s.holder else None
        yield [
            "statement",
            words(*s.trigger),
            {"holder": holder, "words": words(s.start, s.end)[:80], **_attributes(s)},
        ]
    for stage in record.stages:
        yield [
            "stage",
            record.mentions[stage.mention].text,
            {"stage": stage.stage, "cue": words(stage.start, stage.end)},
        ]
    for f in record.findings:
        yield ["finding", words(f.start, f.end), {"code": f.code, "severity": f.severity}]


def _attributes(mark: msgspec.Struct) -> dict[str, object]:
    plain = msgspec.to_builtins(mark)
    return {k: v for k, v in plain.items() if k not in DROPPED and v not in (None, [], (), "", False)}


def written(record: Record) -> str:
    """The compact form as a JSON file with one mark a line."""
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in compact(record))
    return f"[\n{lines}\n]\n"
