"""About the figures: what the register holds, how accurate the reading is, what the software does not know."""

from functools import cache
from pathlib import Path

import msgspec

from secretariat.site.frame import Page
from secretariat.site.queries import Query
from secretariat.site.room import Room

FIGURES = Path(__file__).parent.parent / "data" / "figures.yaml"


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How well one kind of mark is read: how many a person marked, and precision, recall and F1 from 0 to 1."""

    kind: str
    marked: int
    precision: float
    recall: float
    f1: float


class Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last full run: over which documents, what it does not say, and a row for each kind."""

    over: str
    caution: str
    rows: tuple[Figure, ...]


@cache
def figures() -> Figures:
    """The figures that are shipped with this version."""
    return msgspec.yaml.decode(FIGURES.read_bytes(), type=Figures)


def about(room: Room, query: Query) -> Page:
    """The page on figures, words and limits."""
    return Page(
        template="about.html",
        title="About the figures",
        values={
            "totals": room.kept("totals", lambda ask: ask.totals()),
            "doubts": room.kept("doubts", lambda ask: ask.doubts()),
            "words": room.register.vocabulary.hash,
            "figures": figures(),
        },
    )
