"""Meetings and deadlines as iCalendar (RFC 5545), to subscribe to: every day is one that a document tells.

A date that is known to the month or year only becomes an entry over all of it, which says so and does not make anybody busy.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import IO, Any

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.edition import Edition
from secretariat.publishing.words.dates import in_words
from secretariat.publishing.words.lines import one_line
from secretariat.register.asking.answer import Row

_WHAT = {"expires": "Expires", "planned": "Planned", "promised": "Promised by", "asked": "Asked for by"}
_LONG = 200


def write_calendar(edition: Edition, file: IO[bytes]) -> None:
    """Writes one calendar: an entry a date of a meeting, and one a deadline."""
    from icalendar import Calendar

    head = Calendar()
    head.add("prodid", f"-//Secretariat//{edition.version}//EN")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-calname", "Meetings and deadlines")
    begin, end = head.to_ical().split(b"END:VCALENDAR")
    file.write(begin)
    for entry in chain(_meetings(edition), _deadlines(edition)):
        file.write(entry.to_ical())
    file.write(b"END:VCALENDAR" + end)


def _meetings(edition: Edition) -> Iterator[Any]:
    for row in edition.snapshot.things():
        if row["type"] != "event":
            continue
        for edtf in row["facts"].get("dates", ()):
            days = _days(edtf)
            if days is None:
                continue
            places = row["facts"].get("places", ())
            told = [f"{row['name']}: {in_words(edtf)}", *(f"Named as: {name}" for name, _ in row["names"][:3])]
            address = edition.to.thing(row["id"])
            yield _entry(
                uid=f"{row['id'].replace('/', '-')}-{edtf.replace('/', '--')}",
                days=days,
                stamp=row["last_date"] or row["first_date"],
                summary=one_line(row["name"]),
                told=[*told, address],
                address=address,
                place=", ".join(places),
                category="MEETING",
                cancelled=row["facts"].get("status") == "cancelled",
            )


def _deadlines(edition: Edition) -> Iterator[Any]:
    dates: dict[str, Row] = {}
    for row in edition.snapshot.deadlines():
        document = row["document"]
        if document not in dates:
            dates = {document: edition.snapshot.facts(document)}  # deadlines come document by document
        facts = dates[document]
        if not is_edtf(row["edtf"]):
            continue
        last = date.fromisoformat(row["by"])
        address = edition.to.at(document, row["start"])
        what = one_line(row["entity_name"] or row["text"])[:_LONG]
        yield _entry(
            uid=f"{document.removeprefix('sha256:')[:16]}-due-{row['n']}",
            days=(last, last),
            stamp=facts["date"],
            summary=f"{_WHAT[row['what']]}: {what}",
            told=[
                f"“{one_line(row['text'])}”",
                f"{edition.title(facts)}; date as told: {in_words(row['edtf'])}",
                address,
            ],
            address=address,
            place="",
            category="DEADLINE",
            cancelled=False,
        )


def _days(edtf: str) -> tuple[date, date] | None:
    """The first and the last day that a date means; None where it has no beginning or no end."""
    first, last = find_bounds(edtf) if is_edtf(edtf) else (None, None)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _entry(
    *,
    uid: str,
    days: tuple[date, date],
    stamp: str | None,
    summary: str,
    told: list[str],
    address: str,
    place: str,
    category: str,
    cancelled: bool,
) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@secretariat")
    event.add("dtstamp", _instant(stamp))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(told))
    event.add("url", address)
    event.add("categories", [category])
    event.add("transp", "TRANSPARENT")
    if place:
        event.add("location", place)
    if cancelled:
        event.add("status", "CANCELLED")
    return event


def _instant(told: str | None) -> datetime:
    """The day of the document that tells it, at midnight UTC: the same register gives the same calendar."""
    first = find_bounds(told)[0] if told and is_edtf(told) else None
    day = date.fromisoformat(first) if first else date(1970, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
