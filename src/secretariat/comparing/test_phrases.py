import pytest

from secretariat.comparing.phrases import iter_uses, most_changes

COMMON = {"until", "towards", "by", "the", "a", "and", "no", "of", "in", "good"}


def uses(phrase: str, text: str) -> list[tuple[str, int]]:
    return [(text[slice(*u.place)], u.changed) for u in iter_uses(phrase.split(), text, COMMON)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("towards 2025", "A plan towards 2025, and one until 2025.", [("towards 2025", 0), ("until 2025", 1)]),
        ("leave no one behind", "It leaves no one behind.", [("leaves no one behind", 1)]),
        ("leave no one behind", "LEAVE NO-ONE BEHIND!", [("LEAVE NO-ONE BEHIND", 0)]),
        ("free and open sea", "a free, safe and open sea", [("free, safe and open sea", 1)]),
        ("free and open sea", "a free, open sea", [("free, open sea", 1)]),
        ("action plan until 2025", "the action plan until 2030", [("action plan until 2030", 1)]),
    ],
)
def test_uses_and_small_changes(phrase: str, text: str, found: list[tuple[str, int]]) -> None:
    assert uses(phrase, text) == found


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("towards 2025", "on 2 May 5, 2025"),  # a figure is no word
        ("towards 2025", "in March 2025"),  # a word that says something is put for none that says nothing
        ("towards 2025", "2025"),  # of a short phrase nothing may be missing
        ("in good faith", "in good time"),  # what says something must stay
        ("free and open sea", "free and sea"),  # "open" is missing and is no common word
        ("free and open sea", "free and open sea"[::-1]),
    ],
)
def test_what_is_no_use(phrase: str, text: str) -> None:
    assert uses(phrase, text) == []


def test_how_much_may_change() -> None:
    assert [most_changes(["w"] * n) for n in (1, 2, 3, 4, 7, 8, 12)] == [0, 1, 1, 1, 1, 2, 3]


def test_uses_do_not_lie_over_one_another() -> None:
    assert uses("plan plan", "plan plan plan") == [("plan plan", 0)]
