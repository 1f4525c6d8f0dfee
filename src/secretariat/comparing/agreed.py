"""Agreed language: which passages of a register are nearest to a wording, and which parts of a draft were agreed before.

Candidates come from a search interface (``register.near`` finds them by pairs of words); the best hundred are read and weighed by
``nearness``. Cost: some milliseconds for the search and a tenth of one for each candidate.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from secretariat.comparing.nearness import Nearness, difference, nearness
from secretariat.comparing.passages import Passage, make_passage, passages_of
from secretariat.comparing.values import Words
from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Record
from secretariat.model.spans import Span
from secretariat.register.near import Held
from secretariat.register.words import TOKEN, fold

CANDIDATES = 100
LIMIT = 10
LEAST = 0.35
"""A passage of a lower score is not near: as many words are shared by any two passages of the genre."""
AGREED, NEAR = 0.93, 0.6
"""Scores from which a paragraph of a draft is agreed language, and agreed language with changes."""
_FEW = 4
"""A paragraph of fewer words says nothing that could have been agreed."""

Status: TypeAlias = Literal["agreed", "near", "new", "short"]


Search: TypeAlias = Callable[[Sequence[str], int, str], Sequence[Held]]
"""Paragraphs likely to be near some folded words, so many at most, none of one document (by id; empty: of any)."""


class Agreed(msgspec.Struct, frozen=True, kw_only=True):
    """A passage near to a wording: ``start:end`` is its place in the document's text, ``quote`` its words.

    ``states`` are those who agreed it. ``verbatim`` is the share of the wording that stands there word for word. ``words`` is the
    redline from the passage (``a``: places in the document's text) to the wording (``b``: places in what was asked).
    """

    document: str
    paragraph: str
    start: int
    end: int
    score: float
    date: str | None
    verbatim: float
    name: str
    title: str | None
    organisation: str | None
    states: tuple[str, ...]
    number: str | None
    quote: str
    words: tuple[Words, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of a draft: whether it is agreed language, and the passages nearest to it."""

    places: tuple[Span, ...]
    status: Status
    best: tuple[Agreed, ...]


def agreed(wording: str, search: Search, *, limit: int = LIMIT, but: str = "") -> list[Agreed]:
    """The passages nearest to a wording, the nearest first; of equals the one that was agreed first.

    ``but`` is the id of a document that is not looked at. Gives nothing for a wording without words.
    """
    return _nearest(_passage(wording, ((0, len(wording)),)), search, limit, but)


def agreed_in(draft: Record, search: Search, *, limit: int = 3) -> list[Part]:
    """Every paragraph of a draft with the passages of other documents that are nearest to it."""
    return list(_parts(draft, search, limit))


def _parts(draft: Record, search: Search, limit: int) -> Iterator[Part]:
    for p in passages_of(draft):
        if p.paragraph.kind in ("header", "signature"):
            continue
        if len(p.words) < _FEW:
            yield Part(places=p.places, status="short", best=())
            continue
        best = tuple(_nearest(p, search, limit, draft.document.id))
        score = best[0].score if best else 0.0
        status: Status = "agreed" if score >= AGREED else "near" if score >= NEAR else "new"
        yield Part(places=p.places, status=status, best=best)


def _passage(text: str, places: Sequence[Span]) -> Passage:
    return make_passage(text, 0, Paragraph("para_1", "narrative", None, 0, len(text), None), places)


def _nearest(wanted: Passage, search: Search, limit: int, but: str) -> list[Agreed]:
    words = [fold(t) for token in wanted.words for t in TOKEN.findall(token)]
    weighed: list[tuple[Held, Nearness, list[Span]]] = []
    for held in search(words, CANDIDATES, but):
        spans = [m.span() for m in TOKEN.finditer(held.text)]
        near = nearness(words, [fold(held.text[slice(*s)]) for s in spans])
        if near.score >= LEAST:
            weighed.append((held, near, spans))
    weighed.sort(key=lambda w: (-w[1].score, -w[1].verbatim, w[0].date or "9999", w[0].document, w[0].start))
    return [_told(wanted, *found) for found in weighed[:limit]]


def _told(wanted: Passage, held: Held, near: Nearness, spans: Sequence[Span]) -> Agreed:
    start, end = spans[near.start][0], spans[near.end - 1][1]
    while end < len(held.text) and held.text[end] in '.;:,!?”"’)':
        end += 1  # the sign that closes the passage belongs to it
    found = _passage(held.text, ((start, end),))
    return Agreed(
        document=held.document,
        paragraph=held.paragraph,
        start=held.start + start,
        end=held.start + end,
        score=near.score,
        date=held.date,
        verbatim=near.verbatim,
        name=held.name,
        title=held.title,
        organisation=held.organisation,
        states=held.speakers,
        number=held.number,
        quote=held.text[start:end],
        words=tuple(_moved(run, held.start) for run in difference(wanted, found)),
    )


def _moved(run: Words, by: int) -> Words:
    """A run of a redline with the places of its first side in the document's text."""
    return run if run.a is None else Words(run.kind, (run.a[0] + by, run.a[1] + by), run.b)
