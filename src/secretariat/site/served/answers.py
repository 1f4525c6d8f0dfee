"""Turns what a page function gives into an answer."""

from typing import Any
from urllib.parse import quote, unquote

from litestar import MediaType, Request, Response
from litestar.response import Redirect
from litestar.utils.empty import value_or_default
from litestar.utils.scope.state import ScopeState

from secretariat.publishing.addresses import Addresses
from secretariat.site.frame import File, Moved, Shown, Visitor, render
from secretariat.site.room import Room

WHO = "who"
"""The cookie that keeps the name with which a visitor signs."""


def answer(shown: Shown, request: Request[Any, Any, Any], room: Room, to: Addresses, *, editing: bool) -> Response[Any]:
    """A page as HTML, a file with its name, or the address to which the page has moved."""
    if isinstance(shown, Moved):
        return Redirect(to.page(f"/{shown.to}"), status_code=301)
    if isinstance(shown, File):
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(shown.name)}"} if shown.name else {}
        return Response(shown.content, media_type=shown.media_type, headers=headers)
    here = request.url.path.removeprefix(to.base)
    visitor = Visitor(editing, _token(request), _signer(request)) if editing else Visitor()
    html = render(shown, room, to, here, visitor)
    return Response(html, media_type=MediaType.HTML, headers={"Cache-Control": "no-cache"})


def _token(request: Request[Any, Any, Any]) -> str:
    """The token against cross-site requests that forms of this page must bring back."""
    return str(value_or_default(ScopeState.from_scope(request.scope).csrf_token, ""))


def _signer(request: Request[Any, Any, Any]) -> str:
    """The name with which this visitor signed before."""
    return unquote(request.cookies.get(WHO, ""))[:80]
