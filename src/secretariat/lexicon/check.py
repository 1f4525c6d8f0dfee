"""Whether lexicon files keep their promises: ids differ, forms are not shared, examples are matched, others are not.

Of the categories that the one matcher leaves out (verbs are inflected first, grammar is looked up word by word) only
ids and forms are checked here; ``reading.verb_examples`` checks the examples of verbs. Each fault is one line,
"file:line: entry ID: what is wrong".
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from secretariat.lexicon.entries import UNSEARCHED, Alias, Entry
from secretariat.lexicon.lines import line_at
from secretariat.lexicon.literals import Form, Literals
from secretariat.lexicon.load import SHIPPED, LexiconFile, literal_forms, parse_file, with_aliases
from secretariat.model.errors import DataError

ONE_THING = frozenset(
    {
        "verb", "body-name", "instrument-name", "event-name", "initiative-name", "body-kind", "instrument-kind",
        "event-kind", "office", "state", "month",
    }
)  # fmt: skip
"""Kinds of file in which a form belongs to one entry. Two towns may share a name, and a word may be of two classes."""


class Listed(msgspec.Struct, frozen=True):
    """A lexicon file with its path; ``own`` where it is one of those that are checked."""

    path: Path
    file: LexiconFile
    own: bool = True

    def where(self, number: int, field: str = "") -> str:
        """ "file:line: entry ID" of its entry ``number`` (from 0), of a field of it where that is given."""
        place = f"$.entries[{number}]" + (f".{field}" if field else "")
        return f"{self.path}:{line_at(self.path, place)}: entry {self.file.entries[number].id}"


def shipped_files(language: str = "en") -> list[Listed]:
    """The shipped files of a language, beside which those of one's own are checked."""
    return [Listed(path, parse_file(path), own=False) for path in sorted((SHIPPED / language).glob("*.yaml"))]


def faults_of(folder: Path, beside: Sequence[Listed] = ()) -> tuple[int, int, list[str]]:
    """How many lexicon files and entries a folder holds, and what is wrong in them, also beside the files that are given."""
    listed: list[Listed] = list(beside)
    faults: list[str] = []
    paths = sorted(folder.glob("*.yaml"))
    for path in paths:
        try:
            listed.append(Listed(path, parse_file(path)))
        except DataError as fault:
            faults.append(" ".join(str(fault).split()))
    own = [one.file for one in listed if one.own]
    return len(paths), sum(len(f.entries) for f in own), faults + list(_faults_in(listed))


def _faults_in(listed: Sequence[Listed]) -> Iterator[str]:
    """What is wrong in the files that are checked."""
    yield from _aliases(listed)
    categories = dict.fromkeys(one.file.category for one in listed if one.own and one.file.kind != "alias")
    categories |= dict.fromkeys(e.to for one in listed if one.own for e in one.file.entries if isinstance(e, Alias))
    for category in categories:
        same = [one for one in listed if one.file.category == category]
        yield from _twice(same)
        if not any(one.file.kind in UNSEARCHED for one in same):
            yield from _examples(category, same, [one for one in listed if one.own])


def _aliases(listed: Sequence[Listed]) -> Iterator[str]:
    """Aliases of entries that there are not, and forms that another entry has already."""
    known = {(one.file.category, e.id) for one in listed for e in one.file.entries}
    forms = {
        (one.file.category, form): e.id
        for one in listed if one.file.kind in ONE_THING for e in one.file.entries for form in e.forms
    }  # fmt: skip
    for one in listed:
        for number, alias in enumerate(one.file.entries):
            if not isinstance(alias, Alias) or not one.own:
                continue
            if (alias.to, alias.id) not in known:
                yield f"{one.where(number, 'to')}: no file of the kind {alias.to!r} has an entry of this id"
            for form in alias.forms:
                if owner := forms.get((alias.to, form)):
                    yield f"{one.where(number, 'forms')}: the form {form!r} belongs to {owner} already"


def _twice(same: Sequence[Listed]) -> Iterator[str]:
    """Ids that two entries of a category bear, and forms that two of them claim."""
    ids: dict[str, str] = {}
    forms: dict[str, tuple[str, str]] = {}
    for one in same:
        for number, entry in enumerate(one.file.entries):
            if one.own and entry.id in ids:
                more = "" if one.file.kind in UNSEARCHED else "; a file of the kind alias gives it further forms"
                yield f"{one.where(number, 'id')}: the id stands already in {ids[entry.id]}{more}"
            ids.setdefault(entry.id, one.path.name)
            for form in dict.fromkeys(entry.forms):
                owner, file = forms.setdefault(form, (entry.id, one.path.name))
                if not one.own:
                    continue
                if not form.strip():
                    yield f"{one.where(number, 'forms')}: an empty form"
                elif entry.forms.count(form) > 1:
                    yield f"{one.where(number, 'forms')}: the form {form!r} stands twice"
                elif one.file.kind in ONE_THING and owner != entry.id:
                    yield f"{one.where(number, 'forms')}: the form {form!r} belongs to {owner} already ({file})"


def _examples(category: str, same: Sequence[Listed], own: Sequence[Listed]) -> Iterator[str]:
    """Examples that their own entry does not match, and counterexamples that it does."""
    known = {e.id for one in same for e in one.file.entries}
    aliased = [
        msgspec.structs.replace(one.file, entries=tuple(e for e in one.file.entries if e.id in known))
        for one in own if one.file.kind == "alias"
    ]  # fmt: skip
    files = with_aliases([*(one.file for one in same), *aliased], category)
    literals = Literals(Form(category, e, text) for f in files for e in f.entries for text in literal_forms(e))

    def matched(entry: Entry, sentence: str) -> bool:
        hits = literals.scan(sentence).longest(category)
        return any(h.entry.id == entry.id and h.form.text in _spelled(entry) for h in hits)

    for one in own:
        for number, entry in enumerate(one.file.entries):
            if (entry.to if isinstance(entry, Alias) else one.file.category) != category:
                continue
            for at, sentence in enumerate(entry.examples):
                if not matched(entry, sentence):
                    yield f"{one.where(number, f'examples[{at}]')}: its example is not matched: {sentence!r}"
            for at, sentence in enumerate(entry.counterexamples):
                if matched(entry, sentence):
                    yield f"{one.where(number, f'counterexamples[{at}]')}: its counterexample is matched: {sentence!r}"


def _spelled(entry: Entry) -> frozenset[str]:
    """Every form of an entry in every spelling."""
    return frozenset((*literal_forms(entry), *entry.forms))
