"""Every mark can be asked for its reason, and what was refused beside it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import texts

import secretariat
from secretariat.cli.explain import find_quote
from secretariat.lexicon.load import load_lexicon
from secretariat.model.record import Record
from secretariat.profiles.load import load_profiles
from secretariat.reading.explain import Explainer, Explanation
from secretariat.reading.reasons import Reasons
from secretariat.sources import source_from_text

TEXT = """Joint Statement of the Harbour Ministers

The Ministers of Kenya and Ghana met in Accra on 3 May 2021.

The Ministers welcomed the United Nations Convention on the Law of the Sea and reaffirmed their commitment to open a school.
They adopted resolution 59/48 in support of the ports. The Committee sent over 2000 books.
"""


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return Explainer(source_from_text(TEXT, "own.txt"))


def at(explainer: Explainer, words: str) -> Explanation:
    start = explainer.record.text.index(words)
    return explainer.explain(start, start + len(words))


def test_a_known_name_is_led_back_to_its_entry(explainer: Explainer) -> None:
    marks = {m.what: m for m in at(explainer, "Convention on the Law of the Sea").marks}
    reason = marks["instrument"].reason
    assert reason.file is not None
    assert reason.file.endswith("instruments.yaml")
    assert reason.line is not None
    line = (Path(__file__).resolve().parent.parent / "src" / reason.file).read_text(encoding="utf-8").splitlines()
    assert reason.entry is not None
    assert reason.entry in line[reason.line - 1]


def test_a_rule_of_grammar_is_told_in_words(explainer: Explainer) -> None:
    marks = {m.what: m for m in at(explainer, "3 May 2021").marks}
    assert marks["date"].reason.rule == "date:day"
    assert "day" in marks["date"].reason.says
    assert marks["date"].attributes["edtf"] == ("2021-05-03",)


def test_the_paragraph_and_the_statement_are_told(explainer: Explainer) -> None:
    marks = [m.what for m in at(explainer, "welcomed").marks]
    assert "statement" in marks
    assert any(what.endswith("paragraph") for what in marks)


def test_what_follows_the_verb_is_weighed(explainer: Explainer) -> None:
    statements = [m for m in at(explainer, "reaffirmed their commitment to").marks if m.what == "statement"]
    assert any("the verb alone is position" in words for m in statements for words in m.weighed)


@pytest.mark.parametrize(
    ("words", "reading", "why"),
    [
        ("2000", "date", "count"),
        ("support", "statement", "noun"),
        ("Committee", "body", "too little"),
    ],
)
def test_what_was_refused_is_told(explainer: Explainer, words: str, reading: str, why: str) -> None:
    explanation = at(explainer, words)
    rivals = [*explanation.rivals, *(r for m in explanation.marks for r in m.rivals)]
    assert [r for r in rivals if r.reading == reading and why in r.why], rivals


def test_nothing_is_remembered_unless_asked() -> None:
    from secretariat.reading.order import read_draft

    assert read_draft(source_from_text(TEXT)).refused is None


def test_reading_is_the_same_when_asked(explainer: Explainer) -> None:
    from secretariat.reading.order import read_document

    assert read_document(source_from_text(TEXT, "own.txt")) == explainer.record


def rules_of(record: Record) -> set[str]:
    return {m.rule for marks in (record.mentions, record.statements, record.stages) for m in marks}


def test_every_mark_of_the_examples_has_a_rule_that_is_explained() -> None:
    folders = texts.lexicon_folders()
    reasons = Reasons(load_lexicon(extra=folders), load_profiles(tuple(f / "profiles" for f in folders)), folders)
    records = [secretariat.read(path, lexicon=folders) for path in texts.example_documents()]
    rules = {rule for record in records for rule in rules_of(record)}
    assert "" not in rules
    assert all(":" in rule for rule in rules), sorted(r for r in rules if ":" not in r)
    unknown = [rule for rule in sorted(rules) if not (reason := reasons.of(rule)).says and reason.file is None]
    assert unknown == []
    kinds = {f"paragraph:{p.kind}" for record in records for p in record.paragraphs}
    assert [kind for kind in sorted(kinds) if not reasons.of(kind).says] == []


def test_every_reason_of_a_refusal_is_written_down(root: Path) -> None:
    said = {e.id for e in load_lexicon().entries("rule")}
    source = root / "src" / "secretariat" / "reading"
    text = "".join(p.read_text(encoding="utf-8") for p in source.rglob("*.py") if not p.name.startswith("test_"))
    used = set(re.findall(r'draft\.refuse\([^\n]*?"([a-z-]+)"\)', text)) | set(
        re.findall(r'return "([a-z]+(?:-[a-z]+)+)"', text)
    )
    known = {i.removeprefix("refused:") for i in said if i.startswith("refused:")}
    assert {"a-count", "own-organisation", "noun-here"} <= used & known
    assert [r for r in re.findall(r'draft\.refuse\([^\n]*?"([a-z-]+)"\)', text) if r not in known] == []


def command(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "secretariat.cli.main", "explain", *arguments]
    return subprocess.run(whole, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("explained")
    (place / "own.txt").write_text(TEXT, encoding="utf-8")
    return place


def test_the_command_tells_why(folder: Path) -> None:
    done = command("own.txt", "--quote", "resolution  59/48", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("statement", "instrument", "its number", "instrument_kinds.yaml:", "verbs.yaml:"):
        assert words in done.stdout
    assert all(line == line.rstrip() for line in done.stdout.splitlines())


def test_the_command_gives_json(folder: Path) -> None:
    done = command("own.txt", "--at", str(TEXT.index("Accra")), "--json", folder=folder)
    told = json.loads(done.stdout)
    assert {m["what"] for m in told["marks"]} >= {"place", "statement"}
    assert all(m["reason"]["rule"] for m in told["marks"])


def test_the_command_says_where_else_the_words_stand(folder: Path) -> None:
    done = command("own.txt", "--quote", "The Ministers", folder=folder)
    assert done.returncode == 0
    assert "the words stand 2 times" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "fault"),
    [
        (("own.txt", "--quote", "the moon"), 1, "does not have the words"),
        (("own.txt", "--at", "100000"), 1, "100000 is none of them"),
        (("none.txt", "--at", "1"), 1, "does not exist"),
        (("own.txt",), 2, "give either"),
        (("own.txt", "--at", "1", "--quote", "x"), 2, "give either"),
    ],
)
def test_the_command_says_what_is_wrong(folder: Path, arguments: tuple[str, ...], status: int, fault: str) -> None:
    done = command(*arguments, folder=folder)
    assert done.returncode == status
    assert fault in done.stderr


def test_quotes_are_found_whatever_their_spaces_and_apostrophes() -> None:
    assert find_quote("the states\u2019 own\n ports", "states' own ports") == [(4, 22)]
    assert find_quote("a well\u2011known port", "well-known") == [(2, 12)]
    assert find_quote("a port", "  ") == []
