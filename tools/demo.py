"""``make demo``: reads the example documents, and two shared ones where they lie beside, and shows what they say."""

import sys
from pathlib import Path

import texts

from secretariat.cli.reading_jobs import read_all
from secretariat.cli.reading_one import Settings, Task
from secretariat.cli.summary import show_summary


def main() -> int:
    """Prints a summary a document; 1 where one could not be read."""
    folders = tuple(str(f) for f in texts.lexicon_folders())
    shared = sorted((texts.SHARED / "corpus" / "sco").glob("*.txt"))
    return _show(texts.example_documents(), folders) | _show(shared, ())


def _show(paths: list[Path], folders: tuple[str, ...]) -> int:
    failed = 0
    for outcome in read_all((Task(_short(p)) for p in paths), Settings(lexicons=folders)):
        if outcome.fault is not None:
            failed = 1
            print(outcome.fault, file=sys.stderr)
        else:
            show_summary(outcome.record(), sys.stdout, frozenset(), folders)
    return failed


def _short(path: Path) -> str:
    """The path as a person would type it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    sys.exit(main())
