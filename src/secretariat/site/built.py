"""Writes the pages of a register as files, for those who publish one without a server.

Links are relative, so that the folder may stand anywhere, also on a disk. What asks a question of its own (search, filters,
comparing) needs a server and is left out; lists are written page by page, and every document, thing and plot has its file.
"""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from secretariat.model.errors import SourceError
from secretariat.publishing.addresses import LISTS, Addresses, FileAddresses, digits
from secretariat.publishing.plots.look import DRAWN
from secretariat.register.asking.filters import Filters
from secretariat.site.frame import ASSETS, File, Page, Shown, Visitor, render
from secretariat.site.pages import about, document, documents, due, home, map, statements, thing, things, time, whatsnew
from secretariat.site.plots import plot
from secretariat.site.queries import PER_PAGE, Query
from secretariat.site.room import Room

_LISTS: dict[str, Callable[[Room, Query], Page]] = {
    "/documents": documents.documents,
    "/statements": statements.statements,
    "/instruments": things.instruments,
    "/meetings": things.meetings,
    "/bodies": things.bodies,
}
_TYPES = ("instrument", "event", "body", "person", "state", "group")
_PLOTS = ("topics", "validity", "map")


def build_site(room: Room, folder: Path) -> int:
    """Writes every page under ``folder`` and gives how many files there are; what a page needs lies beside it.

    Files of an earlier writing are written over; others are let be. Raises ``SourceError`` where a file cannot be written.
    """
    room.register.refresh()
    count = 0
    try:
        for name in sorted(p.name for p in ASSETS.iterdir()):
            _write(folder / "assets" / name, (ASSETS / name).read_bytes())
            count += 1
        for path, make in _jobs(room):
            to = FileAddresses("/".join([".."] * (len(PurePosixPath(path).parts) - 2)) or ".")
            shown = make(to)
            if isinstance(shown, Page):
                html = render(shown, room, to, path, Visitor(), fixed=True)
                _write(folder / f"{'index' if path == '/' else path.lstrip('/')}.html", html.encode())
            elif isinstance(shown, File):
                _write(folder / path.lstrip("/"), shown.content)
            count += 1
    except OSError as fault:
        raise SourceError(str(folder), f"cannot be written to ({fault.strerror})", "name another folder") from None
    return count


def _write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


Make = Callable[[Addresses], Shown]


def _of(make: Callable[..., Shown], *values: object) -> Make:
    """A page that is the same wherever it stands."""
    return lambda to: make(*values)


def _text(room: Room, wanted: str) -> Make:
    return lambda to: document.document(room, Query({}), wanted, to, fixed=True)


def _jobs(room: Room) -> Iterator[tuple[str, Make]]:
    """Every page: its path, and what makes it."""
    none = Query({})
    yield "/", _of(home.home, room, none)
    yield "/due", _of(due.due, room, Query({"from": "1000-01-01", "within": "8000y"}))
    yield "/map", _of(map.map_page, room, none)
    yield "/about", _of(about.about, room, none)
    yield from _lists(room)
    yield from _years(room)
    for row in room.ask.documents().rows:
        short = digits(row["document"])
        yield f"/documents/{short}", _text(room, short)
        yield f"/documents/{short}/new", _of(whatsnew.whatsnew, room, none, short)
        yield f"/documents/{short}/original", _of(document.original, room, none, short)
        yield f"/documents/{short}/cite.bib", _of(document.citation, room, none, short)
    for type_ in _TYPES:
        for row in room.ask.entities(Filters(type=type_)).rows:
            yield f"/{row['id']}", _of(thing.thing, room, Query({"all": "1"}), row["id"])
    if DRAWN:
        for name in _PLOTS:
            for paper in ("", "dark"):
                path = f"/plots/{name}{'-dark' if paper else ''}.svg"
                yield path, _of(plot, room, Query({"paper": paper}), f"{name}.svg")


def _lists(room: Room) -> Iterator[tuple[str, Make]]:
    totals = room.ask.totals()
    sizes = {"/documents": totals["documents"], "/statements": totals["statements"]}
    sizes |= {f"/{name}": totals.get(type_, 0) for type_, name in LISTS.items()}
    for path, make in _LISTS.items():
        for number in range(1, max(1, -(-sizes[path] // PER_PAGE)) + 1):
            yield _numbered(path, number), _of(make, room, Query({"page": str(number)}))
    for type_ in things.ACTORS:
        for number in range(1, max(1, -(-totals.get(type_, 0) // PER_PAGE)) + 1):
            path = _numbered("/actors" if type_ == "state" else f"/actors-{type_}", number)
            yield path, _of(things.actors, room, Query({"type": type_, "page": str(number)}))


def _years(room: Room) -> Iterator[tuple[str, Make]]:
    yield "/time", _of(time.time_page, room, Query({}))
    for year in time.years_of(room, Filters()):
        yield f"/time-{year}", _of(time.time_page, room, Query({"year": year}))


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path}-{number}"
