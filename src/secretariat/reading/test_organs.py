"""How organs speak in their own communiqués, and how meetings are told: short texts of our own."""

import pytest

from secretariat.reading.order import Options, read_document
from secretariat.reading.test_statements import read
from secretariat.sources import source_from_text

_HEAD = "Final Communiqué of the 12th Session of the Harbour Council of the Island League\n\n"


def holders(text: str) -> list[tuple[str, object]]:
    record = read_document(source_from_text(_HEAD + text), Options(any_language=True))
    return [(s.verb, s.holders) for s in record.statements]


def test_an_organ_in_its_own_document_is_all_its_members() -> None:
    assert holders("The Harbour Council welcomed the plan. The Council urged calm.") == [
        ("welcome", "all"),
        ("urge", "all"),
    ]
    assert holders("The Salvage Council welcomed the plan.") == [("welcome", "other")]
    assert holders("The Meeting urged the banks of the islands to lower their fees in the coming year.") == [
        ("urge", "all")
    ]


def test_it_is_the_body_that_spoke_before() -> None:
    assert holders("The Council welcomed the plan. It also urged calm.")[1] == ("urge", "all")
    told = read_document(
        source_from_text(_HEAD + "The sides welcomed the plan. It urges calm."), Options(any_language=True)
    )
    assert told.statements[1].act == "assertion"


def test_they_in_a_new_paragraph_are_not_the_few_named_before() -> None:
    few = "France and Japan noted the plan."
    assert holders(f"{few} They urged calm.")[1] == ("urge", ("FR", "JP"))
    assert holders(f"{few}\n\nThey urged calm.")[1] == ("urge", "all")
    assert holders("The Chilean side thanked the hosts.") == [("thank", ("CL",))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Council welcomed the plan, valued the work of the crews, and followed up on the repairs.",
         [("welcomed", "appraisal"), ("valued", "appraisal"), ("followed", "assertion")]),
        ("The sides supported in principle the idea of a register.", [("supported in principle", "call")]),
        ("The ministers noted the report; a second round will be held in May.",
         [("noted", "position"), ("will be held", "assertion")]),
        ("The pier was opened in May; the lock was closed in June.", [("was opened", "assertion")]),
        ("The plan, whose first part was carried out last year, remains a priority.", [("remains", "assertion")]),
        ("The treaty of 2003, whose annex expired and was replaced, remains in force.", [("remains", "assertion")]),
        ("The bank, it was reported, has resumed lending.", [("has resumed", "assertion")]),
        ("In that Statement the parties speak against piracy.", [("speak against", "position")]),
        ("Approved, too, was the plan.", [("Approved, too, was", "decision")]),
        ("Taking part in it were the ministers.", [("Taking part in it were", "assertion")]),
        ("Decisions were taken on the budget.", [("were taken on", "decision")]),
        ("Gratitude was expressed to the hosts.", [("was expressed to", "appraisal")]),
        ("Special attention was devoted to ports.", [("was devoted", "assertion")]),
        ("The experts were instructed to draft a plan.", [("were instructed to", "call")]),
        ("It was proposed to open an office.", [("was proposed to", "call")]),
        ("The report was approved and the budget was adopted.", [("was approved", "decision"), ("was adopted", "decision")]),
        ("The leaders considered the course of the talks.", [("considered", "assertion")]),
        ("The island did not sign the pact.", [("did not sign", "assertion")]),
        ("The sides expressed readiness to send experts.", [("expressed readiness to", "commitment")]),
        ("We would like to thank the hosts.", [("would like to thank", "appraisal")]),
        ("We support a rules-based, open and fair system.", [("support", "position")]),
    ],
)  # fmt: skip
def test_how_meetings_are_told(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(trigger, act) for trigger, act, _ in read(text)] == wanted


def test_upper_case_verbs_go_on() -> None:
    found = read("EXPRESSES its concern at the drought and ENDORSES the plan; and URGES banks to help;", "operative")
    assert [act for _, act, _ in found] == ["position", "decision", "call"]


@pytest.mark.parametrize(
    "text",
    [
        "It is unacceptable that the crossing stays closed.",
        "The Council reaffirmed its firm position rejecting the blockade.",
        "The Council regards the ruling as null and void.",
        "We cannot accept the raid.",
    ],
)
def test_against(text: str) -> None:
    assert read(text)[0][2] == "against"
