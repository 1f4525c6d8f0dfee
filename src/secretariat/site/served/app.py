"""The site as an application that any ASGI server runs."""

import mimetypes
import os
import secrets
from typing import Any

from litestar import Litestar, Request, Response, Router, get, post
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.types import ASGIApp

from secretariat.publishing.addresses import Addresses
from secretariat.register.register import Register, open_register
from secretariat.site.api.app import PATH as API
from secretariat.site.api.app import build_api, describe
from secretariat.site.drafts import pasted
from secretariat.site.frame import ASSETS
from secretariat.site.pages import agreed, compare, interface
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.served.answers import answer
from secretariat.site.served.faults import faults
from secretariat.site.served.heads import with_heads, with_part
from secretariat.site.served.open import address_of, open_data
from secretariat.site.served.routes import CHEAP, DEAR, Make
from secretariat.site.served.safety import add_headers, check_host, may_write
from secretariat.site.served.writing import Form, writing
from secretariat.site.settings import Settings, settings_from_json
from secretariat.site.writing.uploads import Uploads

ENVIRONMENT = "SECRETARIAT_SITE"
"""The variable that holds the settings as JSON."""
_YEAR = 31_536_000
_PASTED_BYTES = 1_000_000
"""The largest body of a request that pastes a draft."""


def build_app(settings: Settings, register: Register | None = None) -> ASGIApp:
    """The application over a register (opened from ``settings`` where none is given, which may raise ``RegisterError``)."""
    register = register or open_register(settings.register, create=False, lexicon=settings.lexicon)
    register.refresh()
    room, to = Room(register, settings), Addresses(settings.base)
    limit = RateLimitConfig(rate_limit=("minute", settings.per_minute))
    dear = Router(
        "/",
        route_handlers=[*(_handler(path, make, room, to) for path, make in DEAR.items()), *_pasted(room, to)],
        middleware=[limit.middleware],
    )
    uploads = Uploads(settings)
    csrf = CSRFConfig(secret=settings.secret or secrets.token_hex(32), cookie_samesite="strict", cookie_httponly=True)
    more = [writing(room, uploads, to)] if settings.is_writable else []
    api = build_api(room, lambda request: address_of(settings, request), check_host(settings))
    described = _handler("/programs", lambda room, query, parts, to: interface.interface(room, describe(api)), room, to)
    app = Litestar(
        path=settings.base or None,
        route_handlers=[
            *(_handler(path, make, room, to) for path, make in CHEAP.items()),
            dear,
            *open_data(room),
            described,
            *more,
            _assets(),
        ],
        before_request=check_host(settings),
        before_send=[add_headers],
        exception_handlers=faults(room, to),
        compression_config=CompressionConfig(
            backend="gzip", minimum_size=1000, gzip_compress_level=4, exclude=["/export/"]
        ),
        request_max_body_size=_PASTED_BYTES,
        csrf_config=csrf if settings.is_writable else None,
        logging_config=None,
        openapi_config=None,
        on_shutdown=[uploads.close, register.close],
    )
    return with_heads(with_part(app, f"{settings.base}{API}", api))


def from_environment() -> ASGIApp:
    """The application by the settings in the environment, for servers that start several processes."""
    return build_app(settings_from_json(os.environ[ENVIRONMENT]))


def _handler(path: str, make: Make, room: Room, to: Addresses) -> HTTPRouteHandler:
    @get(path, sync_to_thread=True, name=path)
    def show(request: Request[Any, Any, Any]) -> Response[Any]:
        shown = make(room, Query(dict(request.query_params)), request.path_params, to)
        return answer(shown, request, room, to, editing=may_write(room.settings, request))

    return show


def _pasted(room: Room, to: Addresses) -> list[HTTPRouteHandler]:
    """Wordings and drafts that are pasted: too long for an address. Nothing is written, so no token is asked for."""

    @post("/agreed", sync_to_thread=True, status_code=200, name="/agreed pasted", exclude_from_csrf=True)
    def show_agreed(request: Request[Any, Any, Any], data: Form) -> Response[Any]:
        shown = agreed.agreed_page(room, Query({}), data.get("wording", ""))
        return answer(shown, request, room, to, editing=may_write(room.settings, request))

    @post("/compare", sync_to_thread=True, status_code=200, name="/compare pasted", exclude_from_csrf=True)
    def show_compared(request: Request[Any, Any, Any], data: Form) -> Response[Any]:
        make = compare.word if data.get("as") == "word" else compare.compare
        shown = make(room, Query({"a": data.get("a", "")}), pasted(data.get("text", "")))
        return answer(shown, request, room, to, editing=may_write(room.settings, request))

    return [show_agreed, show_compared]


def _assets() -> HTTPRouteHandler:
    """Styles and scripts, read once: no name from outside leads to the disk."""
    held = {path.name: (path.read_bytes(), mimetypes.guess_type(path.name)[0]) for path in ASSETS.iterdir()}

    @get("/assets/{name:str}", sync_to_thread=False, name="assets")
    def asset(request: Request[Any, Any, Any]) -> Response[bytes]:
        name = request.path_params["name"]
        if name not in held:
            raise NotFoundException
        content, kind = held[name]
        headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable"}
        return Response(content, media_type=kind or "application/octet-stream", headers=headers)

    return asset
