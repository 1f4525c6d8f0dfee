"""Each chart is drawn with what it is given, on light and on dark paper, also where there is nothing or one thing."""

import pytest

pytest.importorskip("vl_convert", reason="drawing needs the extra plots")

from secretariat.publishing.plots.look import svg
from secretariat.publishing.plots.map import map_chart
from secretariat.publishing.plots.relations import relations_chart
from secretariat.publishing.plots.topics import MOST, YEARS, topics_chart
from secretariat.publishing.plots.validity import validity_chart

dark = pytest.mark.parametrize("dark", [False, True])


@dark
def test_topics_stand_by_year(dark: bool) -> None:
    rows = [{"topic": f"topic-{t}", "year": str(1960 + t), "statements": t + 1, "force": 2.0} for t in range(60)]
    drawn = svg(topics_chart(rows, dark=dark))
    assert "topic 59" in drawn
    assert "2019" in drawn
    assert f"topic {59 - MOST}<" not in drawn
    assert str(2019 - YEARS) not in drawn
    assert svg(topics_chart([], dark=dark)).startswith("<svg")


@dark
def test_instruments_stand_with_open_ends_paler(dark: bool) -> None:
    rows = [
        {"id": "a", "name": "Strategy on Ports", "first": "2016-01-01", "last": "2025-12-31", "mentions": 3},
        {"id": "b", "name": "Plan <b>&", "first": None, "last": "2030-12-31", "mentions": 1},
        {"id": "c", "name": "Plan <b>&", "first": "2020-02-29", "last": None, "mentions": 1},
    ]
    drawn = svg(validity_chart(rows, "2024-05-01", dark=dark))
    assert "Strategy on Ports" in drawn
    assert drawn.count("Plan &lt;b&gt;&amp;") >= 2
    assert "<b>" not in drawn
    assert svg(validity_chart([], "2024-05-01", dark=dark)).startswith("<svg")


@dark
def test_places_stand_on_the_map(dark: bool) -> None:
    rows = [
        {"place": "Dushanbe", "latitude": 38.5, "longitude": 68.8, "what": "meetings", "count": 4},
        {"place": "Dushanbe", "latitude": 38.5, "longitude": 68.8, "what": "texts", "count": 1},
    ]
    assert "Dushanbe" in svg(map_chart(rows, dark=dark))
    assert svg(map_chart([], dark=dark)).startswith("<svg")


@dark
def test_relations_lead_from_and_to_a_thing(dark: bool) -> None:
    rows = [
        {"said": "implemented by", "name": "Action Plan", "outward": False},
        {"said": "recalls", "name": "Charter", "outward": True},
        {"said": "recalls", "name": "Charter", "outward": True},
    ]
    drawn = svg(relations_chart("Strategy", rows, dark=dark))
    assert all(words in drawn for words in ("Strategy", "Action Plan", "implemented by"))
    assert drawn.count(">Charter<") == 1
    assert svg(relations_chart("Alone", [], dark=dark)).startswith("<svg")


def test_nothing_in_a_drawing_is_fetched() -> None:
    drawn = svg(relations_chart("Strategy", [{"said": "recalls", "name": "Charter", "outward": True}]))
    assert (
        drawn.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "").count("http") == 0
    )
