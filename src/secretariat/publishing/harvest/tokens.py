"""Resumption tokens: all that is needed to go on, so that nothing is kept for a harvester who may never come back."""

import msgspec

from secretariat.publishing.sealed import sealed, unsealed


class Token(msgspec.Struct, frozen=True, array_like=True):
    """Where a list goes on: of which register, what was asked, after which change, and how far it has come."""

    register: str
    verb: str
    prefix: str
    first: str
    last: str
    set: str
    at: str
    document: str
    size: int
    cursor: int


def token_text(token: Token) -> str:
    """The token as the harvester gets it: letters, digits, ``-`` and ``_``."""
    return sealed(msgspec.json.encode(token))


def token_from(text: str) -> Token | None:
    """The token that a harvester brings back; None where it is none of ours."""
    data = unsealed(text)
    try:
        return None if data is None else msgspec.json.decode(data, type=Token)
    except (msgspec.DecodeError, UnicodeError):
        return None
