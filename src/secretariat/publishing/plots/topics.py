"""What was spoken of in which year: a heat map of topics."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secretariat.publishing.plots.look import SCALE, looked

if TYPE_CHECKING:
    import altair

MOST = 24
"""Topics that are shown, the most spoken of."""
YEARS = 30
"""Years that are shown, the latest."""


def topics_chart(rows: Sequence[Mapping[str, Any]], *, dark: bool = False) -> "altair.TopLevelMixin":
    """A square for each topic and year, the darker the more statements; the latest ``YEARS`` and the ``MOST`` topics.

    ``rows`` are those of ``ask.topic_counts``.
    """
    import altair

    last = max((int(r["year"]) for r in rows), default=0)
    rows = [r for r in rows if int(r["year"]) > last - YEARS]
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row["topic"]] += row["statements"]
    kept = [topic for topic, _ in totals.most_common(MOST)]
    years = (
        [str(y) for y in range(int(min(r["year"] for r in rows)), int(max(r["year"] for r in rows)) + 1)]
        if rows
        else []
    )
    values = [
        {"topic": r["topic"].replace("-", " "), "year": r["year"], "statements": r["statements"], "force": r["force"]}
        for r in rows
        if r["topic"] in kept
    ]
    chart = (
        altair.Chart(altair.Data(values=values))  # type: ignore[no-untyped-call]
        .mark_rect(cornerRadius=2, aria=False)
        .encode(
            x=altair.X(
                "year:O",
                scale=altair.Scale(domain=years, padding=0.08),
                axis=altair.Axis(title=None, labelAngle=-60 if len(years) > 14 else 0, domain=False, ticks=False),
            ),
            y=altair.Y(
                "topic:N",
                sort=[k.replace("-", " ") for k in kept],
                axis=altair.Axis(title=None, domain=False, ticks=False, labelLimit=220),
            ),
            color=altair.Color(
                "statements:Q",
                scale=altair.Scale(type="sqrt", range=SCALE[dark]),
                legend=altair.Legend(title="statements", orient="bottom", format="d"),
            ),
            tooltip=["topic:N", "year:O", "statements:Q", "force:Q"],
        )
        .properties(width=max(200, 26 * len(years)), height=22 * len(kept))
    )
    return looked(chart, dark=dark)
