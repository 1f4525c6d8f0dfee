"""Plain text: the decoded file, unchanged, without blocks."""

from secretariat.sources.builder import Extract
from secretariat.sources.decode import decode
from secretariat.sources.limits import Limits


def extract_plain(data: bytes, name: str, limits: Limits) -> Extract:
    """The decoded file as it is; the encoding under ``properties``. Raises ``SourceError`` where it is no text."""
    text, encoding = decode(data, name)
    return Extract(text, properties=(("encoding", encoding),))
