"""Whether profile files keep their promises: dates are dates, states are known, organs are told apart."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from secretariat.lexicon.lines import line_at
from secretariat.model.errors import DataError
from secretariat.profiles.load import SHIPPED, Profile, parse_profile

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def profiles_of(folder: Path, states: Collection[str] = ()) -> tuple[int, list[str]]:
    """How many profiles a folder holds, and what is wrong in them, each fault "file:line: entry ID: what is wrong".

    ``states`` are the codes that a lexicon knows; with none, members are not looked up.
    """
    faults: list[str] = []
    paths = sorted(folder.glob("*.yaml"))
    shipped = {} if folder.resolve() == SHIPPED else _shipped_ids()
    for path in paths:
        try:
            profile = parse_profile(path)
        except DataError as fault:
            faults.append(" ".join(str(fault).split()))
            continue
        wrong = [*_of_profile(path, profile), *_members(profile, states), *_organs(profile, shipped)]
        faults += [f"{path}:{line_at(path, place)}: entry {profile.id}: {what}" for place, what in wrong]
    return len(paths), faults


def _of_profile(path: Path, profile: Profile) -> Iterator[tuple[str, str]]:
    """Faults of the profile as a whole, each with its place."""
    if profile.id != path.stem:
        yield "$.id", f"the file must be named for its id, {profile.id}.yaml"
    if not profile.names:
        yield "$.names", "an organisation without a name"
    yield from _dates("$", profile.since, profile.until)


def _members(profile: Profile, states: Collection[str]) -> Iterator[tuple[str, str]]:
    """Faults of members, observers and partners."""
    for name in ("members", "observers", "partners"):
        held = getattr(profile, name)
        for at, one in enumerate(held):
            place = f"$.{name}[{at}]"
            if states and one.state not in states:
                yield f"{place}.state", f"{one.state}: no lexicon knows a state of this code"
            yield from ((where, f"{one.state}: {what}") for where, what in _dates(place, one.since, one.until))
        for state in dict.fromkeys(one.state for one in held):
            own = sorted((m.since, m.until or "9999", at) for at, m in enumerate(held) if m.state == state)
            for earlier, later in pairwise(own):
                if later[0] <= earlier[1]:
                    yield f"$.{name}[{later[2]}]", f"{state}: belongs twice at one time"


def _organs(profile: Profile, shipped: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Faults of organs and instruments: ids and names that are not their own, parents that there are not."""
    ids: set[str] = set()
    names: dict[str, str] = {}
    every = {organ.id for organ in profile.organs}
    for name in ("organs", "instruments"):
        for at, organ in enumerate(getattr(profile, name)):
            place = f"$.{name}[{at}]"
            if organ.id in ids:
                yield f"{place}.id", f"{organ.id}: the id stands twice"
            elif shipped.get(organ.id, profile.id) != profile.id:
                yield f"{place}.id", f"{organ.id}: the id stands already in the shipped {shipped[organ.id]}.yaml"
            if not organ.names and not organ.bare:
                yield place, f"{organ.id}: has no names"
            for written in organ.names:
                if names.setdefault(written, organ.id) != organ.id:
                    yield f"{place}.names", f"{organ.id}: the name {written!r} belongs to {names[written]} already"
            if organ.parent and organ.parent not in every | set(shipped):
                yield f"{place}.parent", f"{organ.id}: part of an unknown organ {organ.parent}"
            yield from ((where, f"{organ.id}: {what}") for where, what in _dates(place, organ.since, organ.until))
            ids.add(organ.id)


def _dates(place: str, since: str, until: str) -> Iterator[tuple[str, str]]:
    for field, date in (("since", since), ("until", until)):
        if date and not _DATE.fullmatch(date):
            yield f"{place}.{field}", f"{date!r} is no date: a year, month or day such as 2004, 2004-07 or 2004-07-01"
    if since and until and until < since:
        yield f"{place}.until", "ends before it begins"


def _shipped_ids() -> dict[str, str]:
    """Id of a shipped organ or instrument → its profile."""
    profiles = (parse_profile(path) for path in sorted(SHIPPED.glob("*.yaml")))
    return {organ.id: p.id for p in profiles for organ in (*p.organs, *p.instruments)}
