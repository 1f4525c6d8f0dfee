"""Agreed language and phrases on both databases."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text as sql

from secretariat import open_register, read_text
from secretariat.comparing.agreed import agreed, agreed_in
from secretariat.comparing.phrase import history
from secretariat.model.errors import RegisterError
from secretariat.model.record import Record
from secretariat.register.changes import Wanted, changes, register_id
from secretariat.register.migrate import bring_up
from secretariat.register.register import Register

NewUrl = Callable[[], str]
LIGHTS = "The Ministers will repair the lighthouses of the northern strait together by the end of 2024."
TIDES = "Data on the tides are exchanged every month between the two hydrographic offices of the Compact."
HERRING = "The Council noted that catches of herring had fallen for the third year in a row in every bay."
CHINESE = "成员国将继续加强在能源领域的合作"


def document(year: int, *paragraphs: str) -> tuple[Record, bytes]:
    text = f"Joint Statement of the Straits Compact\n\nHarbourtown, 3 March {year}\n\n" + "\n\n".join(paragraphs)
    return read_text(text, name=f"{year}.txt", any_language=True), text.encode()


DOCUMENTS = (
    document(2021, LIGHTS, TIDES),
    document(2022, LIGHTS.replace("together", "jointly"), HERRING),
    document(2023, LIGHTS, "Energy", CHINESE),
)


@pytest.fixture(scope="module")
def register(new_url: NewUrl) -> Register:
    opened = open_register(new_url())
    for record, content in DOCUMENTS:
        opened.add(record, content)
    return opened


def test_a_changed_wording_finds_its_origin_with_its_place(register: Register) -> None:
    wording = "Figures on the tides should be exchanged each month between the hydrographic offices of the Compact"
    best = agreed(wording, register.near)[0]
    record = register.record(best.document)
    assert record is not None
    assert record.text[best.start : best.end] == best.quote
    assert "tides" in best.quote
    assert best.date == "2021-03-03"
    assert 0.6 < best.score < 1
    told = "".join(record.text[slice(*run.a)] for run in best.words if run.a)
    assert "".join(told.split()) == "".join(best.quote.split())


def test_the_earliest_of_equals_comes_first(register: Register) -> None:
    found = agreed(LIGHTS, register.near)
    assert [(a.date, a.score) for a in found] == [
        ("2021-03-03", 1.0),
        ("2023-03-03", 1.0),
        ("2022-03-03", found[2].score),
    ]
    assert found[2].score < 1
    assert found[0].verbatim == 1.0


def test_a_few_words_find_the_stretch_that_has_them(register: Register) -> None:
    best = agreed("catches of herring had fallen", register.near)[0]
    assert best.quote == "catches of herring had fallen"


def test_chinese(register: Register) -> None:
    assert agreed("加强在能源领域的合作", register.near)[0].quote.startswith("加强在能源领域的合作")


@pytest.mark.parametrize("wording", ["", "—", "zzz qqq", " \n "])
def test_nothing_is_found_where_there_is_nothing(register: Register, wording: str) -> None:
    assert agreed(wording, register.near) == []


def test_a_wording_much_longer_than_any_passage_is_near_to_none(register: Register) -> None:
    assert agreed(" ".join([TIDES] * 600), register.near) == []


def test_a_draft_is_told_part_by_part_and_never_finds_itself(register: Register) -> None:
    draft, _ = document(
        2025, LIGHTS, HERRING.replace("third", "fourth").replace("herring", "cod"), "Cats sleep on warm piers all day."
    )
    parts = [p for p in agreed_in(draft, register.near) if p.status != "short"][-3:]
    assert [p.status for p in parts] == ["agreed", "near", "new"]
    known = DOCUMENTS[0][0]
    own = [p for p in agreed_in(known, register.near) if "tides" in known.text[slice(*p.places[0])]]
    assert [a.document == known.document.id for p in own for a in p.best] == [False] * len(own[0].best)


def test_the_order_of_adding_changes_nothing(register: Register, new_url: NewUrl) -> None:
    with open_register(new_url()) as other:
        for record, content in reversed(DOCUMENTS):
            other.add(record, content)
        for wording in (LIGHTS, TIDES, "herring in a bay"):
            assert agreed(wording, other.near) == agreed(wording, register.near)


def test_a_document_that_is_read_anew_or_taken_out_leaves_nothing_behind(new_url: NewUrl) -> None:
    with open_register(new_url()) as register:
        record, content = DOCUMENTS[0]
        register.add(record, content)
        register.add(msgspec.structs.replace(record, paragraphs=record.paragraphs[:1]), content)
        assert agreed(TIDES, register.near) == []
        register.add(record, content)
        assert len(agreed(TIDES, register.near)) == 1
        register.remove(record.document.id)
        with register.engine.connect() as connection:
            assert connection.execute(sql("SELECT count(*) FROM shingles")).scalar() == 0


def test_a_register_of_the_first_form_is_brought_up(new_url: NewUrl) -> None:
    url = new_url()
    with open_register(url) as register:
        for record, content in DOCUMENTS:
            register.add(record, content)
        wanted = agreed(TIDES, register.near)
        with register.engine.begin() as connection:
            connection.execute(sql("DROP TABLE changes"))
            connection.execute(sql("DELETE FROM meta WHERE key = 'register'"))
            connection.execute(sql("DROP INDEX statements_facets"))
            connection.execute(sql("DROP INDEX paragraphs_key"))
            connection.execute(sql("ALTER TABLE paragraphs DROP COLUMN key"))
            connection.execute(sql("ALTER TABLE documents DROP COLUMN shingled"))
            connection.execute(sql("DROP TABLE shingles"))
            connection.execute(sql("UPDATE alembic_version SET version_num = '0001'"))
        assert bring_up(register.engine, "test") == "0001"
        assert agreed(TIDES, register.near) == wanted
        with register.engine.connect() as connection:
            known = changes(connection, Wanted(), ("", ""), 100)
            assert {c.document for c in known} == {record.document.id for record, _ in DOCUMENTS}
            assert register_id(connection)


def test_the_history_of_a_phrase(register: Register) -> None:
    found = history("repair the lighthouses", register.all_but_one, {"the", "of", "will"})
    assert [(w.words, len(w.uses)) for w in found.wordings] == [("repair the lighthouses", 3)]
    assert found.first
    assert found.last
    assert (found.first.date, found.last.date) == ("2021-03-03", "2023-03-03")
    record = register.record(found.first.document)
    assert record is not None
    assert record.text[found.first.start : found.first.end] == "repair the lighthouses"
    assert [(c.year, c.uses) for c in found.counts] == [("2021", 1), ("2022", 1), ("2023", 1)]
    grouped = history("strait together", register.all_but_one, {"the"})
    assert [(w.words, w.changed) for w in grouped.wordings] == [("strait together", 0), ("strait jointly", 1)]
    assert json.loads(grouped.to_json())["phrase"] == "strait together"


def test_a_phrase_without_words_is_an_error(register: Register) -> None:
    with pytest.raises(RegisterError, match="no word"):
        history("…", register.all_but_one)


def test_a_plot_of_a_phrase(register: Register, tmp_path: Path) -> None:
    from secretariat.publishing.plots.phrase import phrase_chart
    from secretariat.publishing.plots.saving import save_chart

    chart = phrase_chart(history("repair the lighthouses", register.all_but_one))
    for name, opening in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.html", b"<!DOCTYPE html>")):
        save_chart(chart, tmp_path / name)
        assert (tmp_path / name).read_bytes().lstrip().startswith(opening)
    assert b'src="http' not in (tmp_path / "a.html").read_bytes()
