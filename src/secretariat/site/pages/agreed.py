"""Agreed language: a wording or a draft is pasted, and where it was agreed before is shown."""

from collections import Counter
from typing import Any

from secretariat.comparing.agreed import Agreed, agreed, agreed_in
from secretariat.site.drafts import pasted, read_draft
from secretariat.site.frame import Page, plain
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.text.redline import redline_html

_PASSAGES = 10
Row = dict[str, Any]


def agreed_page(room: Room, query: Query, text: str = "") -> Page:
    """The form; with a wording, the passages nearest to it; with several paragraphs, each of them."""
    text = pasted(text or query["wording"])
    values: Row = {"wording": text, "found": [], "parts": [], "counts": {}, "asked": bool(text), "but": query["but"]}
    but = room.ask.document(query["but"]) if query["but"] else ""
    if "\n" in text:
        values |= _draft(room, text)
    elif text:
        values["found"] = [_row(a, text) for a in agreed(text, room.ask.near, limit=_PASSAGES, but=but)]
    return Page(template="agreed.html", title="Agreed language", values=values)


def _draft(room: Room, text: str) -> Row:
    draft = read_draft(room, text)
    parts = []
    for part in agreed_in(draft, room.ask.near):
        words = plain(" ".join(draft.text[slice(*span)] for span in part.places))
        parts.append({"status": part.status, "text": words, "best": [_row(a, draft.text) for a in part.best]})
    return {"parts": parts, "counts": Counter(p["status"] for p in parts)}


def _row(a: Agreed, wording: str) -> Row:
    return {
        "document": a.document, "paragraph": a.paragraph, "start": a.start, "score": a.score, "date": a.date,
        "verbatim": a.verbatim, "name": a.name, "title": a.title, "states": a.states, "number": a.number,
        "redline": redline_html(a.words, a.quote, wording, ahead=a.start),
    }  # fmt: skip
