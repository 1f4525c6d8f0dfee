"""``make conformance``: what this project writes, opened by software that others wrote.

Word files with tracked changes, in LibreOffice: accepting all must leave the paragraphs of the second document, rejecting all those
of the first. The pairs are made-up next drafts of documents, and drafts with what was adopted, where the shared corpus is there.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from zipfile import ZipFile

import texts
from bench_compare import chosen
from drafting import redraft

from secretariat import compare, read, read_text
from secretariat.comparing.passages import passages_of
from secretariat.model.record import Record
from secretariat.publishing.redline.word import write_redline

MADE_UP = 30
_PYTHONS = ("/usr/bin/python3", "python3")


def main() -> int:
    """Runs every check that can be run here; 1 where one fails."""
    return word_files()


def word_files() -> int:
    """Tracked changes in LibreOffice."""
    python = next((p for p in _PYTHONS if _has_uno(p)), None)
    if shutil.which("soffice") is None or python is None:
        print(
            "Word files are not checked: LibreOffice with its Python bridge is missing (Debian: libreoffice-writer, python3-uno)"
        )
        return 0
    pairs = [*made_up(), *adopted()]
    with tempfile.TemporaryDirectory() as folder:
        files, changes = [], 0
        for n, (_, a, b) in enumerate(pairs):
            file = Path(folder) / f"{n}.docx"
            with file.open("wb") as target:
                write_redline(compare(a, b), a, b, target)
            files.append(str(file))
            changes += changes_in(file)
        script = Path(__file__).with_name("office_changes.py")
        answer = subprocess.run([python, str(script), *files], stdout=subprocess.PIPE, check=True, text=True)
    failed = 0
    for (name, a, b), line in zip(pairs, answer.stdout.splitlines(), strict=True):
        told = json.loads(line)
        right = (told["Accept"], told["Reject"]) == (paragraphs(b), paragraphs(a))
        failed += not right
        if not right:
            print(f"  {name}: LibreOffice reads it otherwise")
            for side, wanted in (("Accept", paragraphs(b)), ("Reject", paragraphs(a))):
                print(
                    *(f"    {line[:150]!r}" for line in unified_diff(wanted, told[side], side, lineterm="", n=0)),
                    sep="\n",
                )
    print(
        f"Word files in LibreOffice: {len(pairs) - failed} of {len(pairs)} as they should be, {changes:,} tracked changes in all"
    )
    return int(failed > 0)


def changes_in(file: Path) -> int:
    """How many tracked changes a Word file holds."""
    with ZipFile(file) as archive:
        return len(re.findall(rb"<w:(?:ins|del) ", archive.read("word/document.xml")))


def _has_uno(python: str) -> bool:
    try:
        return subprocess.run([python, "-c", "import uno"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def made_up() -> Iterator[tuple[str, Record, Record]]:
    """Documents with next drafts made by chance."""
    for n, (file, own) in enumerate(chosen(MADE_UP, 5)):
        words = sorted({w for p in own for w in p.split() if w.isalpha()})
        draft = redraft(own, [], words, n, None)
        yield file.name, *(read_text("\n\n".join(side), any_language=True) for side in (draft.a, draft.b))  # type: ignore[misc]


def adopted() -> Iterator[tuple[str, Record, Record]]:
    """Drafts and what was adopted, of the shared corpus."""
    table = texts.SHARED / "datasets" / "unga" / "draft_adopted_pairs.csv"
    if not table.exists():
        print("drafts and adopted resolutions are left out: the shared corpus is not there")
        return
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            files = [texts.SHARED / "corpus" / "unga" / Path(row[key]).name for key in ("draft_file", "adopted_file")]
            if all(file.exists() for file in files):
                yield row["adopted_symbol"], read(files[0]), read(files[1])


def paragraphs(record: Record) -> list[str]:
    """The passages of a record, each on one line."""
    return [" ".join(" ".join(record.text[slice(*s)] for s in p.places).split()) for p in passages_of(record)]


if __name__ == "__main__":
    sys.exit(main())
