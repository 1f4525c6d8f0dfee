"""How long every export of a register takes, and how much memory; and of a register ten times as large.

    python tools/bench_export.py [--register FILE] [--times 10]

Without ``--register`` a register of the shared corpus (else of the examples) is made. The larger one holds each document ten times,
under other checksums. Targets: under 60 s each, and at ten times the size at most 1.5 times the memory.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import msgspec
import texts

from secretariat.publishing.formats import FORMATS
from secretariat.register.register import open_register

MOST_SECONDS = 60
MOST_TIMES = 1.5


def main() -> int:
    """Measures and prints; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", help="a register that is there")
    parser.add_argument("--large", help="a larger register that is there")
    parser.add_argument(
        "--times", type=int, default=10, help="how many times each document stands in the larger one; 0: none"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = given.register or made(Path(folder) / "register.db")
        large = given.large or ""
        if given.times and not large:
            # in a process of its own: one that is started by a large process counts the other's memory as its own
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                large = pool.submit(repeated, small, Path(folder) / "large.db", given.times).result()
        return measure(small, large)


def made(target: Path) -> str:
    """A register of the shared corpus, or of the examples."""
    command = [
        sys.executable,
        "-m",
        "secretariat.cli.main",
        "add",
        "--quiet",
        "--any-language",
        "--register",
        str(target),
    ]
    source = texts.SHARED / "corpus" if texts.SHARED.exists() else texts.EXAMPLES
    subprocess.run([*command, str(source)], check=False)
    return str(target)


def repeated(source: str, target: Path, times: int) -> str:
    """A register with every document of another so many times; each further time its source has a letter more."""
    with open_register(source, create=False) as known, open_register(target) as new:
        for row in known.ask.documents():
            record, content = known.record(row["document"]), known.content(row["document"])
            assert record is not None
            assert content is not None
            for n in range(times):
                data = content + b" " * n
                facts = msgspec.structs.replace(record.document, id=f"sha256:{hashlib.sha256(data).hexdigest()}")
                new.add(msgspec.structs.replace(record, document=facts), data, f"{n}-{row['name']}")
        new.refresh()
    return str(target)


def measure(small: str, large: str) -> int:
    """A line for each form."""
    failed = 0
    for register in filter(None, (small, large)):  # what follows from documents is not to be worked out while measuring
        run("bibtex", register)
    print("format      seconds  MB" + ("   ten times: seconds  MB   memory" if large else ""))
    for name in FORMATS:
        seconds, memory = run(name, small)
        line = f"{name:10} {seconds:8.1f} {memory:4.0f}"
        failed += seconds > MOST_SECONDS
        if large:
            more_seconds, more_memory = run(name, large)
            failed += more_memory > MOST_TIMES * memory
            line += f" {more_seconds:20.1f} {more_memory:4.0f}   x{more_memory / memory:.2f}"
        print(line, flush=True)
    print(
        f"{failed} targets missed (under {MOST_SECONDS} s each; at ten times the size at most {MOST_TIMES} times the memory)"
    )
    return int(failed > 0)


def run(name: str, register: str) -> tuple[float, float]:
    """Seconds and megabytes (10^6) of one export in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "secretariat.cli.main", "export", name, "--quiet", "--register", register]
        begin = time.perf_counter()
        process = subprocess.Popen([*command, "-o", str(Path(folder) / "out")])
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{name} failed")
        seconds = time.perf_counter() - begin
        shutil.rmtree(Path(folder) / "out", ignore_errors=True)
        return seconds, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


if __name__ == "__main__":
    sys.exit(main())
