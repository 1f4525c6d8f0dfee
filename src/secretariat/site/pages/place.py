"""What is marked at a place of a document, and why: what the rules say, and the readings that were refused."""

from typing import Any

from secretariat.model.errors import NotThere
from secretariat.publishing.addresses import digits
from secretariat.register.asking.entities import sentence
from secretariat.register.decisions.verdicts import ACTS, STAGES
from secretariat.site.frame import Moved, Page
from secretariat.site.queries import Query
from secretariat.site.room import Room

Row = dict[str, Any]


def place(room: Room, query: Query, wanted: str, start: int) -> Page | Moved:
    """The marks that lie over a place, the widest first. Raises ``NotThere`` where the text has no such place."""
    found = room.ask.document(wanted)
    if digits(found) != wanted:
        return Moved(to=f"documents/{digits(found)}/at/{start}")
    marked = room.ask.marked(found)
    paragraph = next((p for p in marked.paragraphs if p["start"] <= start < p["end"]), None)
    if paragraph is None:
        raise NotThere("site", f"the text has no place {start:,}", "go back to the document")
    low = start - paragraph["start"]
    over = [m for m in marked.mentions if m["start"] <= start < m["end"]]
    said = [s for s in marked.statements if s["trigger_start"] <= start < s["trigger_end"]]
    clauses = [s for s in marked.statements if s["start"] <= start < s["end"] and s not in said]
    numbers = {m["n"] for m in over}
    return Page(
        template="place.html",
        title="What is marked here",
        values={
            "facts": marked.facts,
            "paragraph": paragraph,
            "quote": sentence(paragraph["text"], low, low + 1),
            "mentions": sorted(over, key=lambda m: m["start"] - m["end"]),
            "statements": [*said, *clauses],
            "stages": [g for g in marked.stages if g["mention"] in numbers],
            "findings": [f for f in marked.findings if f["start"] <= start < max(f["end"], f["start"] + 1)],
            "start": start,
            "acts": ACTS,
            "stage_names": STAGES,
            "rules": _rules(room, found),
        },
    )


def _rules(room: Room, document: str) -> dict[tuple[str, int, int], str]:
    """What made each mark, by type and place."""
    record = room.register.record(document)
    if record is None:
        return {}
    rules = {(type(m).__struct_config__.tag, m.start, m.end): m.rule for m in record.mentions}
    return {**rules, **{("statement", s.trigger[0], s.trigger[1]): s.rule for s in record.statements}}  # type: ignore[dict-item]
