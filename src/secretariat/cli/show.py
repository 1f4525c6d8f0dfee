"""``secretariat show``: all that a register knows of one thing, each fact with the words it was read from."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import answers, registers
from secretariat.publishing.words.lines import counted, one_line, shortened

if TYPE_CHECKING:
    from secretariat.register.asking.answer import Row

Wanted = Annotated[str, typer.Argument(metavar="ENTITY", help="The thing: its id, a former id, or its name.")]
_QUOTE = 240
_MOST = 12


def show_command(
    entity: Wanted,
    register: registers.At = registers.DEFAULT,
    at: Annotated[str, typer.Option(metavar="DATE", help="Its stage at this date.")] = "",
    json: answers.Json = False,
) -> None:
    """Show a thing: names, facts, life in order of time, relations, what each document says of it.

    Words that name several things, or none, show these and every passage that has the words, in order of time.
    """
    from secretariat.model.errors import RegisterError

    with registers.opened(register) as opened:
        ask = opened.ask
        try:
            row = ask.show(entity, at or None)
        except RegisterError:
            row = ask.told(entity)
            if not row["passages"] and not row["entities"]:
                raise
    if json:
        answers.print_json([row])
    else:
        for line in _told(row) if "words" in row else _lines(row, at):
            print(line)


def _told(row: "Row") -> Iterator[str]:
    """Things called so, then passages by document."""
    if row["entities"]:
        yield f"Things with these words in their name ({len(row['entities'])})"
    for e in row["entities"]:
        yield f"  {e['id']}  {shortened(e['name'], _QUOTE)}{' · ' + e['current_stage'] if e['current_stage'] else ''}"
    yield from _passages(row["passages"])


def _passages(passages: Sequence["Row"]) -> Iterator[str]:
    for (date, source), group in groupby(passages, key=lambda p: (p["date"], p["source"])):
        yield f"\n{date or '–'}  {source}"
        for p in group:
            yield f"  “{shortened(p['quote'], _QUOTE)}” ({p['start']}–{p['end']})"


def _lines(row: "Row", at: str) -> Iterator[str]:
    yield one_line(row["name"])
    kind = f"{row['kind']}, " if row["kind"] and row["kind"] != row["type"] else ""
    yield f"{kind}{row['type']} · {row['id']}"
    others = [n["name"] for n in row["names"] if n["name"] != row["name"]]
    if others:
        yield f"also      {shortened('; '.join(others), _QUOTE)}"
    for name, value in row["facts"].items():
        yield f"{name:<9} {shortened('; '.join(map(str, value)) if isinstance(value, list) else str(value), _QUOTE)}"
    if row["validity"]:
        yield f"{'validity':<9} {row['validity']}"
    if row["current_stage"]:
        yield f"{'stage':<9} {row['current_stage']}{f' at {at}' if at else ''}"
    yield f"{'named':<9} {counted(row['mentions'], 'time')} in {counted(row['documents'], 'document')}"
    yield from _life(row["steps"])
    yield from _relations(row["relations"], row["id"])
    yield from _said(row)
    if row["passages"]:
        yield "\nThe same words elsewhere"
        yield from _passages(row["passages"])
    for pair in row["pairs"]:
        yield f"\nPerhaps the same as {pair['with']} ({pair['score']} %: {pair['reasons']})"


def _life(steps: Sequence["Row"]) -> Iterator[str]:
    if steps:
        yield "\nLife"
    for step in steps:
        yield f"  {step['date'] or '–':<22} {step['stage']:<10} {step['source']} {step['start']}–{step['end']}"
        yield f"      “{shortened(step['quote'], _QUOTE)}”"
        if step["contradicts"]:
            yield f"      contradicted: {step['contradicts']}"


def _relations(relations: Sequence["Row"], own: str) -> Iterator[str]:
    if relations:
        yield "\nRelations"
    for name, group in groupby(relations, key=lambda r: (r["relation"], r["subject"] == own)):
        rows = list(group)
        label = name[0] if name[1] else f"{name[0]} (of it)"
        ends = list(dict.fromkeys(r["object"] if name[1] else (r["subject"][:19]) for r in rows))
        yield f"  {label}: {', '.join(ends[:_MOST])}{' …' if len(ends) > _MOST else ''}"
        yield f"      {rows[0]['source']}: “{shortened(rows[0]['quote'], _QUOTE)}”"


def _said(row: "Row") -> Iterator[str]:
    """What each document says, in order of time."""
    statements, places = row["statements"], row["places"]
    for (date, source), group in groupby(places, key=lambda p: (p["date"], p["source"])):
        own = [s for s in statements if s["source"] == source]
        yield f"\n{date or '–'}  {source}"
        if own:
            for s in own[:_MOST]:
                yield f"  {s['act']:<10} “{shortened(s['quote'], _QUOTE)}” ({s['start']}–{s['end']})"
        else:
            for p in list(group)[:_MOST]:
                yield f"  {'named':<10} “{shortened(p['quote'] or p['text'], _QUOTE)}” ({p['start']}–{p['end']})"
