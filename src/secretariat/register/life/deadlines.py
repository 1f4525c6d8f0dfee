"""What is due when: validity that ends, meetings that are planned, what was promised or asked for by a date."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.register.identity.signature import Signature


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is due. ``by`` is the last day that its date may mean (ISO); ``edtf`` the date as told."""

    document: str
    what: str
    by: str
    edtf: str
    entity: str | None
    statement: int | None
    start: int
    end: int
    text: str


class Promise(msgspec.Struct, frozen=True):
    """A statement with a timeframe."""

    document: str
    statement: int
    act: str
    timeframe: str
    start: int
    end: int
    text: str


PROMISES = {"commitment": "promised", "decision": "promised", "call": "asked"}
"""Acts whose timeframe binds or asks, and what is due by it."""


def deadlines_of(signatures: Sequence[Signature], entity: str) -> Iterator[Deadline]:
    """The ends of validity and planned dates of one thing, each once a document."""
    seen: set[tuple[str, str, str]] = set()
    for s in signatures:
        for what, date in _dates(s):
            last = find_bounds(date)[1] if is_edtf(date) else None
            if last and (s.document, what, last) not in seen:
                seen.add((s.document, what, last))
                yield Deadline(
                    document=s.document,
                    what=what,
                    by=last,
                    edtf=date,
                    entity=entity,
                    statement=None,
                    start=s.start,
                    end=s.end,
                    text=s.text or s.name,
                )


def _dates(s: Signature) -> Iterator[tuple[str, str]]:
    if s.type == "instrument" and s.validity:
        yield "expires", s.validity
    if s.type == "event" and s.status in ("planned", "proposed"):
        yield from (("planned", date) for date in s.dates)


def promised(promises: Sequence[Promise], about: Mapping[tuple[str, int], str]) -> Iterator[Deadline]:
    """What statements set a date for; ``about`` gives the thing that a statement speaks of first."""
    for p in promises:
        last = find_bounds(p.timeframe)[1] if is_edtf(p.timeframe) else None
        if last and p.act in PROMISES:
            yield Deadline(
                document=p.document,
                what=PROMISES[p.act],
                by=last,
                edtf=p.timeframe,
                entity=about.get((p.document, p.statement)),
                statement=p.statement,
                start=p.start,
                end=p.end,
                text=p.text,
            )
