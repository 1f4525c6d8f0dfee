"""The worked example of docs/teaching.md does what the page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import secretariat
from secretariat.model.mentions import Body

PAGE = Path(__file__).resolve().parent.parent / "docs" / "teaching.md"
FILES = ("bodies.yaml", "verbs.yaml", "aliases.yaml", "profiles/lantern.yaml")


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the page makes, with the statement beside it."""
    folder = tmp_path_factory.mktemp("taught") / "words"
    page = PAGE.read_text(encoding="utf-8")
    for name, text in zip(FILES, re.findall(r"^```yaml\n(.*?)^```", page, re.M | re.S), strict=True):
        assert f"`words/{name}`" in page
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    statement = re.search(r"^```text\n(Joint.*?)^```", page, re.M | re.S)
    assert statement is not None
    (folder.parent / "statement.txt").write_text(statement[1], encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "secretariat.cli.main", *arguments]
    return subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)


def test_before_it_is_taught(words: Path) -> None:
    record = secretariat.read(words.parent / "statement.txt")
    assert record.document.speakers == ()
    assert not any(m.text == "Tidal Research Station" for m in record.mentions)
    assert not any(s.act == "commitment" for s in record.statements)


def test_the_check_passes(words: Path) -> None:
    done = run(words, "lexicon", "check", "words")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 lexicon files with 3 entries, 1 profiles: all in order" in done.stdout


def test_after_it_is_taught(words: Path) -> None:
    record = secretariat.read(words.parent / "statement.txt", lexicon=[words])
    assert record.document.organisation == "lantern"
    assert record.document.speakers == ("FJ", "KI", "TV")
    bodies = {m.text: m.key for m in record.mentions if isinstance(m, Body)}
    assert bodies["Tidal Research Station"] == "tidal-research-station"
    assert bodies["Asia Bank for Building"] == "aiib"
    assert [s.rule for s in record.statements if s.act == "commitment"] == ["verb:vouch-for"]


def test_the_commands_of_the_page_run(words: Path) -> None:
    lines = re.findall(r"^(secretariat (?:explain|read|lexicon) .*)$", PAGE.read_text(encoding="utf-8"), re.M)
    assert len(lines) == 6
    for line in lines:
        done = subprocess.run(
            f"{sys.executable} -m secretariat.cli.main {line.removeprefix('secretariat ')}",
            shell=True, cwd=words.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (line, done.stderr)
        assert done.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("verbs.yaml", "vouch for the safety of the harbour.", "vouched.", r"verbs.yaml:8: entry vouch-for: its example"),
        ("verbs.yaml", "They asked nobody to", "The Ministers", r"verbs.yaml:10: entry vouch-for: its counterexample"),
        ("verbs.yaml", "force: 4", "forse: 4", r"verbs.yaml:6: entry vouch-for: .*unknown field"),
        ("verbs.yaml", "act: commitment", "act: promise", r"verbs.yaml:5: entry vouch-for: "),
        ("verbs.yaml", "[vouch for]", "[vouch for, urge]", r"verbs.yaml:4: entry vouch-for: the form 'urge' belongs"),
        ("bodies.yaml", "id: tidal-research-station", "id: aiib", r"bodies.yaml:3: entry aiib: the id stands already"),
        ("bodies.yaml", "TRSX", "World Bank", r"bodies.yaml:4: entry tidal-research-station: the form 'World Bank'"),
        ("bodies.yaml", "thanked the Tidal", "thanked the tidal", r"bodies.yaml:7: entry tidal-research-station: its example"),
        ("bodies.yaml", "kind: body-name", "kind: corpse", r"bodies.yaml:1: unknown kind"),
        ("bodies.yaml", "entries:", "entries: [", r"bodies.yaml:\d+: not valid YAML"),
        ("aliases.yaml", "id: aiib", "id: nobody", r"aliases.yaml:4: entry nobody: no file"),
        ("aliases.yaml", "[Asia Bank for Building]", "[World Bank]", r"aliases.yaml:5: entry aiib: the form 'World Bank'"),
        ("profiles/lantern.yaml", "state: KI", "state: ZZ", r"lantern.yaml:8: entry lantern: ZZ: no lexicon knows"),
        ("profiles/lantern.yaml", '"2015-07"', '"July 2015"', r"lantern.yaml:9: entry lantern: TV: 'July 2015' is no date"),
        ("profiles/lantern.yaml", "id: lantern-s", "id: sco-s", r"lantern.yaml:11: entry lantern: sco-secretariat: the id"),
        ("profiles/lantern.yaml", "organs:", "organz:", r"lantern.yaml:10: .*unknown field"),
        ("profiles/lantern.yaml", "id: lantern\n", "id: lamp\n", r"lantern.yaml:1: entry lamp: the file must be named"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_line_and_entry(
    words: Path, tmp_path: Path, name: str, old: str, new: str, fault: str
) -> None:
    folder = tmp_path / "words"
    for file in FILES:
        text = (words / file).read_text(encoding="utf-8")
        assert file != name or text.count(old) >= 1
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text.replace(old, new, 1) if file == name else text, encoding="utf-8")
    done = run(folder, "lexicon", "check", "words")
    assert done.returncode == 1
    assert re.search(fault, done.stderr), done.stderr
