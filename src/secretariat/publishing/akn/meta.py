"""What is told about a document before its text: identification, lifecycle, analysis, references."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from lxml import etree

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.akn import iris
from secretariat.publishing.edition import Edition
from secretariat.publishing.exact import allowed
from secretariat.register.asking.answer import Row

NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:secretariat:record"
"""The namespace of what Akoma Ntoso has no word for."""
SOURCE = "#secretariat"
UNKNOWN = "0001-01-01"
"""The date of a document whose day is not known; Akoma Ntoso asks for one, and its ``name`` says that it is none."""
_TLC = {
    "body": "TLCOrganization", "state": "TLCOrganization", "group": "TLCOrganization", "person": "TLCPerson",
    "event": "TLCEvent", "instrument": "TLCReference",
}  # fmt: skip


class Read(msgspec.Struct, frozen=True):
    """A document with its marks, and the references by which its elements call what they name."""

    facts: Row
    paragraphs: list[Row]
    mentions: list[Row]
    statements: list[Row]
    stages: list[Row]
    ids: dict[str, str]
    addresses: dict[str, str]


def q(name: str) -> str:
    """The name of an element of Akoma Ntoso."""
    return f"{{{NS}}}{name}"


def element(name: str, /, **attributes: str | None) -> Any:
    """An element of Akoma Ntoso; attributes that are None are left out. ``as_`` is ``as``."""
    made = etree.Element(q(name), nsmap={None: NS, "sec": OWN})
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_"), allowed(value))
    return made


def add(parent: Any, name: str, /, **attributes: str | None) -> Any:
    """A new element within another."""
    made = element(name, **attributes)
    parent.append(made)
    return made


def reference(entity: str) -> str:
    """The id by which a document calls a thing: ``instrument__sco-charter``."""
    return entity.replace("/", "__")


def meta(edition: Edition, read: Read) -> Any:
    """The ``meta`` element."""
    made = element("meta")
    _identification(edition, read, made)
    _lifecycle(read, made)
    _analysis(read, made)
    _references(edition, read, made)
    return made


def day_of(facts: Row) -> tuple[str, bool]:
    """A day for the document, and whether it is known."""
    bounds = find_bounds(facts["date"]) if facts["date"] and is_edtf(facts["date"]) else (None, None)
    return (bounds[1], True) if bounds[1] and bounds[0] else (UNKNOWN, False)


def _identification(edition: Edition, read: Read, parent: Any) -> None:
    facts = read.facts
    day, known = day_of(facts)
    exact = known and facts["date"] == day
    told = "adopted" if exact else (f"last day of {facts['date']}" if known else "unknown")
    ident = add(parent, "identification", source=SOURCE)
    for level, iri in (
        ("FRBRWork", iris.work(facts)),
        ("FRBRExpression", iris.expression(facts)),
        ("FRBRManifestation", f"{iris.expression(facts)}.akn"),
    ):
        part = add(ident, level)
        suffix = ".akn" if level == "FRBRManifestation" else ""
        add(part, "FRBRthis", value=f"{iri.removesuffix(suffix)}/!main{suffix}")
        add(part, "FRBRuri", value=iri)
        if level == "FRBRWork":
            add(part, "FRBRalias", value=edition.to.document(facts["id"]), name="register")
            add(part, "FRBRalias", value=f"urn:sha256:{facts['id'].removeprefix('sha256:')}", name="source")
        add(part, "FRBRdate", date=day, name=told)
        if level == "FRBRManifestation":
            add(part, "FRBRauthor", href=SOURCE, as_="#editor")
            add(part, "FRBRformat", value="application/akn+xml")
            continue
        for author in _authors(facts):
            add(part, "FRBRauthor", href=f"#{author}", as_="#author")
        if level == "FRBRWork":
            add(part, "FRBRcountry", value=iris.plain(facts["organisation"] or "") or "xx")
            add(part, "FRBRsubtype", value=iris.plain(facts["kind"] or "") or "document")
            add(part, "FRBRnumber", value=facts["symbol"] or iris.number(facts), showAs=facts["symbol"])
            add(part, "FRBRname", value=edition.title(facts))
        else:
            add(part, "FRBRlanguage", language=iris.language(facts["language"]))


def _authors(facts: Row) -> list[str]:
    """The organisation and those who speak; the publisher where neither is known."""
    states = [reference(f"state/{code.lower()}") for code in facts["speakers"].split()]
    return ["issuer", *states]


def _lifecycle(read: Read, parent: Any) -> None:
    day, known = day_of(read.facts)
    if known:
        life = add(parent, "lifecycle", source=SOURCE)
        add(life, "eventRef", date=day, source="#issuer", type="generation")


def _analysis(read: Read, parent: Any) -> None:
    """Statements and told stages, each with its place in the text, as the register has them."""
    if not read.statements and not read.stages:
        return
    other = add(add(parent, "analysis", source=SOURCE), "otherAnalysis", source=SOURCE)
    paragraphs = {row["n"]: row["id"] for row in read.paragraphs}
    mentions = {row["n"]: row for row in read.mentions}
    for row in read.statements:
        holders = row["holders"]
        told = {
            "href": f"#{paragraphs[row['paragraph']]}",
            "act": row["act"],
            "force": str(row["force"]),
            "polarity": row["polarity"],
            "verb": row["verb"],
            "holders": holders if isinstance(holders, str) else " ".join(holders),
            "topics": " ".join(row["topics"]),
            "timeframe": row["timeframe"] or "",
        }
        _own(other, "statement", row, told)
    for row in read.stages:
        entity = (mentions.get(row["mention"]) or {}).get("entity")
        told = {"href": f"#{paragraphs[row['paragraph']]}", "stage": row["stage"]}
        _own(other, "stage", row, told | ({"of": f"#{reference(entity)}"} if entity else {}))


def _own(parent: Any, name: str, row: Row, told: dict[str, str]) -> None:
    made = etree.SubElement(parent, f"{{{OWN}}}{name}", start=str(row["start"]), end=str(row["end"]))
    for key, value in told.items():
        if value:
            made.set(key, allowed(value))


def _references(edition: Edition, read: Read, parent: Any) -> None:
    facts = read.facts
    refs = add(parent, "references", source=SOURCE)
    organisation = edition.organisation(facts["organisation"])
    issuer = facts["issued_by"] or organisation or "not known"
    reader = f"Secretariat {edition.version}"
    add(refs, "TLCOrganization", eId="secretariat", href="/akn/ontology/organization/secretariat", showAs=reader)
    path = iris.plain(issuer) or "unknown"
    add(refs, "TLCOrganization", eId="issuer", href=f"/akn/ontology/organization/{path}", showAs=issuer)
    add(refs, "TLCRole", eId="author", href="/akn/ontology/role/author", showAs="Author")
    add(refs, "TLCRole", eId="editor", href="/akn/ontology/role/editor", showAs="Editor")
    held = {entity for entity, _, _ in named(read.mentions)}
    for code in facts["speakers"].split():
        entity = f"state/{code.lower()}"
        if entity not in held:
            add(
                refs,
                "TLCOrganization",
                eId=reference(entity),
                href=edition.to.thing(entity),
                showAs=edition.state(code),
            )
    for entity, type_, name in named(read.mentions):
        tlc = _TLC.get(type_, "TLCConcept")
        label = {"name": "instrument"} if tlc == "TLCReference" else {}
        add(refs, tlc, eId=reference(entity), href=edition.to.thing(entity), showAs=name, **label)


def named(mentions: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """Each thing that is named: its id, type and name, once, in order of ids."""
    seen = {m["entity"]: (m["type"], m["name"]) for m in mentions if m["entity"]}
    for entity in sorted(seen):
        yield entity, *seen[entity]
