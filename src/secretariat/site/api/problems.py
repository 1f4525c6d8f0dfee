"""Faults in the one shape that the interface has for them: problem+json (RFC 9457)."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from sqlalchemy.exc import SQLAlchemyError

from secretariat.model.errors import NotThere, SecretariatError
from secretariat.site.api.cursors import Expired
from secretariat.site.api.shapes import Problem

MEDIA = "application/problem+json"
_TITLES = {
    400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 413: "Content Too Large",
    415: "Unsupported Media Type", 421: "Misdirected Request", 429: "Too Many Requests", 500: "Internal Server Error",
}  # fmt: skip
_LOG = logging.getLogger(__name__)
_INSIDE = "Something went wrong here, and it is not your fault. It was noted where the register is served."


def problems() -> dict[Any, Any]:
    """What answers which fault."""
    return {SecretariatError: _known, HTTPException: _refused, Exception: _inside}


def told(*statuses: int) -> dict[int, ResponseSpec]:
    """The faults that an operation may answer with, for its description."""
    return {s: ResponseSpec(Problem, description=_TITLES[s], media_type=MEDIA) for s in statuses}


def _known(request: Request[Any, Any, Any], fault: SecretariatError) -> Response[Problem]:
    if isinstance(fault.__cause__, SQLAlchemyError):
        return _inside(request, fault)
    status = 410 if isinstance(fault, Expired) else 404 if isinstance(fault, NotThere) else 400
    kind = getattr(fault, "name", "register")
    detail, remedy = getattr(fault, "fault", str(fault)), getattr(fault, "remedy", "")
    return _problem(request, status, detail, remedy, kind if kind in _KINDS else "register")


_KINDS = ("filter", "cursor", "search", "compare", "agreed", "draft")
"""What the type of a problem may name; a register's own name stays inside."""


def _refused(request: Request[Any, Any, Any], fault: HTTPException) -> Response[Problem]:
    if fault.status_code >= 500:
        return _inside(request, fault)
    detail = fault.detail
    if isinstance(fault, ValidationException) and isinstance(fault.extra, list):
        detail = "; ".join(f"{e.get('key', '')}: {e.get('message', '')}".strip(": ") for e in fault.extra) or detail
    answer = _problem(request, fault.status_code, detail, "", "")
    answer.headers.update({k: v for k, v in (fault.headers or {}).items() if k.lower() != "content-type"})
    return answer


def _inside(request: Request[Any, Any, Any], fault: Exception) -> Response[Problem]:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=fault)
    return _problem(request, 500, _INSIDE, "", "")


def _problem(request: Request[Any, Any, Any], status: int, detail: str, remedy: str, kind: str) -> Response[Problem]:
    made = Problem(
        type=f"urn:secretariat:problem:{kind}" if kind else "about:blank",
        title=_TITLES.get(status, "Error"),
        status=status,
        detail=detail,
        remedy=remedy,
        instance=request.url.path,
    )
    return Response(made, status_code=status, media_type=MEDIA)
