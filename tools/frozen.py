"""A frozen run: what was read from many documents, kept small and without their words, to compare later readings with.

A gzipped file of JSON lines. The first line holds the reader, its words and a table of attribute lines; each further
line is one document: its name, the SHA-256 of its bytes, a digest of the whole reading, and for each kind of mark the
places and the number of the attribute line. What a document says in its own words (titles, offices) is kept as a
short digest only.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from secretariat.model.errors import SecretariatError
from secretariat.model.record import Record
from secretariat.reading.order import Options, read_document
from secretariat.sources import Limits, read_source

FORMAT = 1
KINDS = (
    *("document", "paragraph", "date", "event", "instrument", "body", "person"),
    *("state", "place", "group", "statement", "stage", "finding"),
)
"""Kinds of mark, in the order of every table."""
WORDS_OF_TEXT = {"office", "of", "title", "issued_by", "publisher", "notes", "symbol", "place"}
"""Attributes whose value may be words of the document: kept as a digest."""
PLACES = {"start", "end", "text", "rule", "type", "trigger", "holder", "about", "mention", "addressees", "message"}
"""Fields that are places, or that say nothing of what was read."""


class Mark(NamedTuple):
    """One mark: its place, its attributes as a line ("act=call; polarity=for"), and further places relative to it."""

    start: int
    end: int
    attributes: str
    further: tuple[int, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """What was read from one document; ``digest`` is of the whole record, its rules and its reader left out."""

    name: str
    sha256: str
    characters: int
    digest: str
    marks: dict[str, list[Mark]] = {}
    fault: str = ""


class Run(msgspec.Struct, frozen=True):
    """The readings of many documents by one reader, by name."""

    version: str
    words: str
    readings: dict[str, Reading]


def reading_of(name: str, source_sha256: str, record: Record) -> Reading:
    """The record as places and attributes."""
    marks: dict[str, list[Mark]] = {kind: [] for kind in KINDS}
    facts = msgspec.to_builtins(record.document)
    header = facts.pop("header")
    for dropped in ("id", "source"):
        facts.pop(dropped)
    for field, value in facts.items():
        if value:
            start, end = header.get(field, (0, 0))
            marks["document"].append(Mark(start, end, _line({field: value})))
    for paragraph in record.paragraphs:
        kept = {"kind": paragraph.kind, "number": paragraph.number}
        marks["paragraph"].append(Mark(paragraph.start, paragraph.end, _line(kept)))
    for mention in record.mentions:
        marks[str(mention.__struct_config__.tag)].append(Mark(mention.start, mention.end, _attributes(mention)))
    for s in record.statements:
        start, end = s.trigger
        holder = (s.holder[0] - start, s.holder[1] - start) if s.holder else ()
        marks["statement"].append(Mark(start, end, _attributes(s), (s.start - start, s.end - start, *holder)))
    for stage in record.stages:
        of = record.mentions[stage.mention]
        further = (stage.start - of.start, stage.end - of.start)
        marks["stage"].append(Mark(of.start, of.end, _attributes(stage), further))
    for finding in record.findings:
        marks["finding"].append(Mark(finding.start, finding.end, _attributes(finding)))
    return Reading(name, source_sha256, len(record.text), _digest(record), {k: sorted(m) for k, m in marks.items()})


def _attributes(mark: msgspec.Struct) -> str:
    return _line({k: v for k, v in msgspec.to_builtins(mark).items() if k not in PLACES})


def _line(values: dict[str, Any]) -> str:
    """Attributes that have a value as "name=value; name=value"; the conditions of a statement are only counted."""
    parts = []
    for name, value in values.items():
        if not value:
            continue
        if name == "conditions":
            value = len(value)
        if isinstance(value, list | tuple):
            value = " ".join(map(str, value))
        if name in WORDS_OF_TEXT:
            value = "#" + hashlib.sha256(str(value).encode()).hexdigest()[:6]
        parts.append(f"{name}={value}")
    return "; ".join(parts)


def _digest(record: Record) -> str:
    plain = msgspec.to_builtins(record)
    plain.pop("reader")
    for mark in (*plain["mentions"], *plain["statements"], *plain["stages"]):
        mark.pop("rule", None)
    plain["document"].pop("source")
    return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()[:16]


def read_run(documents: Sequence[tuple[str, Path]], lexicon: tuple[Path, ...], jobs: int) -> Run:
    """Reads the documents (name, path) in so many processes; a fault takes the place of the marks."""
    one = partial(_read, lexicon=lexicon)
    if jobs <= 1:
        return _run(map(one, documents))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return _run(pool.map(one, documents, chunksize=8))


def _read(document: tuple[str, Path], lexicon: tuple[Path, ...]) -> tuple[Reading, str, str]:
    name, path = document
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        record = read_document(read_source(path, Limits()), Options(lexicon=lexicon, any_language=True))
    except SecretariatError as fault:
        return Reading(name, sha256, 0, "", fault=str(fault).replace(str(path), name)), "", ""
    return reading_of(name, sha256, record), record.reader.version, record.reader.lexicon


def _run(read: Iterable[tuple[Reading, str, str]]) -> Run:
    version = words = ""
    readings: dict[str, Reading] = {}
    for reading, its_version, its_words in read:
        readings[reading.name] = reading
        version, words = its_version or version, its_words or words
    return Run(version, words, readings)


def save(run: Run, path: Path) -> None:
    """Writes a run; the same run gives the same bytes."""
    table: dict[str, int] = {}
    lines = [
        json.dumps(_document(reading, table), separators=(",", ":")) for _, reading in sorted(run.readings.items())
    ]
    head = {"format": FORMAT, "version": run.version, "words": run.words, "attributes": list(table)}
    text = "\n".join([json.dumps(head, ensure_ascii=False, separators=(",", ":")), *lines]) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())


def _document(reading: Reading, table: dict[str, int]) -> dict[str, Any]:
    """One line of the file: places as the distance from the mark before and the length, flat."""
    marks: dict[str, list[Any]] = {}
    for kind, own in reading.marks.items():
        row: list[Any] = []
        before = 0
        for mark in own:
            row += (mark.start - before, mark.end - mark.start, table.setdefault(mark.attributes, len(table)))
            if mark.further:
                row.append(list(mark.further))
            before = mark.start
        marks[kind] = row
    plain: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(reading, marks={}))
    return {**plain, "marks": marks}


def load(path: Path) -> Run:
    """A run as it was saved; raises ``ValueError`` for a file of another form."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        head = json.loads(next(lines))
        if head.get("format") != FORMAT:
            raise ValueError(f"{path}: not a frozen run of form {FORMAT}; write it anew with --freeze")
        readings = [_reading(json.loads(line), head["attributes"]) for line in lines]
    return Run(head["version"], head["words"], {r.name: r for r in readings})


def _reading(plain: dict[str, Any], table: Sequence[str]) -> Reading:
    marks = {kind: list(_marks(row, table)) for kind, row in plain.pop("marks").items()}
    return Reading(**plain, marks=marks)


def _marks(row: Sequence[Any], table: Sequence[str]) -> Iterator[Mark]:
    at, start = 0, 0
    while at < len(row):
        start += row[at]
        end, attributes = start + row[at + 1], table[row[at + 2]]
        at += 3
        further: tuple[int, ...] = ()
        if at < len(row) and isinstance(row[at], list):
            further = tuple(row[at])
            at += 1
        yield Mark(start, end, attributes, further)
