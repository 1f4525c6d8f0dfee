"""Why a place of a document is marked as it is: every mark there, what made it, and the readings that were refused."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from secretariat.lexicon.entries import Verb
from secretariat.model.document import Document
from secretariat.model.record import Record
from secretariat.model.spans import Span, overlap
from secretariat.reading.assemble import assemble
from secretariat.reading.clauses.refused_verbs import refused_verbs
from secretariat.reading.clauses.topics import TopicFinder
from secretariat.reading.draft import Draft
from secretariat.reading.order import Options, read_draft
from secretariat.reading.reasons import Reason, Reasons
from secretariat.reading.refused import Refused


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A reading of ``start:end`` that was refused: what it would have been, what would have made it, why not."""

    start: int
    end: int
    text: str
    reading: str
    reason: Reason
    why: str
    by: str = ""


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One mark: what it is, its attributes, what made it, what else was weighed, and what it was read against."""

    what: str
    start: int
    end: int
    text: str
    attributes: dict[str, Any]
    reason: Reason
    weighed: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """All that is marked at a place, the widest mark first, and the refused readings that no mark there stands against."""

    start: int
    end: int
    text: str
    marks: tuple[Explained, ...]
    rivals: tuple[Rival, ...]


class Explainer:
    """Reads one document and answers for any place of it. Raises as ``read_document`` does."""

    def __init__(self, document: Document, options: Options | None = None) -> None:
        options = options or Options()
        self._draft = read_draft(document, options, ask=True)
        self.record: Record = assemble(self._draft)
        self._reasons = Reasons(self._draft.lexicon, self._draft.profiles, options.lexicon)
        self._refused = _placed(self._draft, [*(self._draft.refused or []), *refused_verbs(self._draft)])

    def explain(self, start: int, end: int) -> Explanation:
        """What is marked at ``record.text[start:end]``: marks that share a character with it, and what was refused there."""
        place = (start, end)
        marks = tuple(self._marks(place))
        told = {(r.start, r.end, r.reason.rule, r.why) for m in marks for r in m.rivals}
        near = (self._rival(r) for r in self._refused if overlap((r.start, r.end), place))
        return Explanation(
            start=start,
            end=end,
            text=self.record.text[start:end],
            marks=marks,
            rivals=tuple(r for r in near if (r.start, r.end, r.reason.rule, r.why) not in told),
        )

    def _marks(self, place: Span) -> Iterator[Explained]:
        record = self.record
        for p in record.paragraphs:
            if overlap((p.start, p.end), place):
                kept = {k: v for k, v in (("id", p.id), ("number", p.number), ("within", p.within)) if v is not None}
                yield self._mark(f"{p.kind} paragraph", p, f"paragraph:{p.kind}", kept, (), ())
        for s in record.statements:
            if overlap((s.start, s.end), place):
                rivals = self._rivals(place, ("statement",))
                yield self._mark("statement", s, s.rule, _fields(s), self._weighed(s.trigger, s.rule, s.act), rivals)
        for number, m in enumerate(record.mentions):
            if not overlap((m.start, m.end), place):
                continue
            span = (m.start, m.end)
            kind = str(type(m).__struct_config__.tag)
            yield self._mark(kind, m, m.rule, _fields(m), (), self._rivals(span, _NAMES))
            for g in record.stages:
                if g.mention == number:
                    yield self._mark(
                        f"stage of this {kind}", g, g.rule, {"stage": g.stage}, (), self._rivals(span, ("stage",))
                    )

    def _mark(
        self,
        what: str,
        mark: Any,
        rule: str,
        attributes: dict[str, Any],
        weighed: Iterable[str],
        rivals: Iterable[Rival],
    ) -> Explained:
        return Explained(
            what=what,
            start=mark.start,
            end=mark.end,
            text=self.record.text[mark.start : mark.end],
            attributes=attributes,
            reason=self._reasons.of(rule),
            weighed=tuple(weighed),
            rivals=tuple(rivals),
        )

    def _rivals(self, span: Span, readings: tuple[str, ...]) -> Iterator[Rival]:
        """The refused readings of some kinds that share a character with a mark."""
        return (self._rival(r) for r in self._refused if r.reading in readings and overlap((r.start, r.end), span))

    def _rival(self, r: Refused) -> Rival:
        return Rival(
            start=r.start, end=r.end, text=self.record.text[r.start : r.end], reading=r.reading,
            reason=self._reasons.of(r.rule), why=self._reasons.why(r.why), by=r.by,
        )  # fmt: skip

    def _weighed(self, trigger: Span, rule: str, act: str) -> Iterator[str]:
        """What else was weighed for a statement: the act of its verb alone, and all its topics."""
        key = rule.removeprefix("verb:")
        verb = next((e for e in self._draft.lexicon.entries("verb") if isinstance(e, Verb) and e.id == key), None)
        if verb is not None and verb.act != act:
            yield f"act: the verb alone is {verb.act}; with what follows it here it is {act}"
        flow = self._draft.flow
        kept = next((s for s in self._draft.statements if flow.span(*s.trigger) == trigger), None)
        if kept is None:
            return
        weights = TopicFinder(self._draft).weigh(kept.start, kept.end)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if ranked:
            said = ", ".join(f"{code} {weight:.1f}" for code, weight in ranked[:6])
            yield f"topics by the words of the clause: {said}; heading and paragraph break ties"


_NAMES = ("body", "instrument", "event", "initiative", "date", "state", "place", "group", "person")
_DROPPED = frozenset({"start", "end", "text", "rule", "about"})


def _fields(mark: msgspec.Struct) -> dict[str, Any]:
    """The attributes of a mark that say something."""
    fields = msgspec.structs.asdict(mark)
    return {k: v for k, v in fields.items() if k not in _DROPPED and v not in (None, (), "")}


def _placed(draft: Draft, refused: Iterable[Refused]) -> list[Refused]:
    """Refused readings with their places in the kept text, each once, in order."""
    placed: dict[Refused, None] = {}
    for r in refused:
        if r.end > r.start:
            start, end = draft.flow.span(r.start, r.end)
            placed[msgspec.structs.replace(r, start=start, end=end)] = None
    return sorted(placed, key=lambda r: (r.start, -r.end, r.reading, r.rule, r.why))
