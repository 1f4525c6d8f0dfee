import pytest

from secretariat import read_text
from secretariat.comparing.chain import Chain, chain
from secretariat.model.record import Record

LIGHTS = "The Ministers will repair the lighthouses of the northern strait together."
TIDES = "Data on the tides are exchanged every month between the two hydrographic offices."
HERRING = "The Council noted that catches of herring had fallen for the third year in a row."


def read_as(year: int, *paragraphs: str) -> Record:
    head = f"Joint Statement of the Council of the Straits Compact\n\nHarbourtown, 3 March {year}\n\n"
    return read_text(head + "\n\n".join(paragraphs))


def kinds(found: Chain, records: list[Record], words: str) -> list[tuple[int, str]]:
    for strand in found.strands:
        first = strand.steps[0]
        if any(words in records[first.document].text[slice(*p)] for p in first.places):
            return [(s.document, s.kind) for s in strand.steps]
    raise AssertionError(words)


def test_wording_comes_changes_goes_and_comes_back() -> None:
    records = [
        read_as(2021, LIGHTS, TIDES),
        read_as(2022, LIGHTS.replace("will repair", "intend to repair"), HERRING),
        read_as(2023, HERRING, TIDES, LIGHTS.replace("will repair", "intend to repair")),
    ]
    found = chain(records)
    assert found.by_date
    assert kinds(found, records, "lighthouses")[:2] == [(0, "came"), (1, "edited")]
    assert kinds(found, records, "tides") == [(0, "came"), (1, "went"), (2, "back")]
    assert kinds(found, records, "herring")[0] == (1, "came")
    weaker = [c.kind for s in found.strands for step in s.steps for c in step.changes]
    assert "weaker" in weaker


def test_documents_are_put_in_order_of_time() -> None:
    late, early = read_as(2023, LIGHTS), read_as(2020, LIGHTS, TIDES)
    found = chain([late, early])
    assert [d.date and d.date[:4] for d in found.documents] == ["2020", "2023"]
    assert kinds(found, [early, late], "tides") == [(0, "came"), (1, "went")]


def test_documents_without_dates_stay_as_given() -> None:
    one, other = read_text("The Council met.\n\n" + LIGHTS), read_text("The Council met.\n\n" + TIDES)
    found = chain([one, other])
    assert not found.by_date


def test_one_document_is_no_chain() -> None:
    with pytest.raises(ValueError, match="two"):
        chain([read_as(2021, LIGHTS)])
