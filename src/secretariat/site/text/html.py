"""Paragraphs as HTML: marks as links, statements' verbs, anchors for everything that can be pointed at."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from secretariat.site.text.segments import Mark, Segment, segments

Row = dict[str, Any]
_LINES = ("header", "signature")
"""Kinds whose lines are kept as lines."""
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_LEVEL = re.compile(r"[.)]")


def esc(text: str) -> str:
    """Text for HTML; control characters become spaces, one for one."""
    return escape(_ODD.sub(" ", text), quote=True)


def paragraphs_html(paragraphs: Sequence[Row], marks: Sequence[Mark], places: Sequence[int] = ()) -> Markup:
    """All paragraphs with their marks, both in the order of the text.

    Each paragraph can be pointed at by its id ("p-para_3"), each mark and each of ``places`` (offsets, sorted) by where it
    begins ("t1024").
    """
    done: list[str] = []
    wanted = sorted({*places, *(m.start for m in marks)})
    at = spot = 0
    for p in paragraphs:
        first, mine = at, spot
        while at < len(marks) and marks[at].start < p["end"]:
            at += 1
        while spot < len(wanted) and wanted[spot] < p["end"]:
            spot += 1
        done.append(_paragraph(p, marks[first:at], wanted[mine:spot]))
    return Markup("\n".join(done))


def _paragraph(p: Row, marks: Sequence[Mark], places: Sequence[int]) -> str:
    name = f"p-{p['id']}"
    lead = len(p["text"]) - len(p["text"].lstrip())
    start, end = p["start"] + lead, p["start"] + len(p["text"].rstrip())
    if start >= end:
        return f'<div id="{esc(name)}"></div>'
    named = frozenset(places)
    inside = "".join(_segment(s, p, named) for s in segments(start, end, marks, places))
    said = f"paragraph {p['number']}" if p["number"] else p["kind"]
    link = f'<a class="pin" href="#{esc(name)}" aria-label="Link to this {esc(said)}">¶</a>'
    tag, level = _tag(p)
    lines = " lines" if p["kind"] in _LINES else ""
    return f'<div class="par k-{p["kind"]}{level}{lines}" id="{esc(name)}">{link}<{tag}>{inside}</{tag}></div>'


def _tag(p: Row) -> tuple[str, str]:
    if p["kind"] == "heading":
        return "h2", ""
    if p["kind"] == "item" and p["number"]:
        depth = min(3, 1 + len([part for part in _LEVEL.split(p["number"]) if part][1:]))
        return "p", f" d{depth}"
    return "p", ""


def _segment(segment: Segment, p: Row, named: frozenset[int]) -> str:
    words = esc(p["text"][segment.start - p["start"] : segment.end - p["start"]])
    own = f' id="t{segment.start}"' if segment.start in named else ""
    if not segment.marks:
        return f"<i{own}></i>{words}" if own else words
    inner = segment.marks[-1]
    linked = next((m for m in reversed(segment.marks) if m.href), None)
    kinds = " ".join(f"u-{m.kind}" for m in segment.marks[:-1])
    classes = f"m m-{inner.kind}" + (f" {kinds}" if kinds else "")
    tip = esc(" · in ".join(m.tip for m in reversed(segment.marks) if m.tip))
    told = f' title="{tip}"' if tip else ""
    if linked is None:
        return f'<span class="{classes}"{own}{told}>{words}</span>'
    rest = "" if linked in segment.begins else ' tabindex="-1"'
    return f'<a class="{classes}"{own} href="{esc(linked.href)}"{told}{rest}>{words}</a>'


def outline(paragraphs: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Headings with their ids; where there are none, nothing."""
    for p in paragraphs:
        if p["kind"] == "heading" and p["text"].strip():
            number = f"{p['number']}. " if p["number"] and not p["text"].lstrip().startswith(p["number"]) else ""
            yield f"p-{p['id']}", number + " ".join(p["text"].split())
