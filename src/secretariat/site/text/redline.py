"""A word-level redline as HTML."""

from collections.abc import Sequence

from markupsafe import Markup

from secretariat.comparing.values import Words
from secretariat.site.text.html import esc

_TAGS = {"deleted": "del", "inserted": "ins"}


def redline_html(words: Sequence[Words], a: str, b: str, *, ahead: int = 0) -> Markup:
    """The redline from ``a`` to ``b``; places of ``a`` are ``ahead`` of it."""
    made = []
    for run in words:
        text = (
            a[run.a[0] - ahead : run.a[1] - ahead]
            if run.a is not None
            else b[slice(*run.b)]
            if run.b is not None
            else ""
        )
        tag = _TAGS.get(run.kind)
        made.append(f"<{tag}>{esc(text)}</{tag}>" if tag else esc(text))
    return Markup(" ".join(made))
