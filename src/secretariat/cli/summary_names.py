"""The sections of a summary that name things: persons, meetings, instruments, bodies, dates, states, places."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from secretariat.model import mentions as m
from secretariat.model.record import Record
from secretariat.publishing.words.dates import all_in_words, in_words
from secretariat.publishing.words.lines import counted, one_line, shortened
from secretariat.publishing.words.names import state_names

M = TypeVar("M", bound=m.MentionBase)
CAPACITIES = ("chair", "member", "official", "observer", "guest", "signatory", None)
EVENT_STATUS = ("held", "planned", "proposed", "regular")
STYLES = {
    "chair": "yellow", "member": "green", "official": "magenta", "observer": "blue", "guest": "blue",
    "held": "green", "planned": "yellow", "proposed": "magenta", "regular": "blue",
}  # fmt: skip


def persons(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Each person once: name, office, state or body, capacity; chairs first."""
    found = sorted(_once(record, m.Person), key=lambda p: CAPACITIES.index(_capacity(p[0])))
    if not found:
        return None
    names = state_names(lexicons)
    table = _grid(3)
    shown = found if full else found[:24]
    for person, _ in shown:
        of = names.get(person.of or "") or _unless_said(person.of or "", person.office or "")
        capacity = Text(_capacity(person) or "", style=STYLES.get(person.capacity or "", ""))
        name = Text(one_line(person.text), style="bold")
        table.add_row(name, Text(one_line(person.office or "")), Text(one_line(of)), capacity)
    return _with_rest(table, len(found) - len(shown), "persons")


def _unless_said(body: str, office: str) -> str:
    """The body, where the words of the office do not name it."""
    return "" if one_line(body) in one_line(office) else body


def _capacity(person: m.Person) -> str | None:
    return person.capacity if person.capacity in CAPACITIES else None


def events(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Each meeting or event once: status, name, dates and place; those held first."""
    found = _once(record, m.Event)
    if not found:
        return None
    order = {status: n for n, status in enumerate(EVENT_STATUS)}
    found.sort(key=lambda e: order.get(e[0].status, len(order)))
    table = _grid(2, no_wrap_first=True)
    shown = found if full else found[:12]
    for event, times in shown:
        place = " · ".join(w for w in (all_in_words(event.dates), one_line(event.place or ""), event.mode or "") if w)
        table.add_row(Text(event.status, style=STYLES.get(event.status, "")), _name(event, times), place)
    return _with_rest(table, len(found) - len(shown), "events")


def instruments(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Instruments by kind, the commonest kind first: name, dates, validity; proposed ones said so."""
    found = _once(record, m.Instrument)
    if not found:
        return None
    table = _grid(2, no_wrap_first=True)
    left = 0
    for kind, _ in Counter(i.kind for i, _ in found).most_common():
        own = [pair for pair in found if pair[0].kind == kind]
        shown = own if full else own[:4]
        left += len(own) - len(shown)
        for place, (instrument, times) in enumerate(shown):
            table.add_row(Text("" if place else kind, style="magenta"), _name(instrument, times), _life(instrument))
    return _with_rest(table, left, "instruments")


def _life(instrument: m.Instrument) -> Text:
    """Dates of adoption, validity, and whether it is only proposed."""
    words = [all_in_words(instrument.dates), one_line(instrument.place or "")]
    if instrument.validity:
        words.append(f"valid {in_words(instrument.validity)}")
    life = Text(" · ".join(w for w in words if w))
    if instrument.status == "proposed":
        life.append(" · proposed" if life else "proposed", style="magenta")
    return life


def bodies(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Bodies in one paragraph, the most named first; then the proposed ones."""
    found = _once(record, m.Body)
    existing = sorted((b for b in found if b[0].status != "proposed"), key=lambda b: -b[1])
    proposed = [b for b in found if b[0].status == "proposed"]
    if not found:
        return None
    text = _listed([(one_line(b.text), n) for b, n in existing], full, "bodies")
    for body, times in proposed:
        text.append("\n" if text else "").append("proposed  ", style="magenta").append_text(_name(body, times))
    return text


def dates(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Each date as written, with its EDTF and its reading."""
    found = _once(record, m.Date)
    table = _grid(2)
    for date, times in found:
        table.add_row(_name(date, times), Text(", ".join(date.edtf), style="green"), all_in_words(date.edtf))
    return table if found else None


def states(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """States by name, the most named first."""
    names = state_names(lexicons)
    return _counted(Counter(names.get(s.code, s.code) for s in _of(record, m.State)), full, "states")


def places(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Places by today's name, with the state they lie in."""
    names = state_names(lexicons)
    where = (p.name + (f" ({names.get(p.country, p.country)})" if p.country else "") for p in _of(record, m.Place))
    return _counted(Counter(where), full, "places")


def groups(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Groups of states as written."""
    found = _once(record, m.Group)
    return _counted(Counter({one_line(g.text): times for g, times in found}), full, "groups")


def _of(record: Record, kind: type[M]) -> list[M]:
    return [mention for mention in record.mentions if isinstance(mention, kind)]


def _once(record: Record, kind: type[M]) -> list[tuple[M, int]]:
    """Mentions with the same words once, the one that says most of them, with how often they stand."""
    told: dict[str, M] = {}
    times: Counter[str] = Counter()
    for mention in _of(record, kind):
        key = one_line(mention.text).casefold()
        times[key] += 1
        if key not in told or _says(mention) > _says(told[key]):
            told[key] = mention
    return [(mention, times[key]) for key, mention in told.items()]


def _says(mention: m.MentionBase) -> int:
    """How many attributes a mention has a value for."""
    return sum(1 for field in mention.__struct_fields__ if getattr(mention, field))


def _name(mention: m.MentionBase, times: int) -> Text:
    name = Text(shortened(mention.text, 160))
    return name.append(f" ×{times}", style="dim") if times > 1 else name


def _counted(found: Counter[str], full: bool, kinds: str) -> Text | None:
    return _listed(found.most_common(), full, kinds) if found else None


def _listed(found: Sequence[tuple[str, int]], full: bool, kinds: str) -> Text:
    """Names in a row, parted by points, each with how often it stands where that is more than once."""
    shown = found if full else found[:24]
    text = Text()
    for name, times in shown:
        text.append("; " if text else "").append(shortened(name, 120))
        if times > 1:
            text.append(f" ×{times}", style="dim")
    return _rest(text, len(found) - len(shown), kinds)


def _grid(after: int, no_wrap_first: bool = False) -> Table:
    """A table without lines: a first column and ``after`` further ones."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=no_wrap_first)
    for _ in range(after):
        table.add_column()
    return table


def _with_rest(table: Table, left: int, kinds: str) -> Table:
    if left:
        table.add_row("", Text(f"and {counted(left, 'other')} (--only {kinds})", style="dim"))
    return table


def _rest(text: Text, left: int, kinds: str) -> Text:
    return text.append(f"; and {counted(left, 'other')} (--only {kinds})", style="dim") if left else text
