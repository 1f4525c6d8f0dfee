"""The forms in which a document is harvested: Dublin Core, Akoma Ntoso, and our own, which has what was read."""

import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

from secretariat.publishing.akn.meta import NS as AKN
from secretariat.publishing.akn.write import read_of, write_document
from secretariat.publishing.edition import Edition
from secretariat.publishing.xml import add, element

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
OWN = "urn:secretariat:document"
SCHEMA = Path(__file__).parent / "data" / "document.xsd"
"""The schema of our own form."""
_TOPICS = 12
"""Topics that a document is described by, the commonest first."""


class Form(msgspec.Struct, frozen=True):
    """A form: its prefix, its namespace, where its schema stands (after the register's address where it begins with ``/``)."""

    prefix: str
    namespace: str
    schema: str
    make: Callable[[Edition, str], Any]
    at_once: int
    """Records of one answer."""


def dublin_core(edition: Edition, document: str) -> Any:
    """A document in the fifteen elements, as far as they are known."""
    facts = edition.snapshot.facts(document)
    made = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI})
    made.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    topics = Counter(t for row in edition.snapshot.statements(document) for t in row["topics"])
    organisation = edition.organisation(facts["organisation"])
    told = [
        ("title", edition.title(facts)),
        ("creator", facts["issued_by"] or organisation),
        *(("subject", topic.replace("-", " ")) for topic, _ in sorted(topics.most_common(_TOPICS))),
        ("publisher", organisation),
        *(("contributor", edition.state(code)) for code in facts["speakers"].split()),
        ("date", facts["date"]),
        ("type", facts["kind"]),
        ("format", facts["media_type"]),
        ("identifier", edition.to.document(document)),
        ("identifier", f"urn:sha256:{document.removeprefix('sha256:')}"),
        ("identifier", facts["symbol"]),
        ("language", facts["language"]),
        ("coverage", facts["place"]),
    ]
    for name, value in told:
        if value:
            made.append(element(DC, name, value))
    return made


def akoma_ntoso(edition: Edition, document: str) -> Any:
    """A document with its text."""
    buffer = io.BytesIO()
    write_document(edition, read_of(edition, document), buffer)
    return etree.fromstring(buffer.getvalue(), etree.XMLParser(resolve_entities=False, huge_tree=True))


def own(edition: Edition, document: str) -> Any:
    """What a document is, the things that it names, and its statements with their places (``data/document.xsd``)."""
    snapshot = edition.snapshot
    facts = snapshot.facts(document)
    made = element(OWN, "document", id=document, address=edition.to.document(document))
    for name in (
        "title",
        "kind",
        "organisation",
        "issued_by",
        "symbol",
        "date",
        "place",
        "mode",
        "language",
        "speakers",
    ):
        if facts[name]:
            add(made, name.replace("_", "-"), facts[name])
    things = {m["entity"]: m for m in reversed(snapshot.mentions(document)) if m["entity"]}
    for entity in sorted(things):
        first = things[entity]
        add(made, "names", first["name"], thing=entity, start=str(first["start"]), end=str(first["end"]))
    for row in snapshot.statements(document):
        holders = row["holders"]
        told = {
            "start": str(row["start"]), "end": str(row["end"]), "act": row["act"], "force": str(row["force"]),
            "polarity": row["polarity"], "holders": holders if isinstance(holders, str) else " ".join(holders),
            "topics": " ".join(row["topics"]),
        }  # fmt: skip
        add(made, "statement", row["text"], **told)
    return made


FORMS: dict[str, Form] = {
    form.prefix: form
    for form in (
        Form("oai_dc", OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", dublin_core, 100),
        Form(
            "akn",
            AKN,
            "http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/akomantoso30.xsd",
            akoma_ntoso,
            20,
        ),
        Form("secretariat", OWN, "/oai/document.xsd", own, 50),
    )
}
"""Forms by their prefix."""
