"""Writes a network as GraphML, a node or an edge at a time."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from lxml import etree

from secretariat.publishing.exact import allowed

NS = "http://graphml.graphdrawing.org/xmlns"
Values = Mapping[str, str | int | None]


class Network:
    """A GraphML file that is open."""

    def __init__(self, xml: Any) -> None:
        self._xml = xml

    def node(self, id_: str, values: Values) -> None:
        """A node with its values; None is left out."""
        self._write("node", {"id": id_}, "n", values)

    def edge(self, source: str, target: str, values: Values) -> None:
        """An edge with its values; None is left out."""
        self._write("edge", {"source": source, "target": target}, "e", values)

    def _write(self, name: str, attributes: dict[str, str], of: str, values: Values) -> None:
        made = etree.Element(f"{{{NS}}}{name}", attributes, nsmap={None: NS})
        for key, value in values.items():
            if value is not None:
                data = etree.SubElement(made, f"{{{NS}}}data", key=f"{of}-{key}")
                data.text = allowed(str(value))
        self._xml.write(made)


@contextmanager
def network(
    file: IO[bytes], *, directed: bool, nodes: Mapping[str, str], edges: Mapping[str, str]
) -> Iterator[Network]:
    """A network to write into; ``nodes`` and ``edges`` give the type (string, int) of each value by its name."""
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{NS}}}graphml", nsmap={None: NS}):
            for key in (*_keys("node", nodes), *_keys("edge", edges)):
                xml.write(key)
            kind = "directed" if directed else "undirected"
            with xml.element(f"{{{NS}}}graph", {"id": "register", "edgedefault": kind}):
                yield Network(xml)
    file.write(b"\n")


def _keys(of: str, values: Mapping[str, str]) -> Iterable[Any]:
    for name, type_ in values.items():
        told = {"id": f"{of[0]}-{name}", "for": of, "attr.name": name, "attr.type": type_}
        yield etree.Element(f"{{{NS}}}key", told, nsmap={None: NS})
