"""Entity tags (RFC 9110, 8.8.3): a program that asks again for what has not changed gets no answer to carry."""

import hashlib
from typing import Any

from litestar import Request

from secretariat.site.frame import today
from secretariat.site.room import Room
from secretariat.version import __version__


def tag_of(room: Room, request: Request[Any, Any, Any]) -> str:
    """The tag of an answer by what it follows from: the register, the question, by which address, the day, this software."""
    query = request.scope["query_string"].decode("latin-1")
    asked = f"{request.url.scheme} {request.headers.get('host')} {request.url.path}?{query}"
    told = f"{room.register.state()} {len(room.register)} {asked} {today()} {__version__}"
    return f'"{hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:24]}"'


def is_known(request: Request[Any, Any, Any], tag: str) -> bool:
    """Whether who asks has the answer with this tag; tags are compared weakly, as ``If-None-Match`` has it."""
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return request.method in ("GET", "HEAD") and tag in known
