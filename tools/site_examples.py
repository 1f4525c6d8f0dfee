"""The examples as a served site, for tests and tools."""

import socket
import threading
import time
from pathlib import Path

import uvicorn
from example_records import LEXICON, example_names, read

from secretariat.register.register import open_register
from secretariat.site.served.app import build_app
from secretariat.site.settings import Settings


def fill(target: Path) -> Path:
    """A register of the example documents."""
    with open_register(target, lexicon=LEXICON) as register:
        for name in example_names():
            register.add(*read(name), name)
        register.refresh()
    return target


class Served:
    """A site that runs in a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        config = uvicorn.Config(build_app(settings), host=settings.host, port=settings.port, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        end = time.monotonic() + 20
        while not self._server.started:
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.02)
        self.url = f"http://{settings.host}:{settings.port}"

    def close(self) -> None:
        """Ends the site."""
        self._server.should_exit = True
        self._thread.join(10)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def serve(register: Path, **settings: object) -> Served:
    """A site over a register, with settings of one's own."""
    return Served(Settings(register=str(register), port=free_port(), lexicon=LEXICON, **settings))  # type: ignore[arg-type]
