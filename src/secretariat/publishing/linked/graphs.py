"""The graphs of an edition: one for each document, one for what the register knows beyond them."""

from collections.abc import Iterator

from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.documents import of_document
from secretariat.publishing.linked.terms import TOPICS, Iri, Resource
from secretariat.publishing.linked.things import of_decisions, of_relations, of_things, of_vocabulary


def graphs(edition: Edition) -> Iterator[tuple[str, Iterator[Resource]]]:
    """Each graph with its name; its resources must be taken before the next graph is."""
    topics: set[str] = set()
    for document in edition.snapshot.documents:
        yield f"{edition.to.document(document)}#record", _watched(of_document(edition, document), topics)
    yield f"{edition.address}/#register", _of_register(edition, topics)


def _watched(resources: Iterator[Resource], topics: set[str]) -> Iterator[Resource]:
    """The same resources; notes the topics that they name."""
    for resource in resources:
        for name, value in resource.told:
            if name == "dcterms:subject" and isinstance(value, Iri):
                topics.add(value.value.removeprefix(f"{TOPICS}:"))
        yield resource


def _of_register(edition: Edition, topics: set[str]) -> Iterator[Resource]:
    yield from of_things(edition)
    yield from of_relations(edition)
    yield from of_decisions(edition)
    yield from of_vocabulary(edition, topics)
