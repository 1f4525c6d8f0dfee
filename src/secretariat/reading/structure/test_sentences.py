import pytest

from secretariat.reading.test_prepare import read


def sentences(text: str) -> list[str]:
    draft = read(text)
    return [draft.flow.text[s.start : s.end] for s in draft.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Berg met H.E. A. Lund on 5 Jan. 2020. They agreed on a plan.", 2),
        ("The U.S. Coast Guard helped. The sides thanked it.", 2),
        ("They cited art. 5 and No. 7 of the list, e.g. Boats and nets were named.", 1),
        ("The fund holds 3.5 million crowns. It grew by 2.1 per cent.", 2),
        ("The minister said: “The sea is calm.” The others agreed.", 2),
        ("The talks dealt with trade; fishing; and tourism, among others.", 1),
        ("Was it enough? The chair said so!", 2),
        ("They met in Washington, D.C. The talks were short.", 2),
        ("Joseph R. Example, Jr. spoke for the guests.", 1),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_number_of_a_paragraph_is_outside() -> None:
    text = "The sides said:\n\n1. The first thing is done.\n\n(a) the second waits;\n\n3.1. The third is new."
    assert sentences(text)[1:] == ["The first thing is done.", "the second waits;", "The third is new."]
