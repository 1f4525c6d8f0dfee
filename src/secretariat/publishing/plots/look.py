"""The look that all charts share, on light and on dark paper."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair

_INK, _SOFT, _LINE = ("#1b2026", "#e7e7e3"), ("#59626c", "#a9b1b9"), ("#d9dad4", "#394049")
INSTRUMENT, EVENT, ACTOR = ("#17508f", "#9cc5f4"), ("#17633a", "#8fd6a8"), ("#8a4b08", "#eebb80")
"""Colours of kinds on light and on dark paper, the same as on the site."""
SCALE = (["#e3edf8", "#17508f"], ["#1b3450", "#9cc5f4"])
"""From little to much, on light and on dark paper."""


DRAWN = find_spec("vl_convert") is not None and find_spec("altair") is not None
"""Whether the extra that draws is installed."""


def ink(dark: bool) -> str:
    """The colour of words."""
    return _INK[dark]


def line(dark: bool) -> str:
    """The colour of lines that only guide the eye."""
    return _LINE[dark]


def looked(chart: Any, *, dark: bool = False) -> "altair.TopLevelMixin":
    """The chart with transparent paper and quiet axes."""
    words: dict[str, Any] = {"labelColor": _SOFT[dark], "titleColor": _SOFT[dark]}
    made: altair.TopLevelMixin = (
        chart.configure(background="transparent", font="system-ui, Segoe UI, Roboto, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            **words, labelFontSize=12, domainColor=_LINE[dark], tickColor=_LINE[dark], gridColor=_LINE[dark]
        )
        .configure_legend(**words, labelFontSize=12)
        .configure_title(color=_INK[dark], subtitleColor=_SOFT[dark], anchor="start")
        .configure_text(color=_SOFT[dark])
    )
    return made


def svg(chart: "altair.TopLevelMixin") -> str:
    """The chart as SVG; nothing is fetched. Raises ``ImportError`` where the extra ``plots`` is not installed."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))
