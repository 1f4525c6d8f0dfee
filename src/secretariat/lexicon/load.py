"""Reads the YAML files of a language into a ``Lexicon``; keeps the parsed form in the user's cache."""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from secretariat.lexicon.entries import CATEGORIES, UNSEARCHED, Alias, Entry, Name, Word
from secretariat.lexicon.lines import line_at, line_of_fault, line_of_yaml
from secretariat.lexicon.literals import Form, Hits, Literals
from secretariat.lexicon.spelling import spellings
from secretariat.model.errors import DataError

SHIPPED = Path(__file__).parent


class LexiconFile(msgspec.Struct, frozen=True):
    """One file: its category, its name without ending, its entries."""

    kind: str
    name: str
    entries: tuple[Entry, ...]

    @property
    def category(self) -> str:
        """What hits of this file are filed under: the kind, or for plain word lists the file's name."""
        return self.name if self.kind in ("word", "grammar") else self.kind


class Lexicon:
    """All the words of one language. Immutable; ``hash`` names its exact content."""

    def __init__(self, files: Sequence[LexiconFile], digest: str, extra: Sequence[Form] = ()) -> None:
        self.files = tuple(files)
        self.hash = digest
        self._extra = tuple(extra)

    def entries(self, category: str) -> tuple[Any, ...]:
        """The entries of a category (file kind, or the name of a word file), in the order of files."""
        return tuple(e for f in self.files if f.category == category for e in f.entries)

    def words(self, category: str) -> dict[str, str]:
        """The forms of a word file, lower case → value (the entry's id where it states none)."""
        return {form.lower(): e.value or e.id for e in self.entries(category) for form in e.forms}

    @cached_property
    def literals(self) -> Literals:
        """The one matcher over every form of every file."""
        searched = [f for f in self.files if f.kind not in UNSEARCHED]
        forms = [Form(f.category, e, text) for f in searched for e in f.entries for text in literal_forms(e)]
        return Literals([*forms, *self._extra])

    def scan(self, text: str) -> Hits:
        """Every form of every entry that occurs in ``text``, in one pass."""
        return self.literals.scan(text)


def literal_forms(entry: Entry) -> list[str]:
    """The forms of an entry that the matcher looks for.

    ``forms``, in every spelling where they are names, and the supporting forms of states and topics.
    """
    if isinstance(entry, Name):
        return list(dict.fromkeys(made for form in entry.forms for made in spellings(form)))
    return [*entry.forms, *getattr(entry, "adjectives", ()), *getattr(entry, "weak", ())]


def parse_file(path: Path) -> LexiconFile:
    """One YAML file as entries; raises ``DataError`` with file, entry and fault."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), loader)
    except yaml.YAMLError as fault:
        raise DataError(f"{path}:{line_of_yaml(fault)}: not valid YAML: {fault}") from None
    except (OSError, UnicodeError) as fault:
        raise DataError(f"{path}: cannot be read: {fault}") from None
    if not isinstance(data, dict) or not isinstance(data.get("entries"), list):
        raise DataError(f"{path}:1: expected 'kind:' and a list under 'entries:'")
    entry_type = CATEGORIES.get(str(data.get("kind")))
    if entry_type is None:
        line = line_at(path, "$.kind")
        raise DataError(f"{path}:{line}: unknown kind {data.get('kind')!r}; one of {', '.join(CATEGORIES)}")
    entries: list[Entry] = []
    for number, raw in enumerate(data["entries"], 1):
        try:
            entries.append(msgspec.convert(raw, entry_type))
        except msgspec.ValidationError as fault:
            name = raw.get("id", f"number {number}") if isinstance(raw, dict) else f"number {number}"
            line = line_of_fault(path, f"$.entries[{number - 1}]", str(fault))
            raise DataError(f"{path}:{line}: entry {name}: {fault}") from None
    return LexiconFile(str(data["kind"]), path.stem, tuple(entries))


def with_aliases(files: Sequence[LexiconFile], category: str = "") -> list[LexiconFile]:
    """The files with the forms of every alias added to the entry that it is of, the files of aliases left out.

    With a ``category``, only its aliases. Raises ``DataError`` for an alias of an entry that there is not.
    """
    aliases = [(f, e) for f in files for e in f.entries if isinstance(e, Alias) and category in ("", e.to)]
    added: dict[tuple[str, str], list[str]] = {}
    for _, alias in aliases:
        added.setdefault((alias.to, alias.id), []).extend(alias.forms)
    known = {(f.category, e.id) for f in files for e in f.entries}
    for file, alias in aliases:
        if (alias.to, alias.id) not in known:
            raise DataError(
                f"{file.name}.yaml: entry {alias.id}: no file of the kind {alias.to!r} has an entry of this id"
            )
    kept = [f for f in files if f.kind != "alias"]
    return [_with_forms(f, added) for f in kept] if added else kept


def _with_forms(file: LexiconFile, added: dict[tuple[str, str], list[str]]) -> LexiconFile:
    """A file with further forms for some of its entries, by (category, id)."""
    if not any((file.category, e.id) in added for e in file.entries):
        return file
    return msgspec.structs.replace(
        file,
        entries=tuple(
            msgspec.structs.replace(e, forms=tuple(dict.fromkeys((*e.forms, *added.get((file.category, e.id), ())))))
            for e in file.entries
        ),
    )


def _digest(paths: Sequence[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def _encode(files: Sequence[LexiconFile]) -> bytes:
    return msgspec.msgpack.encode([(f.kind, f.name, msgspec.Raw(msgspec.msgpack.encode(f.entries))) for f in files])


def _decode(data: bytes) -> list[LexiconFile]:
    plain = msgspec.msgpack.decode(data, type=list[tuple[str, str, msgspec.Raw]])
    return [LexiconFile(kind, name, _typed(entries, CATEGORIES[kind])) for kind, name, entries in plain]


def _typed(entries: msgspec.Raw, entry_type: type[Entry]) -> tuple[Entry, ...]:
    """The entries of one file, whose type its kind tells."""
    return msgspec.msgpack.decode(entries, type=tuple[entry_type, ...])  # type: ignore[valid-type]


def cache_folder() -> Path:
    """Where parsed YAML is kept between runs; ``SECRETARIAT_CACHE`` moves it."""
    return Path(os.environ.get("SECRETARIAT_CACHE") or platformdirs.user_cache_dir("secretariat"))


def load_lexicon(language: str = "en", extra: tuple[Path, ...] = ()) -> Lexicon:
    """The shipped lexicon of a language with the files of further directories added.

    Raises ``DataError`` where a file breaks its schema. A cache that cannot be written or read is done without.
    """
    return _loaded(language, extra)


@lru_cache(maxsize=8)
def _loaded(language: str, extra: tuple[Path, ...]) -> Lexicon:
    """The same, once for each language and folders however they were given."""
    paths = sorted((SHIPPED / language).glob("*.yaml"))
    for folder in extra:
        paths += sorted(folder.glob("*.yaml"))
    digest = _digest(paths)
    kept = cache_folder() / f"lexicon-{digest}.msgpack"
    try:
        return Lexicon(_decode(kept.read_bytes()), digest)
    except (OSError, msgspec.MsgspecError):
        pass
    files = with_aliases([parse_file(path) for path in paths])
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(_encode(files))
        part.replace(kept)
    except OSError:
        pass
    return Lexicon(files, digest)


__all__ = ["Lexicon", "LexiconFile", "Word", "load_lexicon", "parse_file"]
