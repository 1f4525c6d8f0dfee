"""How a thing was spoken of through time: the force of the strongest word of each document, coloured by its act."""

from typing import TYPE_CHECKING, Any

from secretariat.comparing.force import NAMES

if TYPE_CHECKING:
    import altair

    from secretariat.comparing.drift import Drift

ACTS = {
    "assertion": "#7b838c",
    "position": "#1f5fa8",
    "appraisal": "#2f7d4f",
    "call": "#a8893b",
    "commitment": "#c2570c",
    "decision": "#9c2545",
}


def drift_chart(drift: "Drift") -> "altair.TopLevelMixin":
    """A line of force by document, in order of time; above each point the verb, and the stage where one is told."""
    import altair

    rows: list[dict[str, Any]] = []
    for n, spoken in enumerate(drift.documents):
        if spoken.strongest is not None:
            verb = " ".join(spoken.strongest.verb.split("-"))
            rows.append(
                {
                    "at": f"{n + 1:03} {spoken.date or 'no date'}",
                    "force": spoken.strongest.force,
                    "act": spoken.strongest.act,
                    "word": f"{verb} · {spoken.stage}" if spoken.stage else verb,
                    "document": spoken.name,
                    "quote": spoken.strongest.quote,
                }
            )
    base = altair.Chart(
        altair.Data(values=rows),  # type: ignore[no-untyped-call]
        title=altair.TitleParams(drift.name, subtitle="the strongest word of each document", anchor="start", limit=700),
    ).encode(
        x=altair.X("at:O", axis=altair.Axis(title=None, labelAngle=0, labelExpr="substring(datum.value, 4)")),
        y=altair.Y(
            "force:Q",
            scale=altair.Scale(domain=[0, 5.5]),
            axis=altair.Axis(title=None, values=[0, 1, 2, 3, 4, 5], labelExpr=_names()),
        ),
        tooltip=["document:N", "act:N", "force:Q", "quote:N"],
    )
    known = [act for act in ACTS if any(row["act"] == act for row in rows)]
    colour = altair.Color(
        "act:N",
        scale=altair.Scale(domain=known, range=[ACTS[act] for act in known]),
        legend=altair.Legend(title=None, orient="bottom"),
    )
    layers = altair.layer(
        base.mark_line(interpolate="step-after", color="#b9bec6", strokeWidth=2),
        base.mark_point(filled=True, size=130, opacity=1).encode(color=colour),
        base.mark_text(align="left", dx=10, dy=-10, fontSize=11, limit=180).encode(text="word:N"),
    )
    return layers.properties(width=max(320, 150 * len(rows)), height=240)


def _names() -> str:
    """The words of the scale of force, as the axis shows them."""
    return f"[{', '.join(repr(f'{n} {name}') for n, name in enumerate(NAMES))}][datum.value]"
