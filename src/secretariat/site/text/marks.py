"""What is to be shown in a document's text: its mentions and the verbs of its statements, as marks with what they tell."""

from collections.abc import Iterator

from secretariat.publishing.addresses import Addresses
from secretariat.register.asking.marks import Marked
from secretariat.site.frame import day, kind_said, plain
from secretariat.site.text.segments import Mark


def marks_of(marked: Marked, to: Addresses, *, fixed: bool = False) -> list[Mark]:
    """Marks in the order of the text. ``fixed``: the page is a file, which has no pages that explain a place."""
    made = [*_mentions(marked, to, fixed), *_statements(marked, to, fixed)]
    return sorted(made, key=lambda m: (m.start, -m.end))


def _mentions(marked: Marked, to: Addresses, fixed: bool) -> Iterator[Mark]:
    document = marked.facts["id"]
    for m in marked.mentions:
        href = to.thing(m["entity"]) if m["entity"] else "" if fixed else to.place(document, m["start"])
        tip = kind_said(m["type"])
        if m["type"] == "date" and m["attributes"].get("edtf"):
            tip += f": {', '.join(day(d) for d in m['attributes']['edtf'][:4])}"
        elif m["name"] and plain(m["name"]) != plain(m["text"]):
            tip += f": {plain(m['name'])}"
        if m["current_stage"]:
            tip += f" ({m['current_stage']})"
        yield Mark(start=m["start"], end=m["end"], kind=m["type"], href=href, tip=tip)


def _statements(marked: Marked, to: Addresses, fixed: bool) -> Iterator[Mark]:
    document = marked.facts["id"]
    for s in marked.statements:
        against = " against" if s["polarity"] == "against" else ""
        who = s["holders"] if isinstance(s["holders"], str) else " ".join(s["holders"][:8])
        yield Mark(
            start=s["trigger_start"],
            end=s["trigger_end"],
            kind=f"says act-{s['act']}",
            href="" if fixed else to.place(document, s["trigger_start"]),
            tip=f"{s['act']}{against}, by {who or 'nobody named'}",
        )
