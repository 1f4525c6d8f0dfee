"""How well names are put together: B-cubed against clusters marked by hand, and wrong merges.

    identity_accuracy.py [--wrong]     with --wrong, the clusters that differ

Each set of documents is read and resolved as a register would; a marked mention is looked up by type and place (half of
the stretch that both cover). One that was not read is a cluster by itself. B-cubed: for each marked mention, how much of
its cluster as read is of its cluster as marked (precision), and the other way round (recall); the mean over mentions.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import texts

import secretariat
from secretariat.lexicon.load import load_lexicon
from secretariat.profiles.load import load_profiles
from secretariat.register.decisions.marks import share
from secretariat.register.identity.resolve import resolve
from secretariat.register.identity.signature import Signature, iter_signatures
from secretariat.register.identity.units import make_units
from secretariat.register.identity.vocabulary import Vocabulary

Place = tuple[str, int, int]


class Marked(NamedTuple):
    """One set: its name, the files of its documents by name, and the clusters as (type, places)."""

    name: str
    files: dict[str, Path]
    clusters: list[tuple[str, list[Place]]]


def main() -> int:
    """Prints a line for each set; 1 where there is none."""
    asked = argparse.ArgumentParser(description="Score which names are taken for the same thing.")
    asked.add_argument("--wrong", action="store_true", help="show the clusters that differ")
    options = asked.parse_args()
    sets = marked_sets()
    if not sets:
        print("no clusters marked by hand", file=sys.stderr)
        return 1
    print(f"{'identity':34}{'mentions':>9}{'clusters':>9}{'P':>7}{'R':>7}{'B³ F1':>7}  wrong merges of instruments")
    for marked in sets:
        read = read_clusters(marked)
        p, r, f = b_cubed(marked, read)
        wrong = wrong_merges(marked, read)
        count = sum(len(places) for _, places in marked.clusters)
        print(f"{marked.name:34}{count:9}{len(marked.clusters):9}{p:7.3f}{r:7.3f}{f:7.3f}  {len(wrong)}")
        if options.wrong:
            show(marked, read)
    return 0


def marked_sets() -> list[Marked]:
    """The sets of the examples, and that of the shared declaration where it lies beside."""
    sets: list[Marked] = []
    for folder in (texts.EXAMPLES / "gold", texts.SHARED / "gold"):
        for path in sorted(folder.glob("*.links.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            names = data.get("documents") or [data["document"]]
            files = {name: folder / f"{name}.txt" for name in names}
            clusters = [(c["type"], [_place(m, names[0]) for m in c["members"]]) for c in data["clusters"]]
            sets.append(Marked(path.name.removesuffix(".links.json"), files, clusters))
    return sets


def _place(member: list[Any], document: str) -> Place:
    """``[start, end]`` in the one document, or ``[document, start, end]``."""
    return (document, member[0], member[1]) if len(member) == 2 else (member[0], member[1], member[2])


def read_clusters(marked: Marked) -> dict[tuple[str, Place], int]:
    """The number of the cluster as read, for each marked mention; each that was not read has a number of its own."""
    folders = texts.lexicon_folders()
    profiles = load_profiles(tuple(f / "profiles" for f in folders if (f / "profiles").is_dir()))
    vocabulary = Vocabulary(load_lexicon(extra=folders), profiles)
    signatures: list[Signature] = []
    names: dict[str, str] = {}
    for name, path in marked.files.items():
        record = secretariat.read(path, lexicon=folders)
        names[record.document.id] = name
        titles = [(p.start, p.end) for p in record.paragraphs if p.kind == "title"]
        signatures += iter_signatures(record.document, list(enumerate(record.mentions)), titles, vocabulary)
    units = make_units(signatures)
    places: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for number, thing in enumerate(resolve(units).things):
        for s in (s for key in thing for s in units[key].signatures):
            places[names[s.document], s.type].append((s.start, s.end, number))
    found: dict[tuple[str, Place], int] = {}
    for kind, members in marked.clusters:
        for place in members:
            near = places.get((place[0], kind), ())
            best = max(((share((a, b), place[1:]), n) for a, b, n in near), default=(0.0, 0))
            found[kind, place] = best[1] if best[0] >= 0.5 else -1 - len(found)
    return found


def b_cubed(marked: Marked, read: dict[tuple[str, Place], int]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    by_number: dict[int, set[tuple[str, Place]]] = defaultdict(set)
    for mention, number in read.items():
        by_number[number].add(mention)
    precision: list[float] = []
    recall: list[float] = []
    for kind, members in marked.clusters:
        own = {(kind, place) for place in members}
        for mention in sorted(own):
            both = len(own & by_number[read[mention]])
            precision.append(both / len(by_number[read[mention]]))
            recall.append(both / len(own))
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return p, r, 2 * p * r / (p + r)


def wrong_merges(marked: Marked, read: dict[tuple[str, Place], int]) -> list[int]:
    """The numbers of read clusters that hold instruments of more than one marked cluster."""
    holding: dict[int, set[int]] = defaultdict(set)
    for at, (kind, members) in enumerate(marked.clusters):
        if kind == "instrument":
            for place in members:
                holding[read[kind, place]].add(at)
    return sorted(number for number, clusters in holding.items() if len(clusters) > 1)


def show(marked: Marked, read: dict[tuple[str, Place], int]) -> None:
    """The clusters that were parted, and those that were merged."""
    words = {name: path.read_bytes().decode("utf-8") for name, path in marked.files.items()}
    holding: dict[int, set[int]] = defaultdict(set)
    for at, (kind, members) in enumerate(marked.clusters):
        numbers = {read[kind, place] for place in members}
        for number in numbers:
            holding[number].add(at)
        if len(numbers) > 1:
            print("  parted:", " | ".join(words[d][a:b] for d, a, b in members))
    for clusters in holding.values():
        if len(clusters) > 1:
            firsts = [marked.clusters[at][1][0] for at in sorted(clusters)]
            print("  merged:", " | ".join(words[d][a:b] for d, a, b in firsts))


if __name__ == "__main__":
    sys.exit(main())
