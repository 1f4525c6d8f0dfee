"""Shows what a search found: each paragraph with its document, and the words looked for made bold."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

    from secretariat.register.asking.answer import Row

_AROUND = 160
"""Letters shown before the first and after the last hit."""


def print_hits(rows: Sequence["Row"]) -> None:
    """Two lines and more for each paragraph."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for row in rows:
        number = f" · {row['number']}" if row["number"] else ""
        console.print(Text(f"{row['date'] or '–'}  {row['name']}{number}", style="bold cyan"))
        console.print(_passage(row["quote"], row["hits"]))
        console.print()


def _passage(quote: str, hits: Sequence[Sequence[int]]) -> "Text":
    from rich.text import Text

    low = max(0, (hits[0][0] if hits else 0) - _AROUND)
    high = min(len(quote), (hits[-1][1] if hits else 0) + _AROUND)
    shown = Text("…" if low else "")
    place = low
    for start, end in hits:
        shown.append(_plain(quote[place:start]))
        shown.append(_plain(quote[start:end]), style="bold reverse")
        place = end
    shown.append(_plain(quote[place:high]))
    return shown.append("…") if high < len(quote) else shown


def _plain(words: str) -> str:
    """White space as one space, and nothing that a terminal would obey."""
    made = "".join(c if c.isprintable() else " " for c in words)
    while "  " in made:
        made = made.replace("  ", " ")
    return made
