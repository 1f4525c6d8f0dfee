import pytest

from secretariat.reading.structure.numbering import leading_number


@pytest.mark.parametrize(
    ("text", "printed", "form", "body"),
    [
        ("1. The Parties", "1", "digit", "The Parties"),
        ("3.1. Boats", "3.1", "decimal", "Boats"),
        ("(a) to row", "a", "letter", "to row"),
        ("iv) to sail", "iv", "roman", "to sail"),
        ("Article 5", "5", "article", ""),
        ("Article 1.2: Nets", "1.2", "article", "Nets"),
        ("PART II", "II", "part", ""),
        ("• item", None, "bullet", "item"),
        ("II. Fish", "II", "numeral", "Fish"),
    ],
)
def test_numbers(text: str, printed: str | None, form: str, body: str) -> None:
    number = leading_number(text)
    assert number is not None
    assert (number.printed, number.form, text[number.length :]) == (printed, form, body)


@pytest.mark.parametrize(
    "text", ["2021 was a good year", "3.5 million", "Article 5 of the Treaty", "A. B. Berg spoke", "10,000 boats"]
)
def test_no_number(text: str) -> None:
    assert leading_number(text) is None
