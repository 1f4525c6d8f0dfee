"""Registers to publish: the examples as they were read, and with what people decided."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from example_records import LEXICON
from site_examples import fill

from secretariat.register.decisions.making import decide
from secretariat.register.register import Register, open_register


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the examples, in a file that nobody writes to."""
    return fill(tmp_path_factory.mktemp("published") / "examples.db")


@pytest.fixture(scope="session")
def examples(examples_file: Path) -> Iterator[Register]:
    """The same, open."""
    with open_register(examples_file, lexicon=LEXICON) as register:
        yield register


@pytest.fixture(scope="session")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The examples with decisions of every kind that concerns marks."""
    path = fill(tmp_path_factory.mktemp("decided") / "examples.db")
    with open_register(path, lexicon=LEXICON) as register:
        rows = register.ask.statements().rows
        at = "2024-01-0{}T00:00:00.000000+00:00"
        with register.engine.connect() as connection:
            made = [
                decide(connection, "act", [rows[0]["mark"]], "call", who="Ana", at=at.format(1), why="it asks for it"),
                decide(
                    connection, "wrong", [rows[5]["mark"]], "", who="Ben <b@example.org>", at=at.format(2), why="“no”"
                ),
                decide(
                    connection, "name", ["instrument/mbco-charter"], "The Charter", who="Ana", at=at.format(3), why=""
                ),
            ]
        register.decide(made)
        register.refresh()
        yield register
