"""The table of formats in the documentation is true: each row names a command, its check, and what it counts on the examples."""

import re
from pathlib import Path

import published
import pytest
from example_records import LEXICON

from secretariat.publishing.formats import FORMATS
from secretariat.register.register import Register

PAGE = Path(__file__).resolve().parents[2] / "docs" / "publishing.md"
ROWS = re.findall(
    r"^\| `secretariat export (\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE.read_text("utf-8"), re.M
)


def test_every_format_has_its_row_in_order() -> None:
    assert [row[0] for row in ROWS] == list(FORMATS)
    assert [row[1].strip() for row in ROWS if row[0] != "release"] == [
        f.standard for f in FORMATS.values() if f.name != "release"
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_is_true(row: tuple[str, ...], examples: Register) -> None:
    assert published.told(published.check(row[0], examples, tuple(map(str, LEXICON)))) == row[3].strip()


def test_tables_of_the_codebook_are_those_of_the_package() -> None:
    from secretariat.publishing.release.codebook import codebook
    from secretariat.publishing.tables.columns import TABLES

    text = codebook()
    for table in TABLES.values():
        for column in table.columns:
            assert f"| `{column.name}` |" in text
            assert column.meaning.endswith((".", "?"))
