"""``make accuracy``: what is read, scored against documents that a person marked.

    accuracy.py [--misses N] [--only NAME]

The documents of examples/gold are always scored; those of ../shared/gold where they lie beside the repository, there
also by the script that comes with them. See docs/accuracy.md.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import scoring
import texts

import secretariat


def main() -> int:
    """Reads, scores, prints; 1 where there is nothing to score."""
    asked = argparse.ArgumentParser(description="Score what is read against documents marked by hand.")
    asked.add_argument("--misses", type=int, default=0, metavar="N", help="show so many misses of each kind")
    asked.add_argument("--only", default="", metavar="NAME", help="documents with NAME in their name")
    options = asked.parse_args()
    pairs = [p for p in texts.gold_pairs() if options.only in p[1].name]
    if not pairs:
        print("no marked documents: examples/gold is empty", file=sys.stderr)
        return 1
    groups: dict[str, list[scoring.Scores]] = {}
    records: list[tuple[str, Path, bytes]] = []
    for group, text, marks in pairs:
        record = secretariat.read(text, lexicon=texts.lexicon_folders() if group == "examples" else ()).to_json()
        scores = scoring.score(json.loads(marks.read_text(encoding="utf-8")), json.loads(record))
        groups.setdefault(group, []).append(scores)
        records.append((group, marks, record))
        show(f"{text.stem} ({group})", scores, options.misses)
    for group, all_scores in groups.items():
        if len(all_scores) > 1:
            show(f"all of {group}", scoring.together(all_scores), 0)
    if len(groups) > 1:
        show("all together", scoring.together([s for all_scores in groups.values() for s in all_scores]), 0)
    _shared_script([(marks, record) for group, marks, record in records if group == "shared"])
    return 0


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
