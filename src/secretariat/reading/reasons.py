"""What made a mark: the rule it carries, led back to the lexicon entry (file and line) and to a sentence that says it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from secretariat.lexicon.entries import Entry, Rule
from secretariat.lexicon.lines import line_of_entry
from secretariat.lexicon.load import SHIPPED, Lexicon
from secretariat.profiles.load import SHIPPED as SHIPPED_PROFILES
from secretariat.profiles.load import Profiles

OF_PROFILES = frozenset({"organ", "organisation", "organisation-instrument", "group-of"})
"""Rules whose second part is an id of a profile file, not of a lexicon file."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a mark was made. ``file`` and ``line`` are of the entry; null where a rule of the grammar alone made it."""

    rule: str
    says: str = ""
    entry: str | None = None
    file: str | None = None
    line: int | None = None
    note: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Reasons:
    """Looks rules up in a lexicon, in profiles and in ``rules.yaml``; ``folders`` are those of ``--lexicon``."""

    def __init__(self, lexicon: Lexicon, profiles: Profiles, folders: Sequence[Path] = ()) -> None:
        self._lexicon, self._profiles = lexicon, profiles
        self._folders = tuple(folders)
        self._says = {e.id: e.says for e in lexicon.entries("rule") if isinstance(e, Rule)}

    def of(self, rule: str) -> Reason:
        """The reason that a rule id stands for; one that nothing knows has neither file nor words."""
        kind, _, rest = rule.partition(":")
        key = rest.partition(":")[0]
        says = next((self._says[name] for name in _names(rule) if name in self._says), "")
        if kind in OF_PROFILES:
            return self._of_profile(rule, key, says)
        for file in self._lexicon.files:
            found = next((e for e in file.entries if e.id == key), None) if file.category == kind else None
            if found is not None:
                return self._of_entry(rule, says, found, file.name)
        return Reason(rule=rule, says=says)

    def why(self, reason: str) -> str:
        """The sentence of a reason why a reading was refused."""
        return self._says.get(f"refused:{reason}", reason.replace("-", " "))

    def _of_entry(self, rule: str, says: str, entry: Entry, name: str) -> Reason:
        path, line = _place((SHIPPED / "en", *self._folders), f"{name}.yaml", entry.id)
        return Reason(
            rule=rule, says=says, entry=entry.id, file=path, line=line, note=entry.note,
            examples=entry.examples, counterexamples=entry.counterexamples,
        )  # fmt: skip

    def _of_profile(self, rule: str, key: str, says: str) -> Reason:
        owner = next(
            (
                p.id
                for p in self._profiles.by_id.values()
                if key == p.id or any(o.id == key for o in (*p.organs, *p.instruments))
            ),
            None,
        )
        if owner is None:
            return Reason(rule=rule, says=says)
        folders = (*(folder / "profiles" for folder in reversed(self._folders)), SHIPPED_PROFILES)
        path, line = _place(folders, f"{owner}.yaml", key)
        return Reason(rule=rule, says=says or f"a name that the profile {owner} lists", entry=key, file=path, line=line)


def _names(rule: str) -> Iterator[str]:
    """The ids under which a rule may be described: "a:b:c", "a:*:c", "a:*"."""
    yield rule
    kind, _, rest = rule.partition(":")
    last = rest.partition(":")[2]
    if last:
        yield f"{kind}:*:{last}"
    yield f"{kind}:*"


def _place(folders: Sequence[Path], name: str, key: str) -> tuple[str | None, int | None]:
    """The file of that name which has an entry ``key``, and its line. Shipped files are named below the package."""
    for folder in folders:
        path = folder / name
        line = line_of_entry(path, key) if path.exists() else None
        if line is not None:
            package = SHIPPED.parent
            shown = path.relative_to(package.parent) if package in path.parents else path
            return shown.as_posix(), line
    return None, None
