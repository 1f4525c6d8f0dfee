"""What is new in a document against the one before: for the person who must brief on it tonight. Pure functions over rows.

A commitment is new where no statement of the earlier document says the same (likeness of words, as in ``align``). Dropped in
silence is what the earlier document promised, decided, proposed or prepared and this one does not name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

import msgspec

from secretariat.comparing.align import align
from secretariat.comparing.drift import STAGES
from secretariat.comparing.passages import words_in

Row: TypeAlias = Mapping[str, Any]
Section: TypeAlias = Literal["decisions", "commitments", "stages", "named", "dropped", "missing", "due", "meetings"]
_SAME = 0.55
"""Likeness from which two statements promise the same."""
_OPEN = ("proposed", "preparing", "decided")
_BINDING = ("commitment", "decision")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the briefing: what it is, the words it was read from and their place; ``note`` says what else is known."""

    what: str
    document: str
    name: str
    start: int
    end: int
    quote: str
    paragraph: str | None = None
    note: str | None = None
    entity: str | None = None


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """The page: its document, the earlier one if there is one, sections of items, and what cannot be told."""

    document: Mapping[str, Any]
    since: Mapping[str, Any] | None
    sections: dict[Section, list[Item]]
    repeated: int
    """Commitments that the earlier document made, too."""
    unknown: list[str]

    def to_json(self) -> bytes:
        """The briefing as JSON, UTF-8."""
        return msgspec.json.encode(self)


def item(row: Row, what: str, note: str | None = None, entity: str | None = None) -> Item:
    """An item from a row with document, name or source, start, end and quote."""
    return Item(
        what=what,
        document=row["document"],
        name=row["source"] if "source" in row else row["name"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        paragraph=row.get("paragraph"),
        note=note or None,
        entity=entity,
    )


def decisions(statements: Sequence[Row]) -> list[Item]:
    """What was decided."""
    return [item(row, "decided") for row in statements if row["act"] == "decision"]


def commitments(statements: Sequence[Row], before: Sequence[Row]) -> tuple[list[Item], int]:
    """The promises that the earlier document did not make, each with what it lacks; and how many it made, too."""
    own = [row for row in statements if row["act"] == "commitment"]
    known = _answered(own, before)
    new = [
        item(row, "promised", f"does not say {', '.join(row['lacks'])}" if row["lacks"] else None)
        for n, row in enumerate(own)
        if n not in known
    ]
    return new, len(known)


def _answered(own: Sequence[Row], others: Sequence[Row]) -> set[int]:
    """Indexes of the statements that others say, too."""
    links = align([_words(row) for row in own], [_words(row) for row in others], least=_SAME)
    return {i for link in links if link.likeness >= _SAME for i in link.a}


def _words(row: Row) -> tuple[str, ...]:
    return words_in(row["quote"], (0, len(row["quote"])))


def stages(lives: Mapping[str, Sequence[Row]], document: str, date: str | None) -> list[Item]:
    """Things that stand at another stage here than when they were last told of; ``lives`` are their steps in order of time."""
    found: list[tuple[int, Item]] = []
    for entity, steps in lives.items():
        here = [s for s in steps if s["document"] == document]
        earlier = [s for s in steps if s["document"] != document and date and s["told"] and s["told"] < date]
        now = max(here, key=lambda s: STAGES.index(s["stage"]))
        before = max(earlier, key=lambda s: (s["told"], STAGES.index(s["stage"])), default=None)
        if before is not None and before["stage"] != now["stage"]:
            note = f"{before['stage']} in {before['source']}"
            found.append((now["start"], item(now, f"{now['name']}: now {now['stage']}", note, entity)))
    return [made for _, made in sorted(found, key=lambda f: f[0])]


def dropped(
    before: Sequence[Row], statements: Sequence[Row], open_things: Iterable[Row], named: frozenset[str]
) -> list[Item]:
    """What the earlier document promised, decided or had under way, and this one is silent on.

    ``open_things`` are rows with ``entity``, ``label`` and the place where the earlier document tells their stage; ``named``
    are the ids of what this document names.
    """
    binding = [row for row in before if row["act"] in _BINDING]
    known = _answered(binding, statements)
    found = [item(row, row["act"]) for n, row in enumerate(binding) if n not in known]
    found += [
        item(thing, f"{thing['label']}: {thing['stage']}", entity=thing["entity"])
        for thing in open_things
        if thing["entity"] not in named and thing["stage"] in _OPEN
    ]
    return sorted(found, key=lambda i: (i.start, i.end, i.what))


def missing(statements: Sequence[Row], speakers: Sequence[str], earlier: Sequence[str]) -> Iterator[Item]:
    """Statements that only some of those who take part make; first, who took part before and does not here."""
    gone = sorted(set(earlier) - set(speakers)) if speakers else []
    if gone and statements:
        nowhere = {**statements[0], "start": 0, "end": 0, "quote": "", "paragraph": None}
        yield item(nowhere, f"not here, but in the earlier document: {' '.join(gone)}")
    for row in statements:
        holders = row["holders"]
        if isinstance(holders, list) and holders and set(holders) < set(speakers):
            absent = sorted(set(speakers) - set(holders))
            yield item(row, f"without {' '.join(absent)}", f"{' '.join(holders)}: {row['verb']}")
