"""The shipped names of bodies, instruments, events and initiatives: ids, forms, parents, dates."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest

from secretariat.lexicon.entries import Name
from secretariat.lexicon.load import SHIPPED, Lexicon, _loaded, literal_forms, load_lexicon, parse_file
from secretariat.profiles.load import load_profiles

KINDS = ("body-name", "instrument-name", "event-name", "initiative-name")
FILES = sorted(
    path
    for path in (SHIPPED / "en").glob("*.yaml")
    if any(f"\nkind: {kind}\n" in path.read_text(encoding="utf-8") for kind in KINDS)
)
EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(/\d{4})?")

# One word or two that would make a mention of ordinary text.
TOO_COMMON = {"Secretariat", "Council", "Commission", "Forum", "Committee", "Convention", "Charter", "Agreement"}


@pytest.fixture(scope="module")
def names() -> Lexicon:
    return Lexicon([parse_file(p) for p in FILES], "names")


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_slugs(names: Lexicon, kind: str) -> None:
    ids = Counter(e.id for e in names.entries(kind))
    assert [i for i, n in ids.items() if n > 1] == []
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_stands_for_two_things(names: Lexicon, kind: str) -> None:
    forms = Counter(form for e in names.entries(kind) for form in literal_forms(e))
    assert [f for f, n in forms.items() if n > 1] == []


def test_no_form_is_of_two_kinds(names: Lexicon) -> None:
    kinds: dict[str, set[str]] = {}
    for kind in KINDS:
        for e in names.entries(kind):
            for form in e.forms:
                kinds.setdefault(form, set()).add(kind)
    assert {f: k for f, k in kinds.items() if len(k) > 1} == {}


def test_parents_exist(names: Lexicon) -> None:
    profiles = load_profiles().by_id
    known = {e.id for e in names.entries("body-name")} | set(profiles)
    known |= {o.id for p in profiles.values() for o in p.organs}
    assert [e.id for e in names.entries("body-name") if e.parent and e.parent not in known] == []


def test_dates_are_edtf(names: Lexicon) -> None:
    dated = [e for kind in KINDS for e in names.entries(kind) if e.date]
    assert len(dated) > 150
    assert [(e.id, e.date) for e in dated if not EDTF.fullmatch(e.date)] == []


def test_every_entry_has_a_form_and_a_kind(names: Lexicon) -> None:
    entries: list[Name] = [e for kind in KINDS for e in names.entries(kind)]
    assert [e.id for e in entries if not e.forms or not e.value] == []
    assert [f for e in entries for f in e.forms if f in TOO_COMMON or len(f) < 2 or f != " ".join(f.split())] == []
    opening = {f for e in entries for f in e.forms if f.lower().startswith("the ")}
    assert opening == {"The Future We Want", "The future we want", "The Spirit of Camp David"}


def test_there_are_many(names: Lexicon) -> None:
    assert len(names.entries("body-name")) > 800
    assert len(names.entries("instrument-name")) > 300


@pytest.mark.parametrize(
    ("sentence", "kind", "entry"),
    [
        ("They thanked the World Health Organisation for its advice.", "body-name", "who"),
        ("A note from the UN Office on Drugs and Crime was read out.", "body-name", "unodc"),
        ("The International Labor Organization sent an observer.", "body-name", "ilo"),
        ("All are bound by the Nuclear Nonproliferation Treaty.", "instrument-name", "npt"),
        ("It follows the U.N. Charter.", "instrument-name", "un-charter"),
        ("They spoke of the Comprehensive Nuclear Test Ban Treaty.", "instrument-name", "ctbt"),
        ("A booth was opened at the China International Import Expo.", "event-name", "ciie"),
        ("The Belt and Road Initiative was discussed.", "initiative-name", "bri"),
    ],
)
def test_a_name_is_found_in_its_spellings(names: Lexicon, sentence: str, kind: str, entry: str) -> None:
    assert entry in {hit.entry.id for hit in names.scan(sentence).of(kind)}


def test_the_word_who_is_not_the_organisation(names: Lexicon) -> None:
    assert names.scan("Those who came were heard, and the unit was whole.").of("body-name") == []


def test_reading_all_files_is_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_CACHE", str(tmp_path))
    _loaded.cache_clear()
    begin = time.process_time()
    load_lexicon()
    spent = time.process_time() - begin
    _loaded.cache_clear()
    assert spent < 2.0
