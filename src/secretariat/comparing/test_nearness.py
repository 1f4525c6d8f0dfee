from hypothesis import given
from hypothesis import strategies as st

from secretariat.comparing.nearness import nearness

WANTED = "reaffirm the need to protect the herring of the northern strait".split()


def test_the_same_words_are_nearest_and_verbatim() -> None:
    near = nearness(WANTED, WANTED)
    assert (near.start, near.end, near.score, near.verbatim) == (0, len(WANTED), 1.0, 1.0)


def test_a_wording_inside_a_longer_passage_is_found_as_a_stretch_of_it() -> None:
    passage = "ministers met in may and".split() + WANTED + "without prejudice to existing rights of anyone".split()
    near = nearness(WANTED, passage)
    assert passage[near.start : near.end] == WANTED
    assert near.score == 1.0


def test_changed_words_lower_the_score_and_short_runs_are_not_verbatim() -> None:
    passage = "reaffirm a need to guard the herring within that northern strait".split()
    near = nearness(WANTED, passage)
    assert 0.4 < near.score < 0.8
    assert near.verbatim == 0.0


def test_words_in_another_order_count_half() -> None:
    assert nearness("one two three four".split(), "four three two one".split()).score == 0.625


def test_nothing_in_common() -> None:
    assert nearness(["salmon"], ["tunnel", "road"]).score == 0.0
    assert nearness([], ["tunnel"]).score == 0.0
    assert nearness(["tunnel"], []).score == 0.0


WORDS = st.lists(st.sampled_from("the of herring strait notes plan".split()), max_size=20)


@given(WORDS, WORDS)
def test_scores_are_shares_and_the_stretch_lies_in_the_passage(wanted: list[str], words: list[str]) -> None:
    near = nearness(wanted, words)
    assert 0 <= near.score <= 1
    assert 0 <= near.verbatim <= 1
    assert 0 <= near.start <= near.end <= len(words)
