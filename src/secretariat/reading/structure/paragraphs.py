"""From parts to paragraphs that cover every character, and to the units of running text."""

from collections.abc import Iterator, Mapping, Sequence

from secretariat.model.paragraphs import Paragraph
from secretariat.model.spans import Span
from secretariat.reading.structure.parts import Part

FlowUnit = tuple[str, Sequence[Span]]

_RANK = {
    "digit": 1,
    "decimal": 1,
    "article": 1,
    "capital": 2,
    "inner": 2,
    "letter": 2,
    "roman": 3,
    "bullet": 4,
    "numeral": 1,
    "part": 1,
    "option": 1,
}


def make_paragraphs(text: str, parts: list[Part], callers: Mapping[int, int]) -> tuple[Paragraph, ...]:
    """Paragraphs without gap or overlap: white space goes to the one before it, at the start to the first.

    The parts are taken out of their list one by one, so that a long text never has all of both.

    An empty text has no paragraphs; one of white space alone has one, its kind ``furniture``.
    """
    if not parts:
        return (Paragraph("para_1", "furniture", None, 0, len(text), None),) if text else ()
    ids = _ids(parts)
    within = _within(parts, ids, callers)
    made: list[Paragraph] = []
    parts.reverse()
    start = 0
    for index in range(len(parts)):
        part = parts.pop()
        end = parts[-1].start if parts else len(text)
        number = part.note if part.kind == "footnote" else part.number.printed if part.number else None
        made.append(Paragraph(ids[index], part.kind or "narrative", number or None, start, end, within[index]))
        start = end
    return tuple(made)


def _ids(parts: Sequence[Part]) -> list[str]:
    ids: list[str] = []
    sections = paragraphs = 0
    for part in parts:
        if part.kind == "heading":
            sections += 1
            ids.append(f"sec_{sections}")
        else:
            paragraphs += 1
            ids.append(f"para_{paragraphs}")
    return ids


def _within(parts: Sequence[Part], ids: Sequence[str], callers: Mapping[int, int]) -> list[str | None]:
    """The heading or paragraph that each part belongs to."""
    found: list[str | None] = []
    headings: list[tuple[int, str]] = []
    parents: list[tuple[int, str]] = []
    last: str | None = None
    for index, part in enumerate(parts):
        under = headings[-1][1] if headings else None
        if part.kind in ("header", "title", "furniture"):
            found.append(None)
            continue
        if part.kind == "footnote":
            found.append(ids[callers[index]] if index in callers else under)
            continue
        if part.continues:
            found.append(last)
            continue
        if part.kind == "heading":
            while headings and headings[-1][0] >= part.level:
                headings.pop()
            under = headings[-1][1] if headings else None
            headings.append((part.level, ids[index]))
            parents.clear()
        else:
            rank = _rank(part)
            while parents and parents[-1][0] >= rank:
                parents.pop()
            under = parents[-1][1] if parents else under
            parents.append((rank, ids[index]))
        found.append(under)
        last = under
    return found


def _rank(part: Part) -> int:
    """Depth of a paragraph among those that hold one another: plain 0, numbered 1, "(a)" 2, "(i)" 3, bullet 4."""
    if part.kind != "item":
        return 0
    depth = _RANK[part.number.form] if part.number else 4
    return max(depth, 1) + max(0, part.level - 1)


def make_units(parts: Sequence[Part]) -> Iterator[FlowUnit]:
    """One unit a paragraph in order; halves are joined.

    Furniture is left out, but for running heads that repeat the title: they name things as the title does.
    """
    head = " ".join(_plain(p.text) for p in parts if p.kind in ("header", "title"))
    halves = _halves(parts)
    joined = {half for those in halves.values() for half in those}
    for index, part in enumerate(parts):
        if index not in joined and (part.kind != "furniture" or _repeats_title(part, head)):
            pieces = [(p.start, p.end) for p in (part, *(parts[half] for half in halves.get(index, ())))]
            yield str(part.kind or "narrative"), pieces


def _halves(parts: Sequence[Part]) -> dict[int, list[int]]:
    """Index of a paragraph that a page break parted → the indexes of its further halves."""
    halves: dict[int, list[int]] = {}
    opened: int | None = None
    for index, part in enumerate(parts):
        if part.kind in ("footnote", "furniture"):
            continue
        if part.continues and opened is not None:
            halves.setdefault(opened, []).append(index)
        else:
            opened = index
    return halves


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _repeats_title(part: Part, head: str) -> bool:
    """Whether furniture is words of the title or head, three at least."""
    return sum(w.isalpha() for w in part.text.split()) >= 3 and _plain(part.text) in head
