"""Stages of the life of named things: families of wordings, on both sides of a name."""

from collections.abc import Callable

import pytest

from secretariat.reading.draft import Draft

Reads = Callable[[str], Draft]

TOLD = {
    "adopted": """
        The Treaty on Tides, adopted at the second summit, is long.
        The Treaty on Tides was signed on 3 May 2022 in Torvik.
        The Treaty on Tides has been ratified by all members.
        The leaders adopted, by consensus, the Torvik Declaration.
        The leaders adopted at their summit the Torvik Declaration on Ports.
        We welcome the ratification by Aldovar of the Treaty on Tides.
        They noted with satisfaction the entry into force on 1 May 2020 of the Treaty on Tides.
        A Memorandum of Understanding on Ports was signed during the visit.
        The Council extended the Torvik Plan of Action until 2030.
        They welcomed the opening in Torvik of the Basin Rescue Centre.
        The newly established Basin Rescue Centre is in Torvik.
        We have established the Basin Rescue Centre.
        The Basin Climate Fund has started its work.
        They announced the launch of the Basin Climate Fund.
        The States Parties agreed to the text and do hereby establish the Basin Climate Fund.
        The Basin Rescue Centre (established in 2010) is in Torvik.
        The Torvik Plan of Action, as endorsed by the Council, is long.
    """,
    "decided": """
        They agreed on the establishment of a Working Group on Fisheries.
        They welcomed the decision to establish the Basin Rescue Centre.
        They announced their intention to launch the Basin Climate Fund.
        The Basin Rescue Centre will be established in Torvik.
        They decided to proclaim 2025 the Year of the Sea.
        Aldovar will host the third Basin Youth Forum in 2025.
        They look forward to the launch of the Basin Climate Fund.
        Ministers tasked officials to establish a Working Group on Fisheries.
    """,
    "preparing": """
        They are negotiating the Agreement on Fish Trade.
        They welcomed the progress made towards the conclusion of the Agreement on Fish Trade.
        They agreed to accelerate the establishment of the Basin Climate Fund.
        The Agreement on Fish Trade is under preparation.
        They noted the elaboration of the draft Agreement on Fish Trade.
        We will work towards the establishment of the Basin Climate Fund.
    """,
    "proposed": """
        They supported the initiative of Aldovar to create the Basin Climate Fund.
        They will explore the possibility of establishing the Basin Climate Fund.
        They called for the adoption of a Convention on Fish.
        They invite Aldovar to convene a Conference of Port Ministers.
        They supported the establishment of the Basin Climate Fund.
    """,
    "operating": """
        They noted the progress in the implementation of the Torvik Plan of Action.
        The Torvik Plan of Action is being successfully implemented.
        The implementation of the Torvik Plan of Action is under way.
        They will continue implementing the Torvik Plan of Action.
        They commended the efforts of the members to implement the Torvik Plan of Action.
        The mandate of the Basin Rescue Centre was extended until 2030.
        They supported the work of the Basin Rescue Centre.
        They continue to cooperate on ports through the Basin Rescue Centre.
    """,
    "ended": """
        The Basin Rescue Centre has completed its work.
        The Treaty on Tides was terminated in 2020.
        They noted the completion of the Torvik Plan of Action.
        Aldovar withdrew from the Treaty on Tides.
        Aldovar announced its withdrawal from the Treaty on Tides.
    """,
}


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [(line.strip(), stage) for stage, lines in TOLD.items() for line in lines.strip().splitlines()],
)
def test_what_stands_beside_a_name_and_over_its_cue(draft_of: Reads, sentence: str, stage: str) -> None:
    assert [s.stage for s in draft_of(sentence).stages] == [stage]


@pytest.mark.parametrize(
    "sentence",
    [
        "They call for the implementation of the Torvik Plan of Action.",
        "We will implement the Torvik Plan of Action.",
        "They reaffirmed their commitment to implementing the Torvik Plan of Action.",
        "The fourth Basin Youth Forum will be held in Torvik.",
        "They thanked Aldovar for hosting the fourth Basin Youth Forum.",
        "They urged all States to ratify the Treaty on Tides.",
        "They stressed the importance of the full implementation of the Treaty on Tides.",
        "They discussed cooperation within the Basin Rescue Centre.",
        "They looked forward to the fourth Basin Youth Forum.",
    ],
)
def test_wishes_and_meetings_to_come_tell_no_stage(draft_of: Reads, sentence: str) -> None:
    assert draft_of(sentence).stages == []


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "They welcomed the adoption of the Treaty on Tides, the Treaty on Fish and the Torvik Declaration.",
            ["adopted"] * 3,
        ),
        ("The Treaty on Tides and the Treaty on Fish were signed in Torvik.", ["adopted"] * 2),
        ("They followed up on the implementation of the Treaty on Tides, adopted in 2020.", ["operating", "adopted"]),
        ("They signed the following documents:\n\n- the Treaty on Tides;\n- the Treaty on Fish.\n", ["adopted"] * 2),
        ("They will sign the following documents:\n\n- the Treaty on Tides;\n- the Treaty on Fish.\n", []),
    ],
)
def test_one_cue_for_what_is_listed_and_two_for_two_clauses(draft_of: Reads, text: str, stages: list[str]) -> None:
    assert [s.stage for s in draft_of(text).stages] == stages
