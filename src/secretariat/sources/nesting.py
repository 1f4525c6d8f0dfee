"""How deep HTML is nested, counted before it is parsed: parsers take quadratic time on hostile nesting."""

import re
from collections import Counter

from secretariat.model.errors import SourceError
from secretariat.sources.limits import Limits

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_UNNESTED = frozenset(
    "area base basefont br col embed frame hr img input link meta param source track wbr "
    "p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body".split()
)
"""Elements that have no content, or that another of their kind closes."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that a parser opens again in every block until they are closed."""
_MOST_REOPENED = 3_000_000
"""Elements that a parser may have to open again; a sound document has none."""


def check_nesting(markup: str, name: str, limits: Limits) -> None:
    """Raises ``SourceError`` where elements stand open in one another deeper than ``max_depth``."""
    opened: Counter[str] = Counter()
    depth = formatting = reopened = 0
    for match in _TAG.finditer(markup):
        tag = match[2].lower()
        if match[1]:
            if opened[tag] > 0:
                opened[tag] -= 1
                depth -= 1
                formatting -= tag in _FORMATTING
            continue
        if tag not in _FORMATTING:
            reopened += formatting
        if tag not in _UNNESTED:
            opened[tag] += 1
            depth += 1
            formatting += tag in _FORMATTING
        if depth > limits.max_depth or reopened > _MOST_REOPENED:
            raise SourceError(
                name,
                f"has elements nested more than {limits.max_depth} deep",
                "mend its markup, or set SECRETARIAT_MAX_DEPTH higher",
            )
