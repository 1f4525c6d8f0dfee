"""Resources as N-Quads (W3C Recommendation, 25 February 2014): one fact a line, each with the graph that it belongs to."""

import re
from functools import lru_cache
from typing import IO

from secretariat.publishing.edition import Edition
from secretariat.publishing.linked.graphs import graphs
from secretariat.publishing.linked.terms import Iri, Typed, Value, whole

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def write_nquads(edition: Edition, file: IO[bytes]) -> None:
    """Writes every graph, in UTF-8."""
    for name, resources in graphs(edition):
        graph = iri(name)
        for resource in resources:
            own = iri(resource.id)
            lines = [f"{own} {_property(name)} {value(of)} {graph} .\n" for name, of in resource.told]
            file.write("".join(lines).encode())


def iri(text: str) -> str:
    """An IRI between angles; characters that may not stand there by their bytes."""
    return f"<{_NOT_IN_IRI.sub(lambda m: f'%{ord(m[0]):02X}', text)}>"


@lru_cache(maxsize=500)
def _property(name: str) -> str:
    return iri(whole(name))


def value(of: Value) -> str:
    """A value as N-Quads writes it."""
    if isinstance(of, Iri):
        return _property(of.value) if len(of.value) < 30 else iri(whole(of.value))
    if isinstance(of, Typed):
        return f"{quoted(of.value)}^^{_property(of.type)}"
    return quoted(of)


def quoted(text: str) -> str:
    """Words between quotation marks."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(found: "re.Match[str]") -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
