"""What every answer says to a browser about safety, and which requests are let in."""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import ClientException
from litestar.response.base import ASGIResponse
from litestar.types import Message, Scope

from secretariat.site.settings import Settings, is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy: nothing but what this site serves; no script or style within a page."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


async def add_headers(message: Message, scope: Scope) -> None:
    """Puts the headers on every answer, also on those that tell a fault."""
    if message["type"] == "http.response.start":
        known = {name.lower() for name, _ in message["headers"]}
        more = [(n.lower().encode(), v.encode()) for n, v in HEADERS.items() if n.lower().encode() not in known]
        message["headers"] = [*message["headers"], *more]


def check_host(settings: Settings) -> Any:
    """Refuses requests by a foreign name where the site listens to this machine only, and to a server in front of it.

    A page elsewhere could else make its own name lead here and read what is meant for this machine (DNS rebinding).
    """

    def check(request: Request[Any, Any, Any]) -> ASGIResponse | None:
        host = host_of(request.headers.get("host", ""))
        if is_loopback(settings.host) and not is_loopback(host) and host not in settings.names:
            raise ClientException("The site does not answer under this name.", status_code=421)
        return None

    return check


def host_of(header: str) -> str:
    """The host of a Host header, without its port and brackets."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


def may_write(settings: Settings, request: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """Whether this visitor may write: at this machine, or anywhere where that is allowed."""
    if settings.allow_editing:
        return True
    return settings.is_local and request.client is not None and is_loopback(request.client.host)
