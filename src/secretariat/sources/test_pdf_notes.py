"""Footnotes in two columns, as short ones are set in documents of international organisations."""

import pytest

from secretariat.sources.test_pdf import FIRST, LEFT, SECOND, THIRD, Sheet, blocks, read

SMALL = 7.5
RIGHT = 105.0


def page_of_text() -> Sheet:
    sheet = Sheet()
    for _ in range(4):
        sheet.paragraph(*FIRST)
        sheet.paragraph(*SECOND, *THIRD)
    return sheet


def note(sheet: Sheet, x: float, y: float, mark: str, *lines: str, raised: bool = True) -> None:
    for place, line in enumerate(lines):
        if place or not raised:
            sheet.put(x + 2.5 * bool(place), y + 3.6 * place, line if place else f"{mark} {line}", SMALL)
        else:
            sheet.put(x, y - 1.1, mark, 4.5)
            sheet.put(x + 2.5, y, line, SMALL)


def notes(sheet: Sheet) -> list[str]:
    return [text for kind, text in blocks(read(sheet)) if kind == "footnote"]


@pytest.mark.parametrize("raised", [True, False])
def test_the_left_column_comes_before_the_right_one(raised: bool) -> None:
    sheet = page_of_text()
    own = ["See the Harbour Treaty.", "Ibid., annex.", "Decision 4/12.", "Decision 5/1.", "See the report."]
    for place, words in enumerate(own):
        x, y = (LEFT, 255 + 3.6 * place) if place < 3 else (RIGHT, 255 + 3.6 * (place - 3))
        note(sheet, x, y, str(place + 1), words, raised=raised)
    assert [n.split(" ", 1)[1] for n in notes(sheet)] == own


def test_figures_may_count_across() -> None:
    sheet = page_of_text()
    for place in range(4):
        note(sheet, RIGHT if place % 2 else LEFT, 260 + 3.6 * (place // 2), str(place + 1), f"Decision {place + 1}/7.")
    assert notes(sheet) == [f"{n} Decision {n}/7." for n in (1, 2, 3, 4)]


def test_a_note_of_two_lines_stays_whole() -> None:
    sheet = page_of_text()
    note(sheet, LEFT, 255, "1", "Agreement on the Use of Harbours, signed", "at Bergen in May 2003.")
    note(sheet, LEFT, 262.2, "2", "Decision 4/12.")
    note(sheet, RIGHT, 255, "3", "Report on Ferries, first part, chapter two,", "section on ropes.")
    note(sheet, RIGHT, 262.2, "4", "Ibid.")
    assert notes(sheet) == [
        "1 Agreement on the Use of Harbours, signed at Bergen in May 2003.",
        "2 Decision 4/12.",
        "3 Report on Ferries, first part, chapter two, section on ropes.",
        "4 Ibid.",
    ]


def test_columns_may_stand_close_and_below_a_note_across_the_page() -> None:
    sheet = page_of_text()
    long = (
        "Report of the Conference on the Safety of Ferries, held in Turku in the autumn of 2019, chapters one and two,"
    )
    note(sheet, LEFT, 252, "1", long, "with the annex on ropes and the list of those who took part.")
    words = "Agreement on the Use of Harbours of the North, annex"
    note(sheet, LEFT, 259.2, "2", words)
    end = LEFT + 2.5 + float(sheet.pdf.get_string_width(words))
    note(sheet, LEFT, 262.8, "3", "Decision 4/12.")
    note(sheet, end + 4, 259.2, "4", "Decision 5/1.")
    note(sheet, end + 4, 262.8, "5", "See the report.")
    found = notes(sheet)
    assert [n[0] for n in found] == ["1", "2", "3", "4", "5"]
    assert found[0].endswith("who took part.")
    assert found[1].endswith("North, annex")
