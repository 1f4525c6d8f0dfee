"""What commitments of our own making lack."""

from collections.abc import Callable

import pytest

from secretariat.reading.draft import Draft


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("We will plant 5,000 trees by 2030.", ()),
        ("We will strengthen our efforts.", ("when", "measure")),
        ("We commit to halve the number of accidents by 2027.", ()),
        ("The two sides will report to the G20 on COVID-19.", ("when", "measure")),
        ("We will build 3 bridges.", ("when",)),
        ("We will set targets for clean water by 2026.", ()),
        ("Our efforts will focus on wages.", ("when", "measure")),
        ("We extend until 2030 our pledge to build no dams.", ("measure",)),
        ("We will maintain a quota-based fund.", ("when", "measure")),
        ("We will:", ("what", "when", "measure")),
    ],
)
def test_what_a_commitment_lacks(draft_of: Callable[[str], Draft], text: str, lacks: tuple[str, ...]) -> None:
    (found,) = [s for s in draft_of(f"The sides met in the town of Lima. {text}").statements if s.act == "commitment"]
    assert found.lacks == lacks


def test_the_opener_of_a_list_names_who_does_it(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of(
        "The ministers of the states met.\n\nWe will:\n\n(a) open a school for the children of the port;\n\n(b) build a road.\n"
    )
    found = [s for s in draft.statements if s.rule == "statement:item"]
    assert len(found) == 2
    assert all("who" not in s.lacks for s in found)


def test_a_task_under_no_opener_names_nobody(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of(
        "The plan of the ministers is as follows.\n\nFoster the trade in timber with the islands of the coast.\n"
    )
    (found,) = [s for s in draft.statements if s.rule == "statement:item"]
    assert found.act == "commitment"
    assert found.lacks == ("who", "when", "measure")


def test_other_acts_lack_nothing(draft_of: Callable[[str], Draft]) -> None:
    assert [s.lacks for s in draft_of("The sides welcome the accord on the use of the river.").statements] == [()]
