"""Whether the examples of verbs hold: each is read as a statement by its own entry, no counterexample is."""

from collections.abc import Iterator
from pathlib import Path

from secretariat.lexicon.entries import Verb
from secretariat.lexicon.lines import line_at
from secretariat.lexicon.load import parse_file
from secretariat.model.errors import DataError, SecretariatError
from secretariat.reading.order import Options, read_document
from secretariat.sources import source_from_text


def verb_faults(folder: Path) -> Iterator[str]:
    """What is wrong with the examples of the verbs of a folder, each fault "file:line: entry ID: what is wrong".

    The sentences are read with the shipped words and those of the folder, as ``--lexicon`` adds them. Files that do not
    keep to their form are left to ``lexicon.check``.
    """
    for path in sorted(folder.glob("*.yaml")):
        try:
            file = parse_file(path)
        except DataError:
            continue
        if file.kind != "verb":
            continue
        for number, entry in enumerate(file.entries):
            assert isinstance(entry, Verb)
            for field, sentences, wanted in (
                ("examples", entry.examples, True),
                ("counterexamples", entry.counterexamples, False),
            ):
                for at, sentence in enumerate(sentences):
                    if _reads(sentence, entry, folder) is not wanted:
                        where = f"{path}:{line_at(path, f'$.entries[{number}].{field}[{at}]')}: entry {entry.id}"
                        said = "its example is not matched" if wanted else "its counterexample is matched"
                        yield f"{where}: {said}: {sentence!r}"


def _reads(sentence: str, entry: Verb, folder: Path) -> bool:
    """Whether a sentence holds a statement that this entry made."""
    try:
        record = read_document(source_from_text(sentence), Options(lexicon=(folder,), any_language=True))
    except SecretariatError:
        return False
    return any(s.rule == f"verb:{entry.id}" for s in record.statements)
