"""History of a phrase: who used it first and last, how often in each year, and with which small changes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from typing import TypeAlias

import msgspec

from secretariat.comparing.phrases import Use, iter_uses
from secretariat.model.errors import RegisterError
from secretariat.model.spans import Span
from secretariat.register.near import Held
from secretariat.register.words import TOKEN, fold

Search: TypeAlias = Callable[[Sequence[str]], Sequence[Held]]
"""Every paragraph that has the words of a phrase, but for one of them."""


class Used(msgspec.Struct, frozen=True, kw_only=True):
    """One use: its place in the document's text, and the words as they stand there."""

    document: str
    name: str
    title: str | None
    date: str | None
    organisation: str | None
    paragraph: str
    start: int
    end: int
    words: str
    quote: str
    """The paragraph around it."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One way of saying the phrase: its commonest spelling, how many words are other ones, its uses in order of time."""

    words: str
    changed: int
    uses: tuple[Used, ...]
    documents: int
    first: Used
    last: Used


class Count(msgspec.Struct, frozen=True):
    """How often the phrase, with its small changes, is used by an organisation in a year."""

    year: str | None
    organisation: str | None
    wording: str
    uses: int
    documents: int


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The phrase as it was asked for, its wordings (as asked first, then the commonest), and counts by year.

    ``first`` and ``last`` are the earliest and the latest use with a date; with none, where no use has one.
    """

    phrase: str
    wordings: tuple[Wording, ...]
    counts: tuple[Count, ...]
    first: Used | None
    last: Used | None

    def to_json(self) -> bytes:
        """The history as JSON, UTF-8."""
        return msgspec.json.encode(self)


def history(phrase: str, search: Search, common: Set[str] = frozenset()) -> History:
    """The history of a phrase. ``common`` are words that alone make no use of it (the stop words of a language).

    Raises ``RegisterError`` for a phrase without a word.
    """
    wanted = tuple(fold(t) for t in TOKEN.findall(phrase))
    if not wanted:
        raise RegisterError("phrase", f"{phrase!r} has no word to look for", "give some words")
    groups: dict[tuple[str, ...], list[tuple[Used, Use]]] = defaultdict(list)
    for held in search(wanted):
        for use in iter_uses(wanted, held.text, common):
            groups[use.words].append((_used(held, use.place), use))
    wordings = sorted(
        (_wording([used for used, _ in own], own[0][1].changed) for own in groups.values()),
        key=lambda w: (w.changed > 0, -len(w.uses), w.words),
    )
    uses = sorted((u for w in wordings for u in w.uses), key=_when)
    uses = [u for u in uses if u.date] or uses
    return History(
        phrase=phrase,
        wordings=tuple(wordings),
        counts=tuple(_counts(wordings)),
        first=uses[0] if uses else None,
        last=uses[-1] if uses else None,
    )


def _when(used: Used) -> tuple[str, str, int]:
    return used.date or "9999", used.document, used.start


def _used(held: Held, place: Span) -> Used:
    start, end = place
    return Used(
        document=held.document,
        name=held.name,
        title=held.title,
        date=held.date,
        organisation=held.organisation,
        paragraph=held.paragraph,
        start=held.start + start,
        end=held.start + end,
        words=held.text[start:end],
        quote=held.text,
    )


def _wording(uses: list[Used], changed: int) -> Wording:
    ordered = tuple(sorted(uses, key=_when))
    spellings = Counter(" ".join(u.words.split()) for u in ordered)
    commonest = min(spellings, key=lambda words: (-spellings[words], words))
    documents = len({u.document for u in ordered})
    return Wording(
        words=commonest, changed=changed, uses=ordered, documents=documents, first=ordered[0], last=ordered[-1]
    )


def _counts(wordings: Sequence[Wording]) -> list[Count]:
    met: dict[tuple[str | None, str | None, str], list[str]] = defaultdict(list)
    for wording in wordings:
        for used in wording.uses:
            met[used.date[:4] if used.date else None, used.organisation, wording.words].append(used.document)
    ordered = sorted(met.items(), key=lambda item: tuple(part or "" for part in item[0]))
    return [Count(*key, len(documents), len(set(documents))) for key, documents in ordered]
