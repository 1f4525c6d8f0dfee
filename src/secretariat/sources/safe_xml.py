"""XML parsed without trusting it: no entities, no documents from elsewhere, a bound on depth."""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from secretariat.model.errors import SourceError
from secretariat.sources.limits import Limits


class _Guard:
    """Builds the tree, and stops where a file nests too deep or declares entities."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._tree = TreeBuilder()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise SourceError(
                self._name,
                f"has elements nested more than {self._limits.max_depth} deep",
                "mend it, or set SECRETARIAT_MAX_DEPTH higher",
            )
        self._tree.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._tree.end(tag)

    def data(self, data: str) -> None:
        self._tree.data(data)

    def close(self) -> Element:
        return self._tree.close()


def parse_xml(markup: str, name: str, limits: Limits) -> Element:
    """The root element of XML. Comments and instructions are left out.

    Raises ``SourceError`` where it is not well formed, nests deeper than ``max_depth`` or declares entities: those
    could name other files or grow without end, and are never resolved.
    """
    if "<!ENTITY" in markup:
        raise SourceError(name, "declares XML entities, which are never resolved", "save it without its DTD")
    parser = XMLParser(target=_Guard(name, limits))
    try:
        parser.feed(markup)
        root: Element = parser.close()
    except ParseError as fault:
        raise SourceError(name, f"is not well-formed XML ({fault})", "get a sound copy of it") from fault
    return root
