"""Capitals that tell nothing of names."""

from collections.abc import Callable

from secretariat.model.mentions import Body, Person
from secretariat.reading.draft import Draft
from secretariat.reading.structure.capitals import in_capitals

SHOUTED = (
    "THE COASTAL COMMITTEE SHALL MEET ONCE A YEAR IN ORDER TO REVIEW THE GENERAL FUNCTIONING OF THIS TREATY AND THE STATE "
    "OF ITS FUNDS, AND THE CHAIRMAN SHALL CONVENE THE MEMBERS.\n"
)


def test_a_text_in_capitals_is_said_to_be_one_and_gives_no_guessed_names(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of(SHOUTED * 3)
    assert [f.code for f in draft.findings if f.code == "in-capitals"] == ["in-capitals"]
    assert draft.of(Body) == []
    assert draft.of(Person) == []


def test_a_long_line_in_capitals_gives_no_guessed_names(draft_of: Callable[[str], Draft]) -> None:
    prose = (
        "The Ministers met in spring and spoke at length of the coast, its harbours and the people who live there.\n\n"
    )
    draft = draft_of(prose * 6 + SHOUTED)
    assert draft.of(Body) == []
    assert not draft.in_capitals


def test_a_title_in_capitals_is_no_shouting() -> None:
    assert in_capitals("JOINT STATEMENT ON PORTS")
    assert not in_capitals("Joint Statement on Ports of the ABC")
    assert not in_capitals("12 34")
