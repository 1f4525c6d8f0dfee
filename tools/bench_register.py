"""``make bench-register``: how long adding and asking take, on SQLite, with the shared corpus (the examples without it)."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import texts

from secretariat import open_register
from secretariat.register.asking.filters import Filters
from secretariat.register.register import Register

ROUNDS = 15


def main() -> int:
    """Adds half of the corpus, then all of it to another register, and asks every question warm."""
    files = texts.corpus() or texts.example_documents()
    with tempfile.TemporaryDirectory() as folder:
        half, whole = Path(folder) / "half.db", Path(folder) / "whole.db"
        one = add(files[::2], half)
        two = add(files, whole)
        size = whole.stat().st_size / 1e6
        with open_register(whole) as register:
            print(
                f"adding, {os.cpu_count()} processes: {len(files[::2])} files in {one:.1f} s, {len(files)} in {two:.1f} s"
            )
            print(f"twice the documents in {two / one:.2f} times the time; {len(register)} documents, {size:.0f} MB")
            begin = time.perf_counter()
            with register.engine.begin() as connection:
                connection.exec_driver_sql("DELETE FROM meta WHERE key = 'state'")
            register.refresh()
            print(f"making all that follows anew: {time.perf_counter() - begin:.1f} s")
            ask(register)
    return 0


def add(files: list[Path], target: Path) -> float:
    """Seconds of ``secretariat add`` from nothing."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "secretariat.cli.main", "add", "-q", "--register", str(target), *map(str, files)]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def ask(register: Register) -> None:
    """The median and the 95th of each question, in milliseconds."""
    questions = register.ask
    top = [row["id"] for row in questions.entities(Filters(type="instrument", limit=ROUNDS)).rows]
    asked: dict[str, Callable[[int], object]] = {
        "documents": lambda n: questions.documents(Filters(limit=40, offset=n)),
        "entities": lambda n: questions.entities(Filters(type="instrument", limit=40, offset=n)),
        "entities --text": lambda n: questions.entities(Filters(text=("bank", "strategy", "forum")[n % 3], limit=40)),
        "show": lambda n: questions.show(top[n]),
        "statements": lambda n: questions.statements(Filters(act="commitment", limit=40, offset=n)),
        "statements --topic --since": lambda n: questions.statements(
            Filters(topic=("energy", "trade", "health")[n % 3], since="2023", limit=40)
        ),
        "statements --about": lambda n: questions.statements(Filters(about=top[n], limit=40)),
        "statements --holder": lambda n: questions.statements(Filters(holder=("JP", "KZ", "FR")[n % 3], limit=40)),
        "statements --absent": lambda n: questions.statements(Filters(absent="IN", limit=40, offset=n)),
        "statements --text": lambda n: questions.statements(Filters(text="climate finance", limit=40, offset=n)),
        "search words": lambda n: questions.search(("climate finance", "border security", "vaccine")[n % 3]),
        "search phrase": lambda n: questions.search(('"sustainable development"', '"human rights"')[n % 2]),
        "due": lambda n: questions.due(f"{2015 + n}-01-01", f"{2016 + n}-12-31", Filters(limit=40)),
    }
    print(f"\n{'asking, warm':30}{'median':>9}{'p95':>9}  ms")
    for name, question in asked.items():
        question(0)
        spent: list[float] = []
        for n in range(ROUNDS):
            begin = time.perf_counter()
            question(n)
            spent.append((time.perf_counter() - begin) * 1000)
        ordered = sorted(spent)
        print(f"{name:30}{statistics.median(ordered):9.1f}{ordered[round(0.95 * (len(ordered) - 1))]:9.1f}")


if __name__ == "__main__":
    sys.exit(main())
