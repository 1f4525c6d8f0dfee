"""The sections of a summary that say what is done with words: statements, stages, findings; and the paragraphs."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from secretariat.model.record import Record
from secretariat.model.statements import Act, Stage, StageName, Statement
from secretariat.publishing.words.lines import counted, one_line, shortened
from secretariat.publishing.words.names import state_names

ACTS: tuple[Act, ...] = ("decision", "commitment", "call", "position", "appraisal", "assertion")
ACT_STYLES = {
    "decision": "bold green", "commitment": "green", "call": "yellow", "position": "blue", "appraisal": "magenta",
    "assertion": "dim",
}  # fmt: skip
STAGE_NAMES: tuple[StageName, ...] = ("proposed", "preparing", "decided", "adopted", "operating", "ended")
SEVERITY = {"fault": "bold red", "doubt": "yellow", "note": "dim"}
BAR = 30
"""Columns of the longest bar."""
TELLING = 25
"""Characters that follow the trigger of a statement that is worth quoting."""
QUOTED = {"decision": 3, "commitment": 3, "call": 2, "position": 2, "appraisal": 1, "assertion": 0}
"""How many statements of each act a summary quotes."""


def statements(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """How many of each act, what they are about, and the strongest in their own words."""
    found = record.statements
    if not found:
        return None
    topics = Counter(topic for s in found for topic in s.topics).most_common(8)
    about = Text("about  ", style="dim") + Text(", ".join(f"{name} {n}" for name, n in topics), style="default")
    quoted = sorted(found, key=lambda s: s.trigger) if full else strongest(found)
    checks = _checks(found)
    return Group(
        _acts(found),
        *([about] if topics else []),
        *([checks] if checks else []),
        Text(""),
        _quotes(record, quoted, full, lexicons),
    )


def _checks(found: Sequence[Statement]) -> Text | None:
    """How many of the commitments say what a check of them needs."""
    promised = [s for s in found if s.act == "commitment"]
    if not promised:
        return None
    said = {lack: sum(lack not in s.lacks for s in promised) for lack in ("who", "when", "measure")}
    words = f"{said['who']} say who, {said['when']} by when, {said['measure']} how measured"
    return Text("check  ", style="dim") + Text(f"of {counted(len(promised), 'commitment')}, {words}", style="default")


def _acts(found: Sequence[Statement]) -> Table:
    acts = Counter(s.act for s in found)
    against = Counter(s.act for s in found if s.polarity == "against")
    most = max(acts.values())
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(justify="right")
    for act in ACTS:
        if acts[act]:
            bar = Text("━" * max(1, round(BAR * acts[act] / most)), style=ACT_STYLES[act])
            if against[act]:
                bar.append(f"  {against[act]} against", style="red")
            table.add_row(Text(act, style=ACT_STYLES[act]), str(acts[act]), bar)
    return table


def strongest(found: Sequence[Statement]) -> list[Statement]:
    """The few of each act with the most force, main clauses before subordinate ones, then in order of the text.

    Formulas that say nothing more ("hereby declare as follows") are passed over.
    """
    chosen: list[Statement] = []
    for act in ACTS:
        telling = (s for s in found if s.act == act and s.end - s.trigger[1] >= TELLING)
        chosen += sorted(telling, key=lambda s: (s.subordinate, -s.force, s.trigger))[: QUOTED[act]]
    return chosen


def _quotes(record: Record, found: Sequence[Statement], full: bool, lexicons: tuple[str, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for s in found:
        table.add_row(Text(s.act, style=ACT_STYLES[s.act]), _quote(record, s, full, lexicons))
    return table


def _quote(record: Record, s: Statement, full: bool, lexicons: tuple[str, ...]) -> Text:
    """The words of a statement with its trigger in bold, then who holds it."""
    words = record.text[s.start : s.end]
    line = one_line(words) if full else shortened(words, 220)
    text = Text(f"“{line}”")
    trigger = one_line(record.text[s.trigger[0] : s.trigger[1]])
    at = text.plain.find(trigger)
    if trigger and at >= 0:
        text.stylize("bold red" if s.polarity == "against" else "bold", at, at + len(trigger))
    return text.append(f"  {_holders(s, lexicons)}", style="dim")


def _holders(s: Statement, lexicons: tuple[str, ...]) -> str:
    if isinstance(s.holders, str):
        return {"all": "all who speak", "other": "another"}.get(s.holders, s.holders)
    names = state_names(lexicons)
    return ", ".join(names.get(code, code) for code in s.holders)


def stages(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """What is proposed, prepared, decided, adopted, at work, ended."""
    if not record.stages:
        return None
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for name in STAGE_NAMES:
        own = _each_once(record, [s for s in record.stages if s.stage == name])
        if own:
            shown = own if full else own[:6]
            for place, (thing, cue) in enumerate(shown):
                words = Text(thing).append(f"  ({cue})", style="dim")
                table.add_row(Text("" if place else name, style="cyan"), words)
            if len(own) > len(shown):
                table.add_row("", Text(f"and {counted(len(own) - len(shown), 'other')} (--only stages)", style="dim"))
    return table


def _each_once(record: Record, own: Sequence[Stage]) -> list[tuple[str, str]]:
    """The names that these stages speak of, each once, with the words that say so."""
    told: dict[str, tuple[str, str]] = {}
    for stage in own:
        name = shortened(record.mentions[stage.mention].text, 140)
        told.setdefault(name.casefold(), (name, shortened(stage.text, 50)))
    return list(told.values())


def findings(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """What the reader of the record should look at, the gravest first."""
    if not record.findings:
        return None
    found = sorted(record.findings, key=lambda f: list(SEVERITY).index(f.severity))
    shown = found if full else found[:5]
    table = Table.grid(padding=(0, 2))
    for f in shown:
        words = shortened(record.text[f.start : f.end], 60)
        where = Text(f"{f.start:,}", style="dim") + (Text(f" “{words}”", style="dim") if words else Text(""))
        table.add_row(Text(f.severity, style=SEVERITY[f.severity]), Text(one_line(f.message)), where)
    if len(found) > len(shown):
        table.add_row("", Text(f"and {counted(len(found) - len(shown), 'other')} (--only findings)", style="dim"))
    return table


def paragraphs(record: Record, full: bool, lexicons: tuple[str, ...]) -> RenderableType | None:
    """Each paragraph: its kind, its number, its first words."""
    table = Table.grid(padding=(0, 2))
    for p in record.paragraphs:
        words = shortened(record.text[p.start : p.end], 90)
        table.add_row(Text(p.kind, style="cyan"), p.number or "", words)
    return table if record.paragraphs else None
