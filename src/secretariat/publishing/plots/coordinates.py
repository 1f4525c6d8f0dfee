"""Where places lie: latitude and longitude by the ids of the lexicon, and from there by the words of a document.

Shipped are the cities of the lexicon (GeoNames, CC BY 4.0). A user's lexicon folder may hold a ``coordinates.csv`` of its own
with the columns ``id``, ``latitude`` and ``longitude``, in degrees.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from secretariat.lexicon.entries import PlaceName
from secretariat.lexicon.load import load_lexicon
from secretariat.model.errors import DataError

SHIPPED = Path(__file__).parent / "data" / "coordinates.csv"
NAME = "coordinates.csv"
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


class Gazetteer:
    """Finds the place that some words name, and where it lies."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        lexicon = load_lexicon(extra=folders)
        self._points = dict(_points((SHIPPED, *(f / NAME for f in folders if (f / NAME).exists()))))
        self._places: dict[str, list[PlaceName]] = {}
        for entry in lexicon.entries("place"):
            if isinstance(entry, PlaceName):
                for form in (*entry.forms, *entry.weak):
                    self._places.setdefault(form.casefold(), []).append(entry)
        self._states = {
            form.casefold(): e.id
            for e in lexicon.entries("state")
            for form in (*e.forms, *getattr(e, "adjectives", ()))
        }

    def find(self, words: str) -> tuple[str, Point] | None:
        """Today's name and the coordinates of the place that words name ("Kyoto, Japan").

        None where the words name no city that has coordinates, or where they name several of equal rank and no state.
        """
        name, _, rest = (part.strip() for part in words.partition(","))
        state = self._states.get(rest.casefold().removeprefix("the ")) if rest else None
        known = [p for p in self._places.get(name.casefold(), ()) if state is None or p.country == state]
        known.sort(key=lambda p: p.rank)
        if not known or (len(known) > 1 and known[0].rank == known[1].rank):
            return None
        point = self._points.get(known[0].id)
        return None if point is None else ((known[0].forms or known[0].weak)[0], point)


@lru_cache(maxsize=4)
def gazetteer(folders: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer of the shipped lexicon and of further folders, made once. Raises ``DataError`` for a broken file."""
    return Gazetteer(folders)


def _points(paths: Sequence[Path]) -> Iterator[tuple[str, Point]]:
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(line for line in file if not line.startswith("#"))
            for number, row in enumerate(rows, 1):
                try:
                    latitude, longitude = float(row["latitude"]), float(row["longitude"])
                    name = row["id"]
                except (KeyError, TypeError, ValueError):
                    raise DataError(f"{path}: row {number} is no id, latitude and longitude; mend it") from None
                if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
                    raise DataError(f"{path}: row {number} ({name}) lies nowhere on earth; give degrees")
                yield name, (latitude, longitude)
