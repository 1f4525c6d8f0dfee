"""What a comparison comes to, in figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from secretariat.comparing.passages import furniture_of, words_in
from secretariat.comparing.values import Pair, Summary
from secretariat.model.record import Record
from secretariat.model.spans import Span


def summary_of(a: Record, b: Record, pairs: Sequence[Pair]) -> Summary:
    """Counts of pairs, changes and words, and which states came to speak or ceased to."""
    words: Counter[str] = Counter()
    for pair in pairs:
        for kind, count in _words(a, b, pair):
            words[kind] += count
    before, after = set(a.document.speakers), set(b.document.speakers)
    known = bool(before and after)
    return Summary(
        pairs=dict(sorted(Counter(p.kind for p in pairs).items())),
        changes=dict(sorted(Counter(c.kind for p in pairs for c in p.changes).items())),
        words_same=words["same"],
        words_deleted=words["deleted"],
        words_inserted=words["inserted"],
        states_joined=tuple(sorted(after - before)) if known else (),
        states_left=tuple(sorted(before - after)) if known else (),
        left_out=(furniture_of(a), furniture_of(b)),
    )


def _words(a: Record, b: Record, pair: Pair) -> Iterator[tuple[str, int]]:
    """How many words of a pair stayed, went or came."""
    if not pair.words:
        yield ("same" if pair.b else "deleted") if pair.a else "inserted", _count(a, pair.a) or _count(b, pair.b)
    for run in pair.words:
        if run.a is not None:
            yield run.kind, _count(a, [run.a])
        elif run.b is not None:
            yield run.kind, _count(b, [run.b])


def _count(record: Record, places: Iterable[Span]) -> int:
    return sum(len(words_in(record.text, place)) for place in places)
