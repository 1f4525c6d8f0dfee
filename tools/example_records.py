"""The example documents as records, each read once a run: for tests and measurements of the register."""

from functools import cache

import texts

import secretariat
from secretariat.model.record import Record

LEXICON = texts.lexicon_folders()


@cache
def read(name: str) -> tuple[Record, bytes]:
    """The record and the bytes of an example document."""
    path = texts.ROOT / "examples" / name
    return secretariat.read(path, lexicon=LEXICON), path.read_bytes()


def example_names() -> list[str]:
    """The names of the example documents, in the order of letters."""
    return sorted(p.name for p in texts.example_documents())
