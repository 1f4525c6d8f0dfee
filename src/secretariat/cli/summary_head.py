"""The first lines of a summary: what the document is, when and where, who speaks in it."""

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from secretariat.model.record import Facts, Record
from secretariat.publishing.words.dates import in_words
from secretariat.publishing.words.lines import counted, one_line, shortened
from secretariat.publishing.words.names import organisation_names, state_names

MANY_SPEAKERS = 30
"""More speakers than these are counted, not named: the 193 of the United Nations."""


def head(record: Record, lexicons: tuple[str, ...]) -> Iterator[RenderableType]:
    """Title between rules, then what is known of the document, one fact a line."""
    facts = record.document
    yield Rule(style="cyan")
    yield Text(one_line(facts.title or "") or "(no title stated)", style="bold")
    yield Rule(style="cyan")
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    for name, value in _facts(record, lexicons):
        rows.add_row(name, value)
    yield rows


def _facts(record: Record, lexicons: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    facts = record.document
    what = (facts.kind or "", f"of {_organisation(facts, lexicons)}" if facts.organisation else "", facts.symbol or "")
    if any(what):
        yield "what", Text(one_line(" ".join(w for w in what if w)))
    if facts.issued_by:
        yield "issued by", Text(one_line(facts.issued_by))
    when = [in_words(facts.date) if facts.date else "", one_line(facts.place or ""), one_line(facts.mode or "")]
    if any(when):
        yield "when, where", Text(", ".join(w for w in when if w), style="green")
    if facts.speakers:
        yield "speakers", Text(_speakers(facts, lexicons))
    if facts.publisher:
        yield "published by", Text(one_line(facts.publisher))
    if facts.notes:
        yield "notes", Text(shortened(facts.notes, 300))
    yield "source", Text(_source(record), style="dim")


def _organisation(facts: Facts, lexicons: tuple[str, ...]) -> str:
    key = facts.organisation or ""
    return organisation_names(lexicons).get(key, key)


def _speakers(facts: Facts, lexicons: tuple[str, ...]) -> str:
    if len(facts.speakers) > MANY_SPEAKERS:
        return counted(len(facts.speakers), "state")
    names = state_names(lexicons)
    return ", ".join(names.get(code, code) for code in facts.speakers)


def _source(record: Record) -> str:
    kinds = Counter(p.kind for p in record.paragraphs)
    shares = ", ".join(f"{n:,} {kind}" for kind, n in kinds.most_common(3))
    size = f"{counted(len(record.text), 'character')}, {counted(len(record.paragraphs), 'paragraph')}"
    language = f", language {record.document.language}" if record.document.language else ""
    return f"{one_line(record.document.source.name)} · {size}{f' ({shares})' if shares else ''}{language}"
