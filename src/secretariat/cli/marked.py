"""A redline in one line of a terminal: struck and underlined in colour, [-out-] and {+in+} elsewhere."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from secretariat.publishing.words.lines import one_line

if TYPE_CHECKING:
    from secretariat.comparing.values import Words

_OUT, _IN, _PLAIN = "\x1b[9;31m", "\x1b[4;32m", "\x1b[0m"


def marked(words: "Sequence[Words]", a: str, b: str, *, ahead: int = 0, colour: bool | None = None) -> str:
    """The redline from ``a`` to ``b``; places of ``a`` are ``ahead`` of it. ``colour``: default where a person reads."""
    colour = sys.stdout.isatty() if colour is None else colour
    said = []
    for run in words:
        if run.a is not None:
            text = one_line(a[run.a[0] - ahead : run.a[1] - ahead])
        else:
            text = one_line(b[slice(*run.b)]) if run.b is not None else ""
        if run.kind == "deleted":
            text = f"{_OUT}{text}{_PLAIN}" if colour else f"[-{text}-]"
        elif run.kind == "inserted":
            text = f"{_IN}{text}{_PLAIN}" if colour else "{+" + text + "+}"
        said.append(text)
    return " ".join(said)
