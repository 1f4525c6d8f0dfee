"""How a site is served."""

from ipaddress import ip_address
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``register`` is a file or address; ``host`` and ``port`` where the site listens.

    ``allow_editing``: people at other machines may write, too. ``lexicon``: folders with further words, as the register was made
    with. ``base`` stands before every address ("/registers/sco" where a server in front hands on only that part).
    ``upload_bytes``: the largest file that may be dropped on the site; ``upload_seconds``: how long it may take to read.
    ``per_minute``: requests to a dear page that one visitor may make in a minute.
    ``secret`` makes the tokens against cross-site requests; one is made where it is empty, but several processes must
    share it, as they share ``uploads``, the folder in which dropped files wait.
    ``names``: host names under which a server in front hands requests on; by them nobody writes unless ``allow_editing``.
    ``address``: where the site stands for the world ("https://register.example.org", with ``base``), for what is exported;
    ``contact``: the mail address that harvesters are told.
    """

    register: str
    host: str = "127.0.0.1"
    port: int = 8000
    allow_editing: bool = False
    lexicon: tuple[Path, ...] = ()
    base: str = ""
    upload_bytes: int = 20_000_000
    upload_seconds: float = 60
    per_minute: int = 120
    secret: str = ""
    uploads: str = ""
    names: tuple[str, ...] = ()
    address: str = ""
    contact: str = ""

    def to_json(self) -> str:
        """The settings for another process."""
        return msgspec.json.encode(self, enc_hook=str).decode()

    @property
    def is_local(self) -> bool:
        """Whether the site is meant for this machine only."""
        return is_loopback(self.host) and not self.names

    @property
    def readers(self) -> str:
        """A pattern of the origins whose pages may read what is given to programs.

        Any, where the site is published; where it is meant for this machine, pages of this machine: else every page that
        somebody here visits could read the register.
        """
        return r"https?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?" if self.is_local else ".*"

    @property
    def is_writable(self) -> bool:
        """Whether anyone may write."""
        return self.is_local or self.allow_editing


def settings_from_json(text: str) -> Settings:
    """The settings that ``to_json`` gave."""
    return msgspec.json.decode(text, type=Settings, dec_hook=lambda kind, value: kind(value))


def is_loopback(host: str) -> bool:
    """Whether a name or number of a host means this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
