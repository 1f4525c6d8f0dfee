"""How time and memory grow with the length of a document, on plain text and on text made to be hard.

Each measurement is a process of its own: this file with the name of a text and its length. It prints one line:
characters, seconds of the processor, marks, peak memory in MB (with the JSON written), and peak memory before reading.
"""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import texts

MEMORY_LIMIT = 300
LONG = 10_000_000


class Measured(NamedTuple):
    """One document read once."""

    characters: int
    seconds: float
    marks: int
    peak: float
    before: float


def show() -> None:
    """Prints the growth of plain and of hard texts, then the memory that ten million characters of each take."""
    print(f"\n{'growth with length':28}{'characters':>12}{'seconds':>9}{'characters/s':>14}{'peak MB':>9}{'growth':>8}")
    for name, (_, lengths) in KINDS.items():
        before: Measured | None = None
        for length in lengths:
            got = measure(name, length)
            growth = (got.seconds / before.seconds) / (got.characters / before.characters) if before else 0.0
            shown = f"{growth:8.2f}" if before else " " * 8
            speed = got.characters / max(got.seconds, 1e-9)
            print(f"{name:28}{got.characters:12,}{got.seconds:9.2f}{speed:14,.0f}{got.peak:9.0f}{shown}", flush=True)
            before = got
    print("growth: time over length against the line before; 1 is in proportion")
    print(f"\n{'memory for ten million':28}{'characters':>12}{'seconds':>9}{'marks':>14}{'peak MB':>9}")
    for name in KINDS:
        got = measure(name, LONG)
        verdict = "" if got.peak < MEMORY_LIMIT else f"   over {MEMORY_LIMIT} MB"
        print(f"{name:28}{got.characters:12,}{got.seconds:9.2f}{got.marks:14,}{got.peak:9.0f}{verdict}", flush=True)


def measure(name: str, length: int) -> Measured:
    """Reads a text of that kind and about that length in a process of its own."""
    told = subprocess.run(
        [sys.executable, __file__, name, str(length)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return Measured(*(float(n) if "." in n else int(n) for n in told.stdout.split()))  # type: ignore[arg-type]


def _repeated(length: int) -> str:
    documents = [p.read_text(encoding="utf-8") + "\n\n" for p in texts.example_documents() if p.suffix == ".txt"]
    base = "".join(documents)
    return (base * (length // len(base) + 1))[:length]


def _one_line(length: int) -> str:
    return " ".join(_repeated(length).split())[:length]


def _brackets(length: int) -> str:
    depth = length // 2
    return "The Parties agree " + "[" * depth + "]" * depth + " to meet again."


def _states(length: int) -> str:
    names = (
        "Japan",
        "the Republic of Korea",
        "Peru",
        "the Kingdom of Norway",
        "Fiji",
        "Chad",
        "the Swiss Confederation",
    )
    return "The representatives of " + ", ".join(names * (length // 80 + 1))[:length] + " and Togo met in Lima."


def _numbered(length: int) -> str:
    lines = (f"{n}. The Ministers will meet again in {2000 + n % 90}." for n in range(1, length // 46 + 1))
    return "\n".join(lines)


def _short_numbered(length: int) -> str:
    return "\n".join(f"{n}. Item {n % 97}." for n in range(1, length // 16 + 1))


def _nested_lists(length: int) -> str:
    unit = "1. The Parties agree to:\n(a) share data:\n(i) each year;\n(ii) on request;\n- by post;\n- by hand;\n(b) meet.\n"
    return (unit * (length // len(unit) + 1))[:length]


def _capitals(length: int) -> str:
    return ("Joint Statement of the Council on the Plan for the Year of " * (length // 59 + 1))[:length]


def _commas(length: int) -> str:
    return "We note " + "trade, and water, " * (length // 18) + "and agree."


def _blank(length: int) -> str:
    return "We agree.\n" + " \n\t\n" * (length // 4) + "We meet again."


KINDS: dict[str, tuple[Callable[[int], str], tuple[int, ...]]] = {
    "examples repeated": (_repeated, (250_000, 500_000, 1_000_000, 2_000_000)),
    "one line": (_one_line, (125_000, 250_000, 500_000, 1_000_000)),
    "nested brackets": (_brackets, (125_000, 250_000, 500_000, 1_000_000)),
    "a list of states": (_states, (125_000, 250_000, 500_000, 1_000_000)),
    "numbered items": (_numbered, (500_000, 1_000_000, 2_000_000, 4_000_000)),
    "short numbered lines": (_short_numbered, (250_000, 500_000, 1_000_000, 2_000_000)),
    "nested lists": (_nested_lists, (250_000, 500_000, 1_000_000, 2_000_000)),
    "capitalised words": (_capitals, (25_000, 50_000, 100_000, 200_000)),
    "commas": (_commas, (25_000, 50_000, 100_000, 200_000)),
    "blank lines": (_blank, (250_000, 500_000, 1_000_000, 2_000_000)),
}
"""Name → how the text is made, and the lengths in which it is read."""


def _peak() -> float:
    """Peak memory of this process in MB, without that of the process that started it."""
    status = Path("/proc/self/status")
    if status.exists() and (peak := re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))):
        return int(peak[1]) / 1024
    kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kept / 1024 / (1024 if sys.platform == "darwin" else 1)


def _measure_here(name: str, length: int) -> None:
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import source_from_text

    options = Options(any_language=True)
    read_document(source_from_text("The Ministers met in Lima on 3 May 2019.", "first"), options)
    before = _peak()
    text = KINDS[name][0](length)
    begin = time.process_time()
    record = read_document(source_from_text(text, name), options)
    seconds = time.process_time() - begin
    with Path(os.devnull).open("wb") as nowhere:
        nowhere.writelines(record.json_pieces())
    print(len(text), f"{seconds:.4f}", len(record.mentions) + len(record.statements), f"{_peak():.1f}", f"{before:.1f}")


if __name__ == "__main__":
    _measure_here(sys.argv[1], int(sys.argv[2]))
