"""What the things are, once it is settled which names mean them: id, name, kind, facts, and the link of each mention."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from secretariat.model.edtf import find_bounds, is_edtf, sort_key
from secretariat.register.identity.resolve import Join, Resolution
from secretariat.register.identity.signature import Signature
from secretariat.register.identity.units import Unit, usual


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of the register.

    ``keys`` are the ids that its parts would have alone, so that an id once given still leads to it. ``facts`` are what the
    mentions say of it, by name of the fact. ``signatures`` are its mentions in order of document date and place.
    """

    id: str
    type: str
    kind: str
    name: str
    organisation: str
    names: tuple[tuple[str, int], ...]
    keys: tuple[str, ...]
    unit_keys: tuple[str, ...]
    facts: dict[str, Any]
    validity: str
    signatures: tuple[Signature, ...]


class Link(msgspec.Struct, frozen=True, gc=False):
    """That a mention names an entity, how sure that is (hundredths), and why."""

    document: str
    mention: int
    entity: str
    certainty: int
    reasons: tuple[str, ...]


def iter_entities(
    resolution: Resolution,
    units: Mapping[str, Unit],
    preferred: Mapping[str, str],
    given: Mapping[str, str],
) -> Iterator[Entity]:
    """The entities in the order of their ids.

    ``preferred`` are the names of known things by their id in lexicon or profile; ``given`` the names that people gave, by unit
    key. Two entities whose ids would be the same are told apart by a number made from their keys.
    """
    made = [_entity([units[key] for key in thing], preferred, given) for thing in resolution.things]
    counts = Counter(entity.id for entity in made)
    for entity in sorted(made, key=lambda e: (e.id, e.unit_keys)):
        if counts[entity.id] > 1:
            entity = msgspec.structs.replace(entity, id=f"{entity.id}-{_digits(entity.unit_keys[0])}")
        yield entity


def iter_links(entity: Entity, joins: Mapping[str, Join], units: Mapping[str, Unit]) -> Iterator[Link]:
    """The link of every mention of an entity."""
    for key in entity.unit_keys:
        join = joins.get(key)
        certainty = 100 if join is None or len(entity.unit_keys) == 1 else round(join.score * 100)
        reasons = ("the same name",) if join is None or len(entity.unit_keys) == 1 else join.reasons
        for s in units[key].signatures:
            yield Link(s.document, s.mention, entity.id, certainty, reasons)


def _digits(key: str) -> str:
    import hashlib

    return hashlib.sha256(key.encode()).hexdigest()[:6]


def _entity(parts: Sequence[Unit], preferred: Mapping[str, str], given: Mapping[str, str]) -> Entity:
    signatures = sorted((s for u in parts for s in u.signatures), key=lambda s: (s.date, s.document, s.start, -s.end))
    chief = min(parts, key=lambda u: (not u.known, u.is_local, u.key))
    names = Counter(s.name for s in signatures)
    name = next((given[u.key] for u in parts if u.key in given), "")
    name = name or (preferred.get(chief.known, "") if chief.known else "") or _display(signatures)
    validities = sorted({s.validity for s in signatures if s.validity}, key=_edtf_order)
    return Entity(
        id=chief.id,
        type=chief.first.type,
        kind=usual(s.kind for s in signatures if s.kind),
        name=name,
        organisation=usual(s.scope for s in signatures if s.scope),
        names=tuple(sorted(names.items(), key=lambda n: (-n[1], n[0]))),
        keys=tuple(sorted({u.id for u in parts})),
        unit_keys=tuple(sorted(u.key for u in parts)),
        facts=_facts(signatures),
        validity=validities[0] if validities else "",
        signatures=tuple(signatures),
    )


def _display(signatures: Sequence[Signature]) -> str:
    """The name to show: the commonest that is no bare acronym, where there is one."""
    full = [s.name for s in signatures if s.acronym != s.name]
    return usual(full or [s.name for s in signatures])


def _edtf_order(date: str) -> tuple[tuple[str, str], str]:
    return (sort_key(date) if is_edtf(date) else ("9999", "9999")), date


def _facts(signatures: Sequence[Signature]) -> dict[str, Any]:
    """What the mentions say, each value once, in order; empty facts are left out."""
    facts: dict[str, Any] = {
        "dates": sorted({d for s in signatures for d in s.dates}, key=_edtf_order),
        "places": sorted({s.place for s in signatures if s.place and s.type in ("instrument", "event")}),
        "ordinal": next((s.ordinal for s in signatures if s.ordinal is not None), None),
        "number": next((s.number for s in signatures if s.number), None),
        "offices": sorted({s.office for s in signatures if s.office}),
        "of": sorted({s.place for s in signatures if s.place and s.type == "person"}),
        "states": sorted({c for s in signatures for c in s.states}),
        "status": usual(s.status for s in signatures if s.status) or None,
    }
    return {name: value for name, value in facts.items() if value not in (None, [], "")}


def span_of(signatures: Sequence[Signature]) -> tuple[str | None, str | None]:
    """The earliest and the latest document date at which a thing is named."""
    dates = [s.date for s in signatures if s.date and is_edtf(s.date)]
    lows = [low for d in dates if (low := find_bounds(d)[0])]
    return (min(lows), max(lows)) if lows else (None, None)
