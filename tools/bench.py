"""``make bench``: how fast documents are read, where the time goes, how it grows, what memory and a start cost.

    bench.py [--sample N] [--spacy] [--quick] [--profile N] [PATH...]

Without a path: the examples, and the shared corpus where it lies beside the repository. Figures are of this machine,
one core, with the words already in memory; a cold start counts everything. ``--spacy`` reads a sample of the same
documents with spaCy's small English pipeline as well, in the same run (see tools/bench_spacy.py). ``--quick`` leaves
out growth and memory.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench_growth
import bench_spacy
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
    asked.add_argument("--spacy", action="store_true", help="read a sample with spaCy's small pipeline too")
    asked.add_argument("--quick", action="store_true", help="leave out growth and memory")
    asked.add_argument("--profile", type=int, default=0, metavar="N", help="show the N functions that take most time")
    options = asked.parse_args()
    paths = (options.paths or [*texts.example_documents(), *texts.corpus()])[:: options.sample]
    if not paths:
        print("nothing to read", file=sys.stderr)
        return 1
    one_core()
    if options.profile:
        return _profile(paths, options.profile)
    _speed(paths)
    if options.spacy:
        bench_spacy.compare([p for p in paths if p.suffix == ".txt"])
    _starts(paths[0])
    if not options.quick:
        bench_growth.show()
    return 0


def one_core() -> None:
    """Keeps this process and those that it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def _speed(paths: list[Path]) -> None:
    """Characters a second over all documents, by stage, and the slowest documents."""
    settings = Options(lexicon=texts.lexicon_folders(), any_language=True)
    begin = time.perf_counter()
    read_document(read_source(paths[0]), settings)
    first = time.perf_counter() - begin
    spent: dict[str, float] = {}
    took: list[tuple[float, int, Path]] = []
    began = time.process_time()
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
    processor = time.process_time() - began
    seconds, characters = sum(t[0] for t in took), sum(t[1] for t in took)
    print(f"documents        {len(took):>12,}")
    print(f"characters       {characters:>12,}")
    print(f"seconds          {seconds:>12.2f} ({processor:.2f} of the processor)")
    print(f"characters/s     {characters / seconds:>12,.0f} ({characters / processor:,.0f} of the processor)")
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


def _profile(paths: list[Path], rows: int) -> int:
    """The functions in which most time is spent, themselves alone."""
    import cProfile
    import pstats

    settings = Options(lexicon=texts.lexicon_folders(), any_language=True)
    documents = [read_source(path, Limits()) for path in paths]
    read_document(documents[0], settings)
    with cProfile.Profile() as profile:
        for document in documents:
            read_document(document, settings)
    pstats.Stats(profile).sort_stats("tottime").print_stats(rows)
    return 0


def _starts(path: Path) -> None:
    """Wall time of ``secretariat`` commands from nothing, the best of five; once without the kept form of the words.

    Modules are compiled beforehand, as those of an installed package are, and into a folder that is thrown away.
    """
    base = [sys.executable, "-m", "secretariat.cli.main"]
    read = [*base, "read", "--json", str(path)]
    with tempfile.TemporaryDirectory() as modules, tempfile.TemporaryDirectory() as empty:
        compiled = {"PYTHONPYCACHEPREFIX": modules, "PYTHONDONTWRITEBYTECODE": ""}
        _seconds(read, **compiled)
        print(f"\nstart, --help    {min(_seconds([*base, '--help'], **compiled) for _ in range(STARTS)):>12.2f} s")
        print(f"start, one file  {min(_seconds(read, **compiled) for _ in range(STARTS)):>12.2f} s ({path.name})")
        first = _seconds(read, SECRETARIAT_CACHE=empty, **compiled)
        print(f"the very first   {first:>12.2f} s (YAML read, nothing kept yet)")


def _seconds(command: list[str], **environment: str) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment}, check=False)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
