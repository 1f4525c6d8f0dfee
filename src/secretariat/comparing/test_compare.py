from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat import read_text
from secretariat.comparing.compare import compare
from secretariat.comparing.passages import passages_of
from secretariat.comparing.values import Change, Comparison, Pair
from secretariat.model.record import Record

OPENING = "Joint Statement of the Council of the Straits Compact\n\nHarbourtown, 3 March 2024\n\n"


def read_as(*paragraphs: str) -> Record:
    return read_text(OPENING + "\n\n".join(paragraphs) + "\n")


def body(comparison: Comparison, a: Record) -> list[Pair]:
    return [p for p in comparison.pairs if not p.a or p.a[0][0] >= len(OPENING)]


def changes(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    a, b = read_as(before), read_as(after)
    comparison = compare(a, b)
    found: list[Change] = [c for p in comparison.pairs for c in p.changes]
    for c in found:  # words are those at the place, where they are words of the text
        assert c.a is None or c.was is None or c.was == a.text[slice(*c.a)] or len(c.was) <= 7
        assert c.b is None or c.now is None or c.now == b.text[slice(*c.b)] or len(c.now) <= 7
    return [(c.kind, c.was, c.now) for c in found]


PLAN = "the plan of action on cleaner shipping in the northern strait, prepared by the group of experts"


def test_a_weaker_and_a_stronger_verb() -> None:
    assert changes(f"The Ministers welcome {PLAN}.", f"The Ministers take note of {PLAN}.") == [
        ("weaker", "welcome", "take note of")
    ]
    assert changes(f"The Ministers take note of {PLAN}.", f"The Ministers adopted {PLAN}.")[0][0] == "stronger"


def test_a_verb_of_the_same_force_is_told_as_another_verb() -> None:
    found = changes(f"The Ministers underline the importance of {PLAN}.", f"The Ministers emphasise {PLAN}.")
    assert [k for k, _, _ in found] == ["verb"]


def test_states_that_join_and_leave_who_speaks() -> None:
    found = changes(
        f"The Republic of Kazakhstan and the Kyrgyz Republic support {PLAN}.",
        f"The Republic of Kazakhstan and the Republic of Tajikistan support {PLAN}.",
    )
    assert ("holder-left", "KG", None) in found
    assert ("holder-joined", None, "TJ") in found


def test_a_date_and_a_number() -> None:
    found = changes(
        "The Ministers will open 12 reading rooms in the harbour towns by 31 December 2025.",
        "The Ministers will open 15 reading rooms in the harbour towns by 31 December 2027.",
    )
    assert [(k, w, n) for k, w, n in found if k == "number"] == [("number", "12", "15")]
    assert [(w, n) for k, w, n in found if k == "date"] == [("by 31 December 2025", "by 31 December 2027")]


def test_the_number_of_a_paragraph_is_no_change() -> None:
    sentence = "The Ministers will repair the lighthouses of the northern strait together."
    assert changes(f"3. {sentence}", f"4. {sentence}") == []


def test_a_condition_that_came() -> None:
    found = changes(
        "The Ministers will exchange data on the tides of the northern strait every month.",
        "The Ministers will exchange data on the tides of the northern strait every month, subject to national legislation.",
    )
    assert [k for k, _, _ in found] == ["condition-came"]


def test_an_instrument_and_its_successor() -> None:
    found = changes(
        "The Ministers will carry out the Programme of Cooperation on Fisheries for 2017-2021 in full.",
        "The Ministers will carry out the Programme of Cooperation on Fisheries for 2022-2026 in full.",
    )
    assert [k for k, _, _ in found] == ["instrument-succeeded"]


def test_what_only_stands_elsewhere_in_the_paragraph_is_no_change_of_states() -> None:
    found = changes(
        "The Ministers of Kazakhstan and Tajikistan support the wide and open exchange of pilots and of weather reports.",
        "Supporting the wide and open exchange of pilots and of weather reports, the Ministers of Kazakhstan and Tajikistan met.",
    )
    assert not [k for k, _, _ in found if k.startswith("state")]


def test_kinds_and_sentences() -> None:
    lights = "The Ministers will repair the lighthouses of the northern strait together."
    tides = "Data on the tides are exchanged every month between the two hydrographic offices."
    fish = "The Council noted that catches of herring had fallen for the third year in a row."
    songs = "A festival of sea songs is to be held in each capital in turn, beginning with Harbourtown."
    a = read_as(f"{lights} {tides}", fish, songs)
    b = read_as(songs, lights, tides, fish.replace("third", "fourth"))
    pairs = body(compare(a, b), a)
    assert [(p.kind, p.moved) for p in pairs] == [("moved", True), ("split", False), ("edited", False)]
    edited = pairs[2]
    assert [s.kind for s in edited.sentences] == ["edited"]
    assert 0.9 < edited.similarity < 1


def test_a_sentence_that_went_to_another_paragraph_is_told_in_both() -> None:
    lights = "The Ministers will repair the lighthouses of the northern strait together."
    tides = "Data on the tides are exchanged every month between the two hydrographic offices."
    fish = "The Council noted that catches of herring had fallen for the third year in a row."
    nets = "Fishermen of both states may mend nets in any harbour of the strait without paying dues."
    pilots = "Pilots learn the languages of their neighbours in evening classes that the Council pays for."
    a = read_as(f"{lights} {tides} {pilots}", f"{fish} {nets}")
    b = read_as(f"{lights} {pilots}", f"{fish} {nets} {tides}")
    moved = [(p.kind, s.kind) for p in body(compare(a, b), a) for s in p.sentences if s.kind == "moved"]
    assert moved == [("edited", "moved"), ("edited", "moved")]


def test_states_of_the_whole_document() -> None:
    one = read_text(
        "Joint Statement of the Republic of Kazakhstan and the Kyrgyz Republic\n\n"
        "The two sides met on 3 March 2024 and agreed to meet again."
    )
    summary = compare(one, one).summary
    assert (summary.states_joined, summary.states_left) == ((), ())
    assert summary.words_deleted == summary.words_inserted == 0


TEXTS = st.lists(
    st.sampled_from(
        [
            "The Ministers welcome the plan.",
            "1. The Council will meet again in May 2025.",
            "Energy",
            "* * *",
            "Recalling the treaty of friendship,",
            "The two sides agreed to open a bridge by 2030; they noted the costs.",
            "上海合作组织",
            "<b>&amp;</b>",
        ]
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_passage_is_in_one_pair_and_redlines_tell_both_texts(before: list[str], after: list[str]) -> None:
    a = read_text("\n\n".join(["Joint statement on the strait", *before]), any_language=True)
    b = read_text("\n\n".join(["Joint statement on the strait", *after]), any_language=True)
    comparison = compare(a, b)
    for record, side in ((a, "a"), (b, "b")):
        placed = sorted(place for p in comparison.pairs for place in getattr(p, side))
        assert placed == sorted(place for p in passages_of(record) for place in p.places)
        for pair in comparison.pairs:
            if pair.words:
                told = "".join(record.text[slice(*getattr(w, side))] for w in pair.words if getattr(w, side))
                whole = "".join(record.text[slice(*place)] for place in getattr(pair, side))
                assert "".join(told.split()) == "".join(whole.split())
    assert sum(comparison.summary.pairs.values()) == len(comparison.pairs)


def test_comparing_a_record_with_itself_finds_nothing() -> None:
    record = read_as(f"The Ministers welcome {PLAN}.", "Energy", "1. The Council met.", "1. The Council met.")
    comparison = compare(record, record)
    assert set(comparison.summary.pairs) == {"same"}
    assert comparison.summary.changes == {}
