"""``make accuracy``: what is read, scored against documents that a person marked, and against the last frozen run.

    accuracy.py [--misses N] [--only NAME]     the score; with --only, of some documents and nothing else
    accuracy.py --diff NAME                    the marks that a document gained, lost, changed
    accuracy.py --freeze                       keep what is read now as the run to compare with

The documents of examples/gold are always scored; those of ../shared/gold where they lie beside the repository, there
also by the script that comes with them. All examples are compared with tests/frozen/examples.jsonl.gz, the shared
corpus, where it lies beside, with tests/frozen/corpus.jsonl.gz. See docs/accuracy.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import changes
import frozen
import scoring
import texts
from floor import Floor

import secretariat
from secretariat.lexicon.load import load_lexicon
from secretariat.sources import read_source

FOLDER = texts.ROOT / "tests" / "frozen"


class Collection(NamedTuple):
    """Documents that are frozen together: (name, path) of each, and the words to read them with."""

    title: str
    documents: list[tuple[str, Path]]
    lexicon: tuple[Path, ...]

    @property
    def kept(self) -> Path:
        """Where the frozen run lies."""
        return FOLDER / f"{self.title}.jsonl.gz"


def collections() -> list[Collection]:
    """The examples, and the shared corpus where there is one."""
    root = texts.SHARED / "corpus"
    corpus = [(p.relative_to(root).as_posix(), p) for p in texts.corpus()]
    examples = [(p.name, p) for p in texts.example_documents()]
    both = [Collection("examples", examples, texts.lexicon_folders()), Collection("corpus", corpus, ())]
    return [c for c in both if c.documents]


def main() -> int:
    """Reads, scores, compares, prints; 1 where there is nothing to score or to compare."""
    asked = argparse.ArgumentParser(description="Score what is read against documents marked by hand.")
    asked.add_argument("--misses", type=int, default=0, metavar="N", help="show so many misses of each kind")
    asked.add_argument("--only", default="", metavar="NAME", help="score only documents with NAME in their name")
    asked.add_argument("--diff", default="", metavar="NAME", help="show what changed in documents with NAME in theirs")
    asked.add_argument("--freeze", action="store_true", help="keep what is read now as the frozen run")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes for the corpus")
    options = asked.parse_args()
    if options.freeze:
        return freeze(options.jobs)
    if options.diff:
        return show_difference(options.diff, options.jobs)
    status = show_scores(options.only, options.misses)
    if not status and not options.only:
        show_changes(options.jobs)
    return status


def freeze(jobs: int) -> int:
    """Writes the frozen runs anew."""
    for collection in collections():
        run = frozen.read_run(collection.documents, collection.lexicon, jobs)
        frozen.save(run, collection.kept)
        marks = sum(len(own) for reading in run.readings.values() for own in reading.marks.values())
        size = collection.kept.stat().st_size
        print(f"{collection.kept.name}: {len(run.readings)} documents, {marks:,} marks, {size:,} bytes")
    return 0


def show_changes(jobs: int) -> None:
    """Gains and losses against the frozen runs."""
    for collection in collections():
        if not collection.kept.exists():
            print(f"\nno frozen run of {collection.title} yet: make accuracy ARGS=--freeze")
            continue
        now = frozen.read_run(collection.documents, collection.lexicon, jobs)
        print(changes.summary(collection.title, changes.compare(frozen.load(collection.kept), now)))


def show_difference(name: str, jobs: int) -> int:
    """What changed in the documents with ``name`` in theirs, with the words."""
    compared = 0
    for collection in collections():
        chosen = [d for d in collection.documents if name in d[0]]
        if not chosen or not collection.kept.exists():
            continue
        before = frozen.load(collection.kept)
        part = frozen.Run(before.version, before.words, {n: r for n, r in before.readings.items() if name in n})
        comparison = changes.compare(part, frozen.read_run(chosen, collection.lexicon, jobs if len(chosen) > 8 else 1))
        paths = dict(chosen)
        for document, own in comparison.by_document.items():
            print(changes.difference(document, own, read_source(paths[document]).text))
        for document, reason in comparison.apart.items():
            print(f"\n{document}\nnot compared: {reason}")
        for document in comparison.otherwise:
            print(f"{document}: differs in something that a frozen run does not keep")
        compared += len(chosen)
    if not compared:
        print(f"no frozen document has {name!r} in its name", file=sys.stderr)
    return 0 if compared else 1


def show_scores(only: str, misses: int) -> int:
    """The score of every document marked by hand, of each group, of all, and of the naive floor."""
    pairs = [p for p in texts.gold_pairs() if only in p[1].name]
    if not pairs:
        print("no marked documents: examples/gold is empty", file=sys.stderr)
        return 1
    floor = Floor(load_lexicon())
    groups: dict[str, list[scoring.Scores]] = {}
    floors: dict[str, list[scoring.Scores]] = {}
    records: list[tuple[str, Path, bytes]] = []
    for group, text, marks in pairs:
        record = secretariat.read(text, lexicon=texts.lexicon_folders() if group == "examples" else ()).to_json()
        gold, read = json.loads(marks.read_text(encoding="utf-8")), json.loads(record)
        scores = scoring.score(gold, read)
        groups.setdefault(group, []).append(scores)
        floors.setdefault(group, []).append(scoring.score(gold, floor.read(read["text"])))
        records.append((group, marks, record))
        show(f"{text.stem} ({group})", scores, misses)
    _show_groups(groups, "")
    _show_groups(floors, "the naive floor (tools/floor.py): ")
    _shared_script([(marks, record) for group, marks, record in records if group == "shared"])
    return 0


def _show_groups(groups: dict[str, list[scoring.Scores]], before: str) -> None:
    for group, scores in groups.items():
        if len(scores) > 1:
            show(f"{before}all of {group}", scoring.together(scores), 0)
    if len(groups) > 1:
        show(f"{before}all together", scoring.together([s for scores in groups.values() for s in scores]), 0)


def show(name: str, scores: scoring.Scores, misses: int) -> None:
    """One table with its heading, and the first misses of each kind."""
    print(f"\n{name}\n{scoring.table(scores)}")
    for one in scores.values():
        for miss in one.misses[:misses]:
            print(f"  {miss}")


def _shared_script(records: list[tuple[Path, bytes]]) -> None:
    """Runs the script that lies with the shared documents, as a check of our own scoring."""
    script = texts.SHARED / "gold" / "score.py"
    if not records or not script.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        arguments: list[str] = []
        for marks, record in records:
            kept = Path(folder) / marks.name
            kept.write_bytes(record)
            arguments += [str(marks), str(kept)]
        print(f"\nthe same by {script.name} of the shared documents")
        sys.stdout.flush()
        subprocess.run([sys.executable, str(script), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
