"""``secretariat mcp``: the register as tools for assistants."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import export, read, registers

EXAMPLES = """[bold]Examples[/bold]

secretariat mcp --register summit.db

secretariat mcp --register summit.db --address https://register.example.org

secretariat mcp --http --port 8001
"""
HERE = "http://127.0.0.1:8000"
"""Where ``secretariat serve`` shows a register by default."""


def mcp_command(
    register: registers.At = registers.DEFAULT,
    address: export.Address = HERE,
    http: Annotated[
        bool, typer.Option("--http", help="Answer over HTTP at /mcp; by default over standard input and output.")
    ] = False,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="With --http: where to listen.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, metavar="PORT", help="With --http: the port.")
    ] = 8001,
    lexicon: read.Lexicon = None,
) -> None:
    """Let an assistant ask the register: search, passages, statements, things, comparisons, agreed language, what is due.

    The tools only read. Every answer carries quotes with their addresses, which --address begins; 'secretariat serve' shows them.
    """
    try:
        from secretariat.site.assistants.server import build_server
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in ("mcp", "anyio", "pydantic"):
            raise
        print("mcp: the package for assistants is missing; install secretariat[assistants]", file=sys.stderr)
        raise typer.Exit(1) from None
    from secretariat.site.room import Room
    from secretariat.site.settings import Settings

    folders = tuple(Path(f) for f in read.folders_of(lexicon or []))
    with registers.opened(register, lexicon=tuple(map(str, folders))) as opened:
        opened.refresh()
        server = build_server(
            Room(opened, Settings(register=register, lexicon=folders)), export.checked(address).rstrip("/")
        )
        if http:
            print(f"http://{host}:{port}/mcp answers assistants about {register}; Ctrl-C stops it", file=sys.stderr)
            server.run("streamable-http", host=host, port=port)
        else:
            server.run("stdio")
