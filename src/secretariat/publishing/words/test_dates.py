import pytest

from secretariat.publishing.words.dates import all_in_words, in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-09-17", "17 September 2021"),
        ("2021-09", "September 2021"),
        ("2021", "2021"),
        ("203X", "2030s"),
        ("2022/2024", "2022–2024"),
        ("2021-09-15/2021-09-17", "15–17 September 2021"),
        ("2021-08-31/2021-09-02", "31 August 2021 – 2 September 2021"),
        ("../2025", "until 2025"),
        ("../2021-08", "until August 2021"),
        ("2001/..", "since 2001"),
        ("2021-13", "2021-13"),
        ("2021-S1", "2021-S1"),
        ("", ""),
    ],
)
def test_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_several() -> None:
    assert all_in_words(()) == ""
    assert all_in_words(("2021",)) == "2021"
    assert all_in_words(("2021-03-30", "2021-07-23", "2022")) == "30 March 2021, 23 July 2021 and 2022"
