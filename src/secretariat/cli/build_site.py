"""``secretariat build-site``: the pages of a register as files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import read, registers

EXAMPLES = """[bold]Examples[/bold]

secretariat build-site public/

secretariat build-site public/ --register summit.db
"""


def build_site_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write; made where it is not there.")],
    register: registers.At = registers.DEFAULT,
    lexicon: read.Lexicon = None,
    quiet: read.Quiet = False,
) -> None:
    """Write the pages of the register as files, to be published without a server.

    Links are relative. Search, filters and comparing need a server and are left out; every document and thing has its page.
    """
    from secretariat.site.built import build_site
    from secretariat.site.room import Room
    from secretariat.site.settings import Settings

    folders = tuple(Path(f) for f in read.folders_of(lexicon or []))
    with registers.opened(register, lexicon=tuple(map(str, folders))) as opened:
        count = build_site(Room(opened, Settings(register=register, lexicon=folders)), folder)
    if not quiet:
        print(f"{count:,} files in {folder}", file=sys.stderr)
