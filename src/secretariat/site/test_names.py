from hypothesis import given
from hypothesis import strategies as st

from secretariat.site.names import Names

words = st.text(alphabet="abc ", min_size=1, max_size=8)


@given(st.lists(st.tuples(words, st.sampled_from("xyz")), max_size=12), words, st.integers(1, 5))
def test_the_same_things_are_found_as_by_looking_at_each(rows: list[tuple[str, str]], wanted: str, most: int) -> None:
    expected: dict[str, None] = {}
    for name, entity in rows:
        if wanted.split() and all(word in " ".join(name.split()) for word in wanted.split()):
            expected[entity] = None
    assert Names(rows).find(wanted, most) == list(expected)[:most]


def test_case_and_order_of_words_do_not_matter() -> None:
    names = Names([("Charter of the\nOrganisation", "instrument/a"), ("Port Charter", "instrument/b")])
    assert names.find("ORGANISATION charter", 6) == ["instrument/a"]
    assert names.find("charter", 6) == ["instrument/a", "instrument/b"]
    assert names.find("  ", 6) == []
