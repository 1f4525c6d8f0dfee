"""What tests share: where things lie, and the lexicon folders of the examples."""

import sys
from pathlib import Path

import pytest
import texts


@pytest.fixture(scope="session")
def root() -> Path:
    return texts.ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared documents; a test that asks for them is skipped where they are not beside the repository."""
    if not (texts.SHARED / "corpus" / "INDEX.csv").exists():
        pytest.skip("the shared documents do not lie beside this repository (../shared)")
    return texts.SHARED


@pytest.fixture(scope="session")
def python() -> str:
    return sys.executable
