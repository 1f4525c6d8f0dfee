"""The commands on wording: ``agreed`` (where it was agreed before) and ``phrase`` (its history)."""

import csv as csv_lines
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli import answers, registers
from secretariat.cli.marked import marked
from secretariat.cli.named import record_of
from secretariat.publishing.words.lines import counted, one_line, shortened

if TYPE_CHECKING:
    from secretariat.comparing.agreed import Agreed, Part
    from secretariat.comparing.phrase import History
    from secretariat.model.record import Record

AGREED_EXAMPLES = """[bold]Examples[/bold]

secretariat agreed "reaffirm their readiness to deepen cooperation in education"

secretariat agreed draft.docx --json
"""
PHRASE_EXAMPLES = """[bold]Examples[/bold]

secretariat phrase "leave no one behind"

secretariat phrase "until 2025" --plot until-2025.svg
"""
_QUOTE = 400
_FEW = 12
_STATES = 20
"""More states than these are counted and not named; --json names them all."""
Limit = Annotated[
    int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most N passages (of a draft: for each paragraph).")
]


def agreed_command(
    wording: Annotated[str, typer.Argument(metavar="WORDING", help="The wording, or a file: a draft.")],
    register: registers.At = registers.DEFAULT,
    limit: Limit = 10,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON: the passages, the best first; of a draft, its parts.")
    ] = False,
) -> None:
    """Find where a wording was agreed before: the nearest passages, who agreed them, and the difference.

    Of a draft (a file that exists) every paragraph is looked for: what is agreed language, with which changes, and what is new.
    """
    from secretariat.comparing.agreed import agreed, agreed_in

    with registers.opened(register) as opened:
        if _is_file(wording):
            draft = record_of(wording)
            parts = agreed_in(draft, opened.near, limit=limit if json else min(limit, 3))
            _show_draft(draft, parts, json)
            return
        found = agreed(wording, opened.near, limit=limit)
    if json:
        answers.print_json([_row(a) for a in found])
    else:
        for line in _passages(found, wording):
            print(line)
        if not found:
            print("nothing near to it", file=sys.stderr)


def _is_file(wording: str) -> bool:
    try:
        return Path(wording).is_file()
    except OSError:  # a wording longer than a path may be
        return False


def _row(a: "Agreed") -> Any:
    import msgspec

    return msgspec.to_builtins(a)


def _show_draft(draft: "Record", parts: "Sequence[Part]", json: bool) -> None:
    statuses = {status: sum(p.status == status for p in parts) for status in ("agreed", "near", "new", "short")}
    if json:
        import msgspec

        whole = {"document": draft.document.id, "parts": msgspec.to_builtins(parts), "summary": statuses}
        print(msgspec.json.encode(whole).decode())
        return
    for part in parts:
        if part.status != "short":
            for line in _part(draft, part):
                print(line)
    print(
        f"{counted(statuses['agreed'], 'paragraph')} of agreed language, {statuses['near']} with changes, "
        f"{statuses['new']} new; {statuses['short']} too short to tell"
    )


_SAID = {"agreed": "agreed language", "near": "agreed with changes", "new": "new"}


def _part(draft: "Record", part: "Part") -> Iterator[str]:
    text = " ".join(draft.text[slice(*place)] for place in part.places)
    yield f"{_SAID[part.status]}: {shortened(text, _QUOTE)}"
    for a in part.best[: 1 if part.status != "new" else 0]:
        yield f"    {_head(a)}"
        if part.status == "near":
            yield f"    {marked(a.words, a.quote, draft.text, ahead=a.start)}"
    yield ""


def _passages(found: "Sequence[Agreed]", wording: str) -> Iterator[str]:
    for n, a in enumerate(found, 1):
        yield f"{n:>2}  {_head(a)}"
        yield f"    {marked(a.words, a.quote, wording, ahead=a.start)}"
        if a.states:
            yield f"    agreed by {' '.join(a.states) if len(a.states) <= _STATES else f'{len(a.states)} states'}"
        yield ""


def _head(a: "Agreed") -> str:
    where = f"{a.number}, " if a.number else ""
    title = f" · {shortened(a.title, 90)}" if a.title else ""
    return (
        f"{a.score:.2f}  {a.date or 'no date'}  {a.name} ({where}{a.start}–{a.end}), {a.verbatim:.0%} verbatim{title}"
    )


def phrase_command(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="The phrase.")],
    register: registers.At = registers.DEFAULT,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw uses by year: FILE.svg, .png or .html.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object with every use.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a CSV table of uses by year and organisation.")] = False,
) -> None:
    """Tell the history of a phrase: first and last use, by year and organisation, small changes of wording grouped."""
    from secretariat.comparing.phrase import history
    from secretariat.lexicon.load import load_lexicon

    with registers.opened(register) as opened:
        words = load_lexicon().words
        found = history(phrase, opened.all_but_one, {*words("stopwords"), *words("function_words")})
        if plot is not None:
            from secretariat.publishing.plots.phrase import phrase_chart
            from secretariat.publishing.plots.saving import check_target, save_chart

            check_target(plot)
            save_chart(phrase_chart(found), plot)
    if json:
        print(found.to_json().decode())
    elif csv:
        writer = csv_lines.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("year", "organisation", "wording", "uses", "documents"))
        writer.writerows((c.year, c.organisation, c.wording, c.uses, c.documents) for c in found.counts)
    else:
        for line in _history(found):
            print(line)


def _history(found: "History") -> Iterator[str]:
    if found.first is None or found.last is None:
        yield f"“{one_line(found.phrase)}” is not used, nor anything like it"
        return
    uses = sum(len(w.uses) for w in found.wordings)
    yield f"“{one_line(found.phrase)}”: {counted(uses, 'use')}, {counted(len(found.wordings), 'wording')}"
    for word, used in (("first", found.first), ("last", found.last)):
        yield f"{word:<6}{used.date or 'no date'}  {used.name} ({used.start}–{used.end})  “{one_line(used.words)}”"
    yield ""
    for w in found.wordings[:_FEW]:
        span = " – ".join(dict.fromkeys(u.date or "no date" for u in (w.first, w.last)))
        yield f"{len(w.uses):>5}  “{one_line(w.words)}”  {counted(w.documents, 'document')}, {span}"
    if len(found.wordings) > _FEW:
        yield f"       and {counted(len(found.wordings) - _FEW, 'other wording')}; --json has them all"
    yield ""
    years: dict[tuple[str, str], int] = {}
    for c in found.counts:
        key = (c.year or "no date", c.organisation or "–")
        years[key] = years.get(key, 0) + c.uses
    for (year, organisation), count in sorted(years.items()):
        yield f"{year:<9}{organisation:<12}{count:>5}  {'▇' * min(count, 60)}"
