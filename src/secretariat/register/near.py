"""Keeps the shingles of paragraphs, and finds the paragraphs that share most of them with some words.

Finding costs one look at the index for each pair of words of what is looked for, and the reading of a few thousand numbers:
pairs that many paragraphs have ("of the") are left out as soon as rarer ones have brought enough.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from math import log

import msgspec
from sqlalchemy import Connection, select, update

from secretariat.register import schema
from secretariat.register.search import matching_paragraphs
from secretariat.register.shingles import kept_of, pairs_of
from secretariat.register.words import words_of

_ENOUGH = 4000
"""Numbers that are read at most for one question, rarest pairs first."""
_COMMON = 1000
"""A pair that so many paragraphs have is counted no further, and read only where there is no rarer one."""
_PAIRS = 300
"""Pairs of words that are looked up at most, evenly over a long passage."""
_WORDS = 12
"""A phrase of more different words is looked for by its pairs of words."""
_LONG = 2000
"""Paragraphs looked at for a long phrase, at most."""
_AT_ONCE = 500
_DOCUMENTS = 200
"""Documents whose shingles are written together."""
_MANY = 1e6
"""A pair weighs as in a register of so many paragraphs: the logarithm of this over how many have it."""

Shingle = tuple[int, int]
"""Number of a pair of words, key of a paragraph."""


class Held(msgspec.Struct, frozen=True):
    """A paragraph of the register with what is known of its document."""

    document: str
    name: str
    title: str | None
    date: str | None
    organisation: str | None
    speakers: tuple[str, ...]
    n: int
    paragraph: str
    number: str | None
    start: int
    end: int
    text: str


def keep_new(connection: Connection) -> None:
    """Writes the shingles of all documents that have none yet, many documents at a time and in the order of the index.

    One by one each document would touch as many pages of the index as it has shingles; together they touch each page once.
    """
    d, p = schema.documents.c, schema.paragraphs.c
    waiting = list(connection.execute(select(d.id).where(d.shingled == 0).order_by(d.id)).scalars())
    for begin in range(0, len(waiting), _DOCUMENTS):
        some = waiting[begin : begin + _DOCUMENTS]
        query = select(p.key, p.text).where(p.document.in_(some), p.kind != "furniture")
        rows = sorted(
            (number, key) for key, text in connection.execute(query) for number in kept_of(words_of(text).split())
        )
        _write(connection, rows)
        connection.execute(update(schema.documents).where(d.id.in_(some)).values(shingled=1))


def _write(connection: Connection, rows: Sequence[Shingle]) -> None:
    """Writes shingles; on PostgreSQL by COPY, which is ten times as fast as INSERT."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO shingles (hash, paragraph) VALUES (?, ?)", list(rows))
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy("COPY shingles (hash, paragraph) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def forget(connection: Connection, document: str) -> None:
    """Takes out the shingles of a document; they follow from its paragraphs, which must still be there."""
    d, p = schema.documents.c, schema.paragraphs.c
    if not connection.execute(select(d.shingled).where(d.id == document)).scalar():
        return
    known = connection.execute(select(p.key, p.text).where(p.document == document, p.kind != "furniture"))
    rows = [(number, key) for key, text in known for number in kept_of(words_of(text).split())]
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    if rows:
        connection.exec_driver_sql(f"DELETE FROM shingles WHERE hash = {mark} AND paragraph = {mark}", rows)
    connection.execute(update(schema.documents).where(d.id == document).values(shingled=0))


def find_near(connection: Connection, words: Sequence[str], most: int, but: str = "") -> list[Held]:
    """The paragraphs that share most pairs of words with ``words``, the most first; none of the document ``but``."""
    numbers = list(dict.fromkeys(pairs_of(words)))
    if len(numbers) > _PAIRS:
        numbers = list(islice(numbers, 0, None, -(-len(numbers) // _PAIRS)))
    if not numbers:
        return []
    weights: dict[int, float] = defaultdict(float)
    read = 0
    counted = connection.exec_driver_sql(
        f"WITH wanted(number) AS (VALUES {','.join(f'({number})' for number in numbers)}) SELECT number, "
        f"(SELECT count(*) FROM (SELECT 1 FROM shingles WHERE hash = number LIMIT {_COMMON}) AS few) FROM wanted"
    )
    rare: dict[int, float] = {}
    for number, count in sorted(counted, key=lambda row: (row[1], row[0])):
        if rare and (read + count > _ENOUGH or count == _COMMON):
            break
        if not count:
            continue
        read += count
        rare[number] = max(0.1, log(_MANY / count))
    if not rare:
        return []
    met = connection.exec_driver_sql(f"SELECT hash, paragraph FROM shingles WHERE hash IN ({_listed(rare)})")
    for number, key in met:
        weights[key] += rare[number]
    best = sorted(weights, key=lambda key: (-weights[key], key))[: most if not but else 2 * most]
    found = _passages(connection, best)
    order = {key: place for place, key in enumerate(best)}
    return [passage for _, passage in sorted(found, key=lambda f: order[f[0]]) if passage.document != but][:most]


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _passages(connection: Connection, keys: Sequence[int]) -> list[tuple[int, Held]]:
    p, d = schema.paragraphs.c, schema.documents.c
    query = (
        select(
            p.key,
            d.id,
            d.name,
            d.title,
            d.date,
            d.organisation,
            d.speakers,
            p.n,
            p.id,
            p.number,
            p.start,
            p.end,
            p.text,
        )
        .join_from(schema.paragraphs, schema.documents, d.id == p.document)
        .where(p.key.in_(keys))
    )
    return [
        (key, Held(i, name, title, date, organisation, tuple(speakers.split()), *rest))
        for key, i, name, title, date, organisation, speakers, *rest in connection.execute(query)
    ]


def find_all_but_one(connection: Connection, words: Sequence[str]) -> list[Held]:
    """Every paragraph that has all of some folded words, or all but one of them, in the order of documents.

    A single word must be there. Cost: a full-text search for each word that may be missing.
    """
    distinct = list(dict.fromkeys(words))
    wanted = [[w for w in distinct if w != out] for out in distinct] if len(distinct) > 1 else [distinct]
    if len(distinct) > _WORDS:  # long phrases are found by the pairs that they share
        return sorted(find_near(connection, words, _LONG), key=lambda held: (held.document, held.n))
    keys: set[int] = set()
    for some in wanted:
        found = matching_paragraphs(" ".join(some), connection.dialect.name)
        p = schema.paragraphs.c
        query = select(p.key).join(found, (p.document == found.c.document) & (p.n == found.c.n))
        keys.update(connection.execute(query).scalars())
    ordered = sorted(keys)
    passages: list[Held] = []
    for begin in range(0, len(ordered), _AT_ONCE):
        passages += [held for _, held in _passages(connection, ordered[begin : begin + _AT_ONCE])]
    return sorted(passages, key=lambda held: (held.document, held.n))
