from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Block, Document, Source
from secretariat.model.errors import LanguageError
from secretariat.profiles.load import load_profiles
from secretariat.reading.draft import Draft
from secretariat.reading.prepare import prepare

SHARED = Path(__file__).resolve().parents[4] / "shared"


def document(text: str, blocks: tuple[Block, ...] = ()) -> Document:
    return Document(id="sha256:0", source=Source("note.txt", "text/plain", len(text)), text=text, blocks=blocks)


def read(text: str, any_language: bool = True) -> Draft:
    return prepare(document(text), load_lexicon(), load_profiles(), any_language)


def check(draft: Draft) -> None:
    text = draft.document.text
    place = 0
    for paragraph in draft.paragraphs:
        assert paragraph.start == place < paragraph.end
        place = paragraph.end
    assert place == len(text)
    ids = [p.id for p in draft.paragraphs]
    assert len(set(ids)) == len(ids)
    assert all(p.within is None or p.within in ids for p in draft.paragraphs)
    seen = set()
    for sentence in draft.sentences:
        unit = draft.flow.units[sentence.unit]
        assert unit.start <= sentence.start < sentence.end <= unit.end
        start, end = draft.flow.span(sentence.start, sentence.end)
        assert 0 <= start < len(text)
        assert 0 < end <= len(text)
        seen.add(sentence.unit)
    assert seen == set(range(len(draft.flow.units)))
    for start, end in draft.facts.header.values():
        assert 0 <= start < end <= len(draft.flow.text)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_string_is_read(text: str) -> None:
    check(read(text))


PIECES = st.sampled_from(
    ["1. ", "(a) ", "Article 4\n", "\n", "\n\n", " \n", "\f", "2/5\n", "A/ABC/12/3\n", "____________\n",
     "1 See above.\n",
     "Recalling its call,", "The Council,\n",
     "decides;", "The Parties shall meet. ", "[Title] ", "[Date] ", "4 May 2020", "## ",
     "HEAD\n", "Done at Lima", "[^1]", "[^1]: ", "text 1 and"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_sequence_of_marks_is_read(pieces: list[str]) -> None:
    check(read("".join(pieces)))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.integers(0, 9),
            st.sampled_from(["title", "heading", "text", "item", "furniture", "footnote"]),
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_any_blocks_are_read(steps: list[tuple[int, int, str]]) -> None:
    text = "The sides agreed. " * 30
    blocks, place = [], 0
    for gap, size, kind in steps:
        start = min(len(text), place + gap)
        place = min(len(text), start + size)
        blocks.append(Block(start, place, kind))  # type: ignore[arg-type]
    check(prepare(document(text, tuple(blocks)), load_lexicon(), load_profiles(), True))


def test_another_language_is_refused_with_a_remedy() -> None:
    text = "Стороны договорились развивать сотрудничество в области транспорта и энергетики. " * 5
    with pytest.raises(LanguageError, match=r"looks like Russian.*--any-language"):
        read(text, any_language=False)
    draft = read(text)
    assert [f.code for f in draft.findings] == ["no-lexicon"]
    check(draft)


def test_an_english_text_with_a_long_foreign_annex_is_read() -> None:
    english = "The Parties agree that the funds of the Committee are to be used for the works in this annex. " * 40
    french = "Les Parties conviennent que les fonds du Comité sont utilisés pour les travaux de cette annexe. " * 80
    assert read(english + "\n\n" + french, any_language=False).facts.language == "en"


@pytest.mark.parametrize("name", ["unga-2025-sco", "c5-2023-statement", "sco-2021-declaration"])
def test_marks_of_the_gold_lie_in_one_sentence(name: str) -> None:
    import json

    path = SHARED / "gold" / f"{name}.gold.json"
    if not path.exists():
        pytest.skip("the gold records are not beside this repository")
    gold = json.loads(path.read_text(encoding="utf-8"))
    draft = read(gold["text"], any_language=False)
    check(draft)
    places = {}
    for index, char in enumerate(draft.flow.text):
        if char != "\n":
            places.setdefault(draft.flow.offset(index), index)
    for mark in [*gold["mentions"], *gold["statements"]]:
        sentence = draft.sentence_at(places[mark["start"]])
        assert sentence is not None
        assert places[mark["end"] - 1] < sentence.end


def test_long_texts_of_odd_shape_are_read_in_linear_time() -> None:
    for text in ("a" * 200_000, "\n" * 50_000, "[" * 10_000 + "]" * 10_000, "of the\n" * 20_000, "1.\n" * 10_000):
        check(read(text))
