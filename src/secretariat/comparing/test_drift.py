from typing import Any

from secretariat.comparing.drift import drift_of, move_between, moved_between

Row = dict[str, Any]


def said(document: str, verb: str, act: str, force: int, start: int = 0, polarity: str = "for") -> Row:
    return {
        "document": document, "organisation": "compact", "paragraph": "para_1", "verb": verb, "act": act, "force": force,
        "polarity": polarity, "holders": "all", "start": start, "end": start + 9, "quote": f"they {verb} it",
    }  # fmt: skip


def named(document: str, date: str | None) -> Row:
    return {"document": document, "source": f"{document}.txt", "date": date}


def stage(document: str, stage: str, start: int = 0) -> Row:
    return {"document": document, "stage": stage, "start": start}


def test_documents_stand_in_order_of_time_and_the_strongest_word_counts() -> None:
    drift = drift_of(
        "body/bank",
        "Bank",
        [named("c", "2023-05"), named("a", "2021-03-01"), named("b", "2022"), named("x", None)],
        [
            said("a", "note", "position", 1),
            said("b", "welcome", "appraisal", 2, 40),
            said("b", "decide", "decision", 5, 10),
            said("c", "will", "commitment", 4),
        ],
        [stage("a", "preparing"), stage("b", "adopted", 9), stage("b", "decided", 3)],
    )
    assert [d.document for d in drift.documents] == ["a", "b", "c", "x"]
    assert [d.move for d in drift.documents] == ["first", "stronger", "weaker", "silent"]
    assert [d.strongest.verb if d.strongest else None for d in drift.documents] == ["note", "decide", "will", None]
    assert [s.verb for s in drift.documents[1].said] == ["decide", "welcome"]
    assert [(d.stage, d.stage_moved) for d in drift.documents] == [
        ("preparing", False),
        ("adopted", True),
        (None, False),
        (None, False),
    ]


def test_moves() -> None:
    (a,) = drift_of("x", "x", [named("a", None)], [said("a", "support", "call", 2)], []).documents
    (b,) = drift_of(
        "x", "x", [named("b", None)], [said("b", "reject", "position", 4, polarity="against")], []
    ).documents
    (c,) = drift_of("x", "x", [named("c", None)], [said("c", "judge", "appraisal", 2)], []).documents
    assert move_between(a.strongest, b.strongest) == "against"
    assert move_between(b.strongest, a.strongest) == "for"
    assert move_between(a.strongest, c.strongest) == "verb"
    assert move_between(a.strongest, a.strongest) == "same"
    assert move_between(None, a.strongest) == "first"
    assert move_between(a.strongest, None) == "silent"


def test_between_two_documents_only_what_moved_is_listed_the_greatest_moves_first() -> None:
    def thing(name: str, one: int, other: int, *stages: Row) -> Any:
        rows = [said("a", f"v{one}", "position", one), said("b", f"v{other}", "position", other)]
        return drift_of(name, name, [named("a", "2021"), named("b", "2022")], rows, stages)

    only_a = drift_of("only", "only", [named("a", "2021")], [said("a", "note", "position", 1)], [])
    drifts = [
        thing("small", 1, 2),
        thing("great", 5, 1),
        thing("still", 3, 3),
        thing("grown", 2, 2, stage("a", "proposed"), stage("b", "adopted")),
        only_a,
    ]
    moved, still = moved_between(drifts, "a", "b")
    assert [(m.thing, m.move) for m in moved] == [("great", "weaker"), ("grown", "same"), ("small", "stronger")]
    assert moved[1].stages == ("proposed", "adopted")
    assert still == 1
