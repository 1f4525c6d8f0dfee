"""Faults as pages: what is wrong, what to do, and nothing of what is inside."""

import logging
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from sqlalchemy.exc import SQLAlchemyError

from secretariat.model.errors import NotThere, SecretariatError
from secretariat.publishing.addresses import Addresses
from secretariat.site.frame import Page, render
from secretariat.site.room import Room

_LOG = logging.getLogger(__name__)
_TITLES = {
    400: "That cannot be asked", 404: "There is no such page", 405: "That cannot be done here", 413: "That is too large",
    421: "Not under this name", 429: "Too many requests", 403: "That is not allowed here",
}  # fmt: skip
_TODO = {
    404: "Go by the lists above, or search for it.",
    429: "Wait a minute, then try again.",
    403: "Open the site on the machine on which it runs.",
}
_INSIDE = "Something went wrong here, and it is not your fault. It was noted where the site runs."


def faults(room: Room, to: Addresses) -> dict[Any, Any]:
    """What answers which fault."""

    def page(request: Request[Any, Any, Any], status: int, what: str, todo: str = "") -> Response[str]:
        title = _TITLES.get(status, "Something went wrong")
        values = {"what": what, "todo": todo or _TODO.get(status, "")}
        shown = Page(template="fault.html", title=title, values=values)
        return Response(render(shown, room, to, request.url.path), status_code=status, media_type=MediaType.HTML)

    def known(request: Request[Any, Any, Any], fault: SecretariatError) -> Response[str]:
        if isinstance(fault.__cause__, SQLAlchemyError):
            return inside(request, fault)
        status = 404 if isinstance(fault, NotThere) else 400
        what, todo = getattr(fault, "fault", str(fault)), getattr(fault, "remedy", "")
        return page(request, status, _sentence(what), _sentence(todo))

    def refused(request: Request[Any, Any, Any], fault: HTTPException) -> Response[str]:
        status = fault.status_code
        if status >= 500:
            return inside(request, fault)
        answer = page(request, status, _sentence(str(fault.detail)) if status in (421, 403) else "")
        answer.headers.update(fault.headers or {})
        return answer

    def inside(request: Request[Any, Any, Any], fault: Exception) -> Response[str]:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=fault)
        return page(request, 500, _INSIDE)

    return {SecretariatError: known, HTTPException: refused, Exception: inside}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?')) or not words else '.'}"
