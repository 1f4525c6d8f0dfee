"""What the register knows beyond single documents, as resources: things with their lives, relations, decisions, topics."""

from collections.abc import Iterable, Iterator

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.documents import date_of
from secretariat.publishing.linked.places import place, place_id
from secretariat.publishing.linked.terms import SOFTWARE, TOPICS, Iri, Resource, Typed, Value, edtf
from secretariat.register.asking.answer import Row

_CLASSES = {
    "instrument": "eli:LegalResource", "event": "schema:Event", "body": "schema:Organization", "person": "schema:Person",
    "state": "schema:Country", "group": "sec:Group",
}  # fmt: skip


def of_things(edition: Edition) -> Iterator[Resource]:
    """Things and the steps of their lives."""
    for row in edition.snapshot.things():
        own = edition.to.thing(row["id"])
        yield Resource(own, list(_itself(edition, row)))
        for step in row["steps"]:
            yield from _step(edition, own, step)


def _itself(edition: Edition, row: Row) -> Iterator[tuple[str, Value]]:
    facts, type_ = row["facts"], row["type"]
    yield "rdf:type", Iri(_CLASSES[type_])
    yield "dcterms:identifier", row["id"]
    yield "rdfs:label", row["name"]
    for name, _ in row["names"]:
        if name != row["name"]:
            yield "skos:altLabel", name
    if row["kind"]:
        yield "dcterms:type", Iri(f"urn:secretariat:kind:{row['kind']}")
    if row["organisation"]:
        yield "sec:organisation", row["organisation"]
    if row["current_stage"]:
        yield "sec:stage", row["current_stage"]
    if row["validity"] and is_edtf(row["validity"]):
        yield "dcterms:valid", edtf(row["validity"])
    for former in row["former_ids"]:
        yield "dcterms:replaces", Iri(edition.to.thing(former))
    if type_ == "instrument":
        yield "eli:title", row["name"]
        for date in facts.get("dates", ()):
            yield from date_of("eli:date_document", date)
    elif type_ == "event":
        yield from _when(facts.get("dates", ()))
        for where in facts.get("places", ()):
            yield "schema:location", where
    elif type_ == "person":
        for office in facts.get("offices", ()):
            yield "schema:jobTitle", office
        for of in facts.get("of", ()):
            yield "schema:affiliation", of
    elif type_ == "state":
        yield "schema:identifier", row["id"].partition("/")[2].upper()
    elif type_ == "group":
        for code in facts.get("states", ()):
            yield "schema:member", Iri(edition.to.thing(f"state/{code.lower()}"))


def _when(dates: Iterable[str]) -> Iterator[tuple[str, Value]]:
    """When a meeting is held: as told, and its first and last day where one date only is known and is known to the day."""
    known = [d for d in dates if is_edtf(d)]
    for date in known:
        yield "dcterms:date", edtf(date)
    if len(known) == 1 and all(len(part) == 10 for part in known[0].split("/")):
        first, last = find_bounds(known[0])
        if first and last:
            yield "schema:startDate", Typed(first, "xsd:date")
            yield "schema:endDate", Typed(last, "xsd:date")


def _step(edition: Edition, own: str, step: Row) -> Iterator[Resource]:
    document, start, end = step["document"], step["start"], step["end"]
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("sec:Step")),
        ("rdf:type", Iri("prov:Entity")),
        ("sec:of", Iri(own)),
        ("sec:stage", step["stage"]),
        ("sec:basis", step["basis"]),
        ("prov:wasQuotedFrom", Iri(place_id(edition, document, start, end))),
        ("prov:wasGeneratedBy", Iri(f"{edition.to.document(document)}#reading")),
    ]
    if step["date"] and is_edtf(step["date"]):
        told.append(("dcterms:date", edtf(step["date"])))
    if step["contradicts"]:
        told.append(("sec:contradicts", step["contradicts"]))
    yield Resource(f"{own}#step={step['n']}", told)
    yield from place(edition, document, start, end, step["text"])


def of_relations(edition: Edition) -> Iterator[Resource]:
    """What things have to do with each other, each with the words that say so."""
    for row in edition.snapshot.relations():
        document, start, end = row["document"], row["start"], row["end"]
        subject, object_ = (_end(edition, row[side]) for side in ("subject", "object"))
        where = place_id(edition, document, start, end)
        told: list[tuple[str, Value]] = [
            ("rdf:type", Iri("sec:Relation")),
            ("rdf:type", Iri("prov:Entity")),
            ("rdf:subject", Iri(subject)),
            ("rdf:predicate", Iri(f"sec:{row['relation']}")),
            ("rdf:object", Iri(object_)),
            ("prov:wasQuotedFrom", Iri(where)),
            ("prov:wasGeneratedBy", Iri(f"{edition.to.document(document)}#reading")),
        ]
        name = f"{row['relation']}:{row['subject']}:{row['object']}".replace("/", "-").replace("sha256:", "")
        yield Resource(f"{where};{name}", told)
        yield Resource(subject, [(f"sec:{row['relation']}", Iri(object_))])
        yield from place(edition, document, start, end, row["text"])


def _end(edition: Edition, of: str) -> str:
    """A document, a thing, or a state by its code."""
    if of.startswith("sha256:"):
        return edition.to.document(of)
    return edition.to.thing(of if "/" in of else f"state/{of.lower()}")


def of_decisions(edition: Edition) -> Iterator[Resource]:
    """What people decided: by whom, when, why, of which places."""
    for _, decision in edition.snapshot.decisions():
        own = f"urn:secretariat:decision:{decision.id}"
        told: list[tuple[str, Value]] = [
            ("rdf:type", Iri("sec:Decision")),
            ("rdf:type", Iri("prov:Activity")),
            ("sec:verdict", decision.verdict),
            ("prov:endedAtTime", Typed(decision.at, "xsd:dateTime")),
            ("prov:wasAssociatedWith", Iri(f"{own}#who")),
        ]
        if decision.value:
            told.append(("sec:value", decision.value))
        if decision.why:
            told.append(("rdfs:comment", decision.why))
        told += [("prov:used", Iri(place_id(edition, a.document, a.start, a.end))) for a in decision.anchors]
        yield Resource(own, told)
        yield Resource(f"{own}#who", [("rdf:type", Iri("prov:Person")), ("schema:name", decision.who)])


def of_vocabulary(edition: Edition, topics: Iterable[str]) -> Iterator[Resource]:
    """The software, and the topics as a SKOS scheme."""
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("prov:SoftwareAgent")),
        ("rdfs:label", f"Secretariat {edition.version}"),
    ]
    yield Resource(SOFTWARE, told)
    yield Resource(TOPICS, [("rdf:type", Iri("skos:ConceptScheme")), ("rdfs:label", "Topics of statements")])
    for topic in sorted(topics):
        concept: list[tuple[str, Value]] = [
            ("rdf:type", Iri("skos:Concept")),
            ("skos:inScheme", Iri(TOPICS)),
            ("skos:notation", topic),
            ("skos:prefLabel", topic.replace("-", " ")),
        ]
        yield Resource(f"{TOPICS}:{topic}", concept)
