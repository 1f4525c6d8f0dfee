"""``secretariat lexicon check``: whether lexicon and profile files of one's own hold together."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def check_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder as --lexicon of read takes it.")],
) -> None:
    """Check the lexicon files of DIR and the profiles of DIR/profiles, and say what is wrong in them.

    Each file must keep to its form, ids and forms must differ from each other and from the shipped ones, every example
    must be matched by its own entry; members of profiles must be states that are known, their dates dates. Each fault
    is one line with file, line and entry. The exit status is 1 where something is wrong.
    """
    from secretariat.lexicon.check import faults_of, shipped_files
    from secretariat.lexicon.load import SHIPPED
    from secretariat.profiles.check import profiles_of
    from secretariat.reading.clauses.verb_examples import verb_faults

    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a directory", param_hint="DIR")
    shipped = SHIPPED in folder.resolve().parents
    files, entries, faults = faults_of(folder, [] if shipped else shipped_files())
    if not faults and not shipped:
        faults += verb_faults(folder)
    profiles, wrong = profiles_of(folder / "profiles", _states(folder))
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


def _states(folder: Path) -> frozenset[str]:
    """The codes of the states that the shipped lexicon and that of the folder know."""
    from secretariat.lexicon.load import load_lexicon
    from secretariat.model.errors import DataError

    try:
        return frozenset(e.id for e in load_lexicon(extra=(folder,)).entries("state"))
    except DataError:  # told already, with its line
        return frozenset()
