"""``make faults``: kills ``secretariat add`` at random moments and looks whether the register is sound each time.

    faults.py [--kills 100] [--documents 200] [--seed 1]

Adds documents of the shared corpus (the examples where it is missing) to a new register, over and over; each run is killed
with all its processes after a random time. After each kill the database must pass SQLite's own check, and every
document in it must be whole: its rows those that its record lays out. At the end a run that nobody kills must leave the
same register as one that was never killed.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import texts

from secretariat import open_register
from secretariat.register import schema
from secretariat.register.layout import lay_out
from secretariat.register.moving import iter_lines
from secretariat.register.store import read_record


def main() -> int:
    """Kills, looks, compares; 1 where anything was found broken."""
    asked = argparse.ArgumentParser(description="Kill the adding of documents at random moments.")
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--documents", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    files = [p for p in texts.corpus() if "parallel" not in p.parts][: options.documents] or texts.example_documents()
    with tempfile.TemporaryDirectory() as folder:
        killed, clean = Path(folder) / "killed.db", Path(folder) / "clean.db"
        faults = kill_often(files, killed, options.kills, random.Random(options.seed))
        for target in (killed, clean):
            subprocess.run(command(files, target), check=False, stderr=subprocess.DEVNULL)
        same = exported(killed) == exported(clean)
        print(f"after {options.kills} kills: {faults} unsound; finished register the same as one never killed: {same}")
    return 0 if not faults and same else 1


def command(files: list[Path], target: Path) -> list[str]:
    """How the documents are added."""
    return [sys.executable, "-m", "secretariat.cli.main", "add", "-q", "--register", str(target), *map(str, files)]


def kill_often(files: list[Path], target: Path, kills: int, chance: random.Random) -> int:
    """Starts and kills; gives how often the register was found unsound. Starts anew once all documents are in."""
    faults = 0
    for number in range(1, kills + 1):
        run = subprocess.Popen(command(files, target), stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.2, 2.5))
        ended = run.poll() is not None
        os.killpg(run.pid, signal.SIGKILL) if not ended else None
        run.wait()
        fault = fault_in(target) if target.exists() else None
        if fault:
            faults += 1
            print(f"kill {number}: {fault}")
        if ended:
            for path in target.parent.glob(target.name + "*"):
                path.unlink()
    return faults


def fault_in(target: Path) -> str | None:
    """What is wrong with a register, or None."""
    with sqlite3.connect(target) as database:
        told = database.execute("PRAGMA integrity_check").fetchone()[0]
        if told != "ok":
            return str(told)
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone():
            return None
    with open_register(target) as register, register.engine.connect() as connection:
        for document in connection.execute(schema.documents.select()).mappings().all():
            record = read_record(connection, document["id"])
            assert record is not None
            rows = lay_out(record)
            for table in schema.RECORDED:
                found = connection.execute(table.select().where(table.c.document == document["id"])).all()
                if len(found) != len(rows[table.name]):
                    return f"{document['name']}: {len(found)} rows in {table.name}, not {len(rows[table.name])}"
    return None


def exported(target: Path) -> bytes:
    """The whole register as lines."""
    with open_register(target) as register, register.engine.connect() as connection:
        return b"".join(iter_lines(connection))


if __name__ == "__main__":
    sys.exit(main())
