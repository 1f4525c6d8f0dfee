"""Reads profiles: names, members with dates, organs, and how an organisation calls its speakers."""

import hashlib
import os
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from secretariat.lexicon.entries import Name
from secretariat.lexicon.lines import line_of_fault, line_of_yaml
from secretariat.lexicon.literals import Form, Literals
from secretariat.lexicon.load import cache_folder, literal_forms
from secretariat.model.errors import DataError

SHIPPED = Path(__file__).parent / "data"


class Membership(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A state (ISO alpha-2) in a capacity, from ``since`` until ``until`` (ISO dates or years; open where absent)."""

    state: str
    since: str = ""
    until: str = ""


class Organ(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A standing organ, or an instrument, of an organisation; the first name is the preferred one.

    ``names`` are matched in any document ("Regional Anti-Terrorist Structure"). ``bare`` names are too common to stand
    alone ("Secretariat"): they are matched with the organisation's name beside them ("SCO Secretariat", "secretariat
    of the Shanghai Cooperation Organisation"). ``kind`` is the word for what it is: council, office, charter, plan.
    """

    id: str
    names: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    kind: str = ""
    seat: str = ""
    since: str = ""
    until: str = ""
    parent: str = ""


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One organisation.

    ``names``: full names in every spelling, the first preferred; ``acronyms`` are matched with case.
    ``marks_own_name``: whether its own bare name is a mention in its own documents: ``never``, or ``within`` the names
    of its instruments and organs. ``speakers``: how it calls those who speak in its documents ("the Member States").
    """

    id: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    seat: str = ""
    languages: tuple[str, ...] = ()
    marks_own_name: Literal["never", "within"] = "never"
    members: tuple[Membership, ...] = ()
    observers: tuple[Membership, ...] = ()
    partners: tuple[Membership, ...] = ()
    organs: tuple[Organ, ...] = ()
    instruments: tuple[Organ, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def members_at(self, date: str) -> tuple[str, ...]:
        """ISO codes of the members on a day (or in a month or year: at its end), sorted."""
        return states_at(self.members, date)


def states_at(memberships: tuple[Membership, ...], date: str) -> tuple[str, ...]:
    """Who of these belongs on a date, sorted. A date given by year or month counts at its end."""
    day = (date + "-12-31"[len(date) - 4 :]) if len(date) in (4, 7) else date[:10]
    held = {m.state for m in memberships if (not m.since or m.since <= day) and (not m.until or day <= m.until)}
    return tuple(sorted(held))


def entry_of(organ: Organ, profile: Profile) -> Name:
    """An organ or instrument as a known name: its names, then its bare names joined to the organisation's."""
    joined: list[str] = []
    for bare in organ.bare:
        for owner in (*profile.names, *profile.acronyms):
            joined += [f"{owner} {bare}", f"{bare} of the {owner}"]
            if " " not in bare:
                joined.append(f"{bare.lower()} of the {owner}")
    forms = tuple(dict.fromkeys((*organ.names, *joined)))
    return Name(id=organ.id, forms=forms, parent=profile.id, date=organ.since, value=organ.kind)


class Profiles:
    """All profiles, with one matcher over the names of organisations and their organs."""

    def __init__(self, profiles: dict[str, Profile], digest: str) -> None:
        self.by_id = profiles
        self.hash = digest

    def get(self, key: str | None) -> Profile | None:
        """The profile of that id, if there is one."""
        return self.by_id.get(key) if key else None

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every name in every spelling as a literal.

        Categories ``organisation``, ``organ`` and ``organisation-instrument``, and ``organ-bare`` for the bare names of
        organs, which mean something only in the organisation's own documents. An organ's entry has the organisation's
        id as ``parent``; so has an instrument's. ``value`` is the kind.
        """
        forms: list[Form] = []
        for p in self.by_id.values():
            own = Name(id=p.id, forms=(*p.names, *p.acronyms), value="organisation")
            forms += [Form("organisation", own, text) for text in literal_forms(own)]
            for category, organs in (("organ", p.organs), ("organisation-instrument", p.instruments)):
                for organ in organs:
                    entry = entry_of(organ, p)
                    forms += [Form(category, entry, text) for text in literal_forms(entry)]
                    if category == "organ":
                        forms += [Form("organ-bare", entry, text) for text in organ.bare]
        return tuple(forms)

    @cached_property
    def literals(self) -> Literals:
        """The matcher over ``forms``."""
        return Literals(self.forms)


def parse_profile(path: Path) -> Profile:
    """One profile file; raises ``DataError`` with file and fault."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return msgspec.convert(yaml.load(path.read_text(encoding="utf-8"), loader), Profile)
    except yaml.YAMLError as fault:
        raise DataError(f"{path}:{line_of_yaml(fault)}: not valid YAML: {fault}") from None
    except msgspec.ValidationError as fault:
        raise DataError(f"{path}:{line_of_fault(path, '$', str(fault))}: {fault}") from None
    except (OSError, UnicodeError) as fault:
        raise DataError(f"{path}: cannot be read: {fault}") from None


def load_profiles(extra: tuple[Path, ...] = ()) -> Profiles:
    """The shipped profiles and those of further directories; raises ``DataError`` where one breaks the schema."""
    return _loaded(extra)


@lru_cache(maxsize=8)
def _loaded(extra: tuple[Path, ...]) -> Profiles:
    """The same, once for each set of folders."""
    paths = sorted(SHIPPED.glob("*.yaml"))
    for folder in extra:
        paths += sorted(folder.glob("*.yaml"))
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    digest = total.hexdigest()[:16]
    kept = cache_folder() / f"profiles-{digest}.msgpack"
    try:
        return Profiles({p.id: p for p in msgspec.msgpack.decode(kept.read_bytes(), type=list[Profile])}, digest)
    except (OSError, msgspec.MsgspecError):
        pass
    profiles = [parse_profile(path) for path in paths]
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(msgspec.msgpack.encode(profiles))
        part.replace(kept)
    except OSError:
        pass
    return Profiles({p.id: p for p in profiles}, digest)
