"""Saves a chart as a file, by the ending of its name: ``.svg``, ``.png``, or ``.html`` with everything in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from secretariat.model.errors import SourceError

if TYPE_CHECKING:
    import altair

ENDINGS = (".svg", ".png", ".html")
_PIXELS = 2.0
"""Pixels of a PNG for each unit of the chart."""


def check_target(path: Path) -> None:
    """Raises ``SourceError`` where a plot cannot be saved under that name, or the extra is not installed."""
    if path.suffix.lower() not in ENDINGS:
        raise SourceError(str(path), "is no kind of plot", f"end its name in {', '.join(ENDINGS)}")
    try:
        import altair  # noqa: F401
        import vl_convert  # noqa: F401
    except ImportError:
        raise SourceError(
            str(path), "plots need a library that is not installed", "pip install 'secretariat[plots]'"
        ) from None


def save_chart(chart: "altair.TopLevelMixin", path: Path) -> None:
    """Writes a chart, whole or not at all; nothing is fetched, now or when the page is opened.

    Raises ``SourceError`` for another ending, where the extra is missing, or where the file cannot be written.
    """
    check_target(path)
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        if path.suffix.lower() == ".html":
            chart.save(str(partial), inline=True)
        else:
            chart.save(str(partial), scale_factor=_PIXELS if path.suffix.lower() == ".png" else 1)
        partial.replace(path)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise SourceError(str(path), f"cannot be written ({fault.strerror})", "name another file") from None
