"""Writing XML of other vocabularies: elements with words, to the end of what XML allows."""

from typing import Any

from lxml import etree

from secretariat.publishing.exact import allowed


def element(namespace: str, name: str, words: str | None = None, /, **attributes: str) -> Any:
    """An element with words in one line; what XML does not allow is left out."""
    told = {key: allowed(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{namespace}}}{name}", told, nsmap={None: namespace})
    if words is not None:
        made.text = allowed(words)
    return made


def add(parent: Any, name: str, words: str | None = None, /, **attributes: str) -> Any:
    """A new element within another, of the same namespace."""
    made = element(etree.QName(parent).namespace or "", name, words, **attributes)
    parent.append(made)
    return made
