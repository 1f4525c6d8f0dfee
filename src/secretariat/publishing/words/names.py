"""What codes stand for, in words: states by ISO code, organisations by the id of their profile."""

from functools import lru_cache
from pathlib import Path

from secretariat.model.errors import SecretariatError


@lru_cache(maxsize=4)
def state_names(lexicons: tuple[str, ...] = ()) -> dict[str, str]:
    """ISO code → short name, from the lexicon; empty where the lexicon cannot be read."""
    from secretariat.lexicon.load import load_lexicon

    try:
        entries = load_lexicon("en", tuple(Path(folder) for folder in lexicons)).entries("state")
    except SecretariatError:
        return {}
    return {e.id: e.forms[0] for e in entries if e.forms}


@lru_cache(maxsize=4)
def organisation_names(lexicons: tuple[str, ...] = ()) -> dict[str, str]:
    """Id of a profile → the organisation's name; empty where profiles cannot be read."""
    from secretariat.profiles.load import load_profiles

    try:
        profiles = load_profiles(tuple(Path(folder) / "profiles" for folder in lexicons))
    except SecretariatError:
        return {}
    return {key: p.names[0] for key, p in profiles.by_id.items() if p.names}
