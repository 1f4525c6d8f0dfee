"""Enumerations below an opener, items without one, and the line that closes a text."""

from collections.abc import Callable

import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Document, Source
from secretariat.model.record import Facts
from secretariat.profiles.load import load_profiles
from secretariat.reading.draft import Draft, Sentence
from secretariat.reading.flow import make_flow
from secretariat.reading.packed import Packed
from secretariat.reading.statements import find_statements


def read(*units: tuple[str, str], speakers: tuple[str, ...] = ()) -> list[tuple[str, str, object]]:
    """Trigger, act and holders of every statement of units given as (kind, text)."""
    text = "\n".join(t for _, t in units)
    source = Source("own.txt", "text/plain", len(text))
    kinds, place = [], 0
    for kind, part in units:
        kinds.append((kind, [(place, place + len(part))]))
        place += len(part) + 1
    flow = make_flow(text, kinds)
    lexicon = load_lexicon()
    draft = Draft(
        document=Document(id="sha256:0", source=source, text=text),
        lexicon=lexicon,
        profiles=load_profiles(),
        facts=Facts(id="sha256:0", source=source, speakers=speakers),
        paragraphs=(),
        flow=flow,
        sentences=Packed(Sentence, ((u.start, u.end, at) for at, u in enumerate(flow.units))),
        hits=lexicon.scan(flow.text),
    )
    return [(flow.text[s.trigger[0] : s.trigger[1]], s.act, s.holders) for s in find_statements(draft)]


@pytest.mark.parametrize(
    ("opener", "trigger", "act"),
    [
        ("WE HEREBY COMMIT TO:", "HEREBY COMMIT TO", "commitment"),
        ("We will:", "will", "commitment"),
        ("The ministers decided to:", "decided to", "decision"),
        ("The two sides call on all ports to:", "call on", "call"),
    ],
)
def test_items_take_the_act_of_their_opener(opener: str, trigger: str, act: str) -> None:
    found = read(
        ("narrative", opener), ("item", "(a) Dredge the river;"), ("item", "(b) Open, equip and staff a school.")
    )
    assert [(t, a) for t, a, _ in found] == [(trigger, act), ("Dredge", act), ("Open", act)]


def test_items_in_capitals_go_on_past_headings() -> None:
    found = read(
        ("narrative", "WE COMMIT TO:"),
        ("operative", "1. FULFIL the goals of the plan; widen the canal;"),
        ("heading", "Safe Harbours"),
        ("operative", "2. FURTHER PROMOTE safe harbours."),
    )
    assert [t for t, _, _ in found] == ["COMMIT TO", "FULFIL", "FURTHER PROMOTE"]
    assert {a for _, a, _ in found} == {"commitment"}


def test_items_take_the_holders_of_their_opener() -> None:
    found = read(("narrative", "Japan will:"), ("item", "(a) Send pilots."), speakers=("FR", "JP"))
    assert [h for _, _, h in found] == [("JP",), ("JP",)]


def test_an_item_that_only_registers_keeps_its_own_act() -> None:
    found = read(("narrative", "We will:"), ("item", "(a) Note the report of the pilots."))
    assert found[1][1] == "position"


def test_an_item_that_asks_others_keeps_its_own_act() -> None:
    item = ("item", "(a) Call on all ports to train pilots.")
    assert read(("narrative", "We decide to:"), item)[1][:2] == ("Call on", "call")
    assert read(("narrative", "The parties shall:"), item)[1][1] == "commitment"


def test_several_verbs_of_an_item_are_one_statement() -> None:
    found = read(("narrative", "We will:"), ("item", "(a) Review the charts and adopt new ones."))
    assert [t for t, _, _ in found] == ["will", "Review"]


def test_a_further_sentence_of_an_item_does_not_end_the_enumeration(draft_of: Callable[[str], Draft]) -> None:
    text = "The ministers met.\n\nWe decide to:\n\n(a) build a pier. We thank the host;\n\n(b) open a school.\n"
    found = [(s.rule, s.act) for s in draft_of(text).statements if s.rule == "statement:item"]
    assert found == [("statement:item", "decision")] * 2


def test_an_opener_with_a_deadline() -> None:
    found = read(("narrative", "We commit by 2030 to:"), ("item", "(a) Support efforts to dredge rivers."))
    assert [a for _, a, _ in found] == ["commitment", "commitment"]


def test_a_sentence_of_its_own_below_an_enumeration() -> None:
    found = read(
        ("narrative", "We will:"), ("item", "(a) Build a pier."), ("item", "To reach these goals, we thank the host.")
    )
    assert [a for _, a, _ in found] == ["commitment", "commitment", "appraisal"]


def test_a_new_speaker_ends_the_enumeration() -> None:
    found = read(("narrative", "We decided to:"), ("item", "(a) Build a pier."), ("narrative", "We thank the host."))
    assert [a for _, a, _ in found] == ["decision", "decision", "appraisal"]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("(a) Shall report every year.", [("Shall report", "commitment")]),
        ("(b) Scale up screening of seafarers.", [("Scale", "commitment")]),
        ("(c) Encourage the use of small vessels.", [("Encourage", "call")]),
        ("(d) Support groups and training.", []),
        ("(e) Exchange of pilots.", []),
    ],
)
def test_items_without_an_opener(item: str, wanted: list[tuple[str, str]]) -> None:
    assert [(t, a) for t, a, _ in read(("item", item))] == wanted


@pytest.mark.parametrize("kind", ["signature", "narrative"])
def test_the_closing_line_adopts(kind: str) -> None:
    assert read((kind, "ADOPTED in Turin on the third of May."))[0][:2] == ("ADOPTED", "decision")


@pytest.mark.parametrize("line", ["Signed by: A. Birk", "For the Government of Norway", "Adopted children"])
def test_other_signatures_state_nothing(line: str) -> None:
    assert read(("signature", line)) == []


def test_a_preamble_that_begins_with_its_speakers() -> None:
    found = read(("preambular", "We, the ministers of the islands, gathered in Turin on 3 May;"))
    assert [(t, a) for t, a, _ in found] == [("gathered", "assertion")]
