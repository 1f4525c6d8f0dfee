"""Places in texts as Web Annotation targets: the document, and selectors by offset and by the exact words."""

from collections.abc import Iterator

from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.terms import Iri, Resource, integer


def place_id(edition: Edition, document: str, start: int, end: int) -> str:
    """The IRI of a place of a document."""
    return f"{edition.to.document(document)}#char={start},{end}"


def place(edition: Edition, document: str, start: int, end: int, words: str) -> Iterator[Resource]:
    """A place with its two selectors; offsets are code points, as the Web Annotation model counts."""
    own = place_id(edition, document, start, end)
    source = Iri(edition.to.document(document))
    selectors: list[tuple[str, Iri]] = [
        ("oa:hasSelector", Iri(f"{own};position")),
        ("oa:hasSelector", Iri(f"{own};quote")),
    ]
    yield Resource(own, [("rdf:type", Iri("oa:SpecificResource")), ("oa:hasSource", source), *selectors])
    yield Resource(
        f"{own};position",
        [("rdf:type", Iri("oa:TextPositionSelector")), ("oa:start", integer(start)), ("oa:end", integer(end))],
    )
    yield Resource(f"{own};quote", [("rdf:type", Iri("oa:TextQuoteSelector")), ("oa:exact", words)])
