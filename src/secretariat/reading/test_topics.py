from secretariat.lexicon.load import load_lexicon

CODES = frozenset(
    "multilateralism regional-security arms-control elections-parliaments terrorism information-security narcotics "
    "defence organised-crime-corruption borders-migration justice economy trade investment finance small-business "
    "industry agriculture-food transport energy customs digital-innovation poverty regions health environment-climate "
    "emergencies culture education science women youth human-rights people-to-people media sport tourism institution "
    "external-relations".split()
)


def test_the_codes_are_those_of_the_guidelines() -> None:
    assert {e.id for e in load_lexicon().entries("topic")} == CODES


def test_no_word_is_strong_and_weak_for_one_topic() -> None:
    for entry in load_lexicon().entries("topic"):
        assert not set(entry.forms) & set(entry.weak), entry.id
