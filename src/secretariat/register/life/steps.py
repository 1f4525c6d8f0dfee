"""The life of a thing in order of time: each step with its date, its document and its words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from secretariat.model.edtf import find_bounds, is_before, is_edtf
from secretariat.register.identity.signature import Signature

RANK = {"proposed": 0, "preparing": 1, "decided": 2, "adopted": 3, "operating": 4, "ended": 5}
"""The usual order of a life (GLOSSARY: stage, lifecycle)."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step. ``date`` is EDTF: of the thing itself where the step is its adoption, else of the document that tells it.

    ``basis``: ``words`` (a cue said so), ``dates`` (the date of adoption or signature that stands beside the name),
    ``validity`` (the end of its validity). ``contradicts`` says what another step says against it.
    """

    stage: str
    date: str | None
    document: str
    mention: int
    start: int
    end: int
    text: str
    basis: str
    contradicts: str | None = None


class Told(msgspec.Struct, frozen=True):
    """A stage as a document tells it of one mention."""

    document: str
    mention: int
    stage: str
    start: int
    end: int
    text: str


def steps_of(signatures: Sequence[Signature], told: Iterable[Told]) -> list[Step]:
    """The steps of one thing, the earliest first, with what contradicts what."""
    by_place = {(s.document, s.mention): s for s in signatures}
    steps: list[Step] = []
    for one in told:
        signature = by_place[one.document, one.mention]
        date = _date_of(one.stage, signature)
        steps.append(
            Step(
                stage=one.stage,
                date=date,
                document=one.document,
                mention=one.mention,
                start=one.start,
                end=one.end,
                text=one.text,
                basis="words",
            )
        )
    steps += _by_dates(signatures, steps)
    steps += _by_validity(signatures)
    ordered = sorted(steps, key=_order)
    return [msgspec.structs.replace(step, contradicts=_against(step, ordered)) for step in ordered]


def current_stage(steps: Sequence[Step], at: str | None = None) -> str | None:
    """The stage in which a thing is at a date (an ISO day; None: after all that is known), None where nothing says it.

    Of steps told on the same date the furthest counts; a later document that still tells of an earlier stage (a recalled
    proposal) does not throw a thing back behind its adoption.
    """
    best: str | None = None
    for step in steps:
        if at is not None and step.date and is_edtf(step.date):
            low = find_bounds(step.date)[0] or ""
            if low > at or (step.basis == "validity" and (find_bounds(step.date)[1] or "9999") >= at):
                continue
        elif at is None and step.basis == "validity":
            continue
        if best is None or RANK[step.stage] >= RANK[best] or RANK[best] < RANK["adopted"]:
            best = step.stage
    return best


def _date_of(stage: str, signature: Signature) -> str | None:
    dates = [d for d in signature.dates if is_edtf(d)]
    if stage == "adopted" and dates:
        return min(dates)
    return signature.date or None


def _by_dates(signatures: Sequence[Signature], told: Sequence[Step]) -> list[Step]:
    """An instrument with a date of adoption was adopted then, where no words told it already."""
    known = {s.date for s in told if s.stage == "adopted"}
    steps: list[Step] = []
    for s in signatures:
        if s.type != "instrument" or s.status == "proposed" or s.own:
            continue
        for date in s.dates:
            if date not in known and is_edtf(date) and not _not_yet(date, s.date):
                known.add(date)
                steps.append(_at_name(s, "adopted", date, "dates"))
    return steps


def _not_yet(date: str, told: str) -> bool:
    return bool(told) and is_edtf(told) and is_before(told, date)


def _by_validity(signatures: Sequence[Signature]) -> list[Step]:
    """The end that a validity sets."""
    for s in signatures:
        if s.type == "instrument" and s.validity and is_edtf(s.validity) and (last := find_bounds(s.validity)[1]):
            return [_at_name(s, "ended", last, "validity")]
    return []


def _at_name(s: Signature, stage: str, date: str, basis: str) -> Step:
    """A step that the name itself tells."""
    return Step(
        stage=stage,
        date=date,
        document=s.document,
        mention=s.mention,
        start=s.start,
        end=s.end,
        text=s.text or s.name,
        basis=basis,
    )


def _order(step: Step) -> tuple[Any, ...]:
    low = (find_bounds(step.date)[0] or "0000") if step.date and is_edtf(step.date) else "9999"
    return low, RANK[step.stage], step.document, step.start, step.end


def _against(step: Step, steps: Sequence[Step]) -> str | None:
    """What other steps say against one: another date of adoption, or that it was already further."""
    if step.stage == "adopted" and step.date:
        dates = Counter(s.date for s in steps if s.stage == "adopted" and s.date and s.basis != "validity")
        others = sorted(d for d in dates if _apart(d, step.date) and len(d) == 10 == len(step.date))
        if others:
            return f"adopted also on {', '.join(others)}"
    if step.stage in ("proposed", "preparing", "decided") and step.date:
        for other in steps:
            further = other.stage in ("adopted", "operating") and other.basis == "words"
            if (
                further
                and other.date
                and is_edtf(other.date)
                and is_edtf(step.date)
                and is_before(other.date, step.date)
            ):
                return f"already {other.stage} on {other.date}"
    return None


def _apart(one: str, other: str) -> bool:
    return is_edtf(one) and is_edtf(other) and (is_before(one, other) or is_before(other, one))
