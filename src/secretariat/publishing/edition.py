"""An edition: what of a register is published, where it stands, and what its codes are called."""

from collections.abc import Mapping

from secretariat.publishing.addresses import Addresses
from secretariat.publishing.words.lines import one_line
from secretariat.publishing.words.names import organisation_names, state_names
from secretariat.register.asking.answer import Row
from secretariat.register.asking.snapshot import Snapshot
from secretariat.version import __version__

NOWHERE = "https://register.invalid"
"""The address of a register that is published nowhere: a name that never leads anywhere (RFC 2606)."""


class Edition:
    """A snapshot of a register with the address at which its site stands (without ``/`` at its end)."""

    version = __version__

    def __init__(self, snapshot: Snapshot, address: str = NOWHERE, lexicons: tuple[str, ...] = ()) -> None:
        self.snapshot = snapshot
        self.address = address.rstrip("/")
        self.to = Addresses(self.address)
        self.states: Mapping[str, str] = state_names(lexicons)
        self.organisations: Mapping[str, str] = organisation_names(lexicons)

    def state(self, code: str) -> str:
        """The name of a state; its code where it has none."""
        return self.states.get(code, code)

    def organisation(self, key: str | None) -> str:
        """What an organisation is called; states that speak together are named one by one; empty for None."""
        if not key:
            return ""
        if key in self.organisations:
            return self.organisations[key]
        return ", ".join(self.state(code) for code in key.split("+"))

    def title(self, facts: Row) -> str:
        """What a document is called: its title, else the name of its file."""
        return one_line(facts["title"] or facts["name"])
