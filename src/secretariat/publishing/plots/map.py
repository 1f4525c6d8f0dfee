"""Where meetings were held and instruments adopted: points on a map of land without borders."""

import json
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


@cache
def _land() -> Any:
    return json.loads(LAND.read_text(encoding="utf-8"))


def map_chart(rows: Sequence[Mapping[str, Any]], *, dark: bool = False) -> "altair.TopLevelMixin":
    """A disc for each place and kind, its area by how many. ``rows``: place, latitude, longitude, what, count."""
    import altair

    land = (
        altair.Chart(altair.Data(values=[{"type": "Feature", "geometry": _land(), "properties": {}}]))  # type: ignore[no-untyped-call]
        .mark_geoshape(fill=line(dark), stroke=None)
        .project("equalEarth")
    )
    data = altair.Data(values=[dict(r) for r in sorted(rows, key=lambda r: -r["count"])])  # type: ignore[no-untyped-call]
    kinds = ["meetings", "texts"]
    points = (
        altair.Chart(data)
        .mark_circle(opacity=0.75, aria=False)
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
        .mark_text(dy=-10, fontSize=11)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="place:N")
    )
    return looked((land + points + words).properties(width=860, height=430), dark=dark)
