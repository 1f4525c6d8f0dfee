import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import secretariat
from secretariat.lexicon.load import load_lexicon
from secretariat.profiles.load import load_profiles
from secretariat.register.identity.resolve import Judgement, Resolution, resolve
from secretariat.register.identity.signature import Signature, iter_signatures
from secretariat.register.identity.units import Unit, make_units
from secretariat.register.identity.vocabulary import Vocabulary


def signatures(*documents: str) -> list[Signature]:
    vocabulary = Vocabulary(load_lexicon(), load_profiles())
    found: list[Signature] = []
    for text in documents:
        record = secretariat.read_text(text)
        titles = [(p.start, p.end) for p in record.paragraphs if p.kind == "title"]
        found += iter_signatures(record.document, list(enumerate(record.mentions)), titles, vocabulary)
    return found


def things(*documents: str) -> tuple[Resolution, dict[str, Unit]]:
    units = make_units(signatures(*documents))
    return resolve(units), units


def named(resolution: Resolution, units: dict[str, Unit], kind: str) -> list[set[str]]:
    """The names of each thing of a type."""
    made = [[s for key in thing for s in units[key].signatures] for thing in resolution.things]
    return [{s.name for s in own} for own in made if own[0].type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "apart"),
    [
        (
            "The Ministers adopted the Action Plan for the Implementation of the Blue Growth Strategy until 2030. "
            "They praised the Blue Growth Strategy until 2030.",
            "instrument",
            2,
        ),
        (
            "The second meeting of the Working Group on Salvage was held on 3 May 2021. "
            "The third meeting of the Working Group on Salvage was held on 4 June 2022.",
            "event",
            2,
        ),
        (
            "The Ministers welcomed the Programme on Salvage for 2019-2021 and the Programme on Salvage for 2022-2024.",
            "instrument",
            2,
        ),
        (
            "The Ministers recalled the Protocol on Oil Spills to the Convention on the Cold Sea and the Convention itself, "
            "the Convention on the Cold Sea.",
            "instrument",
            2,
        ),
    ],
)
def test_what_is_not_the_same(text: str, kind: str, apart: int) -> None:
    resolution, units = things(text)
    assert len(named(resolution, units, kind)) == apart


def test_a_body_is_not_its_meeting() -> None:
    resolution, units = things("The third meeting of the Committee on Salvage thanked the Committee on Salvage.")
    assert len(named(resolution, units, "body")) == 1
    assert len(named(resolution, units, "event")) == 1


def test_an_acronym_stands_for_the_name_that_has_it_in_brackets() -> None:
    resolution, units = things(
        "The Ministers praised the Cold Sea Salvage Coordination Centre (CSSCC). The CSSCC reported to them in May."
    )
    assert named(resolution, units, "body") == [{"Cold Sea Salvage Coordination Centre (CSSCC)", "CSSCC"}]


def test_spelling_and_articles_do_not_part() -> None:
    resolution, units = things(
        "The Ministers adopted the Programme for the Modernisation of Cold Sea Harbours.",
        "The Ministers recalled the Program for Modernization of the Cold Sea Harbors.",
    )
    assert len(named(resolution, units, "instrument")) <= 2
    resolution, units = things(
        "The Ministers adopted the Programme for the Modernisation of Cold Sea Ports.",
        "The Ministers recalled the Program for Modernization of the Cold Sea Ports.",
    )
    assert len(named(resolution, units, "instrument")) == 1


def test_general_names_of_two_documents_stay_apart() -> None:
    resolution, units = things(
        "The Ministers adopted a Joint Statement on 3 May 2021. They will meet again.",
        "The Ministers adopted a Joint Statement on 4 June 2022. They will meet again.",
    )
    assert len(named(resolution, units, "instrument")) == 2


def test_a_council_of_another_organisation_is_another_council() -> None:
    resolution, units = things(
        "The Council of Heads of State of the Shanghai Cooperation Organisation met in Dushanbe on 17 September 2021.",
        "The Council of Heads of State of the Commonwealth of Independent States met in Minsk on 15 October 2021.",
    )
    assert len(named(resolution, units, "body")) >= 2


PAIR = (
    "The Ministers welcomed the Programme on Port Safety and Salvage. They will implement the Programme on Port Safety."
)


def test_a_part_of_a_name_is_asked_and_a_person_answers() -> None:
    units = make_units(signatures(PAIR))
    resolution = resolve(units)
    (doubt,) = resolution.doubts
    same = resolve(units, [Judgement(doubt.one, doubt.other, True)])
    assert {doubt.one, doubt.other} <= set(next(t for t in same.things if doubt.one in t))
    assert not same.doubts
    different = resolve(units, [Judgement(doubt.one, doubt.other, False)])
    assert different.things == resolution.things
    assert not different.doubts


TEXTS = (
    PAIR,
    "The Joint Commission on Fisheries of the Cold Sea met on 3 May 2021. The Joint Commission thanked Norway.",
    "The UN Security Council adopted resolution 2231 (2015). The Security Council will meet.",
    "The second meeting of Ministers of Energy was held on 4 May 2021. The meeting of Ministers of Energy adopted a Statement.",
)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10_000))
def test_the_order_of_mentions_changes_nothing(seed: int) -> None:
    own = list(itertools.chain(signatures(*TEXTS)))
    first = resolve(make_units(own))
    random.Random(seed).shuffle(own)
    assert resolve(make_units(own)) == first


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=30), max_size=6), st.integers(0, 9))
def test_any_names_are_resolved(names: list[str], ordinal: int) -> None:
    own = [
        Signature(document="sha256:0", mention=n, type="event", start=n, end=n + 1, name=name, ordinal=ordinal or None)
        for n, name in enumerate(names)
    ]
    resolution = resolve(make_units(own))
    assert sorted(k for t in resolution.things for k in t) == sorted(make_units(own))
