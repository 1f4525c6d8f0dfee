"""What names a state, and what only looks like one."""

from collections.abc import Callable

import pytest

from secretariat.model.mentions import State
from secretariat.reading.draft import Draft

Reads = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Republic of the Congo and Guinea-Bissau share a register of ships.", ["CG", "GW"]),
        ("Papua New Guinea wrote to Guinea about nets.", ["PG", "GN"]),
        ("Bolivia (Plurinational State of) abstained, as did the Lao People's Democratic Republic.", ["BO", "LA"]),
        ("The DPRK, the ROK and the U.S. sent observers.", ["KP", "KR", "US"]),
        ("Türkiye paid for the bridge that Turkey had planned.", ["TR", "TR"]),
        ("Côte d’Ivoire and Cote d'Ivoire are one.", ["CI", "CI"]),
        ("THE GOVERNMENT OF JAPAN AND THE GOVERNMENT OF PERU", ["JP", "PE"]),
        ("Trade with the former Soviet Union is remembered.", ["SUHH"]),
        ("Kazakh energy and American grain were shown.", []),
        ("Let us meet in New Mexico, near the Gulf of Mexico, or by the South China Sea.", []),
        ("Farmers of Georgia drove to Atlanta.", []),
        ("Georgia and Armenia share a power line.", ["GE", "AM"]),
    ],
)
def test_states(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert [s.code for s in draft_of(sentence).of(State)] == expected


def test_the_article_stays_out(draft_of: Reads) -> None:
    draft = draft_of("The talks were hosted by the Kingdom of Tonga.")
    assert [draft.flow.text[s.start : s.end] for s in draft.of(State)] == ["Kingdom of Tonga"]
