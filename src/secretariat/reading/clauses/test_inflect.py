import pytest

from secretariat.reading.clauses.inflect import inflect


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("note", ("note", "notes", "noted", "noted", "noting")),
        ("commit", ("commit", "commits", "committed", "committed", "committing")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("stress", ("stress", "stresses", "stressed", "stressed", "stressing")),
        ("convey", ("convey", "conveys", "conveyed", "conveyed", "conveying")),
    ],
)
def test_regular(base: str, forms: tuple[str, ...]) -> None:
    assert inflect(base, {}) == forms


def test_irregular_come_from_data() -> None:
    assert inflect("take", {"take": ("took", "taken")})[2:4] == ("took", "taken")
    assert inflect("think", {"think": ("thought",)})[2:4] == ("thought", "thought")
