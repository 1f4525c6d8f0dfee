"""``secretariat lexicon check``: whether lexicon and profile files of one's own hold together."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def check_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder as --lexicon of read takes it.")],
) -> None:
    """Check the lexicon files of DIR and the profiles of DIR/profiles, and say what is wrong in them.

    Each file must keep to its form, ids must differ, and every example must be matched by its own entry. The exit
    status is 1 where something is wrong.
    """
    from secretariat.lexicon.check import faults_of

    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a directory", param_hint="DIR")
    files, entries, faults = faults_of(folder)
    profiles, wrong = _profiles(folder / "profiles")
    faults += wrong
    for fault in faults:
        print(fault, file=sys.stderr)
    if files + profiles == 0 and not faults:
        print(
            f"{folder}: holds no YAML files; put lexicon files there, and profiles in its folder profiles/",
            file=sys.stderr,
        )
        raise typer.Exit(1)
    print(
        f"{files} lexicon files with {entries} entries, {profiles} profiles: "
        + (f"{len(faults)} faults" if faults else "all in order")
    )
    if faults:
        raise typer.Exit(1)


def _profiles(folder: Path) -> tuple[int, list[str]]:
    """How many profiles a folder holds, and what is wrong with them."""
    from secretariat.model.errors import DataError
    from secretariat.profiles.load import parse_profile

    paths = sorted(folder.glob("*.yaml"))
    faults = []
    for path in paths:
        try:
            parse_profile(path)
        except DataError as fault:
            faults.append(" ".join(str(fault).split()))
    return len(paths), faults
