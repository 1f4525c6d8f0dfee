"""``make bench``: how fast documents are read, where the time goes, how much memory it takes, how quickly it starts.

    bench.py [--sample N] [PATH...]

Without a path: the examples, and the shared corpus where it lies beside the repository. Figures are of this
machine, one core, with the words already in memory; a cold start counts everything.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import texts

from secretariat.model.errors import SecretariatError
from secretariat.reading.order import Options, read_document
from secretariat.sources import Limits, read_source

STARTS = 5
SLOWEST = 10


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description="Measure reading.")
    asked.add_argument("paths", nargs="*", type=Path)
    asked.add_argument("--sample", type=int, default=1, metavar="N", help="take every N-th document")
    options = asked.parse_args()
    paths = (options.paths or [*texts.example_documents(), *texts.corpus()])[:: options.sample]
    if not paths:
        print("nothing to read", file=sys.stderr)
        return 1
    _speed(paths)
    _memory()
    _starts(paths[0])
    return 0


def _speed(paths: list[Path]) -> None:
    """Characters a second over all documents, by stage, and the slowest documents."""
    settings = Options(lexicon=texts.lexicon_folders(), any_language=True)
    begin = time.perf_counter()
    read_document(read_source(paths[0]), settings)
    first = time.perf_counter() - begin
    spent: dict[str, float] = {}
    took: list[tuple[float, int, Path]] = []
    for path in paths:
        begin = time.perf_counter()
        try:
            document = read_source(path, Limits())
            opened = time.perf_counter() - begin
            read_document(document, settings, spent)
        except SecretariatError as fault:
            print(fault, file=sys.stderr)
            continue
        spent["open"] = spent.get("open", 0.0) + opened
        took.append((time.perf_counter() - begin, len(document.text), path))
    seconds, characters = sum(t[0] for t in took), sum(t[1] for t in took)
    print(f"documents        {len(took):>12,}")
    print(f"characters       {characters:>12,}")
    print(f"seconds          {seconds:>12.2f}")
    print(f"characters/s     {characters / seconds:>12,.0f}")
    print(f"first document   {first:>12.2f} s (with its words)\n")
    _stages(spent, characters)
    _slowest(took)


def _stages(spent: dict[str, float], characters: int) -> None:
    total = sum(spent.values())
    print(f"{'stage':24}{'seconds':>9}{'share':>8}{'characters/s':>16}")
    for name, seconds in sorted(spent.items(), key=lambda s: -s[1]):
        print(f"{name:24}{seconds:9.2f}{seconds / total:8.1%}{characters / max(seconds, 1e-9):16,.0f}")


def _slowest(took: list[tuple[float, int, Path]]) -> None:
    print(f"\n{'slowest for their length':60}{'ms':>8}{'characters':>12}{'characters/s':>14}")
    for seconds, size, path in sorted(took, key=lambda t: -t[0] / (t[1] + 2_000))[:SLOWEST]:
        print(f"{path.name[:58]:60}{seconds * 1000:8.0f}{size:12,}{size / seconds:14,.0f}")


def _memory() -> None:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\npeak memory      {kilobytes / 1024 / (1024 if sys.platform == 'darwin' else 1):>12,.0f} MB")


def _starts(path: Path) -> None:
    """Wall time of ``secretariat`` commands from nothing, the best of five; once without the kept form of the words."""
    base = [sys.executable, "-m", "secretariat.cli.main"]
    print(f"start, --help    {min(_seconds([*base, '--help']) for _ in range(STARTS)):>12.2f} s")
    read = [*base, "read", "--json", str(path)]
    print(f"start, one file  {min(_seconds(read) for _ in range(STARTS)):>12.2f} s ({path.name})")
    with tempfile.TemporaryDirectory() as empty:
        print(f"the very first   {_seconds(read, SECRETARIAT_CACHE=empty):>12.2f} s (YAML read, nothing kept yet)")


def _seconds(command: list[str], **environment: str) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment}, check=False)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
