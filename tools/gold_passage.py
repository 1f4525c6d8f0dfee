"""Finds quotes in a passage of a text, each after the one before, whatever its line breaks."""

import re

Place = tuple[int, int]


class MarkError(ValueError):
    """A mark that cannot be placed: its quote is not there, or lies where it must not."""


class Passage:
    """A piece of the text, from ``start`` to ``end``, in which mentions and clauses are each found in their order."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._mention: Place = (start, len(text) + 1)
        self._trigger = start - 1

    def after(self, opening: str) -> "Passage":
        """The first passage further on that opens a line with these words; it runs to the next empty line."""
        found = re.compile(rf"^{_pattern(opening)}", re.MULTILINE).search(self.text, self.end)
        if not found:
            raise MarkError(f"no passage opens with {opening!r}")
        close = self.text.find("\n\n", found.end())
        return Passage(self.text, found.start(), close if close >= 0 else len(self.text))

    def next_mention(self, quote: str) -> Place:
        """The next occurrence that does not begin before the last mention, nor is it once more."""
        for found in re.compile(_bounded(quote)).finditer(self.text, self.start, self.end):
            place = found.span()
            if (place[0], -place[1]) > (self._mention[0], -self._mention[1]):
                self._mention = place
                return place
        raise MarkError(f"not found (after the marks before it): {quote!r}")

    def next_clause(self, clause: str, trigger: str) -> tuple[int, int, Place]:
        """The clause whose trigger is the next one: its start, its end and the trigger's place."""
        opening, _, close = clause.partition("…")
        pattern = _bounded(opening.strip())
        for found in re.compile(pattern).finditer(self.text, self.start, self.end):
            end = self.within(close.strip(), found.end(), self.end)[1] if close else found.end()
            span = self._trigger_in(trigger, found.start(), end)
            if span:
                self._trigger = span[0]
                return found.start(), end, span
        raise MarkError(f"no clause {clause!r} with the trigger {trigger!r}")

    def _trigger_in(self, trigger: str, start: int, end: int) -> Place | None:
        places = re.compile(_bounded(trigger)).finditer(self.text, start, end)
        return next((p.span() for p in places if p.start() > self._trigger), None)

    def within(self, quote: str, start: int, end: int) -> Place:
        """The first occurrence between two places; raises ``MarkError`` where there is none."""
        found = re.compile(_bounded(quote)).search(self.text, start, end)
        if not found:
            raise MarkError(f"not found in its clause: {quote!r}")
        return found.span()

    def nearest(self, quote: str, place: int) -> Place:
        """The occurrence in the passage nearest to a place; raises ``MarkError`` where there is none."""
        places = [f.span() for f in re.compile(_bounded(quote)).finditer(self.text, self.start, self.end)]
        if not places:
            raise MarkError(f"not found in its passage: {quote!r}")
        return min(places, key=lambda p: abs(p[0] - place))


def _pattern(quote: str) -> str:
    return r"\s+".join(re.escape(word) for word in quote.split())


def _bounded(quote: str) -> str:
    return rf"(?<!\w){_pattern(quote)}(?!\w)"
