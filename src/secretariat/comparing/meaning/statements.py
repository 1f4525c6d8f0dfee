"""Statements of a pair that answer each other, and how they differ: force, verb, polarity, holders, conditions.

1. "The Council *welcomes* the plan" → "The Council *takes note of* the plan": weaker. 2. "The Ministers" → "The Ministers of
Arland and Belmark": who joined, who left. 3. "will consider, *subject to available means*": a condition came. What is said in
other words with the same verb is no change of meaning that a program could name, and is left to the redline.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from secretariat.comparing.align import align
from secretariat.comparing.force import way
from secretariat.comparing.likeness import Weights
from secretariat.comparing.passages import words_in
from secretariat.comparing.values import Change
from secretariat.model.record import Record
from secretariat.model.spans import Span
from secretariat.model.statements import Statement

_LIKE = 0.36
"""Likeness of what two statements say, their verbs left out, from which they answer each other."""


def statements_in(record: Record, places: Sequence[Span]) -> list[Statement]:
    """The statements whose verb stands in some places of a record."""
    found: list[Statement] = []
    for start, end in places:
        first = bisect_left(record.statements, start, key=lambda s: s.trigger[0])
        found += record.statements[first : bisect_left(record.statements, end, lo=first, key=lambda s: s.trigger[0])]
    return found


def iter_statement_changes(
    a: Record, own: Sequence[Statement], b: Record, theirs: Sequence[Statement], weights: Weights
) -> Iterator[Change]:
    """What changed between the statements of two passages; ``weights`` are those of the words of both texts."""
    for subordinate in (False, True):
        ones = [s for s in own if s.subordinate == subordinate]
        others = [s for s in theirs if s.subordinate == subordinate]
        links = align([_content(a, s) for s in ones], [_content(b, s) for s in others], weights, least=_LIKE)
        for link in links:
            if len(link.a) == len(link.b) == 1:
                yield from _changes(a, ones[link.a[0]], b, others[link.b[0]])


def _changes(a: Record, one: Statement, b: Record, other: Statement) -> Iterator[Change]:
    yield from _verb(a, one, b, other)
    yield from _polarity(a, one, b, other)
    yield from _holders(a, one, b, other)
    yield from _conditions(a, one, b, other)


def _content(record: Record, s: Statement) -> tuple[str, ...]:
    words = (*words_in(record.text, (s.start, s.trigger[0])), *words_in(record.text, (s.trigger[1], s.end)))
    return words or words_in(record.text, (s.start, s.end))


def _verb(a: Record, one: Statement, b: Record, other: Statement) -> Iterator[Change]:
    kind = way(one.force, other.force, same_verb=(one.verb, one.act) == (other.verb, other.act))
    if kind == "same":
        return
    yield Change(
        kind=kind,
        was=a.text[slice(*one.trigger)],
        now=b.text[slice(*other.trigger)],
        a=one.trigger,
        b=other.trigger,
        force=(one.force, other.force),
    )


def _polarity(a: Record, one: Statement, b: Record, other: Statement) -> Iterator[Change]:
    if one.polarity != other.polarity:
        yield Change(kind="polarity", was=one.polarity, now=other.polarity, a=one.trigger, b=other.trigger)


def _holders(a: Record, one: Statement, b: Record, other: Statement) -> Iterator[Change]:
    before, after = _states(a, one), _states(b, other)
    if before is not None and after is not None:
        if one.holders == other.holders == "all":
            return  # who takes part differs, not who makes this statement: the summary tells it
        for code in sorted(before - after):
            yield Change(kind="holder-left", was=code, a=one.holder or one.trigger, b=other.holder or other.trigger)
        for code in sorted(after - before):
            yield Change(kind="holder-joined", now=code, a=one.holder or one.trigger, b=other.holder or other.trigger)
    elif one.holders != other.holders or _named(a, one) != _named(b, other):
        was, now = _words(a, one), _words(b, other)
        if was and one.holder:
            yield Change(kind="holder-left", was=was, now=now, a=one.holder, b=other.holder)
        if now and other.holder:
            yield Change(kind="holder-joined", was=was, now=now, a=one.holder, b=other.holder)


def _states(record: Record, s: Statement) -> frozenset[str] | None:
    """The states that make a statement; None where it is no states, or nobody knows which."""
    if s.holders == "all":
        return frozenset(record.document.speakers) or None
    return None if s.holders == "other" else frozenset(s.holders)


def _named(record: Record, s: Statement) -> tuple[str, ...]:
    """The words of a holder that is no known states."""
    return words_in(record.text, s.holder) if s.holder and s.holders == "other" else ()


def _words(record: Record, s: Statement) -> str | None:
    return record.text[slice(*s.holder)] if s.holder else None


def _conditions(a: Record, one: Statement, b: Record, other: Statement) -> Iterator[Change]:
    before = [(words_in(a.text, c), c) for c in one.conditions]
    after = [(words_in(b.text, c), c) for c in other.conditions]
    kept = {words for words, _ in before} & {words for words, _ in after}
    yield from (
        Change(kind="condition-went", was=a.text[slice(*c)], a=c, b=other.trigger) for w, c in before if w not in kept
    )
    yield from (
        Change(kind="condition-came", now=b.text[slice(*c)], a=one.trigger, b=c) for w, c in after if w not in kept
    )
