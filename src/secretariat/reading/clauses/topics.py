"""Topics of a clause: the words in it that speak for each, with the heading of its section behind them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from secretariat.lexicon.entries import Topic
from secretariat.lexicon.literals import Hit
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft

STRONG, WEAK = 3.0, 1.0
HEADING = 3.0
"""What a heading's topic adds to each clause of its section: as much as one strong word of the clause itself."""
PARAGRAPH = 0.8
"""What the weightiest topic of its paragraph adds to a clause: less than one weak word, so that it only breaks ties."""
TITLE = 0.7
"""What the title's weightiest topic adds to a clause: it tells where the clause's own words tell nothing."""
_SECOND = 0.34
"""A second topic counts when it has at least this part of the first one's weight."""


_OF_ALL = frozenset({"institution", "external-relations", "multilateralism"})
"""Topics that any title of the genre may name ("Joint statement of the ASEAN summit") without being about them."""


_KEPT = 256
"""The shares of so many headings and paragraphs are kept: their clauses come one after another."""


class TopicFinder:
    """The topics of any stretch of a draft: its own words, its heading's, its paragraph's, the title's."""

    def __init__(self, draft: Draft) -> None:
        self._hits = _without_inner(draft.hits.of("topic"))
        self._starts = [h.start for h in self._hits]
        self._kept: dict[Span, dict[str, float]] = {}
        self._title = self._of_title([(u.start, u.end) for u in draft.flow.units if u.kind == "title"])

    def weigh(self, start: int, end: int) -> dict[str, float]:
        """Topic code → weight of the words between two places; early words count more, repeated ones less."""
        weights: dict[str, float] = defaultdict(float)
        seen: dict[tuple[str, str], int] = defaultdict(int)
        half = start + min(160, max(40, (end - start) // 2))
        at = bisect_left(self._starts, start)
        while at < len(self._hits) and self._hits[at].start < end:
            hit = self._hits[at]
            at += 1
            if hit.end > end or not isinstance(hit.entry, Topic):
                continue
            word = (hit.entry.id, hit.form.text)
            seen[word] += 1
            weight = WEAK if hit.form.text in hit.entry.weak else STRONG * (1 + 0.2 * hit.form.text.count(" "))
            weights[hit.entry.id] += weight / seen[word] * (1.25 if hit.start < half else 1.0)
        return weights

    def topics(self, start: int, end: int, heading: Span | None, unit: Span) -> tuple[str, ...]:
        """One or two topic codes of a clause, the weightier first; empty where no word speaks for any."""
        weights = self.weigh(start, end)
        for around, part in ((heading, HEADING), (unit, PARAGRAPH)):
            for code, share in self._shares(around).items() if around else ():
                weights[code] += part * share
        for code, share in self._title.items():
            weights[code] += TITLE * share
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return tuple(code for code, weight in ranked[:2] if weight >= _SECOND * ranked[0][1])

    def _of_title(self, titles: Sequence[Span]) -> dict[str, float]:
        """The topics that the words of the title name outright, the weightiest as 1; none of the organisation itself."""
        weights: dict[str, float] = {}
        for span in titles:
            for code, weight in self.weigh(*span).items():
                if weight >= STRONG and code not in _OF_ALL:
                    weights[code] = weights.get(code, 0.0) + weight
        top = max(weights.values(), default=1.0)
        return {code: weight / top for code, weight in weights.items()}

    def _shares(self, span: Span) -> dict[str, float]:
        """The topics of a heading or paragraph, the weightiest as 1; kept, as many clauses ask for the same."""
        if span not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            weights = self.weigh(*span)
            top = max(weights.values(), default=1.0)
            self._kept[span] = {code: weight / top for code, weight in weights.items()}
        return self._kept[span]


def _without_inner(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that lie in no longer hit of the same topic."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in hits:
        if hit.end > reach.get(hit.entry.id, -1):
            kept.append(hit)
            reach[hit.entry.id] = hit.end
    return kept
