"""``make conformance``: what this project writes, opened by software that others wrote.

Word files with tracked changes, in LibreOffice: accepting all must leave the paragraphs of the second document, rejecting all those
of the first. The pairs are made-up next drafts of documents, and drafts with what was adopted, where the shared corpus is there.

Every form in which a register is published, and its harvest: of the shared corpus, else of the examples.

    python tools/conformance.py [word] [FORM ...] [harvest] [--register FILE]
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from zipfile import ZipFile

import bench_export
import published
import texts
from bench_compare import chosen
from drafting import redraft

from secretariat import compare, read, read_text
from secretariat.comparing.passages import passages_of
from secretariat.model.record import Record
from secretariat.publishing.redline.word import write_redline
from secretariat.register.register import open_register

MADE_UP = 30
_PYTHONS = ("/usr/bin/python3", "python3")


def main() -> int:
    """Runs every check that can be run here, or those that are named; 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "checks", nargs="*", help=f"word, harvest, {', '.join(published.CHECKS)}; all where none is named"
    )
    parser.add_argument("--register", help="a register that is there")
    given = parser.parse_args()
    wanted = given.checks or ["word", *published.CHECKS, "harvest"]
    failed = word_files() if "word" in wanted else 0
    if set(wanted) - {"word"}:
        with tempfile.TemporaryDirectory() as folder:
            register = given.register or bench_export.made(Path(folder) / "register.db")
            failed |= forms(register, [w for w in wanted if w in published.CHECKS])
            failed |= harvest(register) if "harvest" in wanted else 0
    return failed


def forms(path: str, names: list[str]) -> int:
    """Each form, checked by software that others wrote."""
    failed = 0
    with open_register(path, create=False, lexicon=texts.lexicon_folders()) as register:
        for name in names:
            begin = time.perf_counter()
            try:
                told = published.told(published.check(name, register))
            except published.Wrong as fault:
                told, failed = f"WRONG: {fault}", 1
            print(f"{name}: {told} ({time.perf_counter() - begin:.0f} s)", flush=True)
    return failed


def harvest(path: str) -> int:
    """Everything, in every form, by a harvester that others wrote."""
    from oaipmh_scythe import Scythe
    from site_examples import serve

    served = serve(Path(path))
    with Scythe(f"{served.url}/oai") as harvester:
        counts = {
            form.metadataPrefix: sum(1 for _ in harvester.list_records(metadata_prefix=form.metadataPrefix))
            for form in harvester.list_metadata_formats()
        }
    served.close()
    with open_register(path, create=False) as register:
        right = set(counts.values()) == {len(register)}
    print(f"harvest: {published.told(counts)}{'' if right else ' WRONG: not all of the documents'}")
    return int(not right)


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
