"""``make accuracy``, second table: which kind of paragraph each stretch of text is, against a sample marked by hand.

    structure_accuracy.py [--misses]

The samples are ``tests/structure/paragraph_kinds.json``, by which the reader was mended, and further ones beside it,
marked to see how that carries over; they hold places and kinds alone. The documents themselves lie in ``../shared``
beside the repository; without them there is nothing to score. See docs/accuracy.md.
"""

import argparse
import hashlib
import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import texts

import secretariat
from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Record

SAMPLE = texts.ROOT / "tests" / "structure" / "paragraph_kinds.json"
SECOND = SAMPLE.with_name("paragraph_kinds_second.json")
THIRD = SAMPLE.with_name("paragraph_kinds_third.json")
SAMPLES = {"kinds of paragraphs": SAMPLE, "second sample": SECOND, "third sample": THIRD}


class Marked(msgspec.Struct, frozen=True):
    """A document of the sample, relative to ``../shared``, and its marked paragraphs as (start, end, kind)."""

    document: str
    sha256: str
    paragraphs: tuple[tuple[int, int, str], ...]


class Miss(msgspec.Struct, frozen=True):
    """A marked paragraph that was read as another kind, or divided elsewhere (``read`` is then its kind)."""

    start: int
    end: int
    kind: str
    read: str


class Score(msgspec.Struct, frozen=True):
    """Of one document: paragraphs marked, those of the right kind, those of the right kind and with their own bounds."""

    document: str
    marked: int
    right: int
    whole: int
    misses: tuple[Miss, ...]


def read_sample(path: Path = SAMPLE) -> tuple[Marked, ...]:
    """The documents of the sample. Raises ``msgspec.ValidationError`` where the file breaks its form."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[Marked, ...])


def score(marked: Marked, shared: Path) -> Score:
    """Reads a document of the sample and compares. Raises ``ValueError`` where it is not the file that was marked."""
    path = shared / marked.document
    if hashlib.sha256(path.read_bytes()).hexdigest() != marked.sha256:
        raise ValueError(f"{marked.document}: not the file that was marked")
    return compare(marked, secretariat.read(path, any_language=True))


def compare(marked: Marked, record: Record) -> Score:
    """A paragraph is right where most of its letters were read as its kind; whole where its bounds were read too."""
    right = whole = 0
    misses: list[Miss] = []
    for start, end, kind in marked.paragraphs:
        read = _kind_at(record, start, end)
        if read != kind:
            misses.append(Miss(start, end, kind, read))
            continue
        right += 1
        whole += _bounded(record, start, end)
    return Score(marked.document, len(marked.paragraphs), right, whole, tuple(misses))


def _overlapping(paragraphs: Sequence[Paragraph], start: int, end: int) -> list[Paragraph]:
    at = max(0, bisect_right(paragraphs, start, key=lambda p: p.start) - 1)
    found = []
    while at < len(paragraphs) and paragraphs[at].start < end:
        found.append(paragraphs[at])
        at += 1
    return found


def _kind_at(record: Record, start: int, end: int) -> str:
    """The kind as which most letters and figures of a stretch were read."""
    sizes: Counter[str] = Counter()
    for part in _overlapping(record.paragraphs, start, end):
        words = record.text[max(start, part.start) : min(end, part.end)]
        sizes[part.kind] += sum(not c.isspace() for c in words)
    return sizes.most_common(1)[0][0] if sizes else "none"


def _bounded(record: Record, start: int, end: int) -> bool:
    """Whether one paragraph, white space aside, begins and ends where the marked one does."""
    for part in _overlapping(record.paragraphs, start, end):
        words = record.text[part.start : part.end]
        low = part.start + len(words) - len(words.lstrip())
        if (low, low + len(words.strip())) == (start, end):
            return True
    return False


def main() -> int:
    """Prints the table; 0 also where the documents are missing."""
    asked = argparse.ArgumentParser(description="Score kinds of paragraphs against a sample marked by hand.")
    asked.add_argument("--misses", action="store_true", help="show each paragraph that was read as another kind")
    options = asked.parse_args()
    for name, path in SAMPLES.items():
        sample = read_sample(path)
        missing = [m.document for m in sample if not (texts.SHARED / m.document).exists()]
        if missing:
            print(f"\n{name}: not scored, {len(missing)} documents are not in ../shared", file=sys.stderr)
            continue
        scores = [score(m, texts.SHARED) for m in sample]
        print(f"\n{name}\n{table(scores)}")
        if options.misses:
            for one in scores:
                _show(one)
    return 0


def table(scores: Sequence[Score]) -> str:
    """Marked, right kind, right bounds too – by document and together."""
    rows = [f"{'document':<42}{'marked':>7}{'kind':>6}{'share':>7}{'whole':>7}{'share':>7}"]
    for one in [*scores, _together(scores)]:
        name = Path(one.document).stem[:40]
        kind, whole = one.right / one.marked, one.whole / one.marked
        rows.append(f"{name:<42}{one.marked:>7}{one.right:>6}{kind:>7.3f}{one.whole:>7}{whole:>7.3f}")
    return "\n".join(rows)


def _together(scores: Sequence[Score]) -> Score:
    return Score(
        "all together", sum(s.marked for s in scores), sum(s.right for s in scores), sum(s.whole for s in scores), ()
    )


def _show(one: Score) -> None:
    text = secretariat.read(texts.SHARED / one.document, any_language=True).text
    for miss in one.misses:
        words = " ".join(text[miss.start : miss.end].split())
        print(
            f"  {Path(one.document).stem[:30]} {miss.start}: {miss.kind}, read as {miss.read}: {json.dumps(words[:70])}"
        )


if __name__ == "__main__":
    sys.exit(main())
