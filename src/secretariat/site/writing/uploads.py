"""Files that visitors drop: each is read by a process of its own, with limits on time and memory, and waits to be added.

A job is a folder with a random name under one folder of the system for passing files: no name from outside reaches the disk.
"""

import contextlib
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from secretariat.model.errors import NotThere, RegisterError
from secretariat.model.record import Record, record_from_json
from secretariat.site.settings import Settings

_KEY = re.compile(r"[0-9a-f]{32}")
_MOST = 20
"""Files that may wait at once."""
_KEPT_SECONDS = 3600
_MEMORY = 4_000_000_000
"""Bytes of memory that reading one file may take."""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How far a file is: ``reading`` (with the step), ``read``, ``failed`` (with the fault)."""

    name: str
    size: int
    begun: float
    state: str = "reading"
    step: str = ""
    done: int = 0
    steps: int = 0
    fault: str = ""


class Uploads:
    """The files that wait."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = Path(settings.uploads or tempfile.mkdtemp(prefix="secretariat-uploads-"))
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def close(self) -> None:
        """Ends what is being read and throws everything away."""
        for process in self._running.values():
            process.kill()
        if not self._settings.uploads:
            shutil.rmtree(self._folder, ignore_errors=True)

    def begin(self, name: str, content: bytes) -> str:
        """Begins to read a file; gives the key by which it is asked for.

        Raises ``RegisterError`` for an empty file, one that is too large, or where too many wait.
        """
        self._tidy()
        if not content:
            raise RegisterError("upload", "the file is empty", "choose another")
        if len(content) > self._settings.upload_bytes:
            raise RegisterError(
                "upload",
                f"the file has more than {self._settings.upload_bytes:,} bytes",
                "split it, or add it by command",
            )
        if sum(1 for _ in self._folder.iterdir()) >= _MOST:
            raise RegisterError("upload", f"{_MOST} files wait already", "add some or throw them away")
        key = secrets.token_hex(16)
        job = self._folder / key
        job.mkdir()
        (job / "source").write_bytes(content)
        write_state(job, State(name=_plain(name), size=len(content), begun=time.time()))
        command = [sys.executable, "-m", "secretariat.site.writing.reader", str(job), str(_MEMORY)]
        command += [str(folder) for folder in self._settings.lexicon]
        self._running[key] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        return key

    def state(self, key: str) -> State:
        """How far a file is. Raises ``NotThere`` for a key that is none, or whose file was thrown away."""
        state = read_state(self._job(key))
        process = self._running.get(key)
        if state.state == "reading":
            late = time.time() - state.begun > self._settings.upload_seconds
            ended = process is not None and process.poll() is not None
            if late or ended:
                if process is not None and late:
                    process.kill()
                state = read_state(self._job(key))
                if state.state == "reading":
                    fault = "reading it took too long" if late else "reading it took too much memory, or broke off"
                    state = msgspec.structs.replace(state, state="failed", fault=fault)
                    write_state(self._job(key), state)
        if state.state != "reading" and process is not None:
            process.wait()
            del self._running[key]
        return state

    def result(self, key: str) -> tuple[Record, bytes, str]:
        """The record, the bytes and the name of a file that was read. Raises ``NotThere`` where it was not."""
        job = self._job(key)
        state = self.state(key)
        if state.state != "read":
            raise NotThere("upload", "this file is not read", "wait for it, or drop it again")
        return record_from_json((job / "record").read_bytes()), (job / "source").read_bytes(), state.name

    def drop(self, key: str) -> None:
        """Throws a file away."""
        job = self._job(key)
        if (process := self._running.pop(key, None)) is not None:
            process.kill()
            process.wait()
        shutil.rmtree(job, ignore_errors=True)

    def _job(self, key: str) -> Path:
        job = self._folder / key if _KEY.fullmatch(key) else None
        if job is None or not job.is_dir():
            raise NotThere("upload", "there is no such file waiting", "drop it again")
        return job

    def _tidy(self) -> None:
        for job in list(self._folder.iterdir()):
            with contextlib.suppress(OSError, msgspec.MsgspecError, NotThere):
                if time.time() - read_state(job).begun > _KEPT_SECONDS:
                    self.drop(job.name)


def read_state(job: Path) -> State:
    """The state of the job in a folder."""
    return msgspec.json.decode((job / "state").read_bytes(), type=State)


def write_state(job: Path, state: State) -> None:
    """Writes it whole or not at all."""
    partial = job / f".state-{secrets.token_hex(4)}"
    partial.write_bytes(msgspec.json.encode(state))
    partial.replace(job / "state")


def _plain(name: str) -> str:
    """The last part of a name, printable, of at most 200 letters: it is shown and kept, never opened."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(c for c in last if c.isprintable())[-200:].strip(". ") or "document"
