from hypothesis import given
from hypothesis import strategies as st

from secretariat.reading.flow import make_flow

ODD = st.text(alphabet="ab -\n\r\t\u00a0\u2019\u2010\u2011\u00ad\u200b.1", max_size=60)
PLAIN = {"\u2019": "'", "\u2010": "-", "\u2011": "-"}


@given(ODD, ODD)
def test_every_folded_character_leads_back_to_its_own(first: str, second: str) -> None:
    text = first + second
    pieces = [(0, len(first)), (len(first), len(text))]
    flow = make_flow(text, [("narrative", pieces)])
    for unit in flow.units:
        assert flow.text[unit.start : unit.end].strip(" ") == flow.text[unit.start : unit.end]
        assert "  " not in flow.text[unit.start : unit.end]
        for place in range(unit.start, unit.end):
            kept = text[flow.offset(place)]
            if flow.text[place] != " ":
                assert PLAIN.get(kept, kept) == flow.text[place]
    kept_letters = [c for c in text if c.isalnum()]
    assert [c for c in flow.text if c.isalnum()] == kept_letters


def test_lines_marks_and_hyphens_are_folded() -> None:
    text = "The  Harbour\u00a0Treaty, 3  and its\nnon\u2011\nbinding annex\u2019s rules"
    flow = make_flow(text, [("narrative", [(0, len(text))])], [(text.index("3"), text.index("3") + 1)])
    assert flow.text == "The Harbour Treaty, and its non-binding annex's rules\n"
    start = flow.text.index("non-binding")
    assert text[slice(*flow.span(start, start + 11))] == "non\u2011\nbinding"


def test_halves_are_one_unit() -> None:
    text = "The Parties shall ## 2/5 ## consult."
    flow = make_flow(text, [("operative", [(0, 17), (28, 36)]), ("footnote", [(18, 27)])])
    assert flow.text.split("\n")[0] == "The Parties shall consult."
    assert [unit.kind for unit in flow.units] == ["operative", "footnote"]
