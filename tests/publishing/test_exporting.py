"""The command ``export``: what it writes, what it refuses, and that nothing half-written is left."""

import errno
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from example_records import LEXICON
from typer.testing import CliRunner

from secretariat.cli.main import app
from secretariat.model.errors import SourceError
from secretariat.publishing import formats
from secretariat.publishing.files import Archive, whole_file, whole_folder
from secretariat.publishing.formats import FORMATS

WORDS = [word for folder in LEXICON for word in ("--lexicon", str(folder))]


def export(*arguments: str, register: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["export", *arguments, "--register", str(register), *WORDS])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_form_is_written(name: str, examples_file: Path, tmp_path: Path) -> None:
    code, out, err = export(name, "-o", str(tmp_path / "out"), register=examples_file)
    assert (code, out) == (0, "")
    assert f"11 documents as {name} in " in err
    assert "--address URL says where the site stands" in err
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_one_file_goes_to_standard_output(examples_file: Path) -> None:
    code, out, err = export("bibtex", "--address", "https://r.example.org/sco/", register=examples_file)
    assert code == 0
    assert "url = {https://r.example.org/sco/documents/" in out
    assert err == "11 documents as bibtex\n"


def test_filters_narrow(examples_file: Path, tmp_path: Path) -> None:
    code, _, err = export(
        "akn", "--organisation", "mbco", "--since", "2022", "-o", str(tmp_path / "a"), register=examples_file
    )
    assert code == 0
    names = sorted(p.name.partition("-")[0] for p in (tmp_path / "a").iterdir())
    assert names == ["mbco"] * len(names)
    assert err.startswith(f"{len(names)} documents")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["word"], "there is no format 'word'; name one of akn,"),
        (["ics", "--topic", "energy"], "ics tells no statements and cannot be narrowed by topic"),
        (["csv", "--since", "someday"], "'someday' is no date"),
        (["csv", "--act", "promise"], "there is no act 'promise'"),
        (["csv", "--topic", "dragons"], "there is no topic 'dragons'; name one of agriculture-food,"),
        (["csv", "--about", "the moon"], "nothing is called 'the moon'"),
        (["csv", "--document", "ffff0000"], "there is no document 'ffff0000'"),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], told: str, examples_file: Path, tmp_path: Path) -> None:
    code, out, err = export(*arguments, "-o", str(tmp_path / "out"), register=examples_file)
    assert (code, out) == (1, "")
    assert told in err
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_is_none_is_refused(examples_file: Path) -> None:
    for address in ("register.example.org", "ftp://x", "https://", "https://x/?q=1"):
        code, _, err = export("bibtex", "--address", address, register=examples_file)
        assert code == 2
        assert "is no address of a site" in " ".join(err.split()).replace("│ ", "")


def test_what_is_there_is_not_written_over(examples_file: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    code, _, err = export("csv", "-o", str(tmp_path / "full"), register=examples_file)
    assert code == 1
    assert "is there already and not empty; name another folder" in err
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert export("csv", "-o", str(tmp_path / "empty"), register=examples_file)[0] == 0
    (tmp_path / "file").write_text("")
    assert "is a file" in export("csv", "-o", str(tmp_path / "file"), register=examples_file)[2]


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def write_folder() -> None:
        with whole_folder(tmp_path / "folder") as folder:
            with folder.file("one.csv") as file:
                file.write(b"1")
            full()

    def write_file() -> None:
        with whole_file(tmp_path / "file") as file:
            file.write(b"1")
            full()

    for write in (write_folder, write_file):
        with pytest.raises(SourceError, match="No space left"):
            write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
def test_a_full_disk_is_told_on_standard_output(examples_file: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "secretariat.cli.main",
        "export",
        "nquads",
        "--register",
        str(examples_file),
        *WORDS,
    ]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_export_that_is_killed_leaves_no_final_name(
    examples_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(edition: object, folder: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(formats.Format, "_writer", lambda self: killed)
    assert export("csv", "-o", str(tmp_path / "x"), register=examples_file)[0] != 0
    assert list(tmp_path.iterdir()) == []


def test_an_archive_is_the_same_each_time() -> None:
    def made() -> bytes:
        out = io.BytesIO()
        archive = Archive(out)
        for name in ("a.txt", "b/c.txt"):
            with archive.file(name) as file:
                file.write(name.encode() * 1000)
        archive.close()
        return out.getvalue()

    assert made() == made()
    with zipfile.ZipFile(io.BytesIO(made())) as read:
        assert read.testzip() is None
        assert read.read("b/c.txt") == b"b/c.txt" * 1000
