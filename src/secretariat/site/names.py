"""The names of all things at hand in memory, so that a search finds who is called so without asking the database."""

from bisect import bisect_left
from collections.abc import Sequence


class Names:
    """Names with the things that they name, the things most often named first."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        """``rows``: name and id, in the order in which things are to be found."""
        self._text = "\n".join(["", *(" ".join(name.lower().split()) for name, _ in rows), ""])
        self._ids = [entity for _, entity in rows]
        self._lines: list[int] = []
        at = self._text.find("\n", 1)
        while at >= 0:
            self._lines.append(at)
            at = self._text.find("\n", at + 1)

    def find(self, words: str, most: int) -> list[str]:
        """The ids of things with a name that holds all these words, each once, so many at most."""
        wanted = sorted(words.lower().split(), key=len, reverse=True)
        found: dict[str, None] = {}
        if not wanted:
            return []
        at = self._text.find(wanted[0])
        while at >= 0 and len(found) < most:
            line = bisect_left(self._lines, at)
            end = self._lines[line]
            name = self._text[self._text.rfind("\n", 0, at) + 1 : end]
            if all(word in name for word in wanted[1:]):
                found[self._ids[line]] = None
            at = self._text.find(wanted[0], end)
        return list(found)
