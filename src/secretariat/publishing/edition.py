"""An edition: what of a register is published, where it stands, and what its codes are called."""

from secretariat.publishing.addresses import Addresses
from secretariat.publishing.words.lines import one_line
from secretariat.publishing.words.names import CodeNames
from secretariat.register.asking.answer import Row
from secretariat.register.asking.snapshot import Snapshot
from secretariat.version import __version__

NOWHERE = "https://register.invalid"
"""The address of a register that is published nowhere: a name that never leads anywhere (RFC 2606)."""


class Edition(CodeNames):
    """A snapshot of a register with the address at which its site stands (without ``/`` at its end)."""

    version = __version__

    def __init__(self, snapshot: Snapshot, address: str = NOWHERE, lexicons: tuple[str, ...] = ()) -> None:
        super().__init__(lexicons)
        self.snapshot = snapshot
        self.address = address.rstrip("/")
        self.to = Addresses(self.address)

    def title(self, facts: Row) -> str:
        """What a document is called: its title, else the name of its file."""
        return one_line(facts["title"] or facts["name"])
