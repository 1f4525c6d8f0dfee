"""Whatever the bytes, there is a document or a ``SourceError``: nothing else."""

import io

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from secretariat.model.document import Document
from secretariat.model.errors import SourceError
from secretariat.sources import Limits, source_from_bytes
from secretariat.sources.test_pdf import long_document

SUFFIXES = (".txt", ".html", ".xml", ".md", ".pdf", ".docx", ".rtf", "")
STARTS = (b"", b"<html>", b"<?xml version='1.0'?>", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1 ", b"\xff\xfe", b"---\n")
LIMITS = Limits(max_chars=200_000, max_pages=50)
relaxed = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def read(data: bytes, name: str) -> Document | None:
    try:
        document = source_from_bytes(data, name, LIMITS)
    except SourceError as error:
        fault = str(error)
        document = None
    if document is None:
        assert "\n" not in fault
        return None
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end
    for low, high in document.footnote_marks:
        assert 0 <= low < high <= len(document.text)
    assert document.text.strip()
    assert document == source_from_bytes(data, name, LIMITS)
    return document


@relaxed
@given(start=st.sampled_from(STARTS), data=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
@example(start=b"", data=b"\x1b$B\x00\x00", suffix=".txt")
def test_random_bytes(start: bytes, data: bytes, suffix: str) -> None:
    read(start + data, "odd" + suffix)


MARKUP = st.text(alphabet="<>/=&;!-[]()#*_`^:|\\\"' \nabp1{}\u00a0\u200b\ud7ff\ue000ä", max_size=300)


@relaxed
@given(text=MARKUP, suffix=st.sampled_from(SUFFIXES))
def test_random_markup(text: str, suffix: str) -> None:
    read(text.encode(), "odd" + suffix)


def sound() -> dict[str, bytes]:
    made = docx.Document()
    made.add_heading("Trade", 1)
    made.add_paragraph("The sides met.", style="List Number")
    target = io.BytesIO()
    made.save(target)
    return {
        "a.pdf": long_document().bytes(),
        "a.docx": target.getvalue(),
        "a.rtf": rb"{\rtf1\ansi{\fonttbl\f0 Arial;}{\*\x y}\f0 The sides met.\par\u8212? {\b They} agreed.\par}",
        "a.html": b"<!doctype html><html><body><h1>Trade</h1><ol><li>One</ol><table><tr><td>x</table></body></html>",
        "a.xml": b"<?xml version='1.0' encoding='utf-8'?><a n='1'><num>1</num><p>The <b>sides</b> met.</p></a>",
        "a.md": b"# Trade\n\n* The [sides](x) met.[^1]\n\n| a | b |\n\n[^1]: Note.\n",
        "a.txt": "The sides met in São Paulo.".encode("cp1252"),
    }


SOUND = sound()


@pytest.mark.parametrize("name", sorted(SOUND))
def test_the_sound_file_is_read(name: str) -> None:
    assert read(SOUND[name], name) is not None


@relaxed
@given(
    name=st.sampled_from(sorted(SOUND)),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=6), st.integers(0, 40)), max_size=6),
    cut=st.floats(0.05, 1),
)
def test_damaged_files(name: str, changes: list[tuple[float, bytes, int]], cut: float) -> None:
    data = SOUND[name]
    for place, new, gone in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + gone :]
    read(data[: int(cut * len(data))], name)
