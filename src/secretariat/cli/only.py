"""``--only``: a record narrowed to some kinds of marks."""

from collections.abc import Iterable

import msgspec

from secretariat.model.record import Record

MENTIONS = ("date", "event", "instrument", "body", "person", "state", "place", "group")
PARTS = ("paragraphs", "statements", "stages", "findings")
_ALSO = {"meeting": "event", "meetings": "event", "bodies": "body", "people": "person"}
KINDS = (*(f"{m}s" if m != "body" else "bodies" for m in MENTIONS), "mentions", *PARTS)
"""What can be asked for, as the help names it."""


def kinds_from(words: str) -> frozenset[str]:
    """The kinds in "persons,events": mention types in the singular, parts by their names.

    Raises ``ValueError`` with what is wrong and what there is.
    """
    found: set[str] = set()
    for word in (w.strip().lower() for w in words.split(",")):
        name = _ALSO.get(word, word)
        if name in ("mention", "mentions"):
            found.update(MENTIONS)
        elif name in MENTIONS or name in PARTS:
            found.add(name)
        elif name.removesuffix("s") in MENTIONS:
            found.add(name.removesuffix("s"))
        elif f"{name}s" in PARTS:
            found.add(f"{name}s")
        else:
            raise ValueError(f"there is no kind {word!r}; choose from {', '.join(KINDS)}")
    return frozenset(found)


def narrow(record: Record, kinds: frozenset[str]) -> Record:
    """The record with these kinds alone; an empty set leaves it whole.

    A mention that a stage speaks of stays when stages are asked for. What refers to mentions is renumbered, so that
    the narrowed record is a record like any other.
    """
    if not kinds:
        return record
    stages = record.stages if "stages" in kinds else ()
    spoken_of = {s.mention for s in stages}
    kept = [i for i, m in enumerate(record.mentions) if type_of(m) in kinds or i in spoken_of]
    places = {old: new for new, old in enumerate(kept)}
    return msgspec.structs.replace(
        record,
        paragraphs=record.paragraphs if "paragraphs" in kinds else (),
        mentions=tuple(record.mentions[i] for i in kept),
        statements=tuple(msgspec.structs.replace(s, about=_renumbered(s.about, places)) for s in record.statements)
        if "statements" in kinds
        else (),
        stages=tuple(msgspec.structs.replace(s, mention=places[s.mention]) for s in stages),
        findings=record.findings if "findings" in kinds else (),
    )


def type_of(mention: msgspec.Struct) -> str:
    """The type of a mention as the record writes it: ``date``, ``event`` …"""
    return str(mention.__struct_config__.tag)


def _renumbered(indexes: Iterable[int], places: dict[int, int]) -> tuple[int, ...]:
    return tuple(places[i] for i in indexes if i in places)
