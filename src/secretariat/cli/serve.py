"""``secretariat serve``: the reading room, a site over a register."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli import read, registers

EXAMPLES = """[bold]Examples[/bold]

secretariat serve

secretariat serve --register summit.db --port 8080

secretariat serve --register postgresql://desk@server/register --host 0.0.0.0
"""


def serve_command(
    register: registers.At = registers.DEFAULT,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Where to listen; this machine only by default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="PORT", help="The port.")] = 8000,
    base: Annotated[
        str, typer.Option("--base", metavar="PATH", help="What stands before every address behind another server.")
    ] = "",
    allow_editing: Annotated[
        bool,
        typer.Option("--allow-editing", help="Let people at other machines write, too. There are no accounts yet."),
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name by which a server in front hands requests on."),
    ] = None,
    lexicon: read.Lexicon = None,
) -> None:
    """Serve the register as a site: documents with everything found in them, statements, instruments, what became of them.

    By default it listens to this machine only. Stop it with Ctrl-C.
    """
    import uvicorn

    from secretariat.site.served.app import build_app
    from secretariat.site.settings import Settings

    settings = Settings(
        register=register, host=host, port=port, allow_editing=allow_editing, names=tuple(name or ()), base=base.rstrip("/"),
        lexicon=tuple(Path(folder) for folder in read.folders_of(lexicon or [])),
    )  # fmt: skip
    with registers.told():
        app = build_app(settings)
    shown = f"[{host}]" if ":" in host else host
    print(f"http://{shown}:{port}{settings.base}/ shows {register}; Ctrl-C stops it", file=sys.stderr)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
