"""The vocabularies that resources are told in: prefixes, and the values that a property may have."""

from typing import TypeAlias

import msgspec

PREFIXES = {
    "sec": "urn:secretariat:terms:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "https://schema.org/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}
"""Prefix → namespace. ``sec`` are the terms of this project (``data/terms.ttl``)."""
TOPICS = "urn:secretariat:topics"
SOFTWARE = "urn:secretariat:software"


class Iri(msgspec.Struct, frozen=True):
    """A resource, by its whole IRI or as ``prefix:name``."""

    value: str


class Typed(msgspec.Struct, frozen=True):
    """A value with a datatype, as ``prefix:name``."""

    value: str
    type: str


Value: TypeAlias = Iri | Typed | str
"""A resource, a typed value, or words."""


class Resource(msgspec.Struct, frozen=True):
    """A resource and what is told of it, in order; a property may come more than once."""

    id: str
    told: list[tuple[str, Value]]


def whole(name: str) -> str:
    """The whole IRI of ``prefix:name``; a whole IRI as it is."""
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest if prefix in PREFIXES else name


def integer(value: int) -> Typed:
    """A whole number."""
    return Typed(str(value), "xsd:integer")


def edtf(value: str) -> Typed:
    """A date that may be imprecise (Extended Date/Time Format, level 1)."""
    return Typed(value, "edtf:EDTF-level1")
