"""Spellings of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.lexicon.spelling import MOST, spellings


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("Organisation for Economic Co-operation", "Organization for Economic Cooperation"),
        ("United Nations Environment Programme", "UN Environment Program"),
        ("Treaty on the Non-Proliferation of Nuclear Weapons", "Treaty on the Non-proliferation of Nuclear Weapons"),
        ("Charter of the UN", "Charter of the United Nations"),
        ("U.S. Department of Defense", "United States Department of Defence"),
    ],
)
def test_other_spellings_are_made(form: str, other: str) -> None:
    made = spellings(form)
    assert made[0] == form
    assert other in made


@pytest.mark.parametrize("form", ["SCO", "UN", "UNESCO", "Organisation"])
def test_a_single_word_keeps_its_spelling(form: str) -> None:
    assert spellings(form) == [form]


def test_parts_of_words_are_left_alone() -> None:
    assert spellings("Central Command") == ["Central Command"]
    assert spellings("UNICEF Board") == ["UNICEF Board"]


WORDS = st.sampled_from(["UN", "Centre", "States", "Co-operation", "Labour", "Defence", "x"])


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_few_and_distinct(form: str) -> None:
    made = spellings(form)
    assert made[0] == form
    assert len(set(made)) == len(made) <= MOST
