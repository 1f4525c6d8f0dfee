"""``secretariat review``: the queue of doubtful pairs, decided at the keyboard, one key a pair."""

import sys
from typing import TYPE_CHECKING, Any

import typer

from secretariat.cli import registers
from secretariat.cli.deciding import Who, signer
from secretariat.publishing.words.lines import shortened

if TYPE_CHECKING:
    from secretariat.register.register import Register

_HELP = "s same · d different · n not sure (next) · u undo the last · q quit"
_QUOTE = 300


def review_command(register: registers.At = registers.DEFAULT, who: Who = "") -> None:
    """Walk through pairs of names that may mean the same thing, the likeliest first, and decide each with one key."""
    with registers.opened(register) as opened:
        queue = opened.ask.pairs().rows
        if not queue:
            print("nothing waits for a decision", file=sys.stderr)
            return
        made: list[str] = []
        at = 0
        while at < len(queue):
            _print_pair(opened, queue[at], at + 1, len(queue))
            key = _key()
            if key in ("s", "d"):
                made.append(_decide(opened, "same" if key == "s" else "different", queue[at], who or signer()))
                at += 1
            elif key == "n":
                at += 1
            elif key == "u" and made:
                _undo(opened, made.pop(), who or signer())
                at = max(0, at - 1)
            elif key == "q":
                break
            else:
                print(_HELP)
        opened.refresh()
        print(f"{len(made)} decided, {len(queue) - at} left", file=sys.stderr)


def _key() -> str:
    """One key at a terminal; the first letter of a line where input comes from elsewhere; q at its end."""
    if sys.stdin.isatty():
        return str(typer.getchar()).lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() if line else "q"


def _print_pair(register: "Register", pair: dict[str, Any], number: int, total: int) -> None:
    print(f"\n{number} of {total} · {pair['score']} % · {pair['reasons']}")
    ask = register.ask
    for side in ("one", "other"):
        row = ask.show(pair[side])
        place = row["places"][0]
        print(f"  {row['name']}  [{row['id']}] · {row['mentions']}×")
        print(f"    {place['date'] or '–'} {place['source']}: “{shortened(place['quote'] or place['text'], _QUOTE)}”")
    print(_HELP)


def _decide(register: "Register", verdict: str, pair: dict[str, Any], who: str) -> str:
    from secretariat.register.decisions.making import decide
    from secretariat.register.register import now

    with register.engine.connect() as connection:
        subjects = [pair["one"], pair["other"]]
        decision = decide(connection, verdict, subjects, "", who=who, at=now(), why="reviewed")  # type: ignore[arg-type]
    register.decide([decision])
    return decision.id


def _undo(register: "Register", decision: str, who: str) -> None:
    from secretariat.register.decisions.verdicts import Decision
    from secretariat.register.register import now

    register.decide([Decision(verdict="undo", value=decision, who=who, at=now(), why="reviewed")])
