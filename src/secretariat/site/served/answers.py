"""Turns what a page function gives into an answer."""

from typing import Any
from urllib.parse import quote

from litestar import MediaType, Request, Response
from litestar.response import Redirect

from secretariat.site.addresses import Addresses
from secretariat.site.frame import File, Moved, Shown, render
from secretariat.site.room import Room


def answer(shown: Shown, request: Request[Any, Any, Any], room: Room, to: Addresses, *, editing: bool) -> Response[Any]:
    """A page as HTML, a file with its name, or the address to which the page has moved."""
    if isinstance(shown, Moved):
        return Redirect(to.page(f"/{shown.to}"), status_code=301)
    if isinstance(shown, File):
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(shown.name)}"} if shown.name else {}
        return Response(shown.content, media_type=shown.media_type, headers=headers)
    html = render(shown, room, to, request.url.path.removeprefix(to.base), editing=editing)
    return Response(html, status_code=shown.status, media_type=MediaType.HTML, headers={"Cache-Control": "no-cache"})
