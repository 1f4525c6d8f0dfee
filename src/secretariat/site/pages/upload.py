"""A file dropped on the site: the form, how far its reading is, and what was read before it is added."""

from collections import Counter

import msgspec

from secretariat.model.record import Record
from secretariat.publishing.addresses import Addresses
from secretariat.register.asking.marks import Marked
from secretariat.register.layout import document_row, lay_out
from secretariat.site.frame import Page
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.text.html import outline, paragraphs_html
from secretariat.site.text.marks import marks_of
from secretariat.site.writing.uploads import Uploads


def upload_form(room: Room, query: Query) -> Page:
    """The form."""
    return Page(template="upload.html", title="Add a document", values={"most": room.settings.upload_bytes})


def upload_page(room: Room, uploads: Uploads, key: str) -> Page:
    """How far a file is; once it is read, its record as it would be added."""
    state = uploads.state(key)
    if state.state != "read":
        return Page(template="reading.html", title="Reading", values={"state": state, "key": key})
    record, _, name = uploads.result(key)
    marked = marked_of(record, name)
    marks = marks_of(marked, Addresses(), fixed=True)
    return Page(
        template="record.html",
        title="As it would be added",
        values={
            "state": state,
            "key": key,
            "facts": marked.facts,
            "known": any(row["document"] == record.document.id for row in room.ask.documents().rows),
            "organisation": room.organisation(marked.facts["organisation"]),
            "kinds": Counter(m["type"] for m in marked.mentions).most_common(),
            "acts": Counter(s["act"] for s in marked.statements).most_common(),
            "speakers": [room.state(code) for code in record.document.speakers],
            "findings": marked.findings,
            "outline": list(outline(marked.paragraphs)),
            "text": paragraphs_html(marked.paragraphs, marks),
        },
    )


def marked_of(record: Record, name: str) -> Marked:
    """A record that is in no register yet, as the page of a document shows one: its mentions lead nowhere."""
    rows = lay_out(record)
    mentions = [
        {
            **{key: m[key] for key in ("n", "type", "start", "end", "text")},
            "attributes": msgspec.json.decode(m["attributes"]),
            **dict.fromkeys(("entity", "name", "current_stage")),
            "certainty": 100,
        }
        for m in sorted(rows["mentions"], key=lambda m: (m["start"], -m["end"], m["n"]))
    ]
    statements = [
        {
            **s,
            "holders": s["holders"] if s["holders"] in ("all", "other") else s["holders"].split(),
            "topics": s["topics"].split(),
        }
        for s in rows["statements"]
    ]
    return Marked(
        facts=document_row(record, name),
        names=(name,),
        paragraphs=rows["paragraphs"],
        mentions=mentions,
        statements=statements,
        stages=rows["stages"],
        findings=rows["findings"],
        places=[],
    )
