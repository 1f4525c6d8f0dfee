from hypothesis import given
from hypothesis import strategies as st

from secretariat import read_text
from secretariat.reading.structure import paragraphs_solid
from secretariat.reading.structure.lines import split_lines
from secretariat.reading.structure.paragraphs_solid import MOST

SENTENCE = "The Ministers of the coast agreed to repair the lighthouses. "


def test_a_text_of_one_line_is_cut_at_the_ends_of_sentences() -> None:
    record = read_text(SENTENCE * (3 * MOST // len(SENTENCE)))
    assert len(record.paragraphs) > 2
    assert max(p.end - p.start for p in record.paragraphs) <= MOST + 1
    assert all(record.text[p.start : p.end].rstrip().endswith("lighthouses.") for p in record.paragraphs)


def test_a_long_sentence_is_cut_between_words_and_a_long_word_anywhere() -> None:
    record = read_text("We note " + "trade, and water, " * (MOST // 9) + "and agree.", any_language=True)
    assert all(record.text[p.start : p.end].strip()[-1] in "tedr,." for p in record.paragraphs)
    record = read_text("We agree. " + "x" * (2 * MOST), any_language=True)
    assert max(p.end - p.start for p in record.paragraphs) <= MOST


@given(st.text(alphabet="a. \u00a0b", min_size=1, max_size=80))
def test_every_character_stays_in_a_paragraph(text: str) -> None:
    whole = "We agree. " + text
    kept = paragraphs_solid.MOST
    paragraphs_solid.MOST = 9
    try:
        record = read_text(whole, any_language=True)
    finally:
        paragraphs_solid.MOST = kept
    assert "".join(record.text[p.start : p.end] for p in record.paragraphs) == whole


def test_of_many_blank_lines_a_few_are_looked_at() -> None:
    lines = split_lines("One.\n" + "\n" * 5_000 + "Two.\n\nThree.")
    assert [line.text for line in lines if not line.blank] == ["One.", "Two.", "Three."]
    assert len(lines) < 20
    record = read_text("One.\n" + "\n" * 5_000 + "Two.", any_language=True)
    assert [record.text[p.start : p.end].strip() for p in record.paragraphs] == ["One.", "Two."]


def test_lines_are_read_like_a_list() -> None:
    lines = split_lines("  One. \r\n\u2028Two.\fThree.")
    assert [line.text for line in lines] == ["One.", "", "Two.", "Three."]
    assert lines[-1].text == "Three."
    assert [line.text for line in lines[2:]] == ["Two.", "Three."]
    assert [len(line) for line in lines] == [4, 0, 4, 6]
