"""What tests of several rooms share: a reading of a short text, and where the shared corpus lies, if it does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.profiles.load import load_profiles
from secretariat.reading.draft import Draft
from secretariat.reading.order import STEPS
from secretariat.reading.prepare import prepare
from secretariat.sources import source_from_text

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def draft_of() -> Callable[[str], Draft]:
    """Reads a text through every finder and gives the draft, whose places are in ``draft.flow.text``."""

    def read(text: str) -> Draft:
        draft = prepare(source_from_text(text, "test"), load_lexicon(), load_profiles(), any_language=True)
        for _, step in STEPS:
            step(draft)
        return draft

    return read


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared documents beside the repository; the test is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared corpus does not lie beside the repository")
    return folder
