"""Groups of states: who is meant, and what is no group."""

from collections.abc import Callable

import pytest

from secretariat.model.mentions import Group
from secretariat.reading.draft import Draft

Reads = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Member States will open the canal.", [("Member States", "all")]),
        ("Both sides toured the mill.", [("Both sides", "all")]),
        ("Trade between our two countries has grown.", [("our two countries", "all")]),
        ("The two Presidents planted a tree.", [("two Presidents", "all")]),
        ("Interested member states may join the pilot.", [("Interested member states", "some")]),
        ("Aid should reach developing countries sooner.", [("developing countries", "other")]),
        ("The heads of delegations thanked the crew.", [("heads of delegations", "all")]),
        ("Political parties and community leaders were invited.", []),
    ],
)
def test_groups(draft_of: Reads, sentence: str, expected: list[tuple[str, str]]) -> None:
    draft = draft_of(sentence)
    assert [(draft.flow.text[g.start : g.end], g.scope) for g in draft.of(Group)] == expected


def test_a_listed_group_has_its_states(draft_of: Reads) -> None:
    draft = draft_of("The presidents of Chile, the Republic of Peru, and Brazil shared a meal.")
    (group,) = draft.of(Group)
    assert group.states == ("CL", "PE", "BR")
    assert draft.flow.text[group.start : group.end] == "presidents of Chile, the Republic of Peru, and Brazil"


def test_a_named_group_has_its_states(draft_of: Reads) -> None:
    (group,) = draft_of("Rivers join the Central Asian states.").of(Group)
    assert (group.scope, group.states) == ("other", ("KZ", "KG", "TJ", "TM", "UZ"))
