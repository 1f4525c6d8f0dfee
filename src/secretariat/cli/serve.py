"""``secretariat serve``: the reading room, a site over a register."""

import os
import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import export, read, registers

if TYPE_CHECKING:
    from secretariat.site.settings import Settings

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
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, metavar="N", help="Processes that answer; one by default.")
    ] = 1,
    address: export.Address = "",
    contact: Annotated[
        str, typer.Option("--contact", metavar="MAIL", help="The mail address that harvesters (OAI-PMH) are told.")
    ] = "",
    per_minute: Annotated[
        int,
        typer.Option(
            "--per-minute", min=1, metavar="N", help="Requests to a dear page that one visitor may make a minute."
        ),
    ] = 120,
    lexicon: read.Lexicon = None,
) -> None:
    """Serve the register as a site: documents with everything found in them, statements, instruments, what became of them.

    By default it listens to this machine only. Stop it with Ctrl-C.
    """
    from secretariat.site.settings import Settings

    settings = Settings(
        register=register,
        host=host,
        port=port,
        allow_editing=allow_editing,
        names=tuple(name or ()),
        base=base.rstrip("/"),
        per_minute=per_minute,
        address=export.checked(address).rstrip("/"),
        contact=contact,
        lexicon=tuple(Path(folder) for folder in read.folders_of(lexicon or [])),
    )
    shown = f"[{host}]" if ":" in host else host
    told = f"http://{shown}:{port}{settings.base}/ shows {register}; Ctrl-C stops it"
    if workers == 1:
        _one(settings, told)
    else:
        _several(settings, workers, told)


def _one(settings: "Settings", told: str) -> None:
    import uvicorn

    from secretariat.site.served.app import build_app

    with registers.told():
        app = build_app(settings)
    print(told, file=sys.stderr)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False)


def _several(settings: "Settings", workers: int, told: str) -> None:
    """Several processes: they share the secret of their tokens and the folder in which dropped files wait."""
    import msgspec
    import uvicorn

    from secretariat.site.served.app import ENVIRONMENT

    with registers.opened(settings.register, lexicon=tuple(map(str, settings.lexicon))) as register:
        register.refresh()
    print(told, file=sys.stderr)
    with TemporaryDirectory(prefix="secretariat-uploads-") as folder:
        shared = msgspec.structs.replace(settings, secret=secrets.token_hex(32), uploads=folder)
        os.environ[ENVIRONMENT] = shared.to_json()
        app = "secretariat.site.served.app:from_environment"
        uvicorn.run(
            app,
            factory=True,
            workers=workers,
            host=settings.host,
            port=settings.port,
            log_level="warning",
            server_header=False,
        )
