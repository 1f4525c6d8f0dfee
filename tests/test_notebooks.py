"""The notebooks run from beginning to end, print what the documentation shows, and draw."""

import notebooks
import pytest

pytest.importorskip("altair", reason="the notebooks draw; install secretariat[plots]")


@pytest.mark.parametrize("name", notebooks.names())
@pytest.mark.filterwarnings("ignore")
def test_a_notebook_runs(name: str) -> None:
    import nbformat

    kept = nbformat.read(notebooks.FOLDER / name, as_version=4)
    run = notebooks.run(name)
    assert list(notebooks.printed(run)) == list(notebooks.printed(kept)), (
        "run tools/notebooks.py and look at the difference"
    )
    assert notebooks.pictures(run) == notebooks.pictures(kept) == 2


def test_there_are_two() -> None:
    assert len(notebooks.names()) == 2
