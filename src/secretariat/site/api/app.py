"""The interface as an application of its own: open to be read from any page, its faults in one shape, nothing but answers."""

from collections.abc import Callable
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.config.compression import CompressionConfig
from litestar.config.cors import CORSConfig
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import License, Server
from litestar.types import Message, Scope

from secretariat.site.api import shapes
from secretariat.site.api.asking import Asker
from secretariat.site.api.handlers import handlers
from secretariat.site.api.problems import problems
from secretariat.site.room import Room
from secretariat.site.tags import is_known, tag_of
from secretariat.version import __version__

PATH = "/api/v1"
_BODY_BYTES = 200_000
_DEAR = ("/compare", "/agreed", "/agreed/wording", "/new")
"""Ends of addresses that take the machine long."""
_HEADERS = (
    (b"cache-control", b"no-cache"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)
_ABOUT = """What governments published together, for programs: documents, what they name and what they state.

Every fact carries its document, offsets (`start` and `end`, in code points of the text), quote (in one line) and permanent
address. Dates are EDTF (ISO 8601-2). Lists come in parts: `next` is the address of the following part; a cursor holds while the
register stays as it is. Answers carry an ETag: ask again with `If-None-Match` and get 304 where nothing changed. What was read by
a program may be wrong."""


def build_api(room: Room, address_of: Callable[[Request[Any, Any, Any]], str], check: Any) -> Litestar:
    """The application; ``address_of`` tells at which address a request reached the site, ``check`` refuses foreign names."""
    base = f"{room.settings.base}{PATH}"
    limit = RateLimitConfig(rate_limit=("minute", room.settings.per_minute), check_throttle_handler=_is_dear)

    def before(request: Request[Any, Any, Any]) -> Any:
        refused = check(request)
        if refused is not None:
            return refused
        tag = tag_of(room, request)
        request.state["tag"] = tag
        if is_known(request, tag):
            return Response(None, status_code=304, headers={"ETag": tag})
        return None

    return Litestar(
        path=base,
        route_handlers=[*handlers(room, lambda request: Asker(room, address_of(request))), _description],
        before_request=before,
        before_send=[_add_headers],
        exception_handlers=problems(),
        middleware=[limit.middleware],
        cors_config=CORSConfig(
            allow_origins=[],
            allow_origin_regex=room.settings.readers,
            allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
            expose_headers=["ETag"],
        ),
        compression_config=CompressionConfig(backend="gzip", minimum_size=1000, gzip_compress_level=4),
        request_max_body_size=_BODY_BYTES,
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="Secretariat",
            version=__version__,
            description=_ABOUT,
            license=License(name="CC0 1.0 (facts)", url="https://creativecommons.org/publicdomain/zero/1.0/"),
            servers=[Server(url=room.settings.address.removesuffix(room.settings.base) or "/")],
            use_handler_docstrings=True,
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
            path="/description",
        ),
    )


def describe(app: Litestar) -> dict[str, Any]:
    """The description of the interface (OpenAPI 3.1), with what each shape means."""
    told = app.openapi_schema.to_schema()
    for name, schema in told["components"]["schemas"].items():
        shape = getattr(shapes, name, None)
        if shape is not None and shape.__doc__:
            schema["description"] = shape.__doc__
    return told


@get("/openapi.json", sync_to_thread=True, include_in_schema=False)
def _description(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """The description of the interface (OpenAPI 3.1)."""
    return describe(request.app)


async def _is_dear(request: Request[Any, Any, Any]) -> bool:
    """Whether an address counts for the limit of requests a minute."""
    return request.url.path.rstrip("/").endswith(_DEAR)


async def _add_headers(message: Message, scope: Scope) -> None:
    if message["type"] == "http.response.start":
        tag = scope.get("state", {}).get("tag")
        known = {name.lower() for name, _ in message["headers"]}
        more = [(name, value) for name, value in _HEADERS if name not in known]
        if message["status"] == 200 and tag:
            more.append((b"etag", tag.encode()))
        message["headers"] = [*message["headers"], *more]
