from secretariat.reading.draft import Sentence
from secretariat.reading.packed import Packed

ROWS = [(0, 5, 0), (6, 9, 0), (10, 30, 1)]


def test_a_row_is_read_like_a_tuple() -> None:
    packed = Packed(Sentence, iter(ROWS))
    assert list(packed) == [Sentence(*row) for row in ROWS]
    assert len(packed) == 3
    assert packed[1] == Sentence(6, 9, 0)
    assert packed[-1].unit == 1
    assert packed[1:] == (Sentence(6, 9, 0), Sentence(10, 30, 1))


def test_values_are_found_by_their_place() -> None:
    packed = Packed(Sentence, [row for row in ROWS if row[0]])
    assert [packed.index_at(place) for place in (5, 6, 9, 10, 99)] == [-1, 0, 0, 1, 1]
    assert Packed(Sentence, []).index_at(3) == -1
