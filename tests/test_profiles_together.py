"""The shipped profiles against each other and against the states of the lexicon: what is common knowledge holds of them."""

import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.profiles.load import load_profiles

PROFILES = load_profiles().by_id
STATES = {e.id: e for e in load_lexicon().entries("state")}
SHIPPED = ("sco", "un", "g7", "g20", "brics", "asean", "apec", "quad", "cis", "eaeu", "eu", "au", "c5plus1", "gcc")
ECONOMIES = {"HK", "TW"}
"""Members of APEC that are no members of the United Nations."""
NOT_IN_THE_UN = {"EH", "PS", "VA", "CK", "NU", "XK", *ECONOMIES}


def members(key: str, date: str) -> set[str]:
    return set(PROFILES[key].members_at(date))


@pytest.mark.parametrize("key", SHIPPED)
def test_it_is_shipped_with_members_and_organs(key: str) -> None:
    profile = PROFILES[key]
    assert profile.members
    assert all(m.since for m in profile.members)
    assert profile.organs or profile.instruments


@pytest.mark.parametrize("key", sorted(PROFILES))
def test_every_member_is_a_state_that_the_lexicon_knows_at_that_date(key: str) -> None:
    profile = PROFILES[key]
    for one in (*profile.members, *profile.observers, *profile.partners):
        state = STATES[one.state]
        assert not state.until or not one.since or one.since[:4] <= state.until[:4], (key, one.state)
        assert not state.since or not one.until or one.until[:4] >= state.since[:4], (key, one.state)


@pytest.mark.parametrize("key", sorted(set(PROFILES) - {"un"}))
@pytest.mark.parametrize("date", ["1995-01-01", "2012-01-01", "2024-06-01"])
def test_members_are_members_of_the_united_nations(key: str, date: str) -> None:
    late = {"CH"} if date < "2002-09-10" else set()
    islands = {"KI", "NR", "TO", "TV"} if date < "2000-09-05" else set()
    south_sudan = {"SS"} if date < "2011-07-14" else set()
    assert members(key, date) - members("un", date) <= NOT_IN_THE_UN | late | islands | south_sudan


@pytest.mark.parametrize("key", sorted(PROFILES))
def test_nobody_belonged_before_it_was_founded(key: str) -> None:
    profile = PROFILES[key]
    founded = {"eu": "1958"}.get(key, profile.since)  # its members are counted from the Communities on
    assert [m.state for m in profile.members if founded and m.since and m.since[:4] < founded[:4]] == []


@pytest.mark.parametrize("key", sorted(PROFILES))
@pytest.mark.parametrize("date", ["2005-01-01", "2015-01-01", "2024-06-01"])
def test_a_member_is_not_its_own_observer(key: str, date: str) -> None:
    from secretariat.profiles.load import states_at

    profile = PROFILES[key]
    guests = {*states_at(profile.observers, date), *states_at(profile.partners, date)}
    assert members(key, date) & guests == set()


@pytest.mark.parametrize("date", ["2009-01-01", "2014-01-01", "2021-06-13", "2024-06-14"])
def test_the_seven_are_of_the_twenty(date: str) -> None:
    assert members("g7", date) <= members("g20", date)


def test_the_twenty_are_nineteen_states_beside_two_unions() -> None:
    assert len(members("g20", "2024-11-18")) == 19
    assert {"ZA", "BR", "CN", "IN", "RU", "SA", "TR", "ID", "MX", "AR", "KR", "AU"} <= members("g20", "2024-11-18")


@pytest.mark.parametrize("date", ["2015-01-02", "2015-08-12", "2024-12-26"])
def test_the_eurasian_union_is_of_the_commonwealth(date: str) -> None:
    assert members("eaeu", date) <= members("cis", date)


def test_the_eurasian_union_grew_from_three() -> None:
    assert members("eaeu", "2015-01-01") == {"BY", "KZ", "RU"}
    assert members("eaeu", "2015-01-02") == {"BY", "KZ", "RU", "AM"}
    assert members("eaeu", "2015-08-12") == {"BY", "KZ", "RU", "AM", "KG"}


def test_the_collective_security_treaty_organisation_is_of_the_commonwealth() -> None:
    assert members("csto", "2014-01-01") <= members("cis", "2014-01-01")


def test_georgia_left_the_commonwealth() -> None:
    assert "GE" in members("cis", "2008-01-01")
    assert "GE" not in members("cis", "2010-01-01")


@pytest.mark.parametrize("date", ["2017-06-09", "2021-09-17"])
def test_central_asia_but_turkmenistan_is_of_the_sco(date: str) -> None:
    assert members("c5plus1", date) - members("sco", date) == {"TM", "US"}


@pytest.mark.parametrize(
    ("date", "who"),
    [
        ("2009-06-16", {"BR", "RU", "IN", "CN"}),
        ("2011-04-14", {"BR", "RU", "IN", "CN", "ZA"}),
        ("2024-10-23", {"BR", "RU", "IN", "CN", "ZA", "EG", "ET", "IR", "AE"}),
    ],
)
def test_brics_has_its_letters_and_then_more(date: str, who: set[str]) -> None:
    assert members("brics", date) == who


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("1967-08-08", 5), ("1984-01-08", 6), ("1995-07-28", 7), ("1997-07-23", 9), ("1999-04-30", 10), ("2025-10-27", 11)
    ],
)  # fmt: skip
def test_the_growth_of_asean(date: str, number: int) -> None:
    assert len(members("asean", date)) == number


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("1958-01-01", 6), ("1973-01-01", 9), ("1981-01-01", 10), ("1986-01-01", 12), ("1995-01-01", 15),
        ("2004-05-01", 25), ("2007-01-01", 27), ("2013-07-01", 28), ("2020-02-01", 27),
    ],
)  # fmt: skip
def test_the_growth_of_the_european_union(date: str, number: int) -> None:
    assert len(members("eu", date)) == number


def test_the_quad_is_of_apec_but_for_india() -> None:
    assert members("quad", "2024-09-21") - members("apec", "2024-11-16") == {"IN"}


def test_the_gulf_council_has_six_of_the_gulf() -> None:
    assert members("gcc", "2022-07-16") == {"AE", "BH", "KW", "OM", "QA", "SA"}


@pytest.mark.parametrize(("date", "gone"), [("1990-01-01", True), ("2016-12-31", True), ("2017-01-31", False)])
def test_morocco_was_away_from_the_african_union(date: str, gone: bool) -> None:
    assert ("MA" not in members("au", date)) is gone


@pytest.mark.parametrize(("date", "gone"), [("2010-03-27", False), ("2012-03-29", True), ("2023-05-19", False)])
def test_syria_was_away_from_the_arab_league(date: str, gone: bool) -> None:
    assert ("SY" not in members("las", date)) is gone


def test_the_gulf_council_is_of_the_arab_league() -> None:
    assert members("gcc", "2024-12-01") < members("las", "2024-12-01")
    assert len(members("las", "2024-12-01")) == 22


@pytest.mark.parametrize(
    ("key", "number"), [("saarc", 8), ("bimstec", 7), ("eco", 10), ("caricom", 14), ("mercosur", 5)]
)
def test_how_many_belong_to_the_smaller_ones(key: str, number: int) -> None:
    assert len(members(key, "2025-01-01")) == number


def test_no_european_state_is_in_the_african_union() -> None:
    assert members("au", "2024-02-17") & (members("eu", "2024-02-17") | members("asean", "2024-02-17")) == set()
