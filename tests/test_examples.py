import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "examples" / "gold"


@pytest.fixture(scope="module")
def build_gold() -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module("build_gold")
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.mark.parametrize("marks", sorted(GOLD.glob("*.marks")), ids=lambda p: p.stem)
def test_gold_is_what_its_marks_say(marks: Path, build_gold: ModuleType) -> None:
    record, faults = build_gold.build(marks)
    assert faults == []
    assert json.loads((GOLD / f"{marks.stem}.gold.json").read_text(encoding="utf-8")) == record


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.gold.json")), ids=lambda p: p.stem)
def test_every_mark_is_the_words_it_names(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = gold["text"]
    for mark in (*gold["mentions"], *gold["statements"], *gold["stages"]):
        assert text[mark["start"] : mark["end"]] == mark["text"]
    for statement in gold["statements"]:
        start, end = statement["trigger"]
        assert text[start:end] == statement["trigger_text"]
        assert statement["start"] <= start < end <= statement["end"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("date 5 May 1999 | 1999-05-05", "not found"),
        ("say position trade | applauded | The ministers noted … growth", "no clause"),
        ("@ Nowhere in the text", "no passage"),
        ("ship Asphodel", "no such mark"),
        ("body Council | colour=blue", "no attribute"),
    ],
)
def test_a_mark_that_cannot_be_placed_is_a_fault(line: str, fault: str, build_gold: ModuleType) -> None:
    builder = build_gold.Builder("The ministers noted the report of the Council on growth.\n")
    builder.take("@ The ministers")
    with pytest.raises(ValueError, match=fault):
        builder.take(line)


def test_a_name_marked_once_and_left_out_once_is_reported(build_gold: ModuleType) -> None:
    builder = build_gold.Builder("The Council met.\n\nThe Council parted.\n")
    builder.take("@ The Council met")
    builder.take("body Council")
    assert builder.unmarked() == ["body 'Council' is not marked at 22"]
    builder.take("@ The Council parted")
    builder.take("body Council")
    assert builder.unmarked() == []
