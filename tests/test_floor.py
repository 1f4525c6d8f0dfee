"""The naive floor finds what is plain to see, and stays naive."""

import json

import scoring
import texts
from floor import Floor

from secretariat.lexicon.load import load_lexicon

FLOOR = Floor(load_lexicon())


def found(text: str, kind: str) -> list[str]:
    return [text[m["start"] : m["end"]] for m in FLOOR.read(text)["mentions"] if m["type"] == kind]


def test_plain_marks() -> None:
    text = "On 3 May 2019 Mr. Aldo Brand welcomed the Convention on Safe Harbours of the Harbour Council. In 2020 it rained."
    assert found(text, "date") == ["3 May 2019", "2020"]
    assert found(text, "person") == ["Aldo Brand "]
    assert found(text, "instrument") == ["Convention on Safe Harbours of the Harbour Council"]
    (statement,) = FLOOR.read(text)["statements"]
    assert text[slice(*statement["trigger"])] == "welcomed"
    assert statement["act"] == "appraisal"


def test_no_kind_word_no_name() -> None:
    assert found("The Green Door Players sang in Lima.", "body") == []


def test_the_reader_is_far_above_it() -> None:
    import secretariat

    for group, text, marks in texts.gold_pairs():
        if group != "examples":
            continue
        gold = json.loads(marks.read_text(encoding="utf-8"))
        record = secretariat.read(text, lexicon=texts.lexicon_folders())
        own = scoring.score(gold, json.loads(record.to_json()))
        naive = scoring.score(gold, FLOOR.read(record.text))
        for kind in ("date", "event", "instrument", "body", "statement"):
            assert own[kind].f1 > naive[kind].f1 + 0.1, kind
