"""``secretariat register export`` and ``import``: a whole register as one file, from and into any database."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import registers
from secretariat.publishing.files import whole_file

register_app = typer.Typer(help="Move a whole register: documents, sources, decisions.", no_args_is_help=True)


@register_app.command("export")
def export_command(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; - for standard output.")
    ],
    register: registers.At = registers.DEFAULT,
) -> None:
    """Write everything that people and sources put in, as JSON Lines; the same bytes from SQLite and PostgreSQL."""
    from secretariat.register.moving import iter_lines

    with registers.opened(register) as opened, opened.engine.connect() as connection:
        if str(output) == "-":
            sys.stdout.flush()
            for line in iter_lines(connection):
                sys.stdout.buffer.write(line)
            return
        with whole_file(output) as out:
            out.writelines(iter_lines(connection))


@register_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What export wrote.")],
    register: registers.At = registers.DEFAULT,
) -> None:
    """Take a register in from a file; what is there already changes nothing."""
    from secretariat.register.moving import iter_arrived

    documents = decisions = 0
    try:
        with registers.opened(register, create=True) as opened, file.open("rb") as lines:
            for arrived in iter_arrived(lines, str(file)):
                if arrived.record is not None:
                    for name in arrived.names:
                        opened.add(arrived.record, arrived.content, name)
                    documents += 1
                elif arrived.decision is not None:
                    opened.decide([arrived.decision])
                    decisions += 1
            opened.refresh()
    except OSError as fault:
        print(f"{file}: cannot be read ({fault.strerror}); name another file", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"{documents} documents and {decisions} decisions", file=sys.stderr)
