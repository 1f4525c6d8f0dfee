"""``make fuzz``: bytes made by a coverage-guided fuzzer are read; a record must keep its promises, a fault must be clear.

    fuzz.py [--seconds N] [--corpus DIR] [--format ENDING]

Needs the extra ``fuzz`` (atheris). What breaks is kept in the folder of ``--corpus`` (default .fuzz, not in version control) as
``crash-…``; read it again with ``fuzz.py --again FILE``. Mend it, and keep the smallest input as a test in
tests/test_fuzz_finds.py.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import invariants

ROOT = Path(__file__).resolve().parent.parent
FORMATS = (".txt", ".html", ".md", ".xml", ".rtf", ".docx", ".pdf")
"""The first byte of an input chooses one of these endings; the rest is the file."""
SEED_BYTES = 24_000
LIMITS = {"max_bytes": 200_000, "max_chars": 200_000, "max_pages": 20}


def read_one(data: bytes) -> None:
    """Reads one input; raises ``AssertionError`` with the broken promises, or whatever the reader let through."""
    from secretariat.model.errors import SourceError
    from secretariat.model.record import record_from_json
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import Limits, source_from_bytes

    if len(data) < 2:
        return
    name = "fuzzed" + FORMATS[data[0] % len(FORMATS)]
    try:
        document = source_from_bytes(data[1:], name, Limits(**LIMITS))
    except SourceError as fault:
        if not str(fault).startswith(name) or ";" not in str(fault):
            raise AssertionError(f"an unclear fault: {fault}") from fault
        return
    record = read_document(document, Options(any_language=True))
    broken = list(invariants.broken(record))
    assert not broken, broken[:3]
    assert record_from_json(record.to_json()) == record, "the record does not survive JSON"


def seeds(folder: Path) -> None:
    """Writes the beginnings of the example documents, each as an input of its format."""
    for path in sorted((ROOT / "examples").glob("*.*")):
        if path.suffix not in FORMATS:
            continue
        data = path.read_bytes()
        cut = data if path.suffix in (".pdf", ".docx") else data[:SEED_BYTES]
        (folder / path.name).write_bytes(bytes([FORMATS.index(path.suffix)]) + cut)
        if path.suffix == ".txt":
            paragraphs = data.decode("utf-8").split("\n\n")
            for number, part in enumerate(paragraphs[:12]):
                (folder / f"{path.stem}-{number}").write_bytes(bytes([number % 4]) + part.encode())


def words() -> list[str]:
    """Words that readers of a format and finders look for, for the fuzzer's dictionary."""
    from secretariat.lexicon.load import load_lexicon

    marks = [
        "<p>",
        "</p>",
        "<table>",
        "<!--",
        "{\\rtf1 ",
        "\\u8217?",
        "%PDF-1.4",
        "PK",
        "# ",
        "1. ",
        "(a) ",
        "---",
        "[^1]",
    ]
    kinds = ("month", "office", "body-kind", "instrument-kind", "event-kind", "verb")
    known = [form for kind in kinds for entry in load_lexicon().entries(kind) for form in entry.forms]
    return [*marks, *known[:600], " of the ", " and ", ", ", "2021", " (", ")", "17 September 2021", "59/48"]


def main() -> int:
    """Fuzzes for the time asked; the exit status is the fuzzer's (77 where it found something)."""
    asked = argparse.ArgumentParser(description="Fuzz sources and reading, guided by coverage.")
    asked.add_argument("--seconds", type=int, default=120, help="how long (default 120)")
    asked.add_argument("--corpus", type=Path, default=ROOT / ".fuzz", help="where inputs are kept (default .fuzz)")
    asked.add_argument("--format", default="", choices=("", *FORMATS), help="one format alone")
    asked.add_argument("--again", type=Path, help="read this kept input once more and show what breaks")
    options = asked.parse_args()
    if options.again:
        read_one(options.again.read_bytes())
        print("nothing breaks")
        return 0
    try:
        import atheris
    except ImportError:
        print("make fuzz needs atheris: .venv/bin/pip install -e '.[fuzz]'", file=sys.stderr)
        return 1
    with atheris.instrument_imports(include=["secretariat"]):
        import secretariat.reading.order
        import secretariat.sources  # noqa: F401
    kept: Path = options.corpus
    kept.mkdir(parents=True, exist_ok=True)
    first = FORMATS.index(options.format) if options.format else None

    def one(data: bytes) -> None:
        read_one(data if first is None else bytes([first]) + data[1:])

    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        dictionary = Path(folder) / "words.dict"
        quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in words() if word.isascii())
        dictionary.write_text("".join(f'"{word}"\n' for word in quoted), encoding="utf-8")
        arguments = [sys.argv[0], str(kept), folder, f"-max_total_time={options.seconds}", f"-artifact_prefix={kept}/"]
        arguments += [f"-dict={dictionary}", f"-max_len={SEED_BYTES}", "-timeout=20", "-rss_limit_mb=3000"]
        atheris.Setup([*arguments, "-print_final_stats=1"], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
