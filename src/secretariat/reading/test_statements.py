"""Statements of short texts of our own, and the examples of the verb lexicon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.lexicon.entries import Verb
from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Document, Source
from secretariat.model.record import Facts
from secretariat.model.statements import Statement
from secretariat.profiles.load import load_profiles
from secretariat.reading.draft import Draft, Sentence
from secretariat.reading.flow import make_flow
from secretariat.reading.packed import Packed
from secretariat.reading.statements import find_statements


def draft_of(text: str, kind: str = "narrative", speakers: tuple[str, ...] = ()) -> Draft:
    source = Source("own.txt", "text/plain", len(text))
    document = Document(id="sha256:0", source=source, text=text)
    flow = make_flow(text, [(kind, [(0, len(text))])])
    lexicon = load_lexicon()
    return Draft(
        document=document,
        lexicon=lexicon,
        profiles=load_profiles(),
        facts=Facts(id="sha256:0", source=source, speakers=speakers),
        paragraphs=(),
        flow=flow,
        sentences=Packed(Sentence, ((u.start, u.end, at) for at, u in enumerate(flow.units))),
        hits=lexicon.scan(flow.text),
    )


def read(text: str, kind: str = "narrative", speakers: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    draft = draft_of(text, kind, speakers)
    return [(draft.flow.text[s.trigger[0] : s.trigger[1]], s.act, s.polarity) for s in find_statements(draft)]


def one(text: str, speakers: tuple[str, ...] = ()) -> Statement:
    (found,) = find_statements(draft_of(text, "narrative", speakers))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ministers welcomed the accord and called for its early ratification.",
         [("welcomed", "appraisal", "for"), ("called for", "call", "for")]),
        ("We will build a bridge and open a school.", [("will build", "commitment", "for")]),
        ("We will build a bridge and will open a school.",
         [("will build", "commitment", "for"), ("will open", "commitment", "for")]),
        ("Recalling the treaty of last year, the two sides decided to meet in spring.",
         [("Recalling", "position", "for"), ("decided to", "decision", "for")]),
        ("The parties strongly condemn the attack.", [("strongly condemn", "position", "against")]),
        ("They note that the office will continue and welcomes visitors.", [("note", "position", "for")]),
        ("We renew our commitment to open borders.", [("renew our commitment to", "commitment", "for")]),
        ("We remain collectively committed to keep the canal open.", [("remain collectively committed to", "commitment", "for")]),
        ("We reaffirm our commitment to the full implementation of the pact.",
         [("reaffirm our commitment to", "commitment", "for")]),
        ("We reaffirm our commitment to the principle of consensus.", [("reaffirm our commitment to", "position", "for")]),
        ("We reaffirm the commitment made in Lima to share data.", [("reaffirm the commitment", "commitment", "for")]),
        ("We reaffirm the commitment made by the islands to share data.", [("reaffirm", "position", "for")]),
        ("Advanced economies will reduce their debts.", [("will reduce", "commitment", "for")]),
        ("“We will keep the canal open.”", [("will keep", "commitment", "for")]),
        ("Foster the trade in timber.", [("Foster", "commitment", "for")]),
        ("Help overcome the fear of floods.", [("Help", "commitment", "for")]),
        ("Increase safety and trade by publishing charts.", [("Increase", "commitment", "for")]),
        ("Increase in trade by opening ports.", []),
        ("Support for the talks has grown.", [("has grown", "assertion", "for")]),
        ("Trade with the islands flourishes.", [("flourishes", "assertion", "for")]),
        ("The leaders reaffirm their readiness to share data.", [("reaffirm their readiness to", "commitment", "for")]),
        ("The Member States that are parties to the pact advocate a ban.", [("advocate", "call", "for")]),
        ("The library was opened in the old harbour.", [("was opened", "assertion", "for")]),
        ("The members support opening the archive.", [("support", "call", "for")]),
        ("The members support the sovereignty of the islands.", [("support", "position", "for")]),
        ("The talks were long, and we hope that they bear fruit.",
         [("were", "assertion", "for"), ("hope that", "position", "for")]),
    ],
)  # fmt: skip
def test_clauses(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what a verb does with its object
        ("We need to save water.", [("need to", "call")]),
        ("The ports must be repaired.", [("must be repaired", "call")]),
        ("The two countries are working to widen the canal.", [("are working to", "commitment")]),
        ("The two countries are widening the canal.", [("are widening", "assertion")]),
        ("Our countries share a desire to trade freely.", [("share a desire to", "commitment")]),
        ("The ministers announced the signing of a pact.", [("announced the", "decision")]),
        ("We are pleased to announce a fund.", [("are pleased to announce", "decision")]),
        ("We are pleased to announce plans to dredge the river.", [("are pleased to announce plans to", "commitment")]),
        ("The Harbour Board announced its intention to move.", [("announced its intention to", "commitment")]),
        ("The National Ports Authority plans to train pilots.", [("plans to", "commitment")]),
        ("NHA plans to train pilots.", [("plans to", "commitment")]),
        ("They recall their commitment to share data.", [("recall their commitment to", "position")]),
        ("The Council reiterates its invitation to the islands.", [("reiterates its invitation to", "call")]),
        ("We reiterate our decision that the ban begins in May.", [("reiterate our decision", "decision")]),
        ("We recognize with deep satisfaction the work done.", [("recognize with deep satisfaction", "appraisal")]),
        ("We note with concern the rise in prices.", [("note with concern", "position")]),
        ("We are determined that the guilty will pay.", [("are determined that", "position")]),
        ("The members support Norway.", [("support", "position")]),
        ("President Alder welcomed Prime Minister Birk to Turin.", [("welcomed", "assertion")]),
        ("President Alder welcomed the visit of the fleet.", [("welcomed", "appraisal")]),
        # what is promised
        ("We renew our pledge to build no dams.", [("renew our pledge", "commitment")]),
        ("We extend until 2030 our pledge to build no dams.", [("extend", "commitment")]),
        ("We renew for two more years our commitment to build no dams.", [("renew", "commitment")]),
        ("We reaffirm, in this regard, our commitment to widen the canal.", [("reaffirm", "commitment")]),
        ("We confirm the extension of our commitments until 2030.",
         [("confirm the extension of our commitments", "commitment")]),
        ("We reaffirm our support, in all forums, for the treaty.", [("reaffirm our support", "position")]),
        ("We extend the pier by a kilometre for their commitment.", [("extend", "assertion")]),
        ("We share the goal to plant a forest.", [("share the goal to", "commitment")]),
        ("We share the goal of peace.", [("share the goal of", "position")]),
        ("We are planning to train pilots.", [("are planning to", "commitment")]),
        ("We are considering a loan.", [("are considering", "assertion")]),
        ("We look to widen the canal.", [("look to", "commitment")]),
        ("We look to the Board for a remedy.", [("look to", "call")]),
        ("We are making available three ships.", [("are making available", "decision")]),
        ("We have made available three ships.", [("have made", "assertion")]),
        ("In line with the pact, our actions will support trade.", [("will support", "commitment")]),
        ("Our efforts will bear fruit.", [("will bear", "assertion")]),
        ("Trade will support our actions.", [("will support", "assertion")]),
        ("Those of us who have not joined the pact will do so by 2030.", [("will", "commitment")]),
        ("We support the IMO.", [("support", "position")]),
        ("We support IMO plans for ballast.", [("support", "call")]),
        # words that an editor has put in brackets or left out
        ("[We are also working] with the board on charts.", [("are also working] with", "commitment")]),
        ("We value fair trade and] we will open ports.", [("value", "appraisal"), ("will open", "commitment")]),
        ("we\u2026reaffirm our readiness to open ports.", [("reaffirm our readiness to", "commitment")]),
        # further verbs of the same actor
        ("They noted the costs of the flood and support any effort to rebuild.",
         [("noted", "position"), ("support", "call")]),
        ("Japan commended the islands for work in training pilots and supported the reform of the port.",
         [("commended", "appraisal"), ("supported", "call")]),
        ("The leaders had a cordial talk, and both committed to meet again.",
         [("had", "assertion"), ("both committed to", "commitment")]),
        ("The ministers exchanged views on trade and discussed the prospects for growth.",
         [("exchanged", "assertion"), ("discussed", "assertion")]),
        ("The two states recognize the importance of rivers and are deepening their ties.",
         [("recognize the importance of", "position"), ("are deepening", "assertion")]),
        ("They urged the states that have not signed to do so, and supported the proposal of Norway.",
         [("urged", "call"), ("supported", "call")]),
        ("Both sides reiterated their commitment to dialogue with the islands and call on the fleet to withdraw.",
         [("reiterated their commitment to", "commitment"), ("call on", "call")]),
        ("We will widen the canal, and on ferries, we will work through the board.",
         [("will widen", "commitment"), ("will work", "commitment")]),
        ("We welcome and support the plan.", [("welcome", "appraisal")]),
        ("The union has become a known and respected partner.", [("has become", "assertion")]),
        ("They agreed on the need to strictly and consistently respect the law.", [("agreed on the need to", "position")]),
        # where a sentence begins
        ("Safer Roads: The ministers welcome the reform.", [("welcome", "appraisal")]),
        ("This year we celebrate a century of peace.", [("celebrate", "appraisal")]),
        ("As the islands rebuild their piers, we will send help.", [("will send", "commitment")]),
        ("The meeting took place in Turin.", [("took", "assertion")]),
        ("Building on last year, we will meet again.", [("will meet", "commitment")]),
        ("HEREBY AGREE AS FOLLOWS:", [("HEREBY AGREE AS FOLLOWS", "decision")]),
        ("We trade with the islands.", [("trade", "assertion")]),
        # lost spaces
        ("The ministers agreed andWE COMMITTO peace.", [("agreed", "decision")]),
        ("Norwayexpressed appreciation for the help.", [("expressed appreciation for", "appraisal")]),
    ],
)  # fmt: skip
def test_shapes(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(trigger, act) for trigger, act, _ in read(text)] == wanted


def test_what_is_called_unlawful_is_spoken_against() -> None:
    assert read("We reiterate that the blockade is unlawful.")[0][2] == "against"
    assert read("We reiterate that the passage is lawful.")[0][2] == "for"


def test_holders_of_groups_agents_and_parties() -> None:
    speakers = ("FR", "IN", "JP")
    assert one("The States that are parties to the NPT call for talks.", speakers).holders == ("FR", "JP")
    assert one("The States that are parties to the Pier Pact call for talks.", speakers).holders == "other"
    assert one("The risk was pointed out by the ministers of France and Japan.", speakers).holders == ("FR", "JP")
    assert one("Japan introduced its plan for pilots.", speakers).holders == ("JP",)
    assert one("Chile introduced its plan for pilots.", speakers).holders == "all"


def test_recital_with_nested_participles() -> None:
    text = "Noting the report on rivers, and welcoming its findings, while reaffirming its mandate,"
    found = read(text, "preambular")
    assert [t for t, _, _ in found] == ["Noting", "welcoming", "reaffirming"]


def test_operative_paragraph_has_no_holder() -> None:
    draft = draft_of("Requests the Secretary-General to report, and decides to meet.", "operative")
    (first, second) = find_statements(draft)
    assert (first.act, first.holder, second.act) == ("call", None, "decision")
    assert first.addressees


@pytest.mark.parametrize("kind", ["heading", "title", "signature", "furniture", "header"])
def test_nothing_is_stated_outside_the_body(kind: str) -> None:
    assert read("The ministers welcome the accord.", kind) == []


def test_numbered_operative_in_the_base_form() -> None:
    found = read("Recognize the role of nurses, and commit to train more of them.", "operative")
    assert found[0][0].startswith("Recognize")


def test_a_style_before_a_name_is_an_actor() -> None:
    assert read("Mr. Alder and Dr. Birk agreed that the river is clean.") == [("agreed that", "position", "for")]


def test_holders() -> None:
    speakers = ("FR", "JP")
    assert one("France and Japan welcome the accord.", speakers).holders == "all"
    assert one("Japan welcomes the accord.", speakers).holders == ("JP",)
    assert one("The Development Bank welcomes the accord.", speakers).holders == "other"
    assert one("We welcome the accord.", speakers).holders == "all"


def test_span_holds_holder_and_complement() -> None:
    draft = draft_of("In this regard, the parties stress the need to train judges.")
    (found,) = find_statements(draft)
    assert draft.flow.text[found.start : found.end] == "the parties stress the need to train judges"
    assert found.holder is not None
    assert draft.flow.text[found.holder[0] : found.holder[1]] == "the parties"


def test_topics_and_conditions() -> None:
    found = one("We will modernise railways and ports where appropriate.")
    assert found.topics[0] == "transport"
    assert len(found.conditions) == 1


VERBS: list[Verb] = list(load_lexicon().entries("verb"))


@pytest.mark.parametrize("entry", VERBS, ids=[v.id for v in VERBS])
def test_examples_are_matched_by_their_own_entry(entry: Verb) -> None:
    for example in entry.examples:
        kind = "preambular" if example.endswith(",") else "narrative"
        assert f"verb:{entry.id}" in [s.rule for s in find_statements(draft_of(example, kind))], example
    for example in entry.counterexamples:
        assert f"verb:{entry.id}" not in [s.rule for s in find_statements(draft_of(example))], example


def test_a_bad_example_is_caught() -> None:
    assert "verb:condemn" not in [s.rule for s in find_statements(draft_of("The sides welcome the accord."))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("the we states , and to that which support call ( ) ; will noting be of not".split())))
def test_any_string_is_read_in_order(words: list[str]) -> None:
    draft = draft_of(" ".join(words) or "x")
    found = find_statements(draft)
    assert [s.trigger for s in found] == sorted(s.trigger for s in found)
    for s in found:
        assert 0 <= s.start <= s.trigger[0] < s.trigger[1] <= s.end <= len(draft.flow.text)


@pytest.mark.parametrize(
    "piece", ["and welcome ", ", which ", "the states ", "( [ ", "noting that ", "express their ", "a, the leaders "]
)
def test_hostile_text_ends_in_time(piece: str) -> None:
    begin = time.perf_counter()
    find_statements(draft_of(piece * 2000))
    assert time.perf_counter() - begin < 3
