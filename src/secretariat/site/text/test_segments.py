import itertools

from hypothesis import given
from hypothesis import strategies as st

from secretariat.site.text.segments import Mark, segments

spots = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(
    st.tuples(st.integers(0, 40), st.integers(1, 30)),
    st.lists(spots, max_size=12),
    st.lists(st.integers(0, 70), max_size=5),
)
def test_segments_cover_the_text_and_each_has_the_marks_that_lie_over_it(
    stretch: tuple[int, int], spans: list[list[int]], places: list[int]
) -> None:
    start, end = stretch[0], stretch[0] + stretch[1]
    marks = [Mark(start=a, end=b, kind=str(n)) for n, (a, b) in enumerate(spans)]
    made = list(segments(start, end, marks, places))
    assert [made[0].start, made[-1].end] == [start, end]
    assert all(one.end == other.start for one, other in itertools.pairwise(made))
    for segment in made:
        expected = {m.kind for m in marks if m.start <= segment.start and m.end >= segment.end and m.start < m.end}
        assert {m.kind for m in segment.marks} == expected
        assert not any(segment.start < place < segment.end for place in places)
        assert all(m.start == segment.start for m in segment.begins)


def test_the_widest_mark_comes_first() -> None:
    marks = [Mark(start=4, end=7, kind="body"), Mark(start=0, end=10, kind="instrument")]
    middle = list(segments(0, 12, marks))[1]
    assert [m.kind for m in middle.marks] == ["instrument", "body"]
