"""The process that reads one dropped file: ``python -m secretariat.site.writing.reader FOLDER MEMORY LEXICON…``."""

import sys
from pathlib import Path

import msgspec

from secretariat.model.errors import SecretariatError
from secretariat.reading.order import STEPS, Options, Timings, read_document
from secretariat.site.writing.uploads import State, read_state, write_state
from secretariat.sources import Limits
from secretariat.sources.read import source_from_bytes

_BEFORE, _AFTER = 2, 1
"""Steps before the finders (words, structure) and after them (putting the record together)."""


class _Told(Timings):
    """Tells each step in the job's state as soon as it is done."""

    def __init__(self, job: Path, state: State) -> None:
        super().__init__()
        self._job, self._state = job, state

    def __setitem__(self, name: str, seconds: float) -> None:
        super().__setitem__(name, seconds)
        steps = len(STEPS) + _BEFORE + _AFTER
        self._state = msgspec.structs.replace(self._state, step=name, done=len(self), steps=steps)
        write_state(self._job, self._state)


def main(folder: str, memory: int, lexicon: tuple[Path, ...]) -> None:
    """Reads ``source`` in the folder and writes ``record`` there, or the fault into its state."""
    _limit(memory)
    job = Path(folder)
    state = read_state(job)
    try:
        document = source_from_bytes((job / "source").read_bytes(), state.name, Limits.from_environment())
        record = read_document(document, Options(lexicon=lexicon), _Told(job, state))
        (job / "record").write_bytes(record.to_json())
        write_state(job, msgspec.structs.replace(read_state(job), state="read"))
    except SecretariatError as fault:
        said = f"{getattr(fault, 'fault', fault)}; {getattr(fault, 'remedy', '')}".strip("; ")
        write_state(job, msgspec.structs.replace(read_state(job), state="failed", fault=said))
    except MemoryError:
        write_state(job, msgspec.structs.replace(state, state="failed", fault="reading it takes too much memory"))


def _limit(memory: int) -> None:
    """Keeps this process within so many bytes of memory, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), tuple(Path(folder) for folder in sys.argv[3:]))
