"""Sealed texts: what is given to a visitor to be brought back, so that nothing need be kept; a slip in one is seen.

The seal is a checksum, no signature: what is told may be read by anybody, and must not be trusted more than a question.
"""

import base64
import binascii
import zlib

_SEAL = 4
"""Bytes of the checksum (CRC-32)."""


def sealed(data: bytes) -> str:
    """Bytes as letters, digits, ``-`` and ``_``."""
    return base64.urlsafe_b64encode(zlib.crc32(data).to_bytes(_SEAL, "big") + data).decode().rstrip("=")


def unsealed(text: str) -> bytes | None:
    """The bytes of a sealed text; None where it is none."""
    try:
        data = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (binascii.Error, UnicodeError):
        return None
    return data[_SEAL:] if data[:_SEAL] == zlib.crc32(data[_SEAL:]).to_bytes(_SEAL, "big") else None
