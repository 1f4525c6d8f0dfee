from collections.abc import Callable

import pytest

from secretariat.reading.draft import Draft


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Reaffirming their support for the corridor, the Republic of Chile and the Republic of Peru noted the work done.",
            ("CL", "PE"),
        ),
        ("Reaffirming their support for the corridor, the Member States noted the work done.", "all"),
    ],
)
def test_who_makes_an_opening_participle(
    draft_of: Callable[[str], Draft], text: str, holders: str | tuple[str, ...]
) -> None:
    opening, main = draft_of(text).statements
    assert opening.subordinate
    assert opening.holders == main.holders == holders
