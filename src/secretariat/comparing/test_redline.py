from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from secretariat.comparing.passages import Passage, make_passage
from secretariat.comparing.redline import runs_between, words_between
from secretariat.model.paragraphs import Paragraph


def passage(text: str, *places: tuple[int, int]) -> Passage:
    paragraph = Paragraph("para_1", "narrative", None, 0, len(text), None)
    return make_passage(text, 0, paragraph, places or ((0, len(text)),))


def shown(a: str, b: str) -> str:
    """A redline as people write it by hand: [-out-] {+in+}."""
    said = []
    for run in words_between([passage(a)], [passage(b)]):
        if run.kind == "same" and run.a:
            said.append(a[slice(*run.a)])
        elif run.a:
            said.append(f"[-{a[slice(*run.a)]}-]")
        elif run.b:
            said.append("{+" + b[slice(*run.b)] + "+}")
    return " ".join(said)


def test_a_word_for_another() -> None:
    assert shown("The ministers note the plan.", "The ministers welcome the plan.") == (
        "The ministers [-note-] {+welcome+} the plan."
    )


def test_case_and_signs_count_and_white_space_does_not() -> None:
    assert shown("Peace,\nnow", "Peace now") == "Peace [-,-] now"
    assert shown("the  Council\n met", "the Council met") == "the  Council\n met"
    assert shown("the council", "the Council") == "the [-council-] {+Council+}"


def test_signs_that_differ_by_typing_alone_are_the_same() -> None:
    assert (
        shown("the Council’s “plan” of non‑use", 'the Council\'s "plan" of non-use')
        == "the Council’s “plan” of non‑use"
    )


def test_a_word_that_stayed_alone_between_changes_is_given_up() -> None:
    assert shown("build roads of stone quickly", "repair bridges of steel slowly") == (
        "[-build roads of stone quickly-] {+repair bridges of steel slowly+}"
    )


def test_runs_stop_where_a_paragraph_ends() -> None:
    text = "The council met. It closed."
    one, two = passage(text, (0, 16)), passage(text, (17, 27))
    runs = words_between([passage(text)], [one, two])
    assert [(run.kind, run.b) for run in runs] == [("same", (0, 16)), ("same", (17, 27))]


TOKENS = st.lists(st.sampled_from(["the", "of", "salmon", "tunnel", ",", "notes", "welcomes"]), max_size=25)


@given(TOKENS, TOKENS)
def test_runs_cover_both_sides_and_what_stayed_is_the_same(a: list[str], b: list[str]) -> None:
    runs = runs_between(a, b)
    at_a = at_b = 0
    for run in runs:
        assert (run.a_start, run.b_start) == (at_a, at_b)
        at_a, at_b = run.a_end, run.b_end
        if run.same:
            assert a[run.a_start : run.a_end] == b[run.b_start : run.b_end]
    assert (at_a, at_b) == (len(a), len(b))
    assert all(one.same != two.same for one, two in pairwise(runs))
