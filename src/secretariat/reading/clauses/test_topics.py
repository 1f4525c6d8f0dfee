import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.reading.test_statements import one

CODES = frozenset(
    "multilateralism regional-security arms-control elections-parliaments terrorism information-security narcotics "
    "defence organised-crime-corruption borders-migration justice economy trade investment finance small-business "
    "industry agriculture-food transport energy customs digital-innovation poverty regions health environment-climate "
    "emergencies culture education science women youth human-rights people-to-people media sport tourism institution "
    "external-relations".split()
)


def test_the_codes_are_those_of_the_guidelines() -> None:
    assert {e.id for e in load_lexicon().entries("topic")} == CODES


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("We will lower ferry fares for islanders.", "transport"),
        ("The members condemn the sale of forged certificates.", "organised-crime-corruption"),
        ("They noted the cost of insurance for small boats.", "finance"),
        ("We thank the crews that fought the wildfires.", "emergencies"),
        ("The ministers agreed that equal work deserves equal pay.", "women"),
        ("The Assembly decided to remain seized of the matter.", "institution"),
        ("The States parties supported the vaccination of herders.", "health"),
        ("The members will clean up oil spills.", "environment-climate"),
        ("We will protect refugees and asylum seekers.", "borders-migration"),
    ],
)
def test_general_vocabulary(text: str, topic: str) -> None:
    assert topic in one(text).topics


def test_a_weak_word_alone_decides_no_general_topic() -> None:
    assert "multilateralism" not in one("The States will share harbour charts.").topics


def test_no_word_is_strong_and_weak_for_one_topic() -> None:
    for entry in load_lexicon().entries("topic"):
        assert not set(entry.forms) & set(entry.weak), entry.id
