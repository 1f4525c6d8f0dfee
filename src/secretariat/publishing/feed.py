"""News as an Atom feed (RFC 4287): documents, what they tell of the lives of things, and what falls due; the latest first.

Dates are those of the documents, so that the same register gives the same feed.
"""

from collections.abc import Iterator
from heapq import merge
from typing import IO, Any

import msgspec
from lxml import etree

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.citations.citing import cited
from secretariat.publishing.edition import Edition
from secretariat.publishing.words.lines import one_line
from secretariat.publishing.xml import add, element

NS = "http://www.w3.org/2005/Atom"
MOST = 100
"""Entries of each sort: documents, steps, deadlines."""
_NEVER = "1970-01-01"
_SUMMARY = 400


class Entry(msgspec.Struct, frozen=True):
    """One piece of news."""

    day: str
    id: str
    title: str
    summary: str
    address: str
    category: str


def write_feed(edition: Edition, file: IO[bytes], here: str = "") -> None:
    """Writes the feed; ``here`` is its own address, where it has one."""
    entries = _latest(edition)
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{NS}}}feed", nsmap={None: NS}):
            xml.write(element(NS, "title", "What governments published together"))
            xml.write(element(NS, "id", f"{edition.address}/news.atom"))
            xml.write(element(NS, "updated", f"{entries[0].day if entries else _NEVER}T00:00:00Z"))
            xml.write(element(NS, "link", href=edition.address, rel="alternate"))
            if here:
                xml.write(element(NS, "link", href=here, rel="self"))
            xml.write(element(NS, "generator", "Secretariat", version=edition.version))
            author = element(NS, "author")
            add(author, "name", "Secretariat")
            xml.write(author)
            for entry in entries:
                xml.write(_element(entry))
    file.write(b"\n")


def _element(entry: Entry) -> Any:
    made = element(NS, "entry")
    add(made, "id", entry.id)
    add(made, "title", entry.title)
    add(made, "updated", f"{entry.day}T00:00:00Z")
    add(made, "link", href=entry.address, rel="alternate")
    add(made, "category", term=entry.category)
    add(made, "summary", entry.summary)
    return made


def _latest(edition: Edition) -> list[Entry]:
    """The latest entries of each sort together, the latest first."""
    sorts = (_documents(edition), _steps(edition), _deadlines(edition))
    return list(merge(*(sorted(some, key=_order, reverse=True) for some in sorts), key=_order, reverse=True))


def _order(entry: Entry) -> tuple[str, str]:
    return entry.day, entry.id


def _documents(edition: Edition) -> Iterator[Entry]:
    dated = reversed(edition.snapshot.documents)
    taken = 0
    for document in dated:
        facts = edition.snapshot.facts(document)
        day = _day(facts["date"])
        if day == _NEVER:
            continue
        address = edition.to.document(document)
        summary = cited(facts, edition.organisation(facts["organisation"]), address)
        yield Entry(day, address, edition.title(facts), summary, address, "document")
        taken += 1
        if taken == MOST:
            return


def _steps(edition: Edition) -> Iterator[Entry]:
    for row in edition.snapshot.latest_steps(MOST):
        address = edition.to.at(row["document"], row["start"])
        own = f"{edition.to.thing(row['entity'])}#step={row['n']}"
        summary = f"“{one_line(row['text'])[:_SUMMARY]}”"
        yield Entry(_day(row["told"]), own, f"{row['stage'].capitalize()}: {row['name']}", summary, address, "stage")


def _deadlines(edition: Edition) -> Iterator[Entry]:
    for row in edition.snapshot.latest_deadlines(MOST):
        address = edition.to.at(row["document"], row["start"])
        own = f"{edition.to.document(row['document'])}#due={row['n']}"
        title = f"{row['what'].capitalize()} by {row['by']}: {one_line(row['entity_name'] or row['text'])[:_SUMMARY]}"
        yield Entry(_day(row["told"]), own, title, f"“{one_line(row['text'])[:_SUMMARY]}”", address, "deadline")


def _day(date: str | None) -> str:
    """The last day that a date means."""
    return (find_bounds(date)[1] if date and is_edtf(date) else None) or _NEVER
