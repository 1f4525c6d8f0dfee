"""Words are data, and the data keeps its promises: every example is matched by its own entry, no counterexample is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from secretariat.lexicon.check import faults_of
from secretariat.lexicon.load import SHIPPED

LANGUAGES = sorted(p for p in SHIPPED.iterdir() if p.is_dir() and any(p.glob("*.yaml")))


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda p: str(p.name))
def test_shipped_words_keep_their_promises(folder: Path) -> None:
    assert faults_of(folder)[2] == []


def test_words_of_the_examples_keep_their_promises(root: Path) -> None:
    assert faults_of(root / "examples" / "lexicon")[2] == []


GOOD: Mapping[str, str] = {
    "organs.yaml": """
kind: body-name
entries:
  - id: harbour-board
    forms: ["Harbour Board", "HBX"]
    value: board
    examples: ["The Harbour Board met on Monday."]
    counterexamples: ["The harbour board is made of oak.", "They built a Harbour Boardwalk."]
"""
}

BAD = {
    "an id twice": ('- {id: a, forms: ["Reed Bank"]}\n  - {id: a, forms: ["Salt Bank"]}', "the id stands already"),
    "a form twice": ('- {id: a, forms: ["Reed Bank"]}\n  - {id: b, forms: ["Reed Bank"]}', "belongs to a already"),
    "an empty form": ('- {id: a, forms: [" "]}', "an empty form"),
    "a deaf example": ('- {id: a, forms: ["Reed Bank"], examples: ["The reed bank met."]}', "example is not matched"),
    "a loud counterexample": (
        '- {id: a, forms: ["Reed Bank"], counterexamples: ["The Reed Bank met."]}',
        "counterexample is matched",
    ),
    "a shadowed entry": (
        '- {id: a, forms: ["Bank"], examples: ["The Reed Bank met."]}\n  - {id: b, forms: ["Reed Bank"]}',
        "example is not matched",
    ),
    "an unknown field": ('- {id: a, forms: ["Reed Bank"], colour: red}', "colour"),
    "no id": ('- {forms: ["Reed Bank"]}', "id"),
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults_of(written(tmp_path, GOOD)) == (1, 1, [])


@pytest.mark.parametrize("name", BAD)
def test_a_bad_entry_is_seen(tmp_path: Path, name: str) -> None:
    entries, fault = BAD[name]
    faults = faults_of(written(tmp_path, {"bad.yaml": f"kind: body-name\nentries:\n  {entries}\n"}))[2]
    assert [f for f in faults if fault in f], faults


@pytest.mark.parametrize("text", ["kind: [", "entries: []", "kind: nonsense\nentries: []", "- a"])
def test_a_bad_file_is_seen(tmp_path: Path, text: str) -> None:
    assert len(faults_of(written(tmp_path, {"bad.yaml": text}))[2]) == 1
