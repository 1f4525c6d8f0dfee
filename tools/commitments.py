"""How many commitments picked by experts are read as such: part of ``make accuracy``.

    commitments.py [--misses N]

``../shared/datasets/g20_commitments/compliance.csv`` holds 397 passages of summit documents that the researchers of the
G20 Research Group chose as commitments. A passage counts where one statement of it is a commitment or a decision. It is
read as it stands, with the square brackets that are theirs.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator

import texts

import secretariat
from secretariat.model.record import Record

PASSAGES = texts.SHARED / "datasets" / "g20_commitments" / "compliance.csv"
BINDING = ("commitment", "decision")
WANTED = 0.92


def passages() -> Iterator[tuple[str, str]]:
    """The id and the text of each passage."""
    with PASSAGES.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield row["id"].strip(), row["text"]


def why_not(record: Record) -> str:
    """What a passage without commitment is read as: its strongest act, or that it has no statement."""
    acts = {s.act for s in record.statements}
    return next((a for a in ("call", "position", "appraisal", "assertion") if a in acts), "no statement")


def main() -> int:
    """Reads every passage, prints the share and what the rest is."""
    asked = argparse.ArgumentParser(description="Count commitments picked by experts that are read as such.")
    asked.add_argument("--misses", type=int, default=0, metavar="N", help="show so many passages of each other act")
    options = asked.parse_args()
    if not PASSAGES.exists():
        print("commitments: skipped, ../shared/datasets is not there")
        return 0
    rest: dict[str, list[str]] = {}
    lacks: Counter[str] = Counter()
    found = number = 0
    for key, text in passages():
        record = secretariat.read_text(text, name=key, any_language=True)
        binding = [s for s in record.statements if s.act in BINDING]
        number += 1
        found += bool(binding)
        lacks.update(lack for s in binding if s.act == "commitment" for lack in s.lacks)
        if not binding:
            rest.setdefault(why_not(record), []).append(f"{key}: {' '.join(text.split())}")
    share = found / number
    said = f"{found} of {number} read as commitment or decision, {share:.3f} (wanted {WANTED})"
    print(f"\ncommitments picked by experts: {said}")
    for act, missed in sorted(rest.items(), key=lambda item: -len(item[1])):
        print(f"  {len(missed):3} read as {act}" + _REASONS.get(act, ""))
        for line in missed[: options.misses]:
            print(f"      {line}")
    if lacks:
        print("  their commitments lack " + ", ".join(f"{name} {count}" for name, count in lacks.most_common()))
    return 0


_REASONS = {
    "call": ': they support or ask ("we support the work of", "should", "we call on"), and promise nothing themselves',
    "position": ': they say what matters ("we reaffirm the need"), or restate what others promised or a principle',
    "appraisal": ": they welcome what others have promised",
    "assertion": ": they tell of what somebody does, has done or has promised",
}

if __name__ == "__main__":
    sys.exit(main())
