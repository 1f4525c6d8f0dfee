import pytest

from secretariat.cli.only import KINDS, MENTIONS, PARTS, kinds_from, narrow
from secretariat.model.document import Source
from secretariat.model.mentions import Body, Date
from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Facts, Reader, Record, record_from_json
from secretariat.model.statements import Finding, Stage, Statement

TEXT = "On 2 May 2020 they set up the Weir Council."
RECORD = Record(
    document=Facts(id="sha256:0", source=Source("weir.txt", "text/plain", len(TEXT))),
    text=TEXT,
    paragraphs=(Paragraph("para_1", "narrative", None, 0, len(TEXT), None),),
    mentions=(Date(start=3, end=13, text=TEXT[3:13], edtf=("2020-05-02",)), Body(start=30, end=42, text=TEXT[30:42])),
    statements=(Statement(start=14, end=42, trigger=(19, 25), verb="set up", act="decision", about=(0, 1)),),
    stages=(Stage(mention=1, stage="adopted", start=19, end=25, text="set up"),),
    findings=(Finding(code="x", message="a doubt", start=0, end=2),),
    reader=Reader("0", "0"),
)


def test_words_for_kinds() -> None:
    assert kinds_from("persons,Events, meeting") == {"person", "event"}
    assert kinds_from("bodies,body,stage") == {"body", "stages"}
    assert kinds_from("mentions") == set(MENTIONS)
    assert all(kinds_from(kind) for kind in KINDS)
    with pytest.raises(ValueError, match="choose from dates"):
        kinds_from("colours")


def test_nothing_asked_leaves_all() -> None:
    assert narrow(RECORD, frozenset()) is RECORD
    assert narrow(RECORD, frozenset({*MENTIONS, *PARTS})) == RECORD


def test_statements_keep_what_is_shown_of_what_they_are_about() -> None:
    both = narrow(RECORD, kinds_from("statements,bodies"))
    assert [m.text for m in both.mentions] == ["Weir Council"]
    assert both.statements[0].about == (0,)
    assert narrow(RECORD, kinds_from("statements")).statements[0].about == ()


def test_a_stage_keeps_its_mention() -> None:
    stages = narrow(RECORD, kinds_from("stages"))
    assert stages.mentions[stages.stages[0].mention].text == "Weir Council"
    assert stages.paragraphs == stages.findings == stages.statements == ()
    assert record_from_json(stages.to_json()) == stages
