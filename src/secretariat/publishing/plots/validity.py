"""From when until when instruments hold: a line of time for each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secretariat.publishing.plots.look import ACTOR, INSTRUMENT, looked
from secretariat.publishing.words.lines import shortened

if TYPE_CHECKING:
    import altair

MOST = 40
"""Instruments that are shown: the most often named."""
_LABEL = 60
_OPEN_YEARS = 5
"""How far a validity that names no end, or no beginning, is drawn."""


def validity_chart(rows: Sequence[Mapping[str, Any]], today: str, *, dark: bool = False) -> "altair.TopLevelMixin":
    """A bar for each instrument from first to last day, paler where an end is open; a rule stands at ``today`` (ISO).

    ``rows`` are those of ``ask.validities``: id, name, first, last, mentions.
    """
    import altair

    kept = sorted(rows, key=lambda r: (-r["mentions"], r["id"]))[:MOST]
    values: list[dict[str, str]] = []
    for r in sorted(kept, key=lambda r: (r["last"] or "9999", r["first"] or "", r["id"])):
        first = r["first"] or _years(r["last"], -_OPEN_YEARS)
        last = r["last"] or _years(r["first"], _OPEN_YEARS)
        ends = "both known" if r["first"] and r["last"] else "open"
        values.append(
            {"name": f"{shortened(r['name'], _LABEL)}\t{len(values)}", "first": first, "last": last, "ends": ends}
        )
    order = [v["name"] for v in values]
    bars = (
        altair.Chart(altair.Data(values=values))  # type: ignore[no-untyped-call]
        .mark_bar(height=10, cornerRadius=3, aria=False, color=INSTRUMENT[dark])
        .encode(
            x=altair.X("first:T", axis=altair.Axis(title=None, format="%Y", grid=True)),
            x2="last:T",
            y=altair.Y(
                "name:N",
                sort=order,
                axis=altair.Axis(
                    title=None, domain=False, ticks=False, labelLimit=380, labelExpr="split(datum.label, '\\t')[0]"
                ),
            ),
            opacity=altair.Opacity(
                "ends:N",
                scale=altair.Scale(domain=["both known", "open"], range=[1, 0.4]),
                legend=altair.Legend(title="beginning and end", orient="bottom"),
            ),
        )
    )
    now = (
        altair.Chart(altair.Data(values=[{"day": today}]))  # type: ignore[no-untyped-call]
        .mark_rule(color=ACTOR[dark], strokeDash=[4, 3])
        .encode(x="day:T")
    )
    return looked((bars + now).properties(width=520, height=20 * max(1, len(values))), dark=dark)


def _years(day: str, by: int) -> str:
    return f"{int(day[:4]) + by:04d}{day[4:]}"
