"""Cursors: where a list goes on. They hold for one question to one register in one state, and say so where they do not."""

import hashlib
from collections.abc import Mapping

import msgspec

from secretariat.model.errors import RegisterError
from secretariat.publishing.sealed import sealed, unsealed


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    register: str
    question: str
    state: str
    offset: int


class Expired(RegisterError):
    """A cursor of a register that has changed since."""


class Cursors:
    """Makes and reads the cursors of one question."""

    def __init__(self, register: str, state: str, path: str, asked: Mapping[str, str]) -> None:
        told = "&".join(f"{k}={v}" for k, v in sorted(asked.items()) if k not in ("cursor", "limit"))
        self._question = hashlib.sha256(f"{path}?{told}".encode()).hexdigest()[:16]
        self._register, self._state = register, state

    def at(self, offset: int) -> str:
        """The cursor for rows from an offset on."""
        return sealed(msgspec.json.encode(_Cursor(self._register, self._question, self._state, offset)))

    def offset(self, cursor: str) -> int:
        """The offset that a cursor means; raises ``RegisterError`` for one that is not of this question."""
        if not cursor:
            return 0
        known = _read(cursor)
        if known is None:
            raise RegisterError("cursor", "this is no cursor", "take it from the answer before, or begin without one")
        if known.register != self._register:
            raise RegisterError("cursor", "this cursor was given by another register", "begin without one")
        if known.question != self._question:
            raise RegisterError(
                "cursor", "this cursor belongs to another question", "keep the filters, or begin without it"
            )
        if known.state != self._state:
            raise Expired("cursor", "the register has changed since this cursor was given", "begin without one")
        return known.offset


def _read(cursor: str) -> _Cursor | None:
    data = unsealed(cursor)
    try:
        return None if data is None else msgspec.json.decode(data, type=_Cursor)
    except (msgspec.DecodeError, UnicodeError):
        return None
