"""Resources as JSON-LD 1.1: named graphs in one file, with its context inside, so that nothing need be fetched to read it."""

from typing import IO, Any

import msgspec

from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.graphs import graphs
from secretariat.publishing.linked.nquads import iri
from secretariat.publishing.linked.terms import PREFIXES, Iri, Resource, Typed, Value


def write_jsonld(edition: Edition, file: IO[bytes]) -> None:
    """Writes every graph, one resource a line."""
    file.write(b'{"@context": ' + msgspec.json.encode(PREFIXES) + b',\n"@graph": [')
    for number, (name, resources) in enumerate(graphs(edition)):
        file.write((b"," if number else b"") + b'\n{"@id": ' + msgspec.json.encode(_iri(name)) + b', "@graph": [')
        for n, resource in enumerate(resources):
            file.write((b",\n" if n else b"\n") + msgspec.json.encode(_node(resource)))
        file.write(b"\n]}")
    file.write(b"\n]}\n")


def _iri(text: str) -> str:
    return iri(text)[1:-1]


def _node(resource: Resource) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _iri(resource.id)}
    for name, value in resource.told:
        key, one = (
            ("@type", _iri(value.value)) if name == "rdf:type" and isinstance(value, Iri) else (name, _value(value))
        )
        if key in node:
            node[key] = [*(node[key] if isinstance(node[key], list) else [node[key]]), one]
        else:
            node[key] = one
    return node


def _value(value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": _iri(value.value)}
    return {"@value": value.value, "@type": value.type} if isinstance(value, Typed) else value
