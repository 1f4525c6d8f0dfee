"""Profiles of organisations: dates are dates, states are known, organs are told apart."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from secretariat.lexicon.load import load_lexicon, parse_file
from secretariat.profiles.load import SHIPPED, Membership, Profile, parse_profile

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
PATHS = [*sorted(SHIPPED.glob("*.yaml")), *sorted(EXAMPLES.glob("**/profiles/*.yaml"))]
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def known_states() -> set[str]:
    own = [parse_file(p) for p in sorted((EXAMPLES / "lexicon").glob("*.yaml"))]
    codes = {e.id for e in load_lexicon().entries("state")}
    return codes | {e.id for f in own if f.category == "state" for e in f.entries}


def faults_in(profile: Profile, states: set[str]) -> list[str]:
    """What is wrong in a profile, one line each."""
    faults = [f"{what} of nobody" for what, names in (("names", profile.names),) if not names]
    organs = (*profile.organs, *profile.instruments)
    for dated in (profile, *profile.members, *profile.observers, *profile.partners, *organs):
        name = getattr(dated, "id", "") or getattr(dated, "state", "")
        faults += [f"{name}: {d!r} is no date" for d in (dated.since, dated.until) if d and not DATE.fullmatch(d)]
        if dated.since and dated.until and dated.until < dated.since:
            faults.append(f"{name}: ends before it begins")
    for role, memberships in (
        ("member", profile.members), ("observer", profile.observers), ("partner", profile.partners)
    ):  # fmt: skip
        faults += [f"{m.state}: a {role} that no lexicon knows" for m in memberships if m.state not in states]
        faults += _overlapping(memberships)
    ids = [o.id for o in organs]
    faults += [f"{i}: two organs of this id" for i in sorted({i for i in ids if ids.count(i) > 1})]
    names = [n for o in profile.organs for n in o.names]
    faults += [f"{n}: a name of two organs" for n in sorted({n for n in names if names.count(n) > 1})]
    faults += [f"{o.id}: part of an unknown organ {o.parent}" for o in organs if o.parent and o.parent not in ids]
    return faults


def _overlapping(memberships: tuple[Membership, ...]) -> list[str]:
    faults = []
    for state in {m.state for m in memberships}:
        own = sorted((m.since, m.until or "9999") for m in memberships if m.state == state)
        faults += [f"{state}: belongs twice at one time" for a, b in pairwise(own) if b[0] <= a[1]]
    return faults


@pytest.mark.parametrize("path", PATHS, ids=lambda p: str(p.stem))
def test_a_profile_is_in_order(path: Path) -> None:
    profile = parse_profile(path)
    assert faults_in(profile, known_states()) == []
    assert profile.id == path.stem


GOOD = Profile(id="x", names=("League of Lakes",), members=(Membership("XA", "2001", "2009"), Membership("XA", "2011")))


def test_a_good_profile_passes() -> None:
    assert faults_in(GOOD, {"XA"}) == []


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ((Membership("XB"),), "no lexicon knows"),
        ((Membership("XA", "June 2001"),), "no date"),
        ((Membership("XA", "2009", "2001"),), "before it begins"),
        ((Membership("XA", "2001"), Membership("XA", "2005")), "twice"),
    ],
)
def test_a_bad_profile_is_seen(members: tuple[Membership, ...], fault: str) -> None:
    faults = faults_in(Profile(id="x", names=("League of Lakes",), members=members), {"XA"})
    assert any(fault in f for f in faults)
