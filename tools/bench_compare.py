"""Measures ``compare``: alignment against made-up truth beside two baselines, and its time. Part of ``make bench``.

Forty documents of the shared corpus (the examples where it is missing) get a next draft by chance (``drafting``); what each way of
pairing finds is scored over pairs of paragraphs. Ours is scored end to end: both drafts are read as plain text.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import texts
from drafting import Drafted, redraft
from rapidfuzz.distance import Levenshtein

from secretariat import read, read_text
from secretariat.comparing.align import align
from secretariat.comparing.compare import compare
from secretariat.comparing.passages import passages_of, words_in
from secretariat.model.errors import SecretariatError
from secretariat.model.record import Record
from secretariat.model.spans import overlap

DOCUMENTS = 40
FEWEST, MOST = 20, 400
"""Paragraphs of a document that is taken."""
UN_THRESHOLD = 0.8
Links = set[tuple[int, int]]


def main() -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    given = parser.parse_args()
    documents = list(chosen(given.documents, given.seed))
    words = sorted({w for _, paragraphs in documents for p in paragraphs for w in p.split() if w.isalpha()})
    for name, share in (
        ("some paragraphs edited, 10-50 % of their words", None),
        ("every paragraph, 30 % of its words", 0.3),
    ):
        drafts = []
        for n, (_, paragraphs) in enumerate(documents):
            others = [p for m, (_, own) in enumerate(documents) if m != n for p in own if len(p.split()) > 5]
            drafts.append(redraft(paragraphs, others, words, given.seed * 1000 + n, share))
        count = sum(len(d.a) for d in drafts)
        print(f"\n{len(drafts)} documents, {count:,} paragraphs; {name}")
        print("  and of ten about one each split, merged, moved, dropped, added")
        print(f"  {'':34} precision  recall      F1   seconds")
        for label, pair in WAYS.items():
            print(f"  {label:34} {scored(drafts, pair)}")
    sized()
    dearest()
    return 0


def chosen(count: int, seed: int) -> Iterator[tuple[Path, list[str]]]:
    """Documents with their paragraphs, each on one line."""
    files = texts.corpus() or texts.example_documents()
    random.Random(seed).shuffle(files)
    for file in files:
        try:
            record = read(file, any_language=True)
        except SecretariatError:
            continue
        paragraphs = [
            " ".join(" ".join(record.text[slice(*place)] for place in p.places).split()) for p in passages_of(record)
        ]
        if FEWEST <= len(paragraphs) <= MOST:
            yield file, paragraphs
            count -= 1
        if not count:
            return


def scored(drafts: Sequence[Drafted], pair: Callable[[Drafted], tuple[Links, float]]) -> str:
    """Precision, recall and F1 over all links, and the seconds that the pairing took."""
    right = found = wanted = 0
    seconds = 0.0
    for draft in drafts:
        links, spent = pair(draft)
        seconds += spent
        right += len(links & draft.links)
        found += len(links)
        wanted += len(draft.links)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return (
        f"{precision:9.3f} {recall:7.3f} {2 * precision * recall / max(precision + recall, 1e-9):7.3f} {seconds:9.2f}"
    )


def by_compare(draft: Drafted) -> tuple[Links, float]:
    """The whole way: both drafts written as text, read, compared; seconds without the reading."""
    (a, spans_a), (b, spans_b) = laid_out(draft.a), laid_out(draft.b)
    one, other = read_text(a, any_language=True), read_text(b, any_language=True)
    begin = time.perf_counter()
    comparison = compare(one, other)
    spent = time.perf_counter() - begin
    links: Links = set()
    for pair in comparison.pairs:
        mine, theirs = touched(pair.a, spans_a), touched(pair.b, spans_b)
        links |= {(i, j) for i in mine for j in theirs}
    return links, spent


def laid_out(paragraphs: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Paragraphs as a text with a blank line between, and their places."""
    spans, at = [], 0
    for p in paragraphs:
        spans.append((at, at + len(p)))
        at += len(p) + 2
    return "\n\n".join(paragraphs), spans


def touched(places: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Which paragraphs some places lie in: half of the place, or half of the paragraph."""
    return {
        n
        for n, span in enumerate(spans)
        for place in places
        if 2 * overlap(place, span) > min(place[1] - place[0], span[1] - span[0])
    }


def by_align(draft: Drafted) -> tuple[Links, float]:
    """Our pairing alone, over the paragraphs as they were made."""
    begin = time.perf_counter()
    links = align([words_in(p, (0, len(p))) for p in draft.a], [words_in(p, (0, len(p))) for p in draft.b])
    return {(i, j) for link in links for i in link.a for j in link.b}, time.perf_counter() - begin


def by_difflib(draft: Drafted) -> tuple[Links, float]:
    """Python's difflib on paragraphs: equal ones, and in what was replaced one after the other."""
    begin = time.perf_counter()
    links: Links = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, draft.a, draft.b, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            links |= set(zip(range(i1, i2), range(j1, j2), strict=False))
    return links, time.perf_counter() - begin


def by_levenshtein(draft: Drafted) -> tuple[Links, float]:
    """The UN's way: the likeliest paragraph by Levenshtein ratio, where it is at least 0.8."""
    begin = time.perf_counter()
    links: Links = set()
    for j, text in enumerate(draft.b):
        ratios = [
            (Levenshtein.normalized_similarity(p, text, score_cutoff=UN_THRESHOLD), -i) for i, p in enumerate(draft.a)
        ]
        best, i = max(ratios, default=(0.0, 0))
        if best >= UN_THRESHOLD:
            links.add((-i, j))
    return links, time.perf_counter() - begin


WAYS = {
    "compare, from plain text": by_compare,
    "align, from paragraphs": by_align,
    "difflib on paragraphs": by_difflib,
    "Levenshtein ratio, 0.8 or more": by_levenshtein,
}


def sized() -> None:
    """Seconds for 300 paragraphs against 300: half of them edited."""
    rows = [p for _, own in chosen(DOCUMENTS, 99) for p in own if len(p.split()) > 8][:300]
    words = sorted({w for p in rows for w in p.split()})
    draft = redraft(rows, rows, words, 7, 0.15)
    begin = time.perf_counter()
    align([words_in(p, (0, len(p))) for p in draft.a], [words_in(p, (0, len(p))) for p in draft.b])
    print(f"\n{len(draft.a)} paragraphs against {len(draft.b)}: {time.perf_counter() - begin:.2f} s")


def dearest() -> None:
    """Seconds of comparing each document of one folder with the next of about its size; the dearest."""
    records: list[Record] = []
    for file in texts.corpus() or texts.example_documents():
        try:
            records.append(read(file, any_language=True))
        except SecretariatError:
            continue
    records.sort(key=lambda r: -len(r.text))
    worst, total = (0.0, "", ""), 0
    for one, other in pairwise(records[:61]):
        begin = time.perf_counter()
        compare(one, other)
        worst = max(worst, (time.perf_counter() - begin, one.document.source.name, other.document.source.name))
        total += 1
    print(
        f"the dearest of {total} pairs of the longest documents: {worst[0]:.2f} s ({Path(worst[1]).name}, {Path(worst[2]).name})"
    )


if __name__ == "__main__":
    raise SystemExit(main())
