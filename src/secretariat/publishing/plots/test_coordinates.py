from pathlib import Path

import pytest

from secretariat.model.errors import DataError
from secretariat.publishing.plots.coordinates import gazetteer


@pytest.mark.parametrize(
    ("words", "name", "near"),
    [
        ("Dushanbe", "Dushanbe", (38.5, 68.8)),
        ("Kyoto, Japan", "Kyoto", (35.0, 135.8)),
        ("New York", "New York", (40.7, -74.0)),
        ("London", "London", (51.5, -0.1)),
        ("London, Canada", "London", (43.0, -81.2)),
        ("Nur-Sultan", "Astana", (51.2, 71.4)),
    ],
)
def test_words_lead_to_a_place_on_earth(words: str, name: str, near: tuple[float, float]) -> None:
    found = gazetteer().find(words)
    assert found is not None
    assert found[0] == name
    assert found[1] == pytest.approx(near, abs=0.2)


@pytest.mark.parametrize("words", ["", "Nowhere at all", "Dushanbe, Japan", "Central Asia", "Meridian Sea"])
def test_what_is_no_known_city_lies_nowhere(words: str) -> None:
    assert gazetteer().find(words) is None


def test_a_folder_of_ones_own_adds_places_and_its_faults_are_told(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(
        "kind: place\nentries:\n  - {id: torvik, forms: [Torvik], rank: 0}\n", "utf-8"
    )
    own = tmp_path / "coordinates.csv"
    own.write_text("id,latitude,longitude\ntorvik,-21.5,-19.7\n", encoding="utf-8")
    assert gazetteer((tmp_path,)).find("Torvik") == ("Torvik", (-21.5, -19.7))
    gazetteer.cache_clear()
    own.write_text("id,latitude,longitude\ntorvik,-210,-19.7\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"row 1 \(torvik\)"):
        gazetteer((tmp_path,))
