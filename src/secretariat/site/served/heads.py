"""What goes before the application: HEAD requests are answered as GET, and a part of the addresses by another application."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send


def with_heads(app: ASGIApp) -> ASGIApp:
    """The application, which then answers HEAD wherever it answers GET.

    The server keeps the body back: it knows that HEAD was asked for.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP and scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await app(scope, receive, send)

    return answer


def with_part(app: ASGIApp, path: str, part: ASGIApp) -> ASGIApp:
    """The application, of which another one answers the addresses under a path."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] == ScopeType.HTTP and (scope["path"] == path or scope["path"].startswith(f"{path}/"))
        await (part if here else app)(scope, receive, send)

    return answer
