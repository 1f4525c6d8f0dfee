"""Builds ``src/secretariat/publishing/plots/data/land.json``: outlines of land for the map, without any border of a state.

    npm pack world-atlas && tar xf world-atlas-*.tgz
    python tools/build_land.py package/land-110m.json

The shapes are Natural Earth's at 1:110 million (public domain), in the TopoJSON of the package world-atlas. They are written
as GeoJSON, to a tenth of a degree. Antarctica is left out: it would take a third of the map.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src" / "secretariat" / "publishing" / "plots" / "data" / "land.json"
_SOUTH = -60.0


def arcs_of(topology: dict[str, Any]) -> list[list[list[float]]]:
    """The arcs of a TopoJSON as rows of [longitude, latitude]."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    made = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([round(x * scale_x + move_x, 1), round(y * scale_y + move_y, 1)])
        made.append(points)
    return made


def ring_of(numbers: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    """One ring, its arcs put together; ``~n`` is arc ``n`` the other way about."""
    points: list[list[float]] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points += arc[1:] if points else arc
    return [p for before, p in zip([None, *points], points, strict=False) if p != before]


def main() -> None:
    """Writes the file and says how many polygons it has."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    shapes = topology["objects"]["land"]["geometries"][0]["arcs"]
    polygons = [[ring_of(ring, arcs) for ring in polygon] for polygon in shapes]
    polygons = [p for p in polygons if len(p[0]) > 3 and max(y for _, y in p[0]) > _SOUTH]
    land = {"type": "MultiPolygon", "coordinates": polygons}
    TARGET.write_text(json.dumps(land, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(polygons)} polygons, {TARGET.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
