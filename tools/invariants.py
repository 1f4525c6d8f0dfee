"""What holds of every record, whatever the text: each broken promise is one line."""

from collections.abc import Iterator

from secretariat.model.record import Record
from secretariat.model.spans import Span
from secretariat.reading.flow import make_flow


def broken(record: Record) -> Iterator[str]:
    """The promises of docs/record.md that a record breaks; nothing for a sound one."""
    yield from _paragraphs(record)
    yield from _mentions(record)
    yield from _statements(record)
    for n, stage in enumerate(record.stages):
        if not 0 <= stage.mention < len(record.mentions):
            yield f"stage {n}: speaks of mention {stage.mention}, which there is not"
        if stage.text != record.text[stage.start : stage.end] or not stage.text:
            yield f"stage {n}: its words are not those at {stage.start}"
    for n, finding in enumerate(record.findings):
        if not 0 <= finding.start <= finding.end <= len(record.text):
            yield f"finding {n}: lies outside the text"
    facts = record.document
    for name in ("symbol", "place"):
        if name in facts.header and _words(record, facts.header[name]) != _folded(str(getattr(facts, name))):
            yield f"header {name}: {getattr(facts, name)!r} does not stand at {facts.header[name]}"
    for name, span in facts.header.items():
        if not _inside(record, span):
            yield f"header {name}: {span} lies outside the text"


def _paragraphs(record: Record) -> Iterator[str]:
    place = 0
    ids: set[str] = set()
    for p in record.paragraphs:
        if p.start != place or p.end <= p.start:
            yield f"{p.id}: begins at {p.start}, not at {place}, or is empty"
        if p.id in ids:
            yield f"{p.id}: two paragraphs of this id"
        if p.within is not None and p.within == p.id:
            yield f"{p.id}: lies within itself"
        ids.add(p.id)
        place = p.end
    if place != len(record.text):
        yield f"paragraphs end at {place}, the text at {len(record.text)}"
    for p in record.paragraphs:
        if p.within is not None and p.within not in ids:
            yield f"{p.id}: lies within {p.within}, which there is not"


def _mentions(record: Record) -> Iterator[str]:
    places = [(m.start, -m.end) for m in record.mentions]
    if places != sorted(places):
        yield "mentions are not in order"
    for n, m in enumerate(record.mentions):
        if not _inside(record, (m.start, m.end)) or m.text != record.text[m.start : m.end]:
            yield f"mention {n}: its words are not those at {m.start}"


def _statements(record: Record) -> Iterator[str]:
    triggers = [s.trigger for s in record.statements]
    if triggers != sorted(triggers):
        yield "statements are not in order"
    for n, s in enumerate(record.statements):
        spans = [(s.start, s.end), s.trigger, *s.addressees, *s.conditions, *([s.holder] if s.holder else [])]
        if not all(_inside(record, span) for span in spans):
            yield f"statement {n}: a span lies outside the text"
        if not s.start <= s.trigger[0] < s.trigger[1] <= s.end:
            yield f"statement {n}: its trigger {s.trigger} lies outside of it ({s.start}-{s.end})"
        if any(not 0 <= i < len(record.mentions) for i in s.about):
            yield f"statement {n}: is about a mention that there is not"


def _inside(record: Record, span: Span) -> bool:
    return 0 <= span[0] < span[1] <= len(record.text)


def _words(record: Record, span: Span) -> str:
    return _folded(record.text[span[0] : span[1]])


def _folded(words: str) -> str:
    """The words as the running text has them: white space as one space, typographic hyphens and apostrophes plain."""
    return make_flow(words, [("narrative", [(0, len(words))])]).text.strip()
