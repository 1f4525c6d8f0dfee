"""Addresses for programs: exports and harvests."""

import re
from typing import Any
from urllib.parse import parse_qsl, quote

from litestar import MediaType, Request, Response, Router, get, route
from litestar.concurrency import sync_to_thread
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.response import Stream

from secretariat.publishing.harvest.provider import Provider
from secretariat.publishing.harvest.records import SCHEMA
from secretariat.site.open.editions import edition
from secretariat.site.open.exports import Busy, akn, export
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.settings import Settings
from secretariat.site.tags import is_known, tag_of

_FORM = "application/x-www-form-urlencoded"


def open_data(room: Room) -> list[HTTPRouteHandler | Router]:
    """The handlers; exports are dear."""
    limit = RateLimitConfig(rate_limit=("minute", room.settings.per_minute))
    dear = Router("/", route_handlers=[_exports(room)], middleware=[limit.middleware])
    return [dear, *_harvest(room), _legal_xml(room)]


def readable(settings: Settings, request: Request[Any, Any, Any]) -> dict[str, str]:
    """The headers by which pages of others may read an answer, where they may (``Settings.readers``)."""
    origin = request.headers.get("origin", "")
    allowed = {"Access-Control-Allow-Origin": origin} if origin and re.fullmatch(settings.readers, origin) else {}
    return {"Vary": "Origin", "Cross-Origin-Resource-Policy": "cross-origin", **allowed}


def address_of(settings: Settings, request: Request[Any, Any, Any]) -> str:
    """The address at which the site stands: as it was set, else as this request reached it."""
    if settings.address:
        return settings.address
    host = request.headers.get("host", f"{settings.host}:{settings.port}")
    return f"{request.url.scheme}://{host}{settings.base}"


def _exports(room: Room) -> HTTPRouteHandler:
    @get("/export/{name:str}", sync_to_thread=True, name="export")
    def show(request: Request[Any, Any, Any]) -> Response[Any]:
        name, query = request.path_params["name"], Query(dict(request.query_params))
        tag = tag_of(room, request)
        headers = {"ETag": tag, "Cache-Control": "no-cache", **readable(room.settings, request)}
        if is_known(request, tag):
            return Response(b"", status_code=304, headers=headers)
        try:
            made = export(room, query, name, address_of(room.settings, request))
        except Busy:
            told = "Another export is being written. Try again in some minutes."
            raise HTTPException(told, status_code=503, headers={"Retry-After": "120"}) from None
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(made.name)}"
        headers["Content-Length"] = str(made.size)
        return Stream(made.pieces, media_type=made.media_type, headers=headers)

    return show


def _harvest(room: Room) -> list[HTTPRouteHandler]:
    def answered(request: Request[Any, Any, Any], pairs: list[tuple[str, str]]) -> Response[bytes]:
        with edition(room, address_of(room.settings, request)) as made:
            content = Provider(made, room.settings.contact).answer(pairs)
        return Response(content, media_type="text/xml", headers=readable(room.settings, request))

    @route("/oai", http_method=["GET", "POST"], name="oai", status_code=200, exclude_from_csrf=True)
    async def harvest(request: Request[Any, Any, Any]) -> Response[bytes]:
        text = request.scope["query_string"]
        if request.method == "POST":
            text = await request.body() if request.headers.get("content-type", "").startswith(_FORM) else b""
        pairs = parse_qsl(text.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
        return await sync_to_thread(answered, request, pairs)

    @get("/oai/document.xsd", sync_to_thread=False, name="oai schema")
    def schema(request: Request[Any, Any, Any]) -> Response[bytes]:
        return Response(SCHEMA.read_bytes(), media_type=MediaType.XML, headers=readable(room.settings, request))

    return [harvest, schema]


def _legal_xml(room: Room) -> HTTPRouteHandler:
    @get("/documents/{wanted:str}/akn.xml", sync_to_thread=True, name="document as legal XML")
    def show(request: Request[Any, Any, Any]) -> Response[bytes]:
        name, content = akn(room, request.path_params["wanted"], address_of(room.settings, request))
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            **readable(room.settings, request),
        }
        return Response(content, media_type="application/akn+xml", headers=headers)

    return show
