"""Names, directories and patterns; files that cannot be opened."""

from pathlib import Path

import pytest

from secretariat.model.errors import SourceError
from secretariat.sources import Limits, iter_paths, read_source


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.pdf", "deep/c.DOCX", "deep/.hidden.txt", ".git/d.txt", "data.csv", "scan.png", "x.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The sides met.")
    (tmp_path / "bare").mkdir()
    return tmp_path


def names(archive: Path, *patterns: str) -> list[str]:
    return [path.relative_to(archive).as_posix() for path in iter_paths([str(archive / one) for one in patterns])]


def test_a_directory_gives_its_documents_in_order(archive: Path) -> None:
    assert names(archive, "") == ["a.pdf", "b.txt", "deep/c.DOCX"]


def test_a_named_file_is_given_whatever_its_kind_and_once(archive: Path) -> None:
    assert names(archive, "data.csv", "b.txt", "*.txt") == ["data.csv", "b.txt"]


def test_patterns(archive: Path) -> None:
    assert names(archive, "**/*.DOCX") == ["deep/c.DOCX"]
    assert names(archive, "d*p") == ["deep/c.DOCX"]


@pytest.mark.parametrize("pattern", ["missing.txt", "*.odt", "bare", "nul\0l"])
def test_a_pattern_that_gives_nothing_is_an_error(archive: Path, pattern: str) -> None:
    with pytest.raises(SourceError):
        names(archive, pattern)


def test_files_that_cannot_be_opened(archive: Path) -> None:
    for name, fault in (("gone.txt", "does not exist"), ("b.txt/x", "does not exist"), ("deep", "is a directory")):
        with pytest.raises(SourceError, match=fault):
            read_source(archive / name)
    with pytest.raises(SourceError, match="cannot be opened"):
        read_source("nul\0l.txt")
    with pytest.raises(SourceError, match="larger than 3 bytes"):
        read_source(archive / "b.txt", Limits(max_bytes=3))


def test_the_name_is_as_given(archive: Path) -> None:
    document = read_source(archive / "b.txt")
    assert document.source.name == str(archive / "b.txt")
    assert document.source.bytes == 14
