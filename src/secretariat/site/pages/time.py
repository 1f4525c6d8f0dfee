"""The page of time: a calendar of meetings and deadlines by month, when instruments hold, and what was spoken of when."""

from collections import Counter
from typing import Any

import msgspec

from secretariat.publishing.plots.look import DRAWN
from secretariat.register.asking.filters import Filters
from secretariat.site.frame import Page, today
from secretariat.site.lists import organisations
from secretariat.site.queries import Query
from secretariat.site.room import Room

Row = dict[str, Any]
_MONTHS = 12
_AROUND = 12
"""Years that can be chosen beside the one shown."""


def time_page(room: Room, query: Query) -> Page:
    """One year, month by month, and the plots over all years."""
    only = Filters(organisation=query["organisation"] or None)
    events = msgspec.structs.replace(only, type="event")
    meetings = room.kept(("happenings", events), lambda ask: ask.happenings(events).rows)
    due = room.ask.due("0001-01-01", "9999-12-31", only).rows
    years = Counter(r["first"][:4] for r in meetings if r["first"])
    years.update(d["by"][:4] for d in due)
    year = str(query.number("year", 1, 9999, _standard(years))).zfill(4)
    months, whole = _calendar(meetings, due, year)
    strong = msgspec.structs.replace(only, force=query.filters(per_page=None).force)
    topics = room.kept(("topics", strong), lambda ask: ask.topic_counts(strong))
    validities = room.kept(("validities", only), lambda ask: ask.validities(only))
    return Page(
        template="time.html",
        title="Time",
        values={
            "year": year,
            "years": _beside(years, year),
            "months": months,
            "whole": whole,
            "chosen": query.chosen("organisation", "force"),
            "organisations": list(organisations(room).items()),
            "topics": topics,
            "topic_years": sorted({r["year"] for r in topics}),
            "topic_rows": _by_topic(topics),
            "validities": validities,
            "drawn": DRAWN,
        },
    )


def years_of(room: Room, only: Filters) -> Counter[str]:
    """The years in which something is to be shown, and how much."""
    events = msgspec.structs.replace(only, type="event")
    years = Counter(r["first"][:4] for r in room.ask.happenings(events).rows if r["first"])
    years.update(d["by"][:4] for d in room.ask.due("0001-01-01", "9999-12-31", only).rows)
    return years


def _standard(years: Counter[str]) -> int:
    """The year that is shown first: this one, else the latest before it with anything in it, else the first after it."""
    now = today()[:4]
    known = sorted(years)
    before = [y for y in known if y <= now]
    return int(before[-1] if before else known[0] if known else now)


def _beside(years: Counter[str], year: str) -> list[tuple[str, int]]:
    known = sorted({*years, year})
    at = known.index(year)
    low = max(0, min(at - _AROUND // 2, len(known) - _AROUND - 1))
    return [(y, years[y]) for y in known[low : low + _AROUND + 1]]


def _calendar(meetings: list[Row], due: list[Row], year: str) -> tuple[list[tuple[int, list[Row]]], list[Row]]:
    """What falls in each month of a year; and what falls in the year, no text says in which month."""
    months: list[list[Row]] = [[] for _ in range(_MONTHS)]
    whole: list[Row] = []
    for r in meetings:
        if r["first"] and r["first"][:4] <= year <= (r["last"] or r["first"])[:4]:
            row = {**r, "what": r["status"] or "held"}
            if r["first"][:7] == (r["last"] or r["first"])[:7] or len(r["edtf"].split("/")[0]) > 7:
                month = int(r["first"][5:7]) if r["first"][:4] == year else 1
                months[month - 1].append(row)
            else:
                whole.append(row)
    for d in due:
        if d["by"][:4] == year and d["what"] != "planned":  # a planned meeting is among the meetings
            row = {**d, "type": "due", "edtf": d["by"], "first": d["by"]}
            (months[int(d["by"][5:7]) - 1] if d["edtf"].count("-") else whole).append(row)
    for rows in (*months, whole):
        rows.sort(key=lambda r: (r["first"], r["type"], r.get("id") or r["document"]))
    return [(n, rows) for n, rows in enumerate(months, 1)], whole


def _by_topic(topics: list[Row]) -> list[tuple[str, dict[str, Row]]]:
    rows: dict[str, dict[str, Row]] = {}
    for r in topics:
        rows.setdefault(r["topic"], {})[r["year"]] = r
    return sorted(rows.items(), key=lambda item: (-sum(r["statements"] for r in item[1].values()), item[0]))
