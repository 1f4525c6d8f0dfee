import io
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from tracked import paragraphs_after

from secretariat import compare, read_text
from secretariat.comparing.passages import passages_of
from secretariat.model.record import Record
from secretariat.publishing.redline.word import clean, write_redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIGHTS = "The Ministers will repair the lighthouses of the northern strait together by 2024."
TIDES = "Data on the tides are exchanged every month between the two hydrographic offices."
SONGS = "A festival of sea songs is to be held in each capital in turn, beginning with Harbourtown."


def read_as(*paragraphs: str) -> Record:
    return read_text("Joint statement on the strait\n\n" + "\n\n".join(paragraphs), any_language=True)


def written(a: Record, b: Record) -> io.BytesIO:
    file = io.BytesIO()
    write_redline(compare(a, b), a, b, file, when="2026-01-02T03:04:05Z")
    return file


def wanted(record: Record) -> list[str]:
    return [" ".join(" ".join(record.text[slice(*s)] for s in p.places).split()) for p in passages_of(record)]


def test_accepting_all_gives_the_second_text_and_rejecting_all_the_first() -> None:
    a = read_as(f"{LIGHTS} {TIDES}", SONGS, "1. The Council met.")
    b = read_as(SONGS, LIGHTS.replace("2024", "2026"), TIDES, "2. The Council met & parted <again>.")
    file = written(a, b)
    assert paragraphs_after(file, accept=True) == wanted(b)
    assert paragraphs_after(file, accept=False) == wanted(a)


def test_every_part_is_well_formed_and_every_change_is_signed_and_numbered_once() -> None:
    file = written(read_as(LIGHTS, TIDES), read_as(TIDES, LIGHTS.replace("will", "intend to"), SONGS))
    with ZipFile(file) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    document = parts["word/document.xml"]
    changes = [e for e in document.iter() if e.tag in (f"{W}ins", f"{W}del")]
    assert changes
    times = {"2026-01-02T03:04:05Z", "2026-01-02T03:06:05Z"}
    assert {e.get(f"{W}author") for e in changes} == {"Secretariat"}
    assert {e.get(f"{W}date") for e in changes} <= times
    numbers = [e.get(f"{W}id") for e in changes]
    assert len(numbers) == len(set(numbers))
    begun = [e.get(f"{W}id") for e in document.iter(f"{W}commentRangeStart")]
    assert begun == [e.get(f"{W}id") for e in document.iter(f"{W}commentReference")]
    comments = ["".join(e.itertext()) for e in parts["word/comments.xml"].iter(f"{W}comment")]
    assert len(comments) == len(begun)
    assert any(c.startswith("Weaker") for c in comments)
    assert any(c.startswith("Moved") for c in comments)


def test_changes_that_meet_over_an_untracked_mark_have_times_apart() -> None:
    file = written(read_as("The Council met", "It closed."), read_as("The Council met twice", "Then it closed."))
    with ZipFile(file) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
    times = [[e.get(f"{W}date") for e in p.iter(f"{W}ins")] for p in document.iter(f"{W}p")]
    told = [own[0] for own in times if own]
    assert len(told) == len(set(told)) == 2


def test_the_same_comparison_gives_the_same_bytes() -> None:
    a, b = read_as(LIGHTS), read_as(TIDES)
    assert written(a, b).getvalue() == written(a, b).getvalue()


def test_what_xml_does_not_allow_is_marked() -> None:
    assert clean("a\x00b\x0bc\ufffe\td") == "a\ufffdb\ufffdc\ufffd\td"
    file = written(read_as("The Ministers met.\x0b\x01 They parted."), read_as("The Ministers met."))
    assert paragraphs_after(file, accept=True)[-1] == "The Ministers met."


PARAGRAPHS = st.lists(
    st.sampled_from(
        [LIGHTS, TIDES, SONGS, f"{LIGHTS} {TIDES}", LIGHTS.replace("will", "shall"), "Energy", "<w:p>&amp;"]
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_any_two_texts(before: list[str], after: list[str]) -> None:
    a, b = read_as(*before), read_as(*after)
    file = written(a, b)
    assert paragraphs_after(file, accept=True) == wanted(b)
    assert paragraphs_after(file, accept=False) == wanted(a)
