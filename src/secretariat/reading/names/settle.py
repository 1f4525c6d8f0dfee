"""One reading for each head word, and no name that is only a part of another."""

from collections.abc import Callable

import msgspec

from secretariat.reading.names.known import Candidate

_YEAR = len(" 2031")

Told = Callable[[Candidate, str, Candidate], None]
"""Takes a candidate that is dropped, the id of the reason, and the candidate that is kept in its place."""


def settle(candidates: list[Candidate], told: Told | None = None) -> list[Candidate]:
    """One candidate a head word: known names before grown ones of another type, else the longest; no crossing spans.

    ``told`` hears of each that is dropped.
    """
    by_head: dict[int, Candidate] = {}
    editions: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.entry is None, c.start - c.end, c.start)):
        kept = by_head.get(c.head)
        if kept is None:
            by_head[c.head] = c
        elif _edition_of(c, kept):
            editions.append(c)
        elif c.type == kept.type and kept.start >= c.start and c.end >= kept.end:
            rule = kept.rule if kept.entry and not c.rule.endswith(":number") else c.rule
            by_head[c.head] = msgspec.structs.replace(c, entry=kept.entry, kind=kept.kind or c.kind, rule=rule)
    if told:
        _tell_heads(candidates, by_head, told)
    out: list[Candidate] = []
    for c in sorted([*by_head.values(), *editions], key=lambda c: (c.start, -c.end)):
        rival = next((o for o in out[-12:] if _crosses(o, c) or _same_thing(o, c)), None)
        if rival is None:
            out.append(c)
        elif told:
            told(c, "crosses" if _crosses(rival, c) else "part-of-a-name", rival)
    return out


def _edition_of(c: Candidate, kept: Candidate) -> bool:
    """Whether a known organ only opens or ends a name of something else with the same head word; then both are names.

    A meeting by its number ("**27th** Conference of the Parties"), a text by its ("UNSC Resolution **1701**").
    """
    if c.head != kept.head or kept.entry is None or kept.type != "body" or c.end < kept.end:
        return False
    if c.type == "event":
        return c.start < kept.start
    return c.type == "instrument" and c.rule.endswith(":number") and c.start <= kept.start and c.end > kept.end


def _tell_heads(candidates: list[Candidate], by_head: dict[int, Candidate], told: Told) -> None:
    """Tells of the candidates that lost their head word to another one."""
    for c in candidates:
        kept = by_head[c.head]
        if (c.start, c.end, c.type) != (kept.start, kept.end, kept.type) and not _edition_of(c, kept):
            known = kept.entry is not None and c.entry is None
            told(c, "known-name-of-this-head" if known else "longer-name-of-this-head", kept)


def tails(candidates: list[Candidate]) -> frozenset[int]:
    """Ids (``id()``) of the names that end a longer one of an instrument or event: a bracket after both tells of the longer."""
    longest: dict[int, int] = {}
    for c in candidates:
        if c.type in ("instrument", "event"):
            longest[c.end] = min(c.start, longest.get(c.end, c.start))
    return frozenset(id(c) for c in candidates if c.start > longest.get(c.end, c.start))


def _crosses(a: Candidate, b: Candidate) -> bool:
    return a.start < b.start < a.end < b.end


def _same_thing(outer: Candidate, inner: Candidate) -> bool:
    """Whether the inner name is only a part of the outer one: its acronym in brackets, its tail, its first words."""
    if inner.start < outer.start or inner.end > outer.end or _edition_of(outer, inner):
        return False
    if inner.start == outer.start and inner.end == outer.end:
        return True
    if outer.type == "initiative" or inner.start == outer.bracket or outer.head == inner.head:
        return True
    if outer.entry:
        if inner.entry:
            return inner.entry.id == outer.entry.id or (outer.type == "body" and _opens_as_instrument(outer, inner))
        if inner.head < outer.head:
            return True
    if inner.type == "body" and not inner.entry and not inner.article and inner.after_of and inner.end == outer.end:
        return outer.type in ("instrument", "body")
    return _opens_as_instrument(outer, inner) or _lesser(outer, inner)


def _opens_as_instrument(outer: Candidate, inner: Candidate) -> bool:
    """ "**Collective Security Treaty** Organization" speaks of the organisation."""
    return outer.type == "body" and inner.type == "instrument" and inner.start == outer.start


def _lesser(outer: Candidate, inner: Candidate) -> bool:
    """Whether both are of one type and the inner is no thing of its own ("Declaration of **Principles on** …")."""
    if inner.type != outer.type or inner.article:
        return False
    if inner.type == "event":
        return inner.start == outer.start or outer.end - inner.end in (0, _YEAR)
    if inner.entry or not inner.weak:
        return False
    return inner.type == "instrument" or inner.start == outer.start
