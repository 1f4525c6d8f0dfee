"""The commands on a register: what they print, and what they say where they cannot."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import texts
from example_records import LEXICON
from typer.testing import CliRunner, Result

from secretariat.cli.main import app

Run = Callable[..., Result]


def runner(register: Path) -> Run:
    def run(*words: str, stdin: str | None = None, status: int = 0) -> Result:
        result = CliRunner().invoke(
            app, list(words), input=stdin, env={"SECRETARIAT_REGISTER": str(register), "SECRETARIAT_WHO": "tester"}
        )
        assert result.exit_code == status, result.output
        return result

    return run


def words_of_examples() -> list[str]:
    return [word for folder in LEXICON for word in ("--lexicon", str(folder))]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    made = runner(tmp_path / "register.db")
    files = [str(p) for p in texts.example_documents()[:6]]
    made("add", "-j", "1", "-q", *words_of_examples(), *files)
    return made


@pytest.fixture(scope="module")
def sco(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Both documents of the SCO in one register."""
    made = runner(tmp_path_factory.mktemp("sco") / "register.db")
    made("add", "-j", "1", "-q", str(shared / "corpus" / "sco"))
    return made


def rows(result: Result) -> list[dict[str, object]]:
    return json.loads(result.stdout)


def test_adding_tells_what_became_of_each_file(tmp_path: Path) -> None:
    made = runner(tmp_path / "register.db")
    (tmp_path / "empty.txt").write_text("")
    good = str(texts.example_documents()[0])
    result = made("add", "-j", "1", *words_of_examples(), good, str(tmp_path / "empty.txt"), status=1)
    assert "empty.txt: is empty" in result.stderr
    assert "1 added, 1 could not be read" in result.stderr
    assert "1 there already" in made("add", "-j", "1", *words_of_examples(), good).stderr


def test_tables_json_and_csv_say_the_same(run: Run) -> None:
    listed = rows(run("statements", "--act", "commitment", "--json"))
    assert listed
    table = list(csv.DictReader(io.StringIO(run("statements", "--act", "commitment", "--csv").stdout)))
    assert [r["quote"] for r in table] == [r["quote"] for r in listed]
    shown = run("statements", "--act", "commitment", "-n", "2")
    assert f"2 of {len(listed)}" in shown.stderr
    assert str(listed[0]["mark"]) in shown.stdout


def test_entities_list_mentions_and_stages(run: Run) -> None:
    for entity in rows(run("entities", "--type", "instrument", "--json")):
        assert set(entity) >= {"id", "type", "name", "mentions", "stages", "validity", "current_stage"}
        for mention in entity["mentions"]:  # type: ignore[attr-defined]
            assert set(mention) == {"document", "start", "end"}
            assert os.sep not in mention["document"]


def test_every_question_answers(run: Run) -> None:
    assert len(rows(run("documents", "--json"))) == 6
    assert rows(run("search", '"member states"', "--json"))
    assert "Member States" in run("search", '"member states"', "-n", "2").stdout
    assert rows(run("due", "--from", "2010-01-01", "--within", "30y", "--json"))
    assert {r["says"] for r in rows(run("who", "member states", "--json"))} <= {"for", "against", "absent"}
    assert {r["state"] for r in rows(run("members", "sco", "--at", "2018", "--json"))} >= {"IN", "PK"}
    assert "chair" in {r["capacity"] for r in rows(run("attendance", "--json"))}
    assert run("show", "MBCO Charter").stdout.startswith("MBCO Charter")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "no such thing at all"), "nothing is called"),
        (("statements", "--since", "yesterday"), "is no date"),
        (("statements", "--act", "shout"), "there is no act 'shout'"),
        (("entities", "--type", "thing"), "there is no type 'thing'"),
        (("entities", "--stage", "dreamt"), "there is no stage 'dreamt'"),
        (("due", "--within", "soon"), "is no length of time"),
        (("documents", "--about", "zzz"), "nothing is called"),
        (("search", "--", "-"), "no word to look for"),
        (("decide", "act", "nonsense", "call"), "is no mark"),
        (("members", "nobody"), "no profile"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words, status=1)
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_asking_a_register_that_is_not_there(tmp_path: Path) -> None:
    result = runner(tmp_path / "none.db")("documents", status=1)
    assert "there is no such register" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_deciding_listing_and_undoing(run: Run, tmp_path: Path) -> None:
    mark = str(rows(run("statements", "--act", "position", "--json"))[0]["mark"])
    assert "decision 1" in run("decide", "act", mark, "call", "--why", "it asks").stderr
    assert mark in {r["mark"] for r in rows(run("statements", "--act", "call", "--json"))}
    run("decide", "undo", "1")
    listed = rows(run("decisions", "list", "--json"))
    assert [(r["verdict"], r["stands"], r["who"]) for r in listed] == [
        ("act", "no", "tester"),
        ("undo", "yes", "tester"),
    ]
    run("decisions", "export", "-o", str(tmp_path / "decisions.jsonl"))
    other = runner(tmp_path / "other.db")
    assert "2 new of 2" in other("decisions", "import", str(tmp_path / "decisions.jsonl")).stderr
    run("decide", "act", mark, "shout", status=1)
    run("decide", "same", "one thing alone", status=2)


def test_moving_a_register(run: Run, tmp_path: Path) -> None:
    run("decide", "name", "MBCO Charter", "The Charter")
    run("register", "export", "-o", str(tmp_path / "one.jsonl"))
    other = runner(tmp_path / "other.db")
    assert "6 documents and 1 decisions" in other("register", "import", str(tmp_path / "one.jsonl")).stderr
    other("register", "export", "-o", str(tmp_path / "two.jsonl"))
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    (tmp_path / "bad.jsonl").write_text('{"format":"secretariat-register/1"}\nnonsense\n')
    assert "bad.jsonl:2" in other("register", "import", str(tmp_path / "bad.jsonl"), status=1).stderr


def test_reviewing_decides_with_one_key(tmp_path: Path) -> None:
    (tmp_path / "pair.txt").write_text(
        "Joint Statement\n\nThe Ministers welcomed the adoption of the Programme on Port Safety and Salvage.\n\n"
        "They will implement the Programme on Port Safety in all ports of the two countries.\n"
    )
    run = runner(tmp_path / "register.db")
    run("add", "-q", "-j", "1", str(tmp_path / "pair.txt"))
    before = {r["id"] for r in rows(run("entities", "--type", "instrument", "--text", "port safety", "--json"))}
    assert len(before) == 2
    assert "1 decided, 0 left" in run("review", stdin="x\ns\n").stderr
    (joined,) = rows(run("entities", "--type", "instrument", "--text", "port safety", "--json"))
    assert joined["uses"] == 2
    assert "nothing waits" in run("review").stderr
    run("decide", "undo", "1")
    assert "0 decided, 1 left" in run("review", stdin="q\n").stderr
    run("review", stdin="d\n")
    assert "nothing waits" in run("review").stderr
    assert {r["id"] for r in rows(run("entities", "--type", "instrument", "--text", "port safety", "--json"))} == before


def test_reading_again_shows_gains_and_losses_first(run: Run) -> None:
    assert "was read by this version" in run("reread", "-j", "1", *words_of_examples()).stderr
    again = run("reread", "--all", "-y", "-j", "1", *words_of_examples())
    assert "0 of 6 documents would read otherwise" in again.stderr
    other_words = run("reread", "-j", "1", stdin="n\n")
    assert "lost" in other_words.stdout
    assert "nothing was changed" in other_words.stderr


def test_what_both_documents_say_of_the_development_bank(sco: Run) -> None:
    (bank,) = rows(sco("show", "SCO Development Bank", "--json"))
    assert [s["source"] for s in bank["steps"]] == ["sco-2021-declaration.txt", "sco-2021-communique.txt"]  # type: ignore[attr-defined]
    assert bank["current_stage"] == "preparing"
    (strategy,) = rows(sco("show", "instrument/sco-strategy-2025", "--json"))
    assert strategy["documents"] == 2
    assert strategy["validity"] == "../2025"
    assert ("implements", "instrument/sco-strategy-2025") in {
        (r["relation"], r["object"])
        for r in strategy["relations"]  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("words", ["industry ministers", "energy ministers"])
def test_what_both_documents_say_of_ministers(sco: Run, words: str) -> None:
    (told,) = rows(sco("show", words, "--json"))
    places = [*told.get("places", []), *told["passages"]]  # type: ignore[misc,attr-defined]
    assert {p["source"] for p in places} == {"sco-2021-declaration.txt", "sco-2021-communique.txt"}


def test_the_pool_of_technology_parks(sco: Run) -> None:
    (told,) = rows(sco("show", "pool of technology parks", "--json"))
    assert told["current_stage"] == "adopted"


def test_what_expires(sco: Run) -> None:
    due = rows(sco("due", "--from", "2022-01-01", "--within", "5y", "--json"))
    expiring = {str(r["quote"]) for r in due if r["what"] == "expires"}
    for words in (
        "SCO Development Strategy until 2025",
        "for 2022-2024",
        "Tourism for 2021",
        "2022-2023 Cooperation Plan",
    ):
        assert any(words in quote for quote in expiring), words


def test_who_supports_the_belt_and_road(sco: Run) -> None:
    said = rows(sco("who", "Belt and Road Initiative", "--json"))
    assert {r["state"] for r in said if r["says"] == "for"} == {"KZ", "KG", "PK", "RU", "TJ", "UZ"}
    assert {r["state"] for r in said if r["says"] == "absent"} == {"CN", "IN"}
