"""The shipped profiles: members by date, organs, instruments, forms."""

import re
from collections import Counter

import pytest

from secretariat.profiles.load import Profile, load_profiles, states_at

PROFILES = load_profiles().by_id
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# Former states have ISO 3166-3 codes; HK and TW take part in APEC as economies.
CODE = re.compile(r"[A-Z]{2}|CSHH|DDDE|YDYE|YUCS")


def profile(key: str) -> Profile:
    return PROFILES[key]


@pytest.mark.parametrize("key", sorted(PROFILES))
def test_a_profile_is_whole(key: str) -> None:
    p = profile(key)
    assert p.id == key
    assert p.names
    assert p.speakers
    assert p.sources
    memberships = (*p.members, *p.observers, *p.partners)
    assert [m for m in memberships if not CODE.fullmatch(m.state)] == []
    dates = [d for m in memberships for d in (m.since, m.until) if d]
    dates += [d for o in (*p.organs, *p.instruments) for d in (o.since, o.until) if d]
    assert [d for d in (*dates, p.since) if not DATE.fullmatch(d)] == []
    assert [m for m in memberships if m.until and m.since > m.until] == []
    assert all(o.kind and (o.names or o.bare) for o in (*p.organs, *p.instruments))


@pytest.mark.parametrize("key", sorted(PROFILES))
def test_nobody_is_a_member_twice_at_once(key: str) -> None:
    p = profile(key)
    for memberships in (p.members, p.observers, p.partners):
        for m in memberships:
            for day in (m.since, m.until):
                held = [o for o in memberships if o.state == m.state and day and states_at((o,), day)]
                assert len(held) <= 1, (key, m.state, day)


def test_ids_of_organs_are_unique_and_parents_exist() -> None:
    ids = Counter(o.id for p in PROFILES.values() for o in (*p.organs, *p.instruments))
    assert [i for i, n in ids.items() if n > 1] == []
    assert [o.id for p in PROFILES.values() for o in p.organs if o.parent and o.parent not in ids] == []


def test_no_form_of_an_organ_stands_for_two() -> None:
    owners: dict[str, set[str]] = {}
    for form in load_profiles().forms:
        if form.category != "organ-bare":
            owners.setdefault(form.text, set()).add(form.entry.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_the_shanghai_cooperation_organisation() -> None:
    sco = profile("sco")
    assert sco.members_at("2001-06-15") == ("CN", "KG", "KZ", "RU", "TJ", "UZ")
    assert sco.members_at("2017-06-08") == ("CN", "KG", "KZ", "RU", "TJ", "UZ")
    assert sco.members_at("2021-09-17") == ("CN", "IN", "KG", "KZ", "PK", "RU", "TJ", "UZ")
    assert "IR" in sco.members_at("2023-07-04")
    assert len(sco.members_at("2024-07-04")) == 10
    assert states_at(sco.observers, "2021-09-17") == ("AF", "BY", "IR", "MN")
    assert states_at(sco.observers, "2025") == ("AF", "MN")


@pytest.mark.parametrize(
    ("year", "members"),
    [
        ("1945", 51), ("1946", 55), ("1947", 57), ("1950", 60), ("1955", 76), ("1957", 82), ("1960", 99), ("1990", 159),
        ("1991", 166), ("1992", 179), ("1993", 184), ("1994", 185), ("1999", 188), ("2000", 189), ("2002", 191),
        ("2006", 192), ("2011", 193), ("2025", 193),
    ],
)  # fmt: skip
def test_the_growth_of_the_united_nations(year: str, members: int) -> None:
    assert len(profile("un").members_at(year)) == members


@pytest.mark.parametrize(
    ("key", "date", "members"),
    [
        ("g7", "2021", 7), ("g20", "2023", 19), ("brics", "2012", 5), ("brics", "2024", 9), ("brics", "2025", 10),
        ("asean", "1999", 10), ("asean", "2025-10-26", 11), ("apec", "1998", 21), ("quad", "2021", 4),
        ("eaeu", "2016", 5),
        ("eu", "2013-07-01", 28), ("eu", "2020-02-01", 27), ("au", "2012", 54), ("au", "2018", 55), ("gcc", "1981", 6),
        ("csto", "2014", 6), ("cica", "2022", 28), ("ots", "2020", 5), ("nato", "1949", 12), ("nato", "2024-03-07", 32),
        ("c5plus1", "2023", 6),
    ],
)  # fmt: skip
def test_how_many_belong(key: str, date: str, members: int) -> None:
    assert len(profile(key).members_at(date)) == members


@pytest.mark.parametrize(
    ("sentence", "category", "found"),
    [
        ("A letter from the SCO Secretariat was read.", "organ", "sco-secretariat"),
        ("It asked the secretariat of the Shanghai Cooperation Organization to report.", "organ", "sco-secretariat"),
        ("The UN General Assembly rose.", "organ", "un-general-assembly"),
        ("They met in the Council of the Heads of State.", "organ", "sco-heads-of-state"),
        ("The SCO RATS Executive Committee took part.", "organ", "sco-rats-executive"),
        ("All keep the Charter of the Shanghai Cooperation Organisation.", "organisation-instrument", "sco-charter"),
        ("They wrote to the Organisation of Turkic States.", "organisation", "ots"),
        ("The Secretariat keeps the list.", "organ-bare", "sco-secretariat"),
    ],
)
def test_names_are_found(sentence: str, category: str, found: str) -> None:
    assert found in {hit.entry.id for hit in load_profiles().literals.scan(sentence).of(category)}


def test_a_bare_name_alone_is_no_organ() -> None:
    assert load_profiles().literals.scan("The Secretariat keeps the list.").of("organ") == []
