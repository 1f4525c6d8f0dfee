"""Kinds of paragraphs against the samples marked by hand; what counts as right, on a text of our own."""

from pathlib import Path

import pytest
import structure_accuracy as structure
from structure_accuracy import SAMPLES, Marked, compare, read_sample, score

import secretariat

LEAST = 0.97

TEXT = """Joint Statement on Lighthouses

The ministers met in Torvik on 4 May 2031 and agreed to:

- repair the lights;

- train the keepers.
"""


def marked(text: str, start: str, end: str, kind: str) -> tuple[int, int, str]:
    return text.index(start), text.index(end) + len(end), kind


def test_right_is_the_kind_and_whole_the_bounds() -> None:
    marks = (
        marked(TEXT, "Joint", "Lighthouses", "title"),
        marked(TEXT, "The ministers", "agreed to:", "narrative"),
        marked(TEXT, "repair", "lights;", "item"),
        marked(TEXT, "- train", "keepers.", "operative"),
    )
    found = compare(Marked("note.txt", "", marks), secretariat.read_text(TEXT))
    assert (found.marked, found.right, found.whole) == (4, 3, 2)
    assert [(m.kind, m.read) for m in found.misses] == [("operative", "item")]


def test_a_paragraph_over_a_page_is_of_the_kind_of_most_of_it() -> None:
    start, end = TEXT.index("The ministers"), len(TEXT.rstrip())
    assert compare(Marked("", "", ((start, end, "narrative"),)), secretariat.read_text(TEXT)).right == 1


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT)
    with pytest.raises(ValueError, match="not the file that was marked"):
        score(Marked("note.txt", "0", ()), tmp_path)


@pytest.mark.parametrize("path", SAMPLES.values())
def test_samples_are_in_order(path: Path) -> None:
    for document in read_sample(path):
        places = [place for start, end, _ in document.paragraphs for place in (start, end)]
        assert places == sorted(places), document.document
        assert not Path(document.document).is_absolute()


def test_the_first_sample_is_large_enough() -> None:
    sample = read_sample()
    assert len(sample) >= 10
    assert sum(len(m.paragraphs) for m in sample) >= 300


@pytest.mark.parametrize("path", SAMPLES.values())
def test_kinds_of_paragraphs(shared: Path, path: Path) -> None:
    sample = read_sample(path)
    missing = [m.document for m in sample if not (shared / m.document).exists()]
    if missing:
        pytest.skip(f"not beside this repository: {missing[0]}")
    scores = [score(m, shared) for m in sample]
    share = sum(s.right for s in scores) / sum(s.marked for s in scores)
    assert share >= LEAST, structure.table(scores)
