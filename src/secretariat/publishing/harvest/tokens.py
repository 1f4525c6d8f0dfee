"""Resumption tokens: all that is needed to go on, so that nothing is kept for a harvester who may never come back."""

import base64
import binascii
import zlib

import msgspec


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
    data = msgspec.json.encode(token)
    return base64.urlsafe_b64encode(zlib.crc32(data).to_bytes(4, "big") + data).decode().rstrip("=")


def token_from(text: str) -> Token | None:
    """The token that a harvester brings back; None where it is none of ours."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        if data[:4] != zlib.crc32(data[4:]).to_bytes(4, "big"):
            return None
        return msgspec.json.decode(data[4:], type=Token)
    except (binascii.Error, ValueError, msgspec.DecodeError):
        return None
