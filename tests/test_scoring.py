"""Our own scorer: what agrees, what does not, and that it counts as the shared script does."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from scoring import agrees, closeness, paired, score, table, together

DATE = {"type": "date", "start": 10, "end": 20, "text": "1 May 2020", "edtf": ["2020-05-01"]}
BODY = {"type": "body", "start": 30, "end": 50, "text": "Board of Lighthouses", "status": "existing"}
SAYS = {"trigger": [60, 66], "act": "call", "polarity": "for", "holders": "all", "topics": ["energy", "trade"]}
GOLD: dict[str, Any] = {
    "mentions": [DATE, BODY],
    "statements": [SAYS],
    "stages": [{"mention": 1, "stage": "adopted", "start": 25, "end": 29}],
}


def changed(**parts: Any) -> dict[str, Any]:
    return {**GOLD, **parts}


def test_the_same_scores_full() -> None:
    for kind, s in score(GOLD, GOLD).items():
        assert (s.agreed, s.misses) == (s.gold, []), kind
        assert all(a.right == a.compared for a in s.attributes.values())


def test_half_of_what_both_cover_is_enough() -> None:
    assert closeness((0, 10), (5, 10)) == 0.5
    assert paired([(0, 10)], [(5, 10)], 0.5) == [(0, 0)]
    assert paired([(0, 10)], [(6, 10)], 0.5) == []
    assert closeness((0, 5), (5, 9)) == 0.0


def test_the_closest_pair_goes_first() -> None:
    assert sorted(paired([(0, 10), (2, 10)], [(2, 10), (0, 9)], 0.5)) == [(0, 1), (1, 0)]


def test_nothing_read_scores_nothing() -> None:
    scores = score(GOLD, {"mentions": [], "statements": [], "stages": []})
    assert scores["date"].f1 == 0.0
    assert scores["statement"].misses[0].startswith("statement not read")


def test_stages_follow_their_mentions() -> None:
    other = changed(stages=[{"mention": 0, "stage": "adopted", "start": 25, "end": 29}])
    assert score(GOLD, other)["stage"].agreed == 0


@pytest.mark.parametrize(
    ("name", "gold", "read", "same"),
    [
        ("topics", ["energy", "trade"], ["trade"], True),
        ("topics", ["energy"], ["trade"], False),
        ("edtf", ["2021", "2022"], ["2022", "2021"], True),
        ("place", "Alto Marino", " alto marino", True),
        ("mode", None, "", True),
        ("ordinal", 3, 4, False),
        ("holders", ["XA", "XB"], ["XB", "XA"], True),
        ("holders", "all", ["XA"], False),
    ],
)
def test_attributes(name: str, gold: Any, read: Any, same: bool) -> None:
    assert agrees(name, gold, read) is same


def test_documents_add_up() -> None:
    total = together([score(GOLD, GOLD), score(GOLD, GOLD)])
    assert (total["body"].gold, total["body"].agreed) == (2, 2)
    assert "F1" in table(total)


def test_counts_as_the_shared_script_does(shared: Path, tmp_path: Path, python: str) -> None:
    chance = random.Random(7)
    for path in sorted((shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        read = worsened(gold, chance)
        kept = tmp_path / path.name
        kept.write_text(json.dumps(read), encoding="utf-8")
        script = shared / "gold" / "score.py"
        told = subprocess.run([python, script, path, kept, "--json"], capture_output=True, text=True, check=True)
        theirs = json.loads(told.stdout)
        for kind, s in score(gold, read).items():
            assert (s.gold, s.got) == (theirs[kind]["gold"], theirs[kind]["got"])
            assert s.f1 == pytest.approx(theirs[kind]["f1"])
            shares = {n: a.right / a.compared for n, a in s.attributes.items() if a.compared}
            assert shares == pytest.approx(theirs[kind]["attributes"])


def worsened(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The marks with some moved, some relabelled."""
    mentions = [{**m, "end": m["end"] + chance.choice((0, 0, 3, 30)), "status": "existing"} for m in gold["mentions"]]
    statements = [{**s, "act": chance.choice((s["act"], "call"))} for s in gold["statements"] if chance.random() < 0.8]
    return {"mentions": mentions, "statements": statements, "stages": gold["stages"]}
