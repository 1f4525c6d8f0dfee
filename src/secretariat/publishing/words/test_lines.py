from hypothesis import given
from hypothesis import strategies as st

from secretariat.publishing.words.lines import counted, one_line, shortened


@given(st.text(), st.integers(4, 60))
def test_words_are_fit_for_one_line_of_a_screen(words: str, most: int) -> None:
    assert len(shortened(words, most)) <= most
    assert shortened(words, most).isprintable()
    assert one_line(one_line(words)) == one_line(words)


def test_cut_between_words() -> None:
    assert shortened("the Council of Lighthouse Keepers, and others", 36) == "the Council of Lighthouse Keepers…"
    assert shortened("short", 36) == "short"


def test_escapes_are_gone() -> None:
    assert one_line("a\x1b[31m b\u202e c\u00a0d\n") == "a [31m b c d"


def test_counted() -> None:
    assert counted(1, "paragraph") == "1 paragraph"
    assert counted(1200, "body", "bodies") == "1,200 bodies"
