"""Whether lexicon files keep their promises: ids differ, forms are not shared, examples are matched, others are not.

Of the categories that the one matcher leaves out (verbs are inflected first, grammar is looked up word by word) only
ids and forms are checked here; the finder that uses them has a test for their examples.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from secretariat.lexicon.entries import UNSEARCHED, Entry
from secretariat.lexicon.literals import Form, Literals
from secretariat.lexicon.load import LexiconFile, literal_forms, parse_file
from secretariat.model.errors import DataError

ONE_THING = frozenset(
    {
        "verb", "body-name", "instrument-name", "event-name", "initiative-name", "body-kind", "instrument-kind",
        "event-kind", "office", "state", "month",
    }
)  # fmt: skip
"""Kinds of file in which a form belongs to one entry. Two towns may share a name, and a word may be of two classes."""


def faults_in(files: Sequence[LexiconFile]) -> list[str]:
    """What is wrong in these files, each fault in one line: file, entry, fault."""
    faults: list[str] = []
    for category in dict.fromkeys(f.category for f in files):
        own = [f for f in files if f.category == category]
        faults += _twice(own)
        if not any(f.kind in UNSEARCHED for f in own):
            faults += _examples(category, own)
    return faults


def faults_of(folder: Path) -> tuple[int, int, list[str]]:
    """How many lexicon files and entries a folder holds, and what is wrong in them."""
    files: list[LexiconFile] = []
    faults: list[str] = []
    paths = sorted(folder.glob("*.yaml"))
    for path in paths:
        try:
            files.append(parse_file(path))
        except DataError as fault:
            faults.append(" ".join(str(fault).split()))
    return len(paths), sum(len(f.entries) for f in files), faults + faults_in(files)


def _twice(files: Iterable[LexiconFile]) -> list[str]:
    """Ids that two entries of a category bear, and forms that two of them claim."""
    faults: list[str] = []
    ids: dict[str, str] = {}
    forms: dict[str, str] = {}
    for file in files:
        for entry in file.entries:
            where = f"{file.name}: entry {entry.id}"
            if entry.id in ids:
                faults.append(f"{where}: the id stands already in {ids[entry.id]}")
            ids.setdefault(entry.id, file.name)
            for form in entry.forms:
                if not form.strip():
                    faults.append(f"{where}: an empty form")
                elif entry.forms.count(form) > 1:
                    faults.append(f"{where}: the form {form!r} stands twice")
                elif file.kind in ONE_THING and forms.get(form, entry.id) != entry.id:
                    faults.append(f"{where}: the form {form!r} belongs to {forms[form]} already")
                forms.setdefault(form, entry.id)
    return faults


def _examples(category: str, files: Sequence[LexiconFile]) -> list[str]:
    """Examples that their own entry does not match, and counterexamples that it does."""
    literals = Literals(Form(category, e, text) for f in files for e in f.entries for text in literal_forms(e))

    def matched(entry: Entry, sentence: str) -> bool:
        return any(hit.entry is entry for hit in literals.scan(sentence).longest(category))

    faults: list[str] = []
    for file in files:
        for entry in file.entries:
            where = f"{file.name}: entry {entry.id}"
            missed = (e for e in entry.examples if not matched(entry, e))
            faults += (f"{where}: its example is not matched: {e!r}" for e in missed)
            taken = (e for e in entry.counterexamples if matched(entry, e))
            faults += (f"{where}: its counterexample is matched: {e!r}" for e in taken)
    return faults
