"""Persons with office, state or body, and capacity."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.lexicon.load import load_lexicon
from secretariat.model.mentions import Person
from secretariat.profiles.load import load_profiles
from secretariat.reading.draft import Draft
from secretariat.reading.persons import find_persons
from secretariat.reading.prepare import prepare
from secretariat.sources import source_from_text

Reads = Callable[[str], Draft]
Row = tuple[str, str | None, str | None]


def rows(draft: Draft) -> list[Row]:
    return [(draft.flow.text[p.start : p.end], p.of, p.capacity) for p in draft.of(Person)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The session was attended by Minister of Water Resources of the Republic of Chile Ana Morel, Deputy Prime "
            "Minister of Mongolia Bat Dorj and President of the Republic of Kenya Amos Kirui.",
            [("Ana Morel", "CL", "member"), ("Bat Dorj", "MN", "member"), ("Amos Kirui", "KE", "member")],
        ),
        ("Prime Minister of the Kingdom of Norway Ida Holm chaired the meeting.", [("Ida Holm", "NO", "chair")]),
        ("We, Prime Minister Ida Holm of Norway, agree.", [("Ida Holm", "NO", "member")]),
        ("The Iraqi Prime Minister Karim Saleh-Aziz spoke.", [("Karim Saleh-Aziz", "IQ", None)]),
        ("Peru’s Minister of Mines Luz Rojas replied.", [("Luz Rojas", "PE", None)]),
        ("A letter came from Leo Hart, Minister of Trade of Ghana.", [("Leo Hart", "GH", None)]),
        ("They thanked H.E. Mr. Omar bin Said Al Harthy.", [("Omar bin Said Al Harthy", None, None)]),
        ("Presidents Kask and Ozols of Latvia rang.", [("Kask", None, None), ("Ozols", None, None)]),
        ("King Oskar III of Sweden received them.", [("Oskar III", "SE", None)]),
        ("President Roy A. Mabry, Jr. of the United States signed a letter.", [("Roy A. Mabry, Jr.", "US", "member")]),
        ("Deputy Attorney General Rosa Monaco of Canada wrote.", [("Rosa Monaco", "CA", None)]),
        ("The President of the General Assembly opened the session.", []),
        ("The Rome Statute and the Abraham Accords are in force.", []),
        ("The Committee Chair and the Ministers Council met.", []),
    ],
)
def test_persons(draft_of: Reads, sentence: str, expected: list[Row]) -> None:
    assert rows(draft_of(sentence)) == expected


def test_observers_and_guests(draft_of: Reads) -> None:
    draft = draft_of(
        "Also present were representatives of the observer states: Prime Minister of Fiji Jone Tora and "
        "Minister of Trade of Nepal Hari Thapa, as well as Vice President of Cuba Luis Mora as the guest "
        "of the host country."
    )
    assert [r[2] for r in rows(draft)] == ["observer", "observer", "guest"]


def test_the_state_is_carried_to_later_namings(draft_of: Reads) -> None:
    draft = draft_of(
        "President Ana Morel of Chile opened the fair.\n\nPresident Morel thanked Mr. Kane. Ana Morel left on Monday."
    )
    assert [(name, of) for name, of, _ in rows(draft)] == [
        ("Ana Morel", "CL"), ("Morel", "CL"), ("Kane", None), ("Ana Morel", "CL")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "block",
    [
        "President of the Republic of Chile\n\nAna Morel\n\nPrime Minister of Mongolia\n\nBat Dorj",
        "Ana Morel\n\nPresident of the Republic of Chile\n\nBat Dorj\n\nPrime Minister of Mongolia",
        "For the Republic of Chile:\n\nAna Morel\n\nFor Mongolia:\n\nBat Dorj",
        "President Ana Morel of the Republic of Chile\n\nPrime Minister Bat Dorj of Mongolia",
        "ANA MOREL BAT DORJ\n\nPresident of the Republic of Chile Prime Minister of Mongolia",
    ],
)
def test_signature_blocks(draft_of: Reads, block: str) -> None:
    text = "Joint Statement on Ports\n\nWe will keep the ports open to all ships in every season."
    draft = draft_of(f"{text}\n\n{block}\n")
    assert [(name.title(), of, capacity) for name, of, capacity in rows(draft)] == [
        ("Ana Morel", "CL", "signatory"),
        ("Bat Dorj", "MN", "signatory"),
    ]


@given(st.text(alphabet=st.sampled_from("AbcMr. PresidentofJapan,()'\n-éÑ"), max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_gives_ordered_persons(text: str) -> None:
    draft = prepare(source_from_text(f"Note {text}", "test"), load_lexicon(), load_profiles(), any_language=True)
    persons = find_persons(draft)
    assert all(p.start < p.end <= len(draft.flow.text) for p in persons)
    assert all(a.end <= b.start for a, b in pairwise(persons))


@pytest.mark.parametrize("name", ["c5-2023-statement", "sco-2021-declaration", "unga-2025-sco"])
def test_gold_persons(draft_of: Reads, shared: Path, name: str) -> None:
    text = (shared / "gold" / f"{name}.txt").read_bytes().decode()
    gold = json.loads((shared / "gold" / f"{name}.gold.json").read_bytes())
    draft = draft_of(text)
    got = [(*draft.flow.span(p.start, p.end), p.of, p.capacity) for p in draft.of(Person)]
    marks = [m for m in gold["mentions"] if m["type"] == "person"]
    assert got == [(m["start"], m["end"], m["of"], m["capacity"]) for m in marks]


def test_bare_names_at_the_foot_are_signatories(draft_of: Callable[[str], Draft]) -> None:
    text = "The two sides will build a lighthouse on the border.\n\nIda Holm\n\nLeo Hart\n\n4 May 2019\n"
    assert [(n, c) for n, _, c in rows(draft_of(text))] == [("Ida Holm", "signatory"), ("Leo Hart", "signatory")]
