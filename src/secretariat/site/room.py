"""The room: an open register and its words, as every page needs them."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from secretariat.model.errors import SecretariatError
from secretariat.publishing.words.dates import in_words
from secretariat.publishing.words.lines import one_line
from secretariat.publishing.words.names import CodeNames
from secretariat.register.asking.answer import Row
from secretariat.register.asking.questions import Questions
from secretariat.register.register import Register
from secretariat.site.settings import Settings

T = TypeVar("T")
_MANY_TITLES = 20_000
"""Documents of whom all titles are taken at once; of more, one by one."""
_MOST_KEPT = 400
"""Answers that are kept."""
_FRESH_SECONDS = 1.0
"""For how long the register is taken to be up to date before it is looked at again."""
_PATIENCE_SECONDS = 1.5
"""How long a visitor who wrote waits for the pages to follow."""
_COST_SECONDS = 0.016
"""What bringing a register up to date takes for each of its documents, as measured."""
_QUIET_SECONDS = 15.0
"""Without a decision for so long, a large register is brought up to date."""
_LOG = logging.getLogger(__name__)


class Room(CodeNames):
    """A register that many visitors ask at once."""

    def __init__(self, register: Register, settings: Settings) -> None:
        super().__init__(tuple(map(str, settings.lexicon)))
        self.register = register
        self.settings = settings
        self._checked = 0.0
        self._asking = Questions(register.engine, register.name)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._state = ""
        self.decided: set[tuple[str, str]] = set()
        """Pairs about which a visitor decided since the register was last brought up to date."""
        self._titles: dict[str, str] = {}
        self._kept: OrderedDict[Any, Any] = OrderedDict()

    @property
    def ask(self) -> Questions:
        """Questions to the register as it was last brought up to date.

        What other programs or visitors wrote is taken in meanwhile, by a thread of its own: nobody waits for it.
        """
        self.look()
        return self._asking

    def look(self) -> None:
        """Begins to take in what others wrote, where the last look is not quite new; comes back at once."""
        if time.monotonic() - self._checked > _FRESH_SECONDS:
            self._checked = time.monotonic()
            self._refresher()

    def _refresher(self) -> threading.Thread:
        """The thread that brings the register up to date; begins one where none runs."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._refresh, daemon=True)
                self._thread.start()
            return self._thread

    def _refresh(self) -> None:
        try:
            if self._is_deciding():
                return
            before = self._state
            if self.register.refresh() or self.register.state() != before:
                self._state = self.register.state()
                self._forget()
        except SecretariatError:
            _LOG.exception("the register could not be brought up to date")

    def _is_deciding(self) -> bool:
        """Whether somebody decides just now in a register that takes long to bring up to date.

        While that is done nobody can write, so it waits until the next decision is long in coming.
        """
        cost = len(self.register) * _COST_SECONDS
        last = self.register.last_decided() if cost > _PATIENCE_SECONDS else None
        if last is None:
            return False
        quiet = (datetime.now(UTC) - datetime.fromisoformat(last)).total_seconds()
        return 0 <= quiet < max(_QUIET_SECONDS, 2 * cost)

    def written(self) -> None:
        """To be called after writing: the pages follow, and where that is quick this waits for it."""
        if len(self.register) * _COST_SECONDS > _PATIENCE_SECONDS:
            return
        if self._thread is not None:
            self._thread.join(_PATIENCE_SECONDS)
        self._refresher().join(_PATIENCE_SECONDS)

    def _forget(self) -> None:
        self._titles, self._kept, self.decided = {}, OrderedDict(), set()

    def kept(self, key: Hashable, make: Callable[[Questions], T]) -> T:
        """The answer to a dear question, asked once for as long as the register stays as it is; ``key`` names the question."""
        ask = self.ask
        found = self._kept
        if key in found:
            with suppress(KeyError):  # another visitor may just have pushed it out
                found.move_to_end(key)
                return cast(T, found[key])
        made = make(ask)
        found[key] = made
        while len(found) > _MOST_KEPT:
            with suppress(KeyError):
                found.popitem(last=False)
        return made

    def title(self, document: str) -> str:
        """What a document is called for people: its title, else its kind, place and date, else the name of its file."""
        known = self._titles
        if document not in known:
            few = len(self.register) <= _MANY_TITLES
            known.update({row["id"]: _title(row) for row in self.ask.heads(None if few else document)})
        return known.get(document, "a document that is not there any more")


def _title(row: Row) -> str:
    if row["title"]:
        return one_line(row["title"])
    if row["kind"] and row["kind"] != "document" and row["date"]:
        where = f"{one_line(row['place'])}, " if row["place"] else ""
        return f"{row['kind'].capitalize()}, {where}{in_words(row['date'])}"
    return str(row["name"])
