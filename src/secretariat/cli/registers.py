"""What the commands on a register share: its option, opening it, and faults told in one line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.model.errors import SecretariatError
from secretariat.publishing.words.lines import one_line

if TYPE_CHECKING:
    from secretariat.register.register import Register

At = Annotated[
    str,
    typer.Option(
        "--register",
        metavar="URL",
        envvar="SECRETARIAT_REGISTER",
        help="The register: a file (SQLite), or postgresql://user@host/name.",
    ),
]
DEFAULT = "secretariat.db"


@contextmanager
def told() -> Iterator[None]:
    """Tells an error of ours in one line on standard error, and ends with status 1."""
    try:
        yield
    except SecretariatError as fault:
        print(one_line(str(fault)), file=sys.stderr)
        raise typer.Exit(1) from None


@contextmanager
def opened(url: str, *, create: bool = False, lexicon: tuple[str, ...] = ()) -> Iterator["Register"]:
    """The register, open; its faults told in one line."""
    from secretariat.register.register import open_register

    with told(), open_register(url, create=create, lexicon=lexicon) as register:
        yield register
