from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat import compare, read_text
from secretariat.comparing.passages import passages_of
from secretariat.model.record import Record
from secretariat.publishing.redline.stream import Block, End, Text, blocks_of

LIGHTS = "The Ministers will repair the lighthouses of the northern strait together."
TIDES = "Data on the tides are exchanged every month between the two hydrographic offices."
HERRING = "The Council noted that catches of herring had fallen for the third year in a row."
SONGS = "A festival of sea songs is to be held in each capital in turn, beginning with Harbourtown."


def told(blocks: Sequence[Block], hidden: str) -> list[str]:
    """The paragraphs that are left when one kind of change is taken out."""
    paragraphs, open_ = [], ""
    for block in blocks:
        for item in block.items:
            if item.kind == hidden:
                continue
            if isinstance(item, Text):
                open_ += item.text
            else:
                paragraphs.append(open_)
                open_ = ""
    return [*paragraphs, open_] if open_ else paragraphs


def wanted(record: Record) -> list[str]:
    return [" ".join(" ".join(record.text[slice(*s)] for s in p.places).split()) for p in passages_of(record)]


def check(a: Record, b: Record) -> list[Block]:
    blocks = blocks_of(compare(a, b), a, b)
    assert told(blocks, "inserted") == wanted(a)
    assert told(blocks, "deleted") == wanted(b)
    return blocks


def read_as(*paragraphs: str) -> Record:
    return read_text("Joint statement on the strait\n\n" + "\n\n".join(paragraphs), any_language=True)


def test_a_split_ends_a_paragraph_in_the_second_text_only() -> None:
    blocks = check(read_as(f"{LIGHTS} {TIDES}", SONGS), read_as(LIGHTS, TIDES, SONGS))
    assert [i.kind for b in blocks for i in b.items if isinstance(i, End)] == ["same", "inserted", "same", "same"]


def test_a_merge_ends_a_paragraph_in_the_first_text_only() -> None:
    blocks = check(read_as(LIGHTS, TIDES, SONGS), read_as(f"{LIGHTS} {TIDES}", SONGS))
    assert [i.kind for b in blocks for i in b.items if isinstance(i, End)] == ["same", "deleted", "same", "same"]


def test_what_moved_stands_twice() -> None:
    blocks = check(read_as(LIGHTS, TIDES, HERRING, SONGS), read_as(SONGS, LIGHTS, TIDES, HERRING))
    assert [(b.where, b.pair.kind) for b in blocks if b.pair.moved] == [("b", "moved"), ("a", "moved")]


def test_spaces_and_the_forms_of_signs_are_kept_for_each_text() -> None:
    check(read_as("The high- level group’s plan , at last."), read_as("The high-level group's plan, at last."))


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            LIGHTS,
            TIDES,
            HERRING,
            SONGS,
            f"{LIGHTS} {TIDES}",
            LIGHTS.replace("will", "shall"),
            HERRING.replace("third", "fourth").replace("herring", "herring and cod"),
            f"{TIDES} {SONGS[:40]}",
            "Energy",
            "1. " + SONGS,
            "2. " + SONGS.replace(",", " ,"),
            "“It’s the Council’s plan”",
            "\"It's the Council's plan\"",
            "上海合作组织 成员国",
        ]
    ),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_the_stream_holds_both_texts(before: list[str], after: list[str]) -> None:
    check(read_as(*before), read_as(*after))
