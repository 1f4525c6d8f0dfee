"""The examples read as they were kept: a change of words or rules shows here as lines that come and go."""

import difflib
from pathlib import Path

import golden
import pytest
import texts
import update_golden

import secretariat

DOCUMENTS = texts.example_documents()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.name))
def test_reads_as_kept(path: Path) -> None:
    kept = update_golden.FOLDER / f"{path.name}.json"
    assert kept.exists(), f"{kept.name} is missing: make golden"
    before = kept.read_text(encoding="utf-8").splitlines()
    now = golden.written(secretariat.read(path, lexicon=texts.lexicon_folders())).splitlines()
    difference = list(difflib.unified_diff(before, now, "kept", "now", lineterm="", n=0))
    if difference:
        told = ["the reading changed; where that is meant: make golden", *difference[:60]]
        pytest.fail("\n".join(told), pytrace=False)


def test_nothing_stale_is_kept() -> None:
    names = {f"{p.name}.json" for p in DOCUMENTS}
    assert {p.name for p in update_golden.FOLDER.glob("*.json")} - names == set()
