"""Where meetings were held and instruments adopted: points on a map of land without borders."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from secretariat.publishing.plots.look import EVENT, INSTRUMENT, line, looked

if TYPE_CHECKING:
    import altair

LAND = Path(__file__).parent / "data" / "land.json"
_LABELS = 12
"""Places that are named on the map, those with the most."""


_WIDTH, _HEIGHT = 860, 430
_WORLD = 100
"""Degrees over which places lie from which the whole world is shown."""
_LEAST = 20
"""Degrees that are shown at least."""
_AROUND = 1.5
"""How much more is shown than the places take."""


@cache
def _land() -> Any:
    return json.loads(LAND.read_text(encoding="utf-8"))


def map_chart(rows: Sequence[Mapping[str, Any]], *, dark: bool = False) -> "altair.TopLevelMixin":
    """A disc for each place and kind, its area by how many. ``rows``: place, latitude, longitude, what, count."""
    import altair

    land = altair.Chart(altair.Data(values=[{"type": "Feature", "geometry": _land(), "properties": {}}])).mark_geoshape(  # type: ignore[no-untyped-call]
        fill=line(dark), stroke=None, clip=True
    )
    data = altair.Data(values=[dict(r) for r in sorted(rows, key=lambda r: -r["count"])])  # type: ignore[no-untyped-call]
    kinds = ["meetings", "texts"]
    points = (
        altair.Chart(data)
        .mark_circle(opacity=0.75, aria=False, clip=True)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=altair.Size(
                "count:Q",
                scale=altair.Scale(domainMin=1, range=[25, 700]),
                legend=altair.Legend(title="how many", orient="bottom", format="d", tickMinStep=1),
            ),
            color=altair.Color(
                "what:N",
                scale=altair.Scale(domain=kinds, range=[EVENT[dark], INSTRUMENT[dark]]),
                legend=altair.Legend(title=None, orient="bottom"),
            ),
            tooltip=["place:N", "what:N", "count:Q"],
        )
    )
    most = sorted(
        {r["place"]: r for r in sorted(rows, key=lambda r: r["count"])}.values(),
        key=lambda r: (-r["count"], r["place"]),
    )
    words = (
        altair.Chart(altair.Data(values=[dict(r) for r in most[:_LABELS]]))  # type: ignore[no-untyped-call]
        .mark_text(dy=-10, fontSize=11, clip=True)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="place:N")
    )
    return looked((land + points + words).project(**_view(rows)).properties(width=_WIDTH, height=_HEIGHT), dark=dark)


def _view(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The projection: of the whole world, or of the part of it in which all places lie."""
    if not rows:
        return {"type": "equalEarth"}
    east, north = [r["longitude"] for r in rows], [r["latitude"] for r in rows]
    span = max(max(east) - min(east), _WIDTH / _HEIGHT * (max(north) - min(north)), _LEAST)
    if span > _WORLD:
        return {"type": "equalEarth"}
    scale = _WIDTH / math.radians(span * _AROUND)
    return {"type": "mercator", "center": [(max(east) + min(east)) / 2, (max(north) + min(north)) / 2], "scale": scale}
