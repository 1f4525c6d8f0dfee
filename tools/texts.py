"""Where the example documents lie, and the shared ones where there are some beside this repository."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"
LEXICONS = (EXAMPLES / "lexicon", EXAMPLES)
"""Folders that hold the words of the examples, as ``--lexicon`` takes them."""

SUFFIXES = {".txt", ".md", ".html", ".pdf", ".docx", ".rtf"}


def lexicon_folders() -> tuple[Path, ...]:
    """The folders of ``LEXICONS`` that hold lexicon files or profiles."""
    return tuple(f for f in LEXICONS if any(f.glob("*.yaml")) or any((f / "profiles").glob("*.yaml")))


def example_documents() -> list[Path]:
    """The documents of ``examples/``, by name; neither their README nor what they are made from."""
    found = (p for p in EXAMPLES.iterdir() if p.suffix in SUFFIXES and p.stem.lower() != "readme")
    return sorted(found)


def gold_pairs() -> Iterator[tuple[str, Path, Path]]:
    """Group, text and marks of every document marked by hand: the own ones, then the shared ones."""
    for group, folder in (("examples", EXAMPLES / "gold"), ("shared", SHARED / "gold")):
        for marks in sorted(folder.glob("*.gold.json")):
            text = marks.with_name(marks.name.replace(".gold.json", ".txt"))
            if not text.exists():
                text = EXAMPLES / text.name
            if text.exists():
                yield group, text, marks


def corpus() -> list[Path]:
    """The shared corpus, where it lies beside; else nothing."""
    return sorted((SHARED / "corpus").rglob("*.txt"))
