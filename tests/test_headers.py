"""Titles and dates of the heads of documents, against the index of the shared corpus."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import secretariat
from secretariat.model.record import Facts

LEAST = 0.95


class Row(NamedTuple):
    file: str
    title: str
    date: str
    facts: Facts
    text: str


def rows(shared: Path, folder: str) -> list[Row]:
    corpus = shared / "corpus"
    with (corpus / "INDEX.csv").open(encoding="utf-8", newline="") as index:
        listed = [r for r in csv.DictReader(index) if r["file"].startswith(f"{folder}/")]
    found = []
    for r in listed:
        record = secretariat.read(corpus / r["file"], any_language=True)
        found.append(Row(r["file"], r["title"], r["date"], record.document, record.text))
    return found


@pytest.fixture(scope="module")
def unga(shared: Path) -> list[Row]:
    return rows(shared, "unga")


@pytest.fixture(scope="module")
def joint(shared: Path) -> list[Row]:
    return rows(shared, "joint")


def loosely(title: str | None) -> str:
    """Letters and figures alone, in small letters, without a symbol or number that leads."""
    bare = re.sub(r"^(A/\S+\s+)?(\d+/\d+\.?\s+)?", "", " ".join((title or "").split()))
    return re.sub(r"[\W_]+", "", bare).casefold()


def share(right: list[bool], wrong: list[str]) -> None:
    rate = sum(right) / len(right)
    assert rate >= LEAST, f"{rate:.3f} of {len(right)}; wrong:\n" + "\n".join(wrong[:20])


def test_dates_of_resolutions(unga: list[Row]) -> None:
    dated = [r for r in unga if r.date]
    wrong = [f"{r.file}: {r.date}, read as {r.facts.date}" for r in dated if r.facts.date != r.date]
    share([r.facts.date == r.date for r in dated], wrong)


def test_titles_of_resolutions(unga: list[Row]) -> None:
    """The index cuts long titles: what it has must open the title."""
    right = [loosely(r.facts.title).startswith(loosely(r.title)) for r in unga]
    share(right, [f"{r.title!r}, read as {r.facts.title!r}" for r, ok in zip(unga, right, strict=True) if not ok])


def test_titles_of_joint_statements(joint: list[Row]) -> None:
    right = [loosely(r.facts.title) == loosely(r.title) for r in joint]
    share(right, [f"{r.title!r}, read as {r.facts.title!r}" for r, ok in zip(joint, right, strict=True) if not ok])


def test_no_date_is_invented(joint: list[Row]) -> None:
    """A year that the head gives stands somewhere in the text."""
    invented = [r.file for r in joint if r.facts.date and r.facts.date[:4] not in r.text]
    assert invented == []
