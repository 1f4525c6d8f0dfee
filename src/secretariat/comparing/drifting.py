"""Asks a register for what ``drift`` needs: by the id or name of a thing, or by words that stand for one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from secretariat.comparing.drift import Drift, Moved, Row, drift_of, moved_between
from secretariat.model.errors import RegisterError
from secretariat.register.asking.filters import Filters

if TYPE_CHECKING:
    from secretariat.register.asking.questions import Questions

_TYPES = ("instrument", "event", "body")


def drift(ask: "Questions", wanted: str, organisation: str = "") -> Drift:
    """How a thing was spoken of, in the documents of one organisation or of all.

    ``wanted`` is an id, a name, or words, where they name no thing or several.

    Raises ``RegisterError`` where nothing is called so and no document has the words.
    """
    try:
        row = ask.show(wanted)
    except RegisterError:
        if "/" in wanted:
            raise
        told = ask.told(wanted)
        if not told["passages"]:
            raise
        return _drift(ask, wanted, wanted, _of(ask, organisation, told["passages"]))
    places = _of(ask, organisation, [*row["places"], *row["passages"]])
    return _drift(ask, row["id"], row["name"], places, row["statements"])


def _of(ask: "Questions", organisation: str, places: list[Row]) -> list[Row]:
    """The places that lie in documents of an organisation."""
    if not organisation:
        return places
    documents = {row["document"] for row in ask.documents(Filters(organisation=organisation)).rows}
    return [place for place in places if place["document"] in documents]


def _drift(ask: "Questions", thing: str, name: str, places: list[Row], about: Sequence[Row] = ()) -> Drift:
    """The drift over some places. In a document with statements that are about the thing (``about``) only these count."""
    statements, stages = ask.spoken([(p["document"], p["start"], p["end"]) for p in places])
    chosen = {(row["document"], row["start"], row["end"]) for row in about}
    documents = {document for document, _, _ in chosen}
    kept = [
        row
        for row in statements
        if row["document"] not in documents or (row["document"], row["start"], row["end"]) in chosen
    ]
    return drift_of(thing, name, places, kept, stages)


def drift_between(ask: "Questions", a: str, b: str) -> tuple[list[Moved], int]:
    """The things that two documents (ids) name and speak of otherwise, and how many they speak of as before."""
    ids = [
        {e["id"]: e["name"] for type_ in _TYPES for e in ask.entities(Filters(type=type_, document=document)).rows}
        for document in (a, b)
    ]
    both = sorted(ids[0].keys() & ids[1].keys())
    rows = (ask.show(e) for e in both)
    drifts = (_drift(ask, row["id"], row["name"], row["places"], row["statements"]) for row in rows)
    return moved_between(drifts, a, b)
