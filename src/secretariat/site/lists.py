"""What pages of lists share: the steps through a long list, and the values of a filter with their counts."""

from collections.abc import Iterator, Mapping

import msgspec

from secretariat.site.queries import PER_PAGE
from secretariat.site.room import Room


class Steps(msgspec.Struct, frozen=True):
    """Where a page of a list stands: ``first`` to ``last`` of ``total``; ``before`` and ``after`` are numbers of pages, or None."""

    first: int
    last: int
    total: int
    before: int | None
    after: int | None


def steps(page: int, shown: int, total: int, per_page: int = PER_PAGE) -> Steps:
    """The steps of a list of which ``shown`` rows stand on this page."""
    first = (page - 1) * per_page + 1 if shown else 0
    last = first + shown - 1 if shown else 0
    before = page - 1 if page > 1 else None
    return Steps(first, last, total, before, page + 1 if (page - 1) * per_page + shown < total and shown else None)


class Choice(msgspec.Struct, frozen=True):
    """A value of a filter: what it is called, how many rows it would leave, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


def choices(counts: Mapping[str, int], chosen: str, labels: Mapping[str, str] | None = None) -> Iterator[Choice]:
    """The values of a filter; the chosen one is always among them."""
    for value, count in {**counts, **({chosen: 0} if chosen and chosen not in counts else {})}.items():
        yield Choice(value, (labels or {}).get(value, value.replace("-", " ")), count, value == chosen)


def organisations(room: Room) -> dict[str, str]:
    """The organisations of the register's documents, those with most documents first: id and name."""
    counts = room.kept("document counts", lambda ask: ask.document_counts())["organisation"]
    return {key: room.organisation(key) for key in counts}
