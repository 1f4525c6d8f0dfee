"""The commands that compare: on files, on a register of the examples, and on the two documents of 2021 that the work began with."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import texts
from tracked import paragraphs_after
from typer.testing import CliRunner, Result

from secretariat.cli.main import app

Run = Callable[..., Result]
HEAD = "Joint Statement of the Council of the Straits Compact\n\nHarbourtown, 3 March {year}\n\n"
LIGHTS = "The Ministers will repair the lighthouses of the northern strait together by 2024."
TIDES = "Data on the tides are exchanged every month between the two hydrographic offices."
SCO = texts.SHARED / "corpus" / "sco"
SCO_NAMES = ("sco-2021-declaration.txt", "sco-2021-communique.txt")
needs_sco = pytest.mark.skipif(
    not all((SCO / name).exists() for name in SCO_NAMES),
    reason="the shared folder with the two SCO documents is not there",
)


def runner(register: Path) -> Run:
    def run(*words: str, status: int = 0) -> Result:
        result = CliRunner().invoke(app, list(words), env={"SECRETARIAT_REGISTER": str(register)})
        assert result.exit_code == status, result.output
        return result

    return run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(HEAD.format(year=2021) + f"{LIGHTS}\n\n{TIDES}\n", encoding="utf-8")
    other.write_text(
        HEAD.format(year=2022) + LIGHTS.replace("will", "intend to") + "\n<script>alert(1)</script>\n", encoding="utf-8"
    )
    return str(one), str(other)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return runner(tmp_path / "register.db")


def test_compare_as_json_keeps_the_form_that_is_promised(run: Run, pair: tuple[str, str]) -> None:
    told = json.loads(run("compare", *pair, "--json").output)
    assert {"pairs", "summary"} <= told.keys()
    texts_of = [Path(file).read_text(encoding="utf-8") for file in pair]
    for p in told["pairs"]:
        assert {"a", "b", "kind", "similarity", "changes"} <= p.keys()
        assert p["kind"] in ("same", "edited", "moved", "split", "merged", "new", "dropped")
        for side, text in zip(("a", "b"), texts_of, strict=True):
            assert all(text[start:end].strip() == text[start:end] != "" for start, end in p[side])
    weaker = [c for p in told["pairs"] for c in p["changes"] if c["kind"] == "weaker"]
    assert [(c["was"], c["now"]) for c in weaker] == [("will repair", "intend to")]


def test_compare_at_the_terminal(run: Run, pair: tuple[str, str]) -> None:
    output = run("compare", *pair).output
    assert "[-will-] {+intend to+}" in output
    assert "weaker (4 → 3 of 5)" in output
    assert "1 paragraph unchanged" in output
    assert f"[-{TIDES}-]" in output


def test_compare_writes_a_page_without_script_or_outside_address(
    run: Run, pair: tuple[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    run("compare", *pair, "--html", str(page))
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "http:" not in html
    assert "https:" not in html
    assert "<del>will</del>" in html
    assert "default-src 'none'" in html


def test_compare_writes_a_word_file(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    run("compare", *pair, "--word", str(file), "--author", "A. Drafter")
    accepted = paragraphs_after(BytesIO(file.read_bytes()), accept=True)
    assert LIGHTS.replace("will", "intend to") in " ".join(accepted)
    assert TIDES in paragraphs_after(BytesIO(file.read_bytes()), accept=False)


def test_a_file_that_cannot_be_written_leaves_nothing(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "none" / "page.html"
    assert "cannot be written" in run("compare", *pair, "--html", str(target), status=1).stderr
    assert not target.parent.exists()


def test_what_cannot_be_compared_says_why(run: Run, pair: tuple[str, str]) -> None:
    assert "no such file" in run("compare", pair[0], "nothing.txt", status=1).stderr
    assert "two documents or more" in run("chain", pair[0], status=2).output
    assert "name a thing" in run("drift", status=2).output


def test_chain(run: Run, pair: tuple[str, str]) -> None:
    output = run("chain", *pair).output
    assert "weaker “will repair” → “intend to”" in output
    told = json.loads(run("chain", *pair, "--json").output)
    assert [d["date"] for d in told["documents"]] == ["2021-03-03", "2022-03-03"]


def test_documents_of_a_register_by_name(run: Run, pair: tuple[str, str]) -> None:
    run("add", "-q", "-j", "1", *pair)
    assert json.loads(run("compare", "one.txt", "other.txt", "--json").output) == json.loads(
        run("compare", *pair, "--json").output
    )


def test_agreed_and_phrase(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    run("add", "-q", "-j", "1", *pair)
    found = json.loads(run("agreed", LIGHTS.replace("repair", "mend"), "--json").output)
    assert {"document", "paragraph", "start", "end", "score", "date"} <= found[0].keys()
    assert found[0]["date"] == "2021-03-03"
    assert "[-repair-] {+mend+}" in run("agreed", LIGHTS.replace("repair", "mend")).output
    draft = tmp_path / "draft.txt"
    draft.write_text(
        HEAD.format(year=2024) + f"{TIDES}\n\nCats sleep on warm piers for most of every day.\n", encoding="utf-8"
    )
    output = run("agreed", str(draft)).output
    assert f"agreed language: {TIDES}" in output
    assert "new: Cats sleep" in output
    assert "“every month”" in run("phrase", "every month").output
    assert "not used" in run("phrase", "every fortnight of ours").output
    assert run("phrase", "every month", "--csv").output.splitlines()[1] == "2021,,every month,1,1"
    plot = tmp_path / "plot.svg"
    run("phrase", "every month", "--plot", str(plot))
    assert plot.read_text(encoding="utf-8").startswith("<svg")
    assert "is no kind of plot" in run("phrase", "every month", "--plot", "plot.xls", status=1).stderr


def test_drift_and_whatsnew_of_the_examples(tmp_path: Path) -> None:
    run = runner(tmp_path / "examples.db")
    folder = texts.EXAMPLES / "lexicon"
    files = [str(p) for p in texts.example_documents() if p.name.startswith("mbco")]
    run("add", "-q", "-j", "1", "--lexicon", str(folder), *files)
    told = json.loads(run("drift", "development bank", "--json").output)
    dates = [d["date"] for d in told["documents"] if d["date"]]
    assert dates == sorted(dates)
    assert len(dates) > 2
    assert told["documents"][0]["move"] == "first"
    moved = json.loads(
        run("drift", "--between", "mbco-2022-declaration.txt", "mbco-2023-communique.txt", "--json").output
    )
    assert moved["moved"]
    news = json.loads(run("whatsnew", "mbco-2023-communique.txt", "--json").output)
    assert news["since"]["date"] < news["document"]["date"]
    assert news["sections"]["decisions"]
    first = run("whatsnew", "mbco-2016-declaration.txt").output
    assert "no earlier document of this organisation" in first
    page = tmp_path / "page.html"
    run("whatsnew", "mbco-2023-communique.txt", "--html", str(page))
    assert "Dropped in silence" in page.read_text(encoding="utf-8")
    plot = tmp_path / "plot.svg"
    run("drift", "development bank", "--plot", str(plot))
    assert plot.read_text(encoding="utf-8").startswith("<svg")


@pytest.fixture(scope="module")
def sco(tmp_path_factory: pytest.TempPathFactory) -> Run:
    made = runner(tmp_path_factory.mktemp("sco") / "register.db")
    made("add", "-q", "-j", "1", *(str(SCO / name) for name in SCO_NAMES))
    return made


@needs_sco
@pytest.mark.parametrize(
    ("wanted", "before", "now", "move"),
    [
        ("Industry Ministers", ("decision", "decided"), ("appraisal", "adopted"), "weaker"),
        ("energy ministers", ("decision", "decided"), ("appraisal", None), "weaker"),
        ("body/sco-development-bank", ("commitment", "preparing"), ("call", "preparing"), "weaker"),
        ("national currencies", ("commitment", None), ("call", "preparing"), "weaker"),
    ],
)
def test_what_moved_between_september_and_november(
    sco: Run, wanted: str, before: tuple[str, str | None], now: tuple[str, str | None], move: str
) -> None:
    told = json.loads(sco("drift", wanted, "--json").output)["documents"]
    assert [d["name"] for d in told] == list(SCO_NAMES)
    assert [(d["strongest"]["act"], d["stage"]) for d in told] == [before, now]
    assert told[1]["move"] == move
    for d in told:
        text = (SCO / d["name"]).read_text(encoding="utf-8")
        for said in d["said"]:
            assert " ".join(text[said["start"] : said["end"]].split()) == said["quote"]


@needs_sco
def test_the_concept_of_technology_parks_is_new_in_november_and_adopted(sco: Run) -> None:
    (only,) = json.loads(sco("drift", "pool of technology parks", "--json").output)["documents"]
    assert (only["name"], only["stage"], only["move"]) == (SCO_NAMES[1], "adopted", "first")


@needs_sco
def test_compare_tells_how_the_bank_was_spoken_of(sco: Run) -> None:
    told = json.loads(sco("compare", *SCO_NAMES, "--json").output)
    verbs = [(c["was"], c["now"]) for p in told["pairs"] for c in p["changes"] if c["kind"] == "weaker"]
    assert ("will continue to", "spoke in favour of") in verbs
    conditions = [c["now"] for p in told["pairs"] for c in p["changes"] if c["kind"] == "condition-came"]
    assert "interested member states" in conditions
