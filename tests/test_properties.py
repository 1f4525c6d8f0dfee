"""Any string, however odd, is read; what holds of every record holds of these."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import broken

import secretariat
from secretariat.model.record import record_from_json

read_text = partial(secretariat.read_text, any_language=True)
PIECES = (
    "The Ministers", " welcomed ", "decided to establish", " 17 September 2021", "\n", "\n\n", "1. ", "(a) ", "(", ")",
    "Agreement on ", "Council of ", "of 2 May 2020, 3 June", " and ", ", ", ";", ".", "Mr. ", "A/RES/79/1", "[Title]",
    "[Date]", "\u00a0", "\u2019s", "—", "\u200b", "\ufeff", "the 5th Meeting of the ", "will", "United Nations", "\f",
    "-\n", "1 ", "___________", "Dushanbe", "President of ", "2022-2024", "towards 2030", "\r\n", "Done at ", "İ", "ß",
)  # fmt: skip
texts_like_ours = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(text: str) -> None:
    if not text or text.isspace():
        return
    record = read_text(text)
    assert record.text == text
    assert list(broken(record)) == []
    assert read_text(text).to_json() == record.to_json()
    assert record_from_json(record.to_json()) == record


@quick
@given(st.text(max_size=400))
def test_any_string(text: str) -> None:
    check(text)


@quick
@given(texts_like_ours)
def test_any_mixture_of_our_words(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "The Council " * 20_000,
        "\n" * 100_000 + "x",
        "(" * 20_000 + "x" + ")" * 20_000,
        "[" * 20_000,
        "1. " * 30_000,
        "Agreement of the Council of the Programme of the " * 4_000,
        "2020, " * 30_000,
        "decided to welcome and to note, " * 6_000,
        "“" * 20_000,
        "Mr. A. B. C. " * 15_000,
        "-\n" * 50_000,
    ],
    ids=lambda t: repr(t[:16]),
)
def test_a_hostile_string_is_read_in_time(text: str) -> None:
    import time

    begin = time.perf_counter()
    assert list(broken(read_text(text))) == []
    assert time.perf_counter() - begin < 20
