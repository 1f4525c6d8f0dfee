"""What a reading gained, lost and changed against a frozen one, by document and kind of mark."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from frozen import KINDS, Mark, Reading, Run

MOST_DOCUMENTS = 12
LEAST_SHARED = 0.5
WIDTH = 110


class Change(msgspec.Struct):
    """The marks of one kind: how many are the same, and those that are not."""

    same: int = 0
    gained: list[Mark] = []
    lost: list[Mark] = []
    changed: list[tuple[Mark, Mark]] = []
    """Marks of one place, or of nearly one: before and now."""

    @property
    def size(self) -> int:
        """How many marks differ."""
        return len(self.gained) + len(self.lost) + len(self.changed)


Changes = dict[str, Change]


def changes(before: Reading, now: Reading) -> Changes:
    """The change of each kind of mark between two readings of one document."""
    return {kind: _change(before.marks.get(kind, []), now.marks.get(kind, [])) for kind in KINDS}


def _change(before: Sequence[Mark], now: Sequence[Mark]) -> Change:
    kept = set(before) & set(now)
    old = sorted(m for m in before if m not in kept)
    new = sorted(m for m in now if m not in kept)
    pairs = list(_pairs(old, new))
    gone, come = {a for a, _ in pairs}, {b for _, b in pairs}
    return Change(len(kept), [m for m in new if m not in come], [m for m in old if m not in gone], pairs)


def _pairs(old: Sequence[Mark], new: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Marks that stand in one place or share at least half of what both cover, in order, each once."""
    free = dict.fromkeys(new)
    by_place: dict[tuple[int, int], list[Mark]] = {}
    for mark in new:
        by_place.setdefault((mark.start, mark.end), []).append(mark)
    left = []
    for mark in old:
        if same := by_place.get((mark.start, mark.end)):
            found = same.pop(0)
            del free[found]
            yield mark, found
        else:
            left.append(mark)
    first = 0
    candidates = list(free)
    for mark in left:
        while first < len(candidates) and candidates[first].end <= mark.start - WIDTH * 10:
            first += 1
        best, most = None, LEAST_SHARED
        for other in candidates[first:]:
            if other.start >= mark.end:
                break
            if other in free and (shared := _shared(mark, other)) >= most:
                best, most = other, shared
        if best is not None:
            del free[best]
            yield mark, best


def _shared(a: Mark, b: Mark) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / max(1, max(a.end, b.end) - min(a.start, b.start))


class Comparison(NamedTuple):
    """Two runs compared: changes by document, and documents that cannot be compared, with the reason."""

    by_document: dict[str, Changes]
    apart: dict[str, str]
    otherwise: list[str]
    """Documents whose marks are the same while something that a frozen run does not keep differs."""


def compare(before: Run, now: Run) -> Comparison:
    """Every document of both runs; a document whose bytes differ is not compared."""
    by_document: dict[str, Changes] = {}
    apart: dict[str, str] = {}
    otherwise: list[str] = []
    for name in sorted(before.readings.keys() | now.readings.keys()):
        old, new = before.readings.get(name), now.readings.get(name)
        if old is None or new is None:
            apart[name] = "not in the frozen run" if old is None else "missing now"
        elif old.sha256 != new.sha256:
            apart[name] = "other bytes than in the frozen run"
        elif old.fault != new.fault:
            apart[name] = f"now {new.fault or 'read'}; frozen: {old.fault or 'read'}"
        else:
            by_document[name] = changes(old, new)
            if old.digest != new.digest and not any(c.size for c in by_document[name].values()):
                otherwise.append(name)
    return Comparison(by_document, apart, otherwise)


def summary(title: str, compared: Comparison) -> str:
    """The table by kind and the documents with most change; "no change" where there is none."""
    by_document = compared.by_document
    size = {name: sum(c.size for c in own.values()) for name, own in by_document.items()}
    lines = [f"\ngains and losses: {title}, {len(by_document)} documents against the frozen run"]
    if not any(size.values()) and not compared.apart and not compared.otherwise:
        total = sum(c.same for own in by_document.values() for c in own.values())
        return "\n".join([*lines, f"no change ({total:,} marks)"])
    lines.append(f"{'':12}{'frozen':>9}{'now':>9}{'same':>9}{'gained':>9}{'lost':>9}{'changed':>9}")
    lines += [_row(kind, [own[kind] for own in by_document.values()]) for kind in KINDS]
    most = sorted((n for n in size if size[n]), key=lambda n: (-size[n], n))
    if most:
        lines.append(f"{len(most)} documents with changes; the most:")
        lines += [f"  {size[n]:5}  {n[:80]}  {_kinds(by_document[n])}" for n in most[:MOST_DOCUMENTS]]
    lines += [f"  not compared: {name}: {reason}" for name, reason in compared.apart.items()]
    if compared.otherwise:
        shown = ", ".join(compared.otherwise[:3])
        lines.append(f"  {len(compared.otherwise)} documents differ only in what a frozen run does not keep: {shown} …")
    return "\n".join(lines)


def _row(kind: str, own: Sequence[Change]) -> str:
    same, changed = sum(c.same for c in own), sum(len(c.changed) for c in own)
    gained, lost = sum(len(c.gained) for c in own), sum(len(c.lost) for c in own)
    counts = (same + changed + lost, same + changed + gained, same, gained, lost, changed)
    return f"{kind:12}" + "".join(f"{n:9,}" if n else f"{'·':>9}" for n in counts)


def _kinds(own: Mapping[str, Change]) -> str:
    return " ".join(f"{kind} {c.size}" for kind, c in own.items() if c.size)


def difference(name: str, own: Mapping[str, Change], text: str) -> str:
    """The marks of one document that came (+), went (-) or changed (~), with their words, in order of place."""
    rows: list[tuple[int, str]] = []
    for kind, change in own.items():
        rows += [(m.start, f"+ {kind:10} {_shown(m, text)}  {m.attributes}") for m in change.gained]
        rows += [(m.start, f"- {kind:10} {_shown(m, text)}  {m.attributes}") for m in change.lost]
        rows += [(b.start, f"~ {kind:10} {_shown(b, text)}  {_what_changed(a, b, text)}") for a, b in change.changed]
    listed = [row for _, row in sorted(rows)] or ["no change"]
    return "\n".join([f"\n{name}", *listed])


def _shown(mark: Mark, text: str) -> str:
    words = " ".join(text[mark.start : mark.end].split())
    return f"{mark.start}:{mark.end} {words[: WIDTH - 1] + '…' if len(words) > WIDTH else words!r}"


def _what_changed(before: Mark, now: Mark, text: str) -> str:
    parts = []
    if (before.start, before.end) != (now.start, now.end):
        parts.append(f"was {_shown(before, text)}")
    old, new = before.attributes.split("; "), now.attributes.split("; ")
    gone, come = [a for a in old if a not in new], [a for a in new if a not in old]
    if gone or come:
        parts.append(f"{', '.join(gone) or 'nothing'} → {', '.join(come) or 'nothing'}")
    if before.further != now.further:
        parts.append(f"extent {before.further} → {now.further}")
    return "; ".join(parts)
