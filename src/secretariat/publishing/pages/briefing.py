"""The briefing on a document as a page that stands by itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from secretariat.publishing.pages.sheet import esc, page

if TYPE_CHECKING:
    from secretariat.comparing.whatsnew import Briefing, Item

HEADINGS = {
    "decisions": "Decided",
    "commitments": "Promised for the first time",
    "stages": "Moved a stage",
    "dropped": "Dropped in silence",
    "missing": "Who is missing where",
    "due": "Now due",
    "meetings": "Meetings to come",
    "named": "Named for the first time",
}
"""The sections in the order in which they are read out."""
EMPTY = {
    "decisions": "nothing was decided in so many words",
    "commitments": "no promise that the earlier document does not make",
    "stages": "nothing is told to stand elsewhere than before",
    "dropped": "nothing that was promised or under way is left out",
    "missing": "every statement is made by all who take part",
    "due": "nothing falls due",
    "meetings": "none is announced",
    "named": "nothing",
}
"""What is said where a section is empty."""


def briefing_page(briefing: "Briefing") -> str:
    """The whole page as HTML."""
    own = briefing.document
    title = " ".join((own["title"] or own["name"]).split())
    return page(f"What is new: {title}", "\n".join(_body(briefing, title)))


def _body(briefing: "Briefing", title: str) -> Iterator[str]:
    own = briefing.document
    yield f"<h1>{esc(title)}</h1>"
    facts = " · ".join(str(own[key]) for key in ("date", "place", "organisation", "name") if own[key])
    since = briefing.since
    against = f"against {since['name']}, {since['date']}" if since else "no earlier document to hold it against"
    yield f'<p class="soft">{esc(facts)}<br>{esc(against)}</p>'
    for line in briefing.unknown:
        yield f'<p><span class="tag warm">not known</span> {esc(line)}</p>'
    for section, heading in HEADINGS.items():
        items = briefing.sections[section]  # type: ignore[index]
        yield f'<h2 id="{section}">{heading} <span class="soft">{len(items):,}</span></h2>'
        if section == "commitments" and briefing.repeated:
            yield f'<p class="soft">{briefing.repeated:,} more as in the earlier document</p>'
        if items:
            yield f'<ul class="plain">{"".join(map(_item, items))}</ul>'
        else:
            yield f'<p class="soft">{EMPTY[section]}</p>'


def _item(item: "Item") -> str:
    note = f' <span class="soft">{esc(item.note)}</span>' if item.note else ""
    quote = f"<blockquote>{esc(item.quote)}</blockquote>" if item.quote else ""
    where = f"{item.name}, {item.paragraph + ', ' if item.paragraph else ''}{item.start}–{item.end}"
    return f'<li><strong>{esc(item.what)}</strong>{note}{quote}<span class="where">{esc(where)}</span></li>'
