"""The uses of a phrase by year, one colour a wording."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import altair

    from secretariat.comparing.phrase import History

_MOST = 6
"""Wordings that have a colour of their own; the rest are one."""
_REST = "other wordings"
COLOURS = ["#1f5fa8", "#c2570c", "#2f7d4f", "#7a4fa3", "#a8893b", "#5b6470", "#b9bec6"]


def phrase_chart(history: "History") -> "altair.Chart":
    """Bars of uses by year. Uses in documents without a date stand under "no date"."""
    import altair

    named = [w.words for w in history.wordings[:_MOST]]
    names = [*named, *([_REST] if len(history.wordings) > _MOST else [])]
    met: dict[tuple[str, str], int] = {}
    for c in history.counts:
        key = (c.year or "no date", c.wording if c.wording in named else _REST)
        met[key] = met.get(key, 0) + c.uses
    years = sorted({year for year, _ in met if year != "no date"})
    if years:  # years without a use are shown, too
        years = [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]
    years += ["no date"] if any(year == "no date" for year, _ in met) else []
    rows = [
        {"year": year, "wording": wording, "uses": uses, "order": names.index(wording)}
        for (year, wording), uses in sorted(met.items())
    ]
    chart: altair.Chart = (
        altair.Chart(
            altair.Data(values=rows),  # type: ignore[no-untyped-call]
            title=altair.TitleParams(
                f"“{history.phrase}”", subtitle="uses by year, small changes apart", anchor="start"
            ),
        )
        .mark_bar()
        .encode(
            x=altair.X("year:O", scale=altair.Scale(domain=years), axis=altair.Axis(labelAngle=0, title=None)),
            y=altair.Y("uses:Q", axis=altair.Axis(title="uses", format="d", tickMinStep=1)),
            color=altair.Color(
                "wording:N",
                scale=altair.Scale(
                    domain=names, range=COLOURS[: len(names) - (_REST in names)] + COLOURS[-1:] * (_REST in names)
                ),
                legend=altair.Legend(title=None, labelLimit=320, orient="bottom", columns=2),
            ),
            order=altair.Order("order:Q"),
            tooltip=["year:O", "wording:N", "uses:Q"],
        )
        .properties(width=max(240, 46 * len(years)), height=220)
    )
    return chart
