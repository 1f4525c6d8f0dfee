import calendar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.model.edtf import find_bounds, holds, is_before, is_edtf, meets, sort_key, write_date, write_interval

YEARS = st.integers(1600, 2199)
DAYS = st.tuples(YEARS, st.integers(1, 12), st.integers(1, 31)).filter(
    lambda d: d[2] <= calendar.monthrange(d[0], d[1])[1]
)
SIMPLE = st.one_of(
    YEARS.map(write_date),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda d: write_date(*d)),
    DAYS.map(lambda d: write_date(*d)),
)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2021-09-17", ("2021-09-17", "2021-09-17")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2025-23", ("2025-01-01", "2025-12-31")),
        ("XXXX-05-08", (None, None)),
        ("2022/2024", ("2022-01-01", "2024-12-31")),
        ("2021-09-15/2021-09-17", ("2021-09-15", "2021-09-17")),
        ("../2025", (None, "2025-12-31")),
        ("2001/..", ("2001-01-01", None)),
    ],
)
def test_bounds(text: str, bounds: tuple[str | None, str | None]) -> None:
    assert find_bounds(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        *("", "21", "2021-9-17", "2021-02-30", "2023-02-29", "2021-13", "2024/2022", "../..", "2021/", "/2021", "XXXX"),
        *("2021-00", "2021/2022/2023", "..", "next year", "２０２１", "199X-05", "199X/..", "../XXXX-05-08"),
        "2025-23-01",
    ],
)
def test_refuses(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(ValueError, match=r"EDTF|interval"):
        find_bounds(text)


def test_order() -> None:
    given_dates = ["2001/..", "2021", "../2025", "2021-09", "2020-12-31"]
    assert sorted(given_dates, key=sort_key) == ["../2025", "2001/..", "2020-12-31", "2021", "2021-09"]
    assert is_before("2020", "2021-01")
    assert not is_before("2021", "2021-01")
    assert not is_before("2001/..", "2030")
    assert holds("2021", "2021-09")
    assert not holds("2021-09", "2021")
    assert meets("../2025", "2001/..")
    assert not meets("2021", "2022")


def test_writing_refuses() -> None:
    for wrong in [(2021, 13), (2021, 2, 30), (None,)]:
        with pytest.raises(ValueError, match="no such date"):
            write_date(*wrong)
    with pytest.raises(ValueError, match="no interval"):
        write_interval("2024", "2022")


@given(DAYS)
def test_a_day_comes_back_from_its_bounds(day: tuple[int, int, int]) -> None:
    text = write_date(*day)
    low, high = find_bounds(text)
    assert low == high == text
    assert tuple(int(p) for p in text.split("-")) == day


@given(SIMPLE, SIMPLE)
def test_intervals_hold_their_ends(one: str, other: str) -> None:
    one, other = sorted((one, other), key=sort_key)
    if sort_key(one)[0] <= sort_key(other)[1] and is_edtf(f"{one}/{other}"):
        interval = write_interval(one, other)
        assert meets(interval, one)
        assert meets(interval, other)
        assert find_bounds(interval) == (find_bounds(one)[0], find_bounds(other)[1])


@settings(deadline=None)
@given(st.one_of(SIMPLE, SIMPLE.map(lambda d: f"../{d}"), SIMPLE.map(lambda d: f"{d}/..")))
def test_what_is_written_is_edtf(text: str) -> None:
    edtf_validate = pytest.importorskip("edtf_validate.valid_edtf")
    assert is_edtf(text)
    assert edtf_validate.is_valid(text)


@pytest.mark.parametrize("text", ["199X", "XXXX-05-08", "XXXX-05", "2025-23", "../2025-23", "1990/..", "../2025-09-17"])
def test_rarer_forms_are_edtf(text: str) -> None:
    edtf_validate = pytest.importorskip("edtf_validate.valid_edtf")
    assert is_edtf(text)
    assert edtf_validate.is_valid(text)


@given(st.text(max_size=24))
def test_any_string_is_edtf_or_not(text: str) -> None:
    if is_edtf(text):
        find_bounds(text)
