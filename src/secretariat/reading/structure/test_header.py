import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.reading.structure.header_dates import DateReader
from secretariat.reading.test_prepare import read


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("17 September 2021", "2021-09-17"),
        ("September 21, 2023", "2023-09-21"),
        ("this 16th day of December 2004", "2004-12-16"),
        ("28-29 September 2022", "2022-09-28/2022-09-29"),
        ("March 3 to 5, 2019", "2019-03-03/2019-03-05"),
        ("24 and 31 July 1976", "1976-07-31"),
        ("4 and 5 April 2024", "2024-04-04/2024-04-05"),
        ("2021-11-25", "2021-11-25"),
        ("25.11.2021", "2021-11-25"),
    ],
)
def test_whole_dates(text: str, edtf: str) -> None:
    found = DateReader(load_lexicon().words("month")).find(text, 0, len(text))
    assert [d.edtf for d in found] == [edtf]


@pytest.mark.parametrize("text", ["September 2021", "31 February 2020", "in 2021", "article 5"])
def test_no_date_is_invented(text: str) -> None:
    assert DateReader(load_lexicon().words("month")).find(text, 0, len(text)) == []


def test_fields_in_brackets() -> None:
    text = (
        "Archive of Communiqués\n\n[Title] Joint Communiqué of the Bay Ministers\n\n[Place]\n[Date] June 4, 2031\n"
        "[Source] Bay Office\n[Notes] video conference\n[Full text]\n\n"
        "The ministers spoke about the bay. They agreed to meet again.\n"
    )
    facts = read(text).facts
    assert facts.title == "Joint Communiqué of the Bay Ministers"
    assert (facts.date, facts.place, facts.publisher) == ("2031-06-04", None, "Bay Office")
    assert (facts.notes, facts.mode, facts.kind) == ("video conference", "videoconference", "communique")


def test_a_text_without_date_has_none() -> None:
    text = "Joint Statement\n\nThe two leaders recalled the accord signed on 4 May 2020. They will meet again.\n"
    assert read(text).facts.date is None


def test_date_and_place_at_the_foot() -> None:
    text = (
        "Treaty of Friendship\n\nArticle 1\n\nThe Parties shall be friends.\n\n"
        "Article 2\n\nThis Treaty shall be ratified.\n\n"
        "Done at Tartu, on the 2nd day of March 2031, in two copies.\n\n"
        "For the Republic of Upland\n\nFor the Republic of Lowland\n"
    )
    facts = read(text).facts
    assert (facts.date, facts.place, facts.kind) == ("2031-03-02", "Tartu", "treaty")
