"""``secretariat explain``: why a place of a document is marked as it is."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli.read import AnyLanguage, Lexicon, folders_of

if TYPE_CHECKING:
    from secretariat.reading.explain import Explainer

EXAMPLES = """[bold]Examples[/bold]

secretariat explain communique.txt --quote "Council of Ministers"

secretariat explain communique.txt --at 1204

secretariat explain --json declaration.pdf --quote "decided to establish"
"""


def explain_command(
    path: Annotated[str, typer.Argument(metavar="FILE", help="The document; - reads standard input.")],
    at: Annotated[
        int | None, typer.Option("--at", metavar="OFFSET", help="A place: a code point of the text, from 0.")
    ] = None,
    quote: Annotated[
        str, typer.Option("--quote", metavar="WORDS", help="Words of the text; white space and apostrophes may differ.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print the explanation as one line of JSON.")] = False,
    lexicon: Lexicon = None,
    any_language: AnyLanguage = False,
) -> None:
    """Tell what is marked at a place of a document, what made each mark, and which readings were refused.

    The place is an offset (--at) or words of the text (--quote). Each mark is told with the lexicon entry (file and
    line) or the rule that made it.
    """
    from secretariat.cli.explanation import show_explanation
    from secretariat.model.errors import SecretariatError

    if (at is None) == (not quote):
        raise typer.BadParameter("give either --at OFFSET or --quote WORDS")
    try:
        explainer = _explainer(path, folders_of(lexicon or []), any_language)
    except SecretariatError as fault:
        print(" ".join(str(fault).split()), file=sys.stderr)
        raise typer.Exit(1) from None
    text = explainer.record.text
    places = [(at, at + 1)] if at is not None else find_quote(text, quote)
    missing = ""
    if at is not None and not 0 <= at < len(text):
        missing = f"the text has {len(text):,} characters, from 0; {at} is none of them"
    elif not places:
        missing = f"the text does not have the words {quote!r}; quote fewer of them"
    if missing:
        print(f"{path}: {missing}", file=sys.stderr)
        raise typer.Exit(1)
    if len(places) > 1:
        others = ", ".join(str(start) for start, _ in places[1:6]) + (" …" if len(places) > 6 else "")
        print(
            f"{path}: the words stand {len(places)} times; the first is explained, --at {others} for others",
            file=sys.stderr,
        )
    explanation = explainer.explain(*places[0])
    if json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(explanation).decode() + "\n")
    else:
        show_explanation(explanation, sys.stdout)


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whatever the white space, apostrophes and hyphens between them."""
    pieces = [re.escape(word) for word in quote.split()]
    pattern = r"\s+".join(pieces)
    for plain, all_of in (("'", "['\u2018\u2019]"), ("\u2019", "['\u2018\u2019]"), (r"\-", "[-\u2010\u2011]")):
        pattern = pattern.replace(plain, all_of) if all_of not in pattern else pattern
    return [m.span() for m in re.finditer(pattern, text)] if pieces else []


def _explainer(path: str, folders: tuple[str, ...], any_language: bool) -> "Explainer":
    from secretariat.reading.explain import Explainer
    from secretariat.reading.order import Options
    from secretariat.sources import Limits, read_source, source_from_bytes

    limits = Limits.from_environment()
    given = sys.stdin.buffer.read() if path == "-" else None
    document = read_source(path, limits) if given is None else source_from_bytes(given, "standard input", limits)
    return Explainer(document, Options(lexicon=tuple(Path(f) for f in folders), any_language=any_language))
