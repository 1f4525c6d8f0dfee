"""The page of one thing: names, facts, life, relations, what is said of it, every mention in context."""

from itertools import groupby
from typing import Any

from secretariat.publishing.plots.look import DRAWN
from secretariat.register.asking.filters import Filters
from secretariat.site.frame import Moved, Page, day, kind_said
from secretariat.site.queries import Query
from secretariat.site.room import Room

Row = dict[str, Any]
RELATIONS = {
    "implements": ("implements", "implemented by"),
    "amends": ("amends", "amended by"),
    "supplements": ("supplements", "supplemented by"),
    "supersedes": ("supersedes", "superseded by"),
    "recalls": ("recalls", "recalled by"),
    "supported-by": ("supported by", "supports"),
    "proposed-by": ("proposed by", "proposed"),
}
"""What a relation is called from its subject, and from its object."""
_FEW, _ALL = 30, 300
"""Mentions and statements that are shown at once, and when more are asked for; the rest is in the tables."""


def thing(room: Room, query: Query, entity: str) -> Page | Moved:
    """A thing by its id; a former id leads on. Raises ``RegisterError`` where nothing is called so."""
    most = _ALL if query["all"] else _FEW
    row = room.ask.show(entity, most=most)
    if row["id"] != entity:
        return Moved(to=row["id"])
    names = room.ask.names([pair["with"] for pair in row["pairs"]])
    acts = room.ask.statement_counts(Filters(about=row["id"]))["act"]
    return Page(
        template="thing.html",
        title=str(row["name"]),
        values={
            "row": row,
            "said": _by_document(row["statements"]),
            "named": _by_document(row["places"]),
            "most": most,
            "all": _ALL,
            "acts": list(acts.items()),
            "total": sum(acts.values()),
            "relations": relations_of(room, row),
            "due": room.ask.due("0001-01-01", "9999-12-31", Filters(about=entity)).rows,
            "pairs": [(names[pair["with"]], pair) for pair in row["pairs"]],
            "neighbours": room.ask.neighbours(row["id"]),
            "drawn": DRAWN,
            "facts": _facts(room, row),
        },
    )


def _by_document(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Rows by document, the latest first."""
    groups = [(list(g)) for _, g in groupby(rows, key=lambda r: r["document"])]
    return [(g[0], g) for g in reversed(groups)]


def relations_of(room: Room, row: Row) -> list[Row]:
    """Relations from and to the thing, each with what stands at its other end."""
    made = []
    for r in row["relations"]:
        outward = r["subject"] == row["id"]
        other = r["object"] if outward else r["subject"]
        said = RELATIONS.get(r["relation"], (kind_said(r["relation"]), f"{kind_said(r['relation'])} (of it)"))
        document = other.startswith("sha256:")
        made.append(
            {**r, "said": said[0 if outward else 1], "outward": outward, "other": other, "is_document": document}
        )
    names = room.ask.names(list(dict.fromkeys(r["other"] for r in made)))
    for r in made:
        r["name"] = room.title(r["other"]) if r["is_document"] else names.get(r["other"], r["other"])
    return made


def _facts(room: Room, row: Row) -> list[tuple[str, list[tuple[str, Row | None]]]]:
    """What is known of the thing: the name of each fact, and its values in words with the place that each was read from."""
    sources = room.ask.fact_sources(row["id"])
    facts = []
    for name, value in row["facts"].items():
        values = value if isinstance(value, list) else [value]
        told = [(_said(room, name, v), sources.get((name, str(v)))) for v in values if v not in (None, "")]
        if told:
            facts.append((kind_said(name), told))
    return facts


def _said(room: Room, name: str, value: Any) -> str:
    if name in ("dates", "validity"):
        return day(str(value))
    return room.state(str(value)) if name in ("states", "of", "country") else str(value)
