"""The server of the tools, by the official SDK."""

import functools
import inspect
import logging
from collections.abc import Callable
from typing import Any

from anyio import to_thread
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from sqlalchemy.exc import SQLAlchemyError

from secretariat.model.errors import SecretariatError
from secretariat.site.api.asking import Asker
from secretariat.site.assistants.tools import tools
from secretariat.site.room import Room
from secretariat.version import __version__

INSTRUCTIONS = """A register of what governments published together: declarations, communiqués, statements, resolutions.
Cite what you say: every row has a quote, its document, its offsets (and mostly its paragraph), and an address at which a person can
check it. Dates are EDTF. What was read by rules may be wrong, and what is not in the register is not known: say so."""
_READING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_LOG = logging.getLogger(__name__)


def build_server(room: Room, address: str) -> MCPServer:
    """The server over a room; addresses in answers begin with ``address``."""
    server = MCPServer(
        "secretariat", title="Secretariat", instructions=INSTRUCTIONS, version=__version__, log_level="ERROR"
    )
    for tool in tools(Asker(room, address)):
        server.add_tool(_threaded(tool), annotations=_READING, structured_output=True)
    return server


def _threaded(tool: Callable[..., dict[str, Any]]) -> Callable[..., Any]:
    """A tool that does not hold others up, and tells faults as what is wrong and what to do."""

    @functools.wraps(tool)
    async def asked(**given: Any) -> dict[str, Any]:
        try:
            for name, value in given.items():
                if isinstance(value, str) and "\0" in value:
                    raise ToolError(f"{name} holds the character NUL; leave it out")
            return await to_thread.run_sync(functools.partial(tool, **given))
        except SecretariatError as fault:
            if isinstance(fault.__cause__, SQLAlchemyError):
                _LOG.exception("%s failed", tool.__name__)
                raise ToolError("the register cannot be read now; try again later") from None
            raise ToolError(f"{getattr(fault, 'fault', fault)}; {getattr(fault, 'remedy', '')}") from None

    asked.__signature__ = inspect.signature(tool)  # type: ignore[attr-defined]
    return asked
