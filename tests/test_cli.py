"""The command as people run it: what it prints, where, and how it ends."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from secretariat.model.record import record_from_json

TEXT = """Joint Statement of the Foreign Ministers of Japan and Mexico

Tokyo, 3 March 2022

1. The Ministers welcomed the adoption of the Harbour Safety Programme for 2022-2024 on 1 March 2022.
2. They decided to establish a Coastal Research Centre and will continue their consultations on trade.
3. They condemned every form of piracy and called for the early conclusion of an agreement on fisheries.
"""
ESCAPE = "\x1b["


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "secretariat.cli.main", *map(str, arguments)]
    clean = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "FORCE_COLOR", "NO_COLOR")}
    done = subprocess.run(command, input=stdin, capture_output=True, env={**clean, **environment}, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them in a directory below."""
    (tmp_path / "below").mkdir()
    for name in ("one.txt", "two.txt", "below/three.txt"):
        (tmp_path / name).write_text(TEXT.replace("Mexico", f"Mexico ({name})"), encoding="utf-8")
    return tmp_path


def test_version() -> None:
    assert re.fullmatch(r"secretariat \d+\.\d+\.\d+\S*\n", run("--version").stdout)


def test_summary_names_what_the_text_names(folder: Path) -> None:
    done = run("read", folder / "one.txt")
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("Joint Statement", "3 March 2022", "Harbour Safety Programme", "Statements", "decided to establish"):
        assert words in done.stdout
    assert ESCAPE not in done.stdout
    assert all(line == line.rstrip() for line in done.stdout.splitlines())


def test_json_is_a_record(folder: Path) -> None:
    done = run("read", "--json", folder / "one.txt")
    record = record_from_json(done.stdout)
    assert record.text == (folder / "one.txt").read_text(encoding="utf-8")
    assert done.stdout.count("\n") == 1
    assert [m.text for m in record.mentions] == [record.text[m.start : m.end] for m in record.mentions]


def test_several_give_json_lines_in_order(folder: Path) -> None:
    done = run("read", "--json", folder / "two.txt", folder)
    names = [Path(json.loads(line)["document"]["source"]["name"]).name for line in done.stdout.splitlines()]
    assert names == ["two.txt", "one.txt", "three.txt"]
    assert done.stderr == "3 read\n"


def test_any_number_of_jobs_gives_the_same(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    one, two, many = (run("read", "--json", "--jobs", n, folder) for n in ("1", "2", "0"))
    assert one.stdout == two.stdout == many.stdout != ""
    assert one.stderr == two.stderr == many.stderr != ""
    assert one.returncode == two.returncode == many.returncode == 1


def test_standard_input(folder: Path) -> None:
    record = record_from_json(run("read", "--json", "-", stdin=TEXT.encode()).stdout)
    assert record.text == TEXT


def test_a_glob(folder: Path) -> None:
    assert run("read", "--quiet", "--json", f"{folder}/t*.txt").stdout.count("\n") == 1


def test_only_narrows_json(folder: Path) -> None:
    record = record_from_json(run("read", "--json", "--only", "instruments,stages", folder / "one.txt").stdout)
    assert record.statements == record.paragraphs == record.findings == ()
    kinds = {type(m).__name__ for m in record.mentions}
    assert "Instrument" in kinds
    assert "Date" not in kinds
    assert all(record.mentions[s.mention].text for s in record.stages)


def test_only_narrows_the_summary(folder: Path) -> None:
    done = run("read", "--only", "dates", folder / "one.txt")
    assert "2022-03-01" in done.stdout
    assert "Statements" not in done.stdout


@pytest.mark.parametrize(("table", "column"), [("statements", "trigger"), ("mentions", "type")])
def test_csv(folder: Path, table: str, column: str) -> None:
    done = run("read", "--quiet", "--csv", table, folder / "one.txt", folder / "two.txt")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {Path(r["source"]).name for r in rows} == {"one.txt", "two.txt"}
    assert all(r[column] and None not in r for r in rows)
    text = (folder / "one.txt").read_text(encoding="utf-8")
    first = rows[0]
    assert " ".join(text[int(first["start"]) : int(first["end"])].split()) == first["text"]


def test_output_goes_to_a_file(folder: Path) -> None:
    done = run("read", "--json", "-o", folder / "out.jsonl", folder / "one.txt")
    assert done.stdout == ""
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == run("read", "--json", folder / "one.txt").stdout
    assert not list(folder.glob(".out*"))


def test_output_that_cannot_be_written(folder: Path) -> None:
    done = run("read", "-o", folder / "nowhere" / "out", folder / "one.txt")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be written" in done.stderr


def test_no_colour_in_a_pipe_or_where_it_is_refused(folder: Path) -> None:
    assert ESCAPE not in run("read", folder / "one.txt").stdout
    plain = terminal(["read", str(folder / "one.txt")], NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)


def test_colour_at_a_terminal(folder: Path) -> None:
    assert re.search(r"\x1b\[[0-9;]*3[0-7]", terminal(["read", str(folder / "one.txt")], NO_COLOR=""))


def terminal(arguments: Sequence[str], **environment: str) -> str:
    """What the command writes where its output is a terminal."""
    pty = pytest.importorskip("pty")
    parent, child = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
    env = {**clean, "TERM": "xterm-256color", **{k: v for k, v in environment.items() if v}}
    command = [sys.executable, "-m", "secretariat.cli.main", *arguments]
    with subprocess.Popen(command, stdout=child, stderr=subprocess.DEVNULL, env=env) as process:
        os.close(child)
        read = []
        while True:
            try:
                data = os.read(parent, 65536)
            except OSError:
                break
            if not data:
                break
            read.append(data)
        assert process.wait() == 0
    os.close(parent)
    return b"".join(read).decode()


def test_escapes_in_a_document_stay_out_of_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(TEXT.replace("Harbour", "Har\x1b[31mbour").replace("Japan", "Ja\x9bpan"), encoding="utf-8")
    done = run("read", path)
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x9b" not in done.stdout + done.stderr


def test_output_is_utf8_whatever_the_locale(folder: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert run("read", folder / "one.txt", **plain).stdout == run("read", folder / "one.txt").stdout
    assert "━" in run("read", folder / "one.txt", **plain).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/odd\xff.txt", os.O_CREAT))
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt")).write_text(TEXT)
    done = run("read", "--json", tmp_path)
    assert done.returncode == 0
    assert record_from_json(done.stdout).document.source.name.endswith("odd\ufffd.txt")


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "noise.txt": bytes(range(256)) * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "broken.pdf": b"%PDF-1.7\nnothing follows",
    "broken.docx": b"PK\x03\x04 nothing follows",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_named_in_one_line_and_the_others_are_read(folder: Path, name: str) -> None:
    (folder / name).write_bytes(BAD[name])
    done = run("read", "--quiet", "--json", folder / name, folder / "one.txt")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert re.fullmatch(rf"[^\n]*{re.escape(name)}: [^\n]+; [^\n]+\n", done.stderr), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("pattern", ["missing.txt", "missing/*.txt"])
def test_what_is_not_there_is_named(folder: Path, pattern: str) -> None:
    done = run("read", folder / pattern)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_a_limit(folder: Path) -> None:
    for done in (
        run("read", "--max-bytes", "100", folder / "one.txt"),
        run("read", folder / "one.txt", SECRETARIAT_MAX_BYTES="100"),
    ):
        assert done.returncode == 1
        assert "one.txt: " in done.stderr


def test_another_language(tmp_path: Path) -> None:
    path = tmp_path / "ru.txt"
    path.write_text("Стороны договорились продолжить сотрудничество в области портов и маяков.\n" * 9, encoding="utf-8")
    refused = run("read", path)
    assert refused.returncode == 1
    assert "--any-language" in refused.stderr
    assert run("read", "--any-language", path).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "--only", "colours", "x"),
        ("read", "--csv", "colours", "x"),
        ("read", "--json", "--csv", "mentions", "x"),
        ("read", "--jobs", "-1", "x"),
        ("read", "--lexicon", "/nowhere/at/all", "x"),
        ("read", "--colour", "x"),
        ("write", "x"),
        ("lexicon", "check", "/nowhere/at/all"),
    ],
)
def test_wrong_usage(arguments: Sequence[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_lexicon_of_ones_own(folder: Path) -> None:
    words = folder / "words"
    words.mkdir()
    (words / "own.yaml").write_text(
        "kind: body-name\nentries:\n"
        '  - {id: x-tern, forms: ["Blue Tern"], value: network, examples: ["The Blue Tern opened in May."]}\n'
    )
    (folder / "tern.txt").write_text(TEXT + "4. The Ministers welcomed the work of the Blue Tern.\n", encoding="utf-8")
    found = run("read", "--json", "--lexicon", words, folder / "tern.txt").stdout
    assert "Blue Tern" in [m.text for m in record_from_json(found).mentions]
    assert run("lexicon", "check", words).stdout == "1 lexicon files with 1 entries, 0 profiles: all in order\n"


def test_a_broken_lexicon_is_one_line(folder: Path) -> None:
    words = folder / "words"
    (words / "profiles").mkdir(parents=True)
    (words / "own.yaml").write_text("kind: body-name\nentries: [{id: a, colour: red}]\n")
    (words / "profiles" / "own.yaml").write_text("names: 3\n")
    done = run("lexicon", "check", words)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    read = run("read", "--quiet", "--lexicon", words, folder / "one.txt")
    assert read.returncode == 1
    assert read.stderr.count("\n") == 1
    assert "own.yaml" in read.stderr


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    for n in range(40):
        (folder / f"more{n}.txt").write_text(TEXT * 20, encoding="utf-8")
    command = [sys.executable, "-m", "secretariat.cli.main", "read", "--json", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a process")
def test_an_interrupt_ends_quietly(folder: Path) -> None:
    for n in range(300):
        (folder / f"more{n}.txt").write_text(TEXT * 30, encoding="utf-8")
    command = [sys.executable, "-m", "secretariat.cli.main", "read", "--json", "--jobs", "2", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        begin = time.monotonic()
        _, errors = process.communicate()
        assert (process.returncode, errors) == (130, b"")
        assert time.monotonic() - begin < 10


def options_in(*command: str) -> set[str]:
    help_text = run(*command, "--help", COLUMNS="200", TERM="dumb").stdout
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", help_text)) | set(re.findall(r"SECRETARIAT_[A-Z_]+", help_text))


def test_every_option_is_documented(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    named = options_in() | options_in("read") | options_in("lexicon", "check")
    assert {"--json", "--csv", "--only", "--jobs", "--lexicon", "--version"} <= named
    assert [option for option in sorted(named) if f"`{option}" not in page] == []


def test_help_starts_quickly() -> None:
    def once() -> float:
        begin = time.perf_counter()
        run("--help")
        return time.perf_counter() - begin

    assert min(once() for _ in range(5)) < 1.0
