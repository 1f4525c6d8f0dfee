"""The page of a document: its text with everything found in it, and beside it what it holds."""

from collections import Counter
from typing import Any

from secretariat.publishing.addresses import Addresses, digits
from secretariat.publishing.citations.citing import bibtex, cited
from secretariat.register.asking.marks import Marked
from secretariat.site.frame import File, Moved, Page, plain
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.text.html import outline, paragraphs_html
from secretariat.site.text.marks import marks_of

Row = dict[str, Any]
KINDS = ("instrument", "event", "body", "person", "state", "group", "place", "date")
"""Kinds of mentions in the order of the key."""
ACTS = ("decision", "commitment", "call", "appraisal", "position", "assertion")
_ASIDE = 40
"""Instruments, meetings and bodies that are listed beside the text."""
_STATEMENTS = 400
"""More statements than these are not listed beside the text but on their own page."""


def document(room: Room, query: Query, wanted: str, to: Addresses, *, fixed: bool = False) -> Page | Moved:
    """A document by the digits of its checksum. Raises ``RegisterError`` where there is none."""
    found = room.ask.document(wanted)
    if digits(found) != wanted:
        return Moved(to=f"documents/{digits(found)}")
    marked = room.ask.marked(found)
    facts = marked.facts
    before, after = room.ask.following(found)
    things = _things(marked)
    organisation = room.organisation(facts["organisation"])
    return Page(
        template="document.html",
        title=room.title(found),
        values={
            "facts": facts,
            "text": paragraphs_html(marked.paragraphs, marks_of(marked, to, fixed=fixed), marked.places),
            "outline": list(outline(marked.paragraphs)),
            "kinds": [(k, n) for k in KINDS if (n := sum(m["type"] == k for m in marked.mentions))],
            "acts": [(a, n) for a in ACTS if (n := sum(s["act"] == a for s in marked.statements))],
            "topics": Counter(t for s in marked.statements for t in s["topics"]).most_common(10),
            "statements": marked.statements if len(marked.statements) <= _STATEMENTS else [],
            "total": len(marked.statements),
            "speakers": _speakers(room, facts["speakers"].split()),
            "persons": [m for m in marked.mentions if m["type"] == "person"],
            "things": things,
            "findings": marked.findings,
            "before": before,
            "after": after,
            "organisation": organisation,
            "cite": cited(facts, organisation),
            "lines": _lines(marked),
        },
    )


def _things(marked: Marked) -> dict[str, list[tuple[str, str, int]]]:
    """By type, the things named: id, name, how often; in the order of first mention, the commonest where there are many."""
    made: dict[str, list[tuple[str, str, int]]] = {}
    for type_ in ("instrument", "event", "body"):
        own = [m for m in marked.mentions if m["type"] == type_ and m["entity"]]
        counts = Counter(m["entity"] for m in own)
        names = {m["entity"]: m["name"] for m in reversed(own)}
        first = list(dict.fromkeys(m["entity"] for m in own))
        often = {e for e, _ in counts.most_common(_ASIDE)}
        made[type_] = [(e, plain(names[e]), counts[e]) for e in first if e in often]
    return made


def _speakers(room: Room, codes: list[str]) -> list[tuple[str, str]]:
    """The states that speak: id (empty where no document of the register names the state), name."""
    known = room.ask.names([f"state/{code.lower()}" for code in codes])
    return [(f"state/{code.lower()}" if f"state/{code.lower()}" in known else "", room.state(code)) for code in codes]


def _lines(marked: Marked) -> dict[int, str]:
    """By number of a statement, the words of its clause in one line."""
    text = {p["n"]: (p["start"], p["text"]) for p in marked.paragraphs}
    made = {}
    for s in marked.statements:
        low, words = text[s["paragraph"]]
        made[s["n"]] = plain(words[max(0, s["start"] - low) : s["end"] - low]) or plain(s["text"])
    return made


def original(room: Room, query: Query, wanted: str) -> File:
    """The file as it was received. Raises ``RegisterError`` where there is none."""
    found = room.ask.document(wanted)
    content = room.register.content(found) or b""
    facts = room.ask.facts(found)
    return File(content=content, media_type="application/octet-stream", name=facts["name"])


def citation(room: Room, query: Query, wanted: str) -> File:
    """The document as an entry for BibTeX."""
    found = room.ask.document(wanted)
    facts = room.ask.facts(found)
    made = bibtex(facts, room.organisation(facts["organisation"]))
    return File(content=made.encode(), media_type="application/x-bibtex; charset=utf-8", name=f"{digits(found)}.bib")
