"""Places under today's name, and names that stay open."""

from collections.abc import Callable

import pytest

from secretariat.model.mentions import Place
from secretariat.reading.draft import Draft
from secretariat.reading.places import doubtful_places

Reads = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met in Nur-Sultan and, a year later, in Astana.", ["astana-kz", "astana-kz"]),
        ("Ferries cross the Black Sea from Odessa.", ["black-sea", "odesa-ua"]),
        ("A seminar was held in Tripoli, Lebanon.", ["tripoli-lb"]),
        ("A seminar was held in Tripoli.", ["tripoli-ly"]),
        ("The treaty was signed at Nice on 3 May 1999.", ["nice-fr"]),
        ("It was nice. Reading the report took an hour.", []),
        ("A school in Nice, France, teaches pilots.", ["nice-fr"]),
        ("Bombay is the old name of Mumbai.", ["mumbai-in", "mumbai-in"]),
        ("Talks in Carbis Bay and Khanty-Mansiysk went well.", ["carbis-bay-gb", "khanty-mansiysk-ru"]),
    ],
)
def test_places(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert [p.key for p in draft_of(sentence).of(Place)] == expected


def test_a_name_with_a_country_has_it(draft_of: Reads) -> None:
    (place,) = draft_of("The office moved to Leningrad.").of(Place)
    assert (place.name, place.country) == ("Saint Petersburg", "RU")


def test_a_place_elsewhere_takes_the_country_that_follows(draft_of: Reads) -> None:
    (place,) = draft_of("A fair was held in Durban, Fiji.").of(Place)
    assert (place.country, place.key) == ("FJ", None)


def test_an_open_name_is_a_finding(draft_of: Reads) -> None:
    draft = draft_of("The fleet gathered at Hyderabad in spring.")
    places = draft.of(Place)
    open_ones = [p for p in places if p.key is None]
    assert [f.code for f in doubtful_places(draft)] == ["ambiguous-place"] * len(open_ones)
    assert all(p.country is None for p in open_ones)
