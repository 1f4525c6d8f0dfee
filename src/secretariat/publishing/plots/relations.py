"""What a thing has to do with others: those that point to it on the left, those that it points to on the right."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secretariat.publishing.plots.look import INSTRUMENT, ink, line, looked
from secretariat.publishing.words.lines import shortened

if TYPE_CHECKING:
    import altair

MOST = 10
"""Things that are shown on each side."""
_LABEL = 44
_ROW = 30
_WIDTH = 860
_WORDS = 0.55
"""How far along a line its words stand."""
_LABELS: dict[str, tuple[str, int, int, str]] = {
    "left": ("right", -8, 0, "normal"),
    "middle": ("center", 0, 16, "bold"),
    "right": ("left", 8, 0, "normal"),
}
"""How a label stands to its point: align, right, down, weight."""


def relations_chart(name: str, rows: Sequence[Mapping[str, Any]], *, dark: bool = False) -> "altair.TopLevelMixin":
    """A line for each relation. ``rows``: said (what the thing is to the other), name (of the other), outward (true where the
    thing is the relation's subject)."""
    import altair

    def side(outward: bool) -> list[tuple[str, str]]:
        return list(dict.fromkeys((r["name"], r["said"]) for r in rows if r["outward"] is outward))[:MOST]

    sides = [side(False), side(True)]
    height = max(1, *map(len, sides))
    middle = (height - 1) / 2
    nodes: list[dict[str, Any]] = [{"x": 0.0, "y": middle, "label": shortened(name, _LABEL), "side": "middle"}]
    lines: list[dict[str, Any]] = []
    for x, place, pairs in ((-1.0, "left", sides[0]), (1.0, "right", sides[1])):
        for n, (label, said) in enumerate(pairs):
            y = middle + (n - (len(pairs) - 1) / 2)
            nodes.append({"x": x, "y": y, "label": shortened(label, _LABEL), "side": place})
            half = middle + (y - middle) * _WORDS
            lines.append({"x": 0.0, "y": middle, "x2": x, "y2": y, "said": said, "at": x * _WORDS, "half": half})
    x_axis = altair.X("x:Q", axis=None, scale=altair.Scale(domain=[-2.1, 2.1]))
    y_axis = altair.Y("y:Q", axis=None, scale=altair.Scale(domain=[height - 0.4, -0.6]))
    edges = altair.Chart(altair.Data(values=lines)).mark_rule(color=line(dark), strokeWidth=2)  # type: ignore[no-untyped-call]
    said = altair.Chart(altair.Data(values=lines)).mark_text(fontSize=11, dy=-6)  # type: ignore[no-untyped-call]
    layers = [
        edges.encode(x=x_axis, y=y_axis, x2="x2:Q", y2="y2:Q"),
        said.encode(x=altair.X("at:Q", axis=None), y=altair.Y("half:Q", axis=None), text="said:N"),
    ]
    for place, (align, dx, dy, weight) in _LABELS.items():
        own = [n for n in nodes if n["side"] == place]
        if not own:
            continue
        data = altair.Data(values=own)  # type: ignore[no-untyped-call]
        base = altair.Chart(data).encode(x=x_axis, y=y_axis)
        words: dict[str, Any] = {
            "align": align,
            "dx": dx,
            "dy": dy,
            "fontSize": 12,
            "fontWeight": weight,
            "color": ink(dark),
        }
        layers.append(base.mark_circle(size=70, opacity=1, color=INSTRUMENT[dark]))
        layers.append(base.mark_text(**words).encode(text="label:N"))
    return looked(altair.layer(*layers).properties(width=_WIDTH, height=_ROW * (height + 1)), dark=dark)
