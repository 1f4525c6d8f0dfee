"""HEAD requests: the same answer as to GET, of which the server sends the head only."""

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
