import random

from hypothesis import given
from hypothesis import strategies as st

from secretariat.comparing.align import align
from secretariat.comparing.order import spine

HARBOUR = "the ministers welcome the new harbour agreement between arland and belmark".split()
SALMON = "experts shall meet twice a year to count salmon in the northern rivers".split()
RAILWAY = "the parties intend to build a railway tunnel under the strait by 2031".split()
PENSIONS = "the council took note of a report on pensions of seasonal workers".split()
STUDENTS = "universities will exchange forty students each autumn without fees".split()


def links(a: list[list[str]], b: list[list[str]]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(link.a, link.b, link.moved) for link in align(a, b)]


def test_what_stays_is_paired_in_order() -> None:
    rows = [HARBOUR, SALMON, RAILWAY]
    assert links(rows, rows) == [((0,), (0,), False), ((1,), (1,), False), ((2,), (2,), False)]


def test_an_edited_passage_is_paired_and_a_new_one_is_not() -> None:
    edited = [*SALMON[:5], "every", "spring", *SALMON[7:]]
    assert links([HARBOUR, SALMON], [HARBOUR, PENSIONS, edited]) == [((0,), (0,), False), ((1,), (2,), False)]


def test_a_passage_that_moved_is_the_one_that_moved() -> None:
    rows = [HARBOUR, SALMON, RAILWAY, PENSIONS, STUDENTS]
    after = [STUDENTS, HARBOUR, SALMON, RAILWAY, PENSIONS]
    assert [link.a for link in align(rows, after) if link.moved] == [(4,)]


def test_a_split_and_a_merge() -> None:
    long = [*SALMON, *RAILWAY]
    assert links([HARBOUR, long], [HARBOUR, SALMON, RAILWAY])[1] == ((1,), (1, 2), False)
    assert links([HARBOUR, SALMON, RAILWAY], [HARBOUR, long])[1] == ((1, 2), (1,), False)


def test_a_short_clause_that_became_a_paragraph_belongs_to_its_source() -> None:
    clause = "subject to the consent of the salmon board".split()
    rows = [HARBOUR, [*SALMON, *SALMON[::-1], *clause], RAILWAY]
    assert links(rows, [HARBOUR, [*SALMON, *SALMON[::-1]], clause, RAILWAY])[1] == ((1,), (1, 2), False)


def test_repeated_passages_keep_their_places() -> None:
    again = ["see", "above"]
    rows = [again, HARBOUR, again, SALMON, again]
    assert [(i, j) for (i,), (j,), _ in links(rows, rows)] == [(n, n) for n in range(5)]
    assert ((2,), (1,), False) in links(rows, [HARBOUR, again, SALMON, again])


def test_passages_that_share_only_common_words_are_no_pair() -> None:
    assert links([HARBOUR, SALMON], [PENSIONS, STUDENTS]) == []


def test_nothing_on_one_side() -> None:
    assert links([], [HARBOUR]) == []
    assert links([HARBOUR], []) == []


WORDS = st.lists(
    st.sampled_from("the of council harbour salmon tunnel notes plan year".split()), min_size=1, max_size=12
)


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_no_passage_is_in_two_links_and_one_side_is_single(a: list[list[str]], b: list[list[str]]) -> None:
    found = align(a, b)
    for side, count in ((0, len(a)), (1, len(b))):
        used = [n for link in found for n in (link.a, link.b)[side]]
        assert len(used) == len(set(used))
        assert set(used) <= set(range(count))
    assert all(len(link.a) == 1 or len(link.b) == 1 for link in found)
    assert all(0 < link.likeness <= 1.0001 for link in found)


@given(st.lists(st.tuples(st.integers(0, 30), st.floats(0.5, 9)), max_size=9, unique_by=lambda p: p[0]))
def test_the_spine_is_the_heaviest_row_that_rises(pairs: list[tuple[int, float]]) -> None:
    placed = [(n, place, weight) for n, (place, weight) in enumerate(pairs)]
    kept = spine(placed)
    places = [placed[n][1] for n in sorted(kept)]
    assert places == sorted(places)
    best = 0.0
    for mask in range(1 << len(placed)):
        row = [placed[n] for n in range(len(placed)) if mask >> n & 1]
        if [p[1] for p in row] == sorted(p[1] for p in row):
            best = max(best, sum(p[2] for p in row))
    assert abs(sum(placed[n][2] for n in kept) - best) < 1e-6


def test_the_order_of_words_in_a_passage_does_not_matter() -> None:
    mixed = SALMON[:]
    random.Random(3).shuffle(mixed)
    assert links([HARBOUR, SALMON], [HARBOUR, mixed])[1] == ((1,), (1,), False)
