"""What a document says, as resources: itself, its reading, its statements, what it names, each with its place."""

from collections.abc import Iterator

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.places import place, place_id
from secretariat.publishing.linked.terms import SOFTWARE, TOPICS, Iri, Resource, Typed, Value, edtf, integer
from secretariat.register.asking.answer import Row


def of_document(edition: Edition, document: str) -> Iterator[Resource]:
    """All resources of a document (by id); they make one graph."""
    snapshot = edition.snapshot
    facts = snapshot.facts(document)
    own = edition.to.document(document)
    reading = f"{own}#reading"
    yield Resource(own, _itself(edition, facts, reading))
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("prov:Activity")),
        ("prov:used", Iri(f"{own}/original")),
        ("prov:wasAssociatedWith", Iri(SOFTWARE)),
        ("sec:readerVersion", facts["reader_version"]),
        ("sec:lexicon", facts["lexicon"]),
    ]
    yield Resource(reading, told)
    seen: set[tuple[int, int]] = set()
    mentions = {row["n"]: row for row in snapshot.mentions(document)}
    about = snapshot.about(document)
    for row in snapshot.statements(document):
        things = [mentions[n]["entity"] for n in about.get(row["n"], ()) if n in mentions]
        yield _statement(edition, document, reading, row, [t for t in things if t])
        yield from _once(edition, document, row, seen)
    for row in mentions.values():
        if row["entity"]:
            yield _named(edition, document, row)
            yield from _once(edition, document, row, seen)


def _once(edition: Edition, document: str, row: Row, seen: set[tuple[int, int]]) -> Iterator[Resource]:
    where = row["start"], row["end"]
    if where not in seen:
        seen.add(where)
        yield from place(edition, document, *where, row["text"])


def _itself(edition: Edition, facts: Row, reading: str) -> list[tuple[str, Value]]:
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("eli:LegalResource")),
        ("rdf:type", Iri("prov:Entity")),
        ("dcterms:identifier", facts["id"]),
        ("eli:title", edition.title(facts)),
        ("prov:wasDerivedFrom", Iri(f"{edition.to.document(facts['id'])}/original")),
        ("prov:wasGeneratedBy", Iri(reading)),
    ]
    if facts["kind"]:
        told.append(("eli:type_document", Iri(f"urn:secretariat:kind:{facts['kind']}")))
    if facts["symbol"]:
        told.append(("eli:id_local", facts["symbol"]))
    responsible = facts["issued_by"] or edition.organisation(facts["organisation"])
    if responsible:
        told.append(("eli:responsibility_of", responsible))
    if facts["language"]:
        told.append(("dcterms:language", facts["language"]))
    told += date_of("eli:date_document", facts["date"])
    told += [("sec:speaker", Iri(edition.to.thing(f"state/{code.lower()}"))) for code in facts["speakers"].split()]
    return told


def date_of(name: str, date: str | None) -> list[tuple[str, Value]]:
    """A date: as it is known (EDTF) and, where it is one day, as that day under ``name``."""
    if not date or not is_edtf(date):
        return []
    told: list[tuple[str, Value]] = [("dcterms:date", edtf(date))]
    first, last = find_bounds(date)
    if first and first == last:
        told.append((name, Typed(first, "xsd:date")))
    return told


def _statement(edition: Edition, document: str, reading: str, row: Row, things: list[str]) -> Resource:
    own = edition.to.document(document)
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("sec:Statement")),
        ("rdf:type", Iri("prov:Entity")),
        ("dcterms:isPartOf", Iri(own)),
        ("sec:act", row["act"]),
        ("sec:force", integer(row["force"])),
        ("sec:polarity", row["polarity"]),
        ("prov:wasGeneratedBy", Iri(reading)),
        ("prov:wasQuotedFrom", Iri(place_id(edition, document, row["start"], row["end"]))),
    ]
    if row["verb"]:
        told.append(("sec:verb", row["verb"]))
    if isinstance(row["holders"], str):
        told.append(("sec:holders", row["holders"]))
    else:
        told += [("sec:holder", Iri(edition.to.thing(f"state/{code.lower()}"))) for code in row["holders"]]
    told += [("dcterms:subject", Iri(f"{TOPICS}:{topic}")) for topic in row["topics"]]
    told += [("sec:lacks", lack) for lack in row["lacks"]]
    told += [("sec:about", Iri(edition.to.thing(thing))) for thing in dict.fromkeys(things)]
    if row["timeframe"] and is_edtf(row["timeframe"]):
        told.append(("sec:timeframe", edtf(row["timeframe"])))
    return Resource(f"{own}#statement={row['trigger_start']},{row['trigger_end']}", told)


def _named(edition: Edition, document: str, row: Row) -> Resource:
    """A mention of a thing: an annotation whose body is the thing and whose target is the place."""
    own = edition.to.document(document)
    target = place_id(edition, document, row["start"], row["end"])
    told: list[tuple[str, Value]] = [
        ("rdf:type", Iri("oa:Annotation")),
        ("oa:motivatedBy", Iri("oa:identifying")),
        ("oa:hasBody", Iri(edition.to.thing(row["entity"]))),
        ("oa:hasTarget", Iri(target)),
        ("sec:certainty", integer(row["certainty"])),
    ]
    return Resource(f"{own}#mention={row['n']}", told)
