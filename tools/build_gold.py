"""Builds gold records from hand-written marks: ``python tools/build_gold.py``.

``examples/gold/NAME.marks`` quotes, in the order of the text, what a careful reader marks; this writes
``NAME.gold.json`` with exact offsets beside a copy of the text. A line is one of ::

    @ The 14th Meeting of                      the passage that the next lines speak of begins here
    event 5th Meeting of Ministers | kind=meeting ordinal=5 dates=2023-05-04 place=Kelmar status=held
    > adopted | was held                       a stage of the mention above, and its words
    date 4 May 2023 | 2023-05-04
    person Ann Lee | office="Minister of Trade" of=XA capacity=member
    say position trade | noted | They noted … of the region | They | holders=XA,XB against sub
    skip event meeting                         occurrences of a quote that are rightly left unmarked

``…`` stands for any words between; white space in a quote stands for any white space, line breaks too. A quote that is
not found in its passage, a trigger outside its clause, and a name that is marked here and unmarked there are faults.
"""

import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

from gold_passage import MarkError, Passage

GOLD = Path(__file__).parent.parent / "examples" / "gold"
DEFAULTS: dict[str, dict[str, Any]] = {
    "date": {"edtf": []},
    "event": {"kind": "meeting", "ordinal": None, "dates": [], "place": None, "mode": None, "status": "held"},
    "instrument": {"kind": "", "dates": [], "place": None, "validity": None, "status": "existing"},
    "body": {"status": "existing"},
    "person": {"office": None, "of": None, "capacity": None},
}


class Builder:
    """Collects the marks of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.passage = Passage(text, 0, 0)
        self.mentions: list[dict[str, Any]] = []
        self.statements: list[dict[str, Any]] = []
        self.stages: list[tuple[dict[str, Any], dict[str, Any]]] = []
        self.skipped: set[tuple[str, str]] = set()

    def take(self, line: str) -> None:
        """One line of marks; raises ``MarkError`` where it cannot be placed."""
        word, _, rest = line.partition(" ")
        fields = [field.strip() for field in rest.split("|")]
        match word:
            case "@":
                self.passage = self.passage.after(rest)
            case "say":
                self.statements.append(self.statement(fields))
            case ">":
                self.stages.append((self.mentions[-1], self.stage(*fields)))
            case "skip":
                kind, _, quote = rest.partition(" ")
                self.skipped.add((kind, quote))
            case _ if word in DEFAULTS:
                self.mentions.append(self.mention(word, *fields))
            case _:
                raise MarkError(f"no such mark: {word}")

    def mention(self, kind: str, quote: str, given: str = "") -> dict[str, Any]:
        """A mention with the attributes that guidelines ask of its type."""
        start, end = self.passage.next_mention(quote)
        known = {"edtf": given.split(",")} if kind == "date" else attributes(given)
        if unknown := set(known) - set(DEFAULTS[kind]):
            raise MarkError(f"{quote}: no attribute {', '.join(sorted(unknown))}")
        return {"type": kind, "start": start, "end": end, "text": self.text[start:end], **DEFAULTS[kind], **known}

    def statement(self, fields: list[str]) -> dict[str, Any]:
        """A statement: act and topics, trigger, clause, and where given holder and options."""
        head, trigger, clause, holder, options = (*fields, "", "")[:5]
        act, topics = head.split()
        start, end, span = self.passage.next_clause(clause, trigger)
        words = options.split()
        holders = next((w.removeprefix("holders=") for w in words if w.startswith("holders=")), "all")
        return {
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "trigger": list(span),
            "trigger_text": self.text[span[0] : span[1]],
            "act": act,
            "polarity": "against" if "against" in words else "for",
            "holder": list(self.passage.within(holder, start, end)) if holder else None,
            "holders": holders if holders in ("all", "other") else holders.split(","),
            "topics": topics.split(","),
            "subordinate": "sub" in words,
        }

    def stage(self, stage: str, cue: str) -> dict[str, Any]:
        """A stage of the last mention: the occurrence of its words that lies nearest to it."""
        start, end = self.passage.nearest(cue, self.mentions[-1]["start"])
        return {"stage": stage, "text": self.text[start:end], "start": start, "end": end}

    def unmarked(self) -> list[str]:
        """Where words that are marked once stand unmarked elsewhere, as "date 2024 at 310"."""
        faults: list[str] = []
        for kind, words in sorted({(m["type"], m["text"]) for m in self.mentions} - self.skipped):
            taken = [(m["start"], m["end"]) for m in self.mentions if m["type"] == kind]
            for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text):
                if not any(start <= found.start() and found.end() <= end for start, end in taken):
                    faults.append(f"{kind} {words!r} is not marked at {found.start()}")
        return faults

    def record(self, name: str) -> dict[str, Any]:
        """The gold record, its marks in order."""
        mentions = sorted(self.mentions, key=lambda m: (m["start"], -m["end"]))
        stages = [{"mention": mentions.index(mention), **stage} for mention, stage in self.stages]
        return {
            "document": f"{name}.txt",
            "text": self.text,
            "mentions": mentions,
            "statements": sorted(self.statements, key=lambda s: s["trigger"]),
            "stages": sorted(stages, key=lambda s: (s["mention"], s["start"])),
        }


def attributes(given: str) -> dict[str, Any]:
    """``ordinal=5 dates=2023-05-04,2023-05-05 place="Sant Ivel"`` as values."""
    pairs = dict(word.split("=", 1) for word in shlex.split(given))
    values: dict[str, Any] = dict(pairs)
    if "ordinal" in pairs:
        values["ordinal"] = int(pairs["ordinal"])
    if "dates" in pairs:
        values["dates"] = pairs["dates"].split(",")
    return values


def build(marks: Path) -> tuple[dict[str, Any], list[str]]:
    """The gold record of one file of marks, and its faults as messages with line numbers."""
    text = (GOLD.parent / f"{marks.stem}.txt").read_bytes().decode("utf-8")
    builder = Builder(text)
    faults: list[str] = []
    for number, line in enumerate(marks.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                builder.take(line.strip())
            except (MarkError, ValueError) as fault:
                faults.append(f"{marks.name}:{number}: {fault}")
    return builder.record(marks.stem), faults or [f"{marks.name}: {fault}" for fault in builder.unmarked()]


def main() -> int:
    """Builds every gold record and prints its counts; 1, and nothing written, where there are faults."""
    failed = 0
    for marks in sorted(GOLD.glob("*.marks")):
        record, faults = build(marks)
        if faults:
            print(*faults, sep="\n", file=sys.stderr)
            failed = 1
            continue
        out = GOLD / f"{marks.stem}.gold.json"
        out.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (GOLD / f"{marks.stem}.txt").write_bytes(record["text"].encode("utf-8"))
        print(out.name, *(f"{len(record[kind])} {kind}" for kind in ("mentions", "statements", "stages")))
    return failed


if __name__ == "__main__":
    sys.exit(main())
