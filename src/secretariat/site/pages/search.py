"""Search over paragraphs and names."""

from markupsafe import Markup

from secretariat.register.asking.filters import Filters
from secretariat.site.frame import Page
from secretariat.site.lists import organisations
from secretariat.site.names import Names
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.text.html import esc

_PER_PAGE = 25
_NAMES = 6
_AROUND = 220


def search(room: Room, query: Query) -> Page:
    """Paragraphs with the words that are looked for, the best first, and things that are called so."""
    wanted = query["q"]
    rows, things, more = [], [], False
    if wanted:
        part = Filters(
            organisation=query["organisation"] or None, since=query["since"] or None, until=query["until"] or None,
            limit=_PER_PAGE + 1, offset=(query.page - 1) * _PER_PAGE,
        )  # fmt: skip
        rows = room.ask.search(wanted, part).rows
        more = len(rows) > _PER_PAGE
        rows = [{**row, "shown": excerpt(row["quote"], row["hits"])} for row in rows[:_PER_PAGE]]
        if query.page == 1:
            names = room.kept("names", lambda ask: Names(ask.all_names()))
            things = room.ask.by_ids(names.find(wanted.replace('"', " "), _NAMES))
    return Page(
        template="search.html",
        title=f"Search: {wanted}" if wanted else "Search",
        values={
            "wanted": wanted, "rows": rows, "things": things, "more": more, "number": query.page,
            "chosen": query.chosen("q", "organisation", "since", "until"),
            "organisations": list(organisations(room).items()),
        },
    )  # fmt: skip


def excerpt(text: str, hits: list[list[int]]) -> Markup:
    """The words around the first hits, with all hits in them marked."""
    first = hits[0][0] if hits else 0
    low = 0 if first < _AROUND else text.rfind(" ", 0, first - _AROUND // 2) + 1
    high = min(len(text), low + 3 * _AROUND)
    high = high if high == len(text) else text.rfind(" ", low + 1, high)
    high = high if high > low else min(len(text), low + 3 * _AROUND)
    made, at = "", low
    for start, end in hits:
        if start >= at and end <= high:
            made += f"{esc(text[at:start])}<mark>{esc(text[start:end])}</mark>"
            at = end
    made += esc(text[at:high])
    return Markup(("… " if low else "") + made + (" …" if high < len(text) else ""))
