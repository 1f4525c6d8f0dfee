"""Addresses at which visitors write. Each asks first whether this visitor may; tokens against cross-site requests come before."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Request, Response, Router, get, post
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie, UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.params import Body
from litestar.response import Redirect

from secretariat.model.errors import RegisterError
from secretariat.publishing.addresses import Addresses
from secretariat.site.pages import review, upload
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.site.served.answers import WHO, answer
from secretariat.site.served.safety import may_write
from secretariat.site.writing.deciding import keep_decision
from secretariat.site.writing.uploads import Uploads

_YEAR = 31_536_000
_MARGIN = 100_000
"""Bytes of a form beside the file in it."""
Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


def writing(room: Room, uploads: Uploads, to: Addresses) -> Router:
    """The router of all that is written, and of the pages from which it is."""

    def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        if not may_write(room.settings, connection):
            raise PermissionDeniedException("Writing is possible only from the machine on which this site runs.")

    @get("/review", sync_to_thread=True, name="/review")
    def show_review(request: Request[Any, Any, Any]) -> Response[Any]:
        return answer(review.review(room, Query(dict(request.query_params))), request, room, to, editing=True)

    @get("/decisions", sync_to_thread=True, name="/decisions")
    def show_decisions(request: Request[Any, Any, Any]) -> Response[Any]:
        return answer(review.decisions(room, Query(dict(request.query_params))), request, room, to, editing=True)

    @post("/decide", sync_to_thread=True, name="/decide")
    def decide(data: Form) -> Redirect:
        return _decided(room, data, to)

    @get("/upload", sync_to_thread=True, name="/upload")
    def show_form(request: Request[Any, Any, Any]) -> Response[Any]:
        return answer(upload.upload_form(room, Query({})), request, room, to, editing=True)

    @post("/upload", name="/upload dropped", request_max_body_size=room.settings.upload_bytes + _MARGIN)
    async def dropped(request: Request[Any, Any, Any]) -> Redirect:
        file = (await request.form()).get("file")
        if not isinstance(file, UploadFile):
            raise RegisterError("upload", "no file came", "choose one")
        key = uploads.begin(file.filename, await file.read())
        return Redirect(to.page(f"/upload/{key}"), status_code=303)

    @get("/upload/{key:str}", sync_to_thread=True, name="/upload/key")
    def show_upload(request: Request[Any, Any, Any]) -> Response[Any]:
        page = upload.upload_page(room, uploads, request.path_params["key"])
        return answer(page, request, room, to, editing=True)

    @post("/upload/{key:str}", sync_to_thread=True, name="/upload/key ended")
    def end(request: Request[Any, Any, Any], data: Form) -> Redirect:
        return _ended(room, uploads, request.path_params["key"], data, to)

    return Router(
        "/", route_handlers=[show_review, show_decisions, decide, show_form, dropped, show_upload, end], guards=[guard]
    )


def _decided(room: Room, form: Mapping[str, str], to: Addresses) -> Redirect:
    """Keeps the decision of a form and leads back to where it was made."""
    fields = dict(form)
    if fields.get("undo"):
        fields |= {"verdict": "undo", "subject": fields["undo"]}
    verdict = fields.get("verdict", "")
    if verdict in ("act", "holder", "stage", "name"):
        fields["value"] = fields.get(verdict, "")
    pair = (fields.get("subject", ""), fields.get("other", ""))
    number = keep_decision(room, fields)
    if verdict in ("same", "different"):
        room.decided.add(pair)
    elif verdict == "undo":
        room.decided.clear()  # it may be one of them that is taken back
    back = fields.get("back", "")
    path = to.page("/review", {"last": str(number)} if verdict != "undo" else None)
    if back != "/review":
        path = to.page("/decisions", {"kept": str(number)})
    who = Cookie(key=WHO, value=quote(fields["who"][:80]), max_age=_YEAR, samesite="strict", httponly=True, path="/")
    return Redirect(path, status_code=303, cookies=[who])


def _ended(room: Room, uploads: Uploads, key: str, form: Mapping[str, str], to: Addresses) -> Redirect:
    """Adds the file to the register, or throws it away."""
    if form.get("do") == "add":
        record, content, name = uploads.result(key)
        room.register.add(record, content, name)
        room.written()
        uploads.drop(key)
        return Redirect(to.document(record.document.id), status_code=303)
    uploads.drop(key)
    return Redirect(to.page("/upload"), status_code=303)
