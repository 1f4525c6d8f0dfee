from typing import Any

from secretariat.comparing import whatsnew

Row = dict[str, Any]
LIGHTS = "The Ministers will repair the lighthouses of the northern strait together"
TIDES = "The Council will publish the tables of tides every month"
HERRING = "The Ministers will count the herring in every bay"


def said(quote: str, act: str, **more: Any) -> Row:
    row = {
        "document": "d",
        "name": "d.txt",
        "paragraph": "para_1",
        "start": 5,
        "end": 9,
        "verb": "v",
        "lacks": [],
        "holders": "all",
    }
    return {**row, "quote": quote, "act": act, **more}


def test_a_promise_that_the_earlier_document_made_is_not_new() -> None:
    own = [said(LIGHTS, "commitment"), said(HERRING, "commitment", lacks=["when", "measure"]), said(TIDES, "decision")]
    before = [said(LIGHTS.replace("will", "are resolved to"), "commitment")]
    new, repeated = whatsnew.commitments(own, before)
    assert [(i.quote, i.note) for i in new] == [(HERRING, "does not say when, measure")]
    assert repeated == 1
    assert [i.quote for i in whatsnew.decisions(own)] == [TIDES]


def test_stages_that_moved() -> None:
    def step(document: str, stage: str, told: str | None) -> Row:
        return {"document": document, "source": document, "name": "Port Fund", "stage": stage, "told": told, "start": 3,
                "end": 4, "quote": "q", "paragraph": "para_2"}  # fmt: skip

    lives = {
        "body/fund": [step("old", "proposed", "2020-01-01"), step("new", "adopted", "2021-05-05")],
        "body/same": [step("old", "adopted", "2020-01-01"), step("new", "adopted", "2021-05-05")],
        "body/later": [step("new", "adopted", "2021-05-05"), step("newer", "operating", "2022-01-01")],
    }
    found = whatsnew.stages(lives, "new", "2021-05-05")
    assert [(i.entity, i.what, i.note) for i in found] == [("body/fund", "Port Fund: now adopted", "proposed in old")]


def test_what_is_dropped_in_silence() -> None:
    before = [said(LIGHTS, "commitment"), said(TIDES, "decision", start=2), said(HERRING, "appraisal")]
    things = [
        {
            **said("the fund is being prepared", ""),
            "entity": "body/fund",
            "label": "Port Fund",
            "stage": "preparing",
            "start": 1,
        },
        {**said("the bank is being prepared", ""), "entity": "body/bank", "label": "Port Bank", "stage": "preparing"},
        {**said("the plan was adopted", ""), "entity": "instrument/plan", "label": "Plan", "stage": "adopted"},
    ]
    found = whatsnew.dropped(before, [said(LIGHTS, "position")], things, frozenset({"body/bank"}))
    assert [i.what for i in found] == ["Port Fund: preparing", "decision"]


def test_who_is_missing() -> None:
    rows = [
        said(LIGHTS, "call", holders=["XA"]),
        said(TIDES, "call", holders=["XA", "XB"]),
        said(HERRING, "call", holders="all"),
    ]
    found = list(whatsnew.missing(rows, ["XA", "XB"], ["XA", "XC"]))
    assert [i.what for i in found] == ["not here, but in the earlier document: XC", "without XB"]
