"""``secretariat export``: the register in the formats of others."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import answers, asking, read, registers

if TYPE_CHECKING:
    from secretariat.publishing.edition import Edition
    from secretariat.publishing.formats import Format

EXAMPLES = """[bold]Examples[/bold]

secretariat export akn -o xml/

secretariat export ics --organisation sco -o sco.ics

secretariat export csv --topic energy --force 3 -o energy/

secretariat export release --address https://register.example.org -o release-2024/
"""
Address = Annotated[
    str,
    typer.Option(
        "--address",
        metavar="URL",
        envvar="SECRETARIAT_ADDRESS",
        help="Where the site of the register stands: addresses in the export begin with it.",
    ),
]


def export_command(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="akn, jsonld, nquads, ics, atom, csv, parquet, package, graphml, bibtex, csl or release.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="The file, or the folder for formats of many files."),
    ] = None,
    register: registers.At = registers.DEFAULT,
    address: Address = "",
    organisation: answers.Organisation = "",
    kind: asking.Kind = "",
    document: asking.Document = "",
    about: asking.About = "",
    text: answers.Text = "",
    since: answers.Since = "",
    until: answers.Until = "",
    topic: asking.Topic = "",
    act: asking.Act = "",
    force: asking.Force = None,
    polarity: asking.Polarity = "",
    holder: asking.Holder = "",
    lexicon: read.Lexicon = None,
    quiet: read.Quiet = False,
) -> None:
    """Write the register in an open format, whole or narrowed.

    Formats of one file go to standard output where no PATH is given; those of many files to a folder named as the format.
    Files take their names only when they are whole.
    """
    from secretariat.publishing.edition import NOWHERE, Edition
    from secretariat.publishing.formats import format_of

    folders = tuple(map(str, read.folders_of(lexicon or [])))
    with registers.opened(register, lexicon=folders) as opened:
        _check_topic(topic, folders)
        ask = opened.ask
        filters = asking.narrowed(
            organisation=organisation, kind=kind, document=ask.document(document) if document else "",
            about=ask.find(about) if about else "", text=text, since=since, until=until, topic=topic, act=act,
            force=force, polarity=polarity, holder=holder,
        )  # fmt: skip
        form = format_of(format_, filters)
        with opened.snapshot(filters) as snapshot:
            edition = Edition(snapshot, checked(address) or NOWHERE, folders)
            where = _write(form, edition, output)
            if not quiet:
                _tell(form, edition, where, named=bool(address))


def _check_topic(topic: str, folders: tuple[str, ...]) -> None:
    """Raises ``RegisterError`` for a topic that no lexicon knows, of which an export would be empty without a word."""
    from secretariat.lexicon.load import load_lexicon
    from secretariat.register.asking.filters import one_of

    if topic:
        one_of("topic", topic, sorted({e.id for e in load_lexicon(extra=tuple(map(Path, folders))).entries("topic")}))


def checked(address: str) -> str:
    """The address, where it is one; a usage error otherwise."""
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise typer.BadParameter(f"{address!r} is no address of a site; write it as https://register.example.org")
    return address


def _write(form: "Format", edition: "Edition", output: Path | None) -> str:
    from secretariat.publishing.files import whole_file, whole_folder

    if form.is_folder:
        path = output or Path(form.name)
        with whole_folder(path) as folder:
            form.write_folder(edition, folder)
        return f"{path}/"
    if output is None:
        _print(form, edition)
        return ""
    with whole_file(output) as file:
        form.write_file(edition, file)
    return str(output)


def _print(form: "Format", edition: "Edition") -> None:
    """Writes to standard output; says so where that cannot be written to, as on a full disk."""
    try:
        form.write_file(edition, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is waiting has nowhere to go
        print(
            f"standard output: cannot be written to ({fault.strerror}); what was written is not whole", file=sys.stderr
        )
        raise typer.Exit(1) from None


def _tell(form: "Format", edition: "Edition", where: str, *, named: bool) -> None:
    count = len(edition.snapshot.documents)
    told = f"{count:,} document{'' if count == 1 else 's'}"
    print(f"{told} as {form.name}{f' in {where}' if where else ''}", file=sys.stderr)
    if not named:
        print(f"addresses begin with {edition.address}; --address URL says where the site stands", file=sys.stderr)
