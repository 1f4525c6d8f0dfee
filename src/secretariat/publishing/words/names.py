"""What codes stand for, in words: states by ISO code, organisations by the id of their profile."""

from functools import cached_property, lru_cache
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


class CodeNames:
    """What the codes in a register are called, by the lexicons at hand; these are read when first asked for."""

    def __init__(self, lexicons: tuple[str, ...] = ()) -> None:
        self.lexicons = lexicons

    @cached_property
    def _states(self) -> dict[str, str]:
        return state_names(self.lexicons)

    @cached_property
    def _organisations(self) -> dict[str, str]:
        return organisation_names(self.lexicons)

    def state(self, code: str) -> str:
        """The name of a state; its code where it has none."""
        return self._states.get(code, code)

    def organisation(self, key: str | None) -> str:
        """What an organisation is called; states that speak together are named one by one; empty for None."""
        if not key:
            return ""
        if key in self._organisations:
            return self._organisations[key]
        return ", ".join(self.state(code) for code in key.split("+"))
