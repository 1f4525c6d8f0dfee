"""Writes the notebooks of the documentation: runs each anew and keeps what it printed and drew.

python tools/notebooks.py            runs them and writes them back
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "notebooks"
_SECONDS = 300


def names() -> list[str]:
    """The notebooks, by the names of their files."""
    return sorted(p.name for p in FOLDER.glob("*.ipynb"))


def run(name: str) -> Any:
    """A notebook, run anew in its folder; raises ``nbclient.exceptions.CellExecutionError`` where a cell fails."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(
        notebook, timeout=_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    return notebook


def printed(notebook: Any) -> Iterator[str]:
    """What the cells of a notebook printed, in order."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                yield output.text
            elif "text/plain" in output.get("data", {}) and "image/png" not in output["data"]:
                yield output["data"]["text/plain"]


def pictures(notebook: Any) -> int:
    """How many pictures a notebook drew."""
    return sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", ()))


def main() -> int:
    """Runs all of them and writes them back."""
    import nbformat

    for name in names():
        notebook = run(name)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)  # times, which differ each time
        nbformat.write(notebook, FOLDER / name)
        print(f"{name}: {len(notebook.cells)} cells, {pictures(notebook)} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
