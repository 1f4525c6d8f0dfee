"""Statements: who does what with words, clause by clause."""

from collections.abc import Iterator, Sequence

from secretariat.model.mentions import Date
from secretariat.model.spans import Span
from secretariat.model.statements import Statement
from secretariat.reading.clauses.checkability import Checks
from secretariat.reading.clauses.closings import read_closing
from secretariat.reading.clauses.conditions import Limits, find_addressees
from secretariat.reading.clauses.enumerations import opener_of
from secretariat.reading.clauses.grammar import Tag, grammar_of
from secretariat.reading.clauses.holders import HolderReader, Holders, holder_span
from secretariat.reading.clauses.leading import with_main_holders
from secretariat.reading.clauses.phrases import Trigger
from secretariat.reading.clauses.sentence_clauses import read_clauses
from secretariat.reading.clauses.shapes import Clause, Sight
from secretariat.reading.clauses.subjects import Subject
from secretariat.reading.clauses.topics import TopicFinder
from secretariat.reading.clauses.words import Words
from secretariat.reading.draft import Draft, Sentence
from secretariat.reading.flow import Unit
from secretariat.reading.packed import places_of
from secretariat.reading.sharing import shared

_READ = frozenset({"narrative", "preambular", "operative", "item", "footnote", "signature"})
_TRIM = " ,;:.\u2013-\u201d\"'"
_NUMBER = 8
"""How many code points a printed number may take before the first sentence of a paragraph ("(xviii) ")."""
_JOINERS = (" and", " but", " while", " or", ", in this regard")


def find_statements(draft: Draft) -> list[Statement]:
    """The statements of a draft, by trigger; headings, titles, signatures and furniture hold none.

    (1) "The sides welcome the accord and call for its ratification" is two; (2) "Recalling the Charter, they decided
    to meet" is two, the first subordinate; (3) "The bridge was opened in May" is an assertion.
    """
    if any(finding.code == "no-lexicon" for finding in draft.findings):
        return []
    return _Finder(draft).find()


class _Finder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.flow.text
        self.grammar = grammar_of(draft.lexicon)
        self.states = places_of(h.start for h in draft.hits.each("state", longest=True))
        self.holders = HolderReader(draft)
        self.topics = TopicFinder(draft)
        self._current: Holders = "all"
        self._opener: tuple[Trigger, Holders] | None = None
        self.checks = Checks(draft.of(Date), draft.lexicon.words("measure_words"))
        self._named = self._opener_named = False
        """Whether words of the sentence, and of the opener over it, name who makes its statements."""
        self._ahead: Subject | None = None
        """Who does what the main clause says, where participles stand before it: they are the same's."""
        self._spoken = False
        """Whether the sentence has named who speaks: a participle behind is the same's."""
        self._tense = 0
        """The tense of the last statement of a body."""
        self.limits = Limits(draft.hits.longest("condition"), draft.of(Date))

    def find(self) -> list[Statement]:
        made: list[Statement] = []
        units = self.draft.flow.units
        heading: Span | None = None
        seen = -1
        for sentence in self.draft.sentences:
            for index in range(seen + 1, sentence.unit + 1):
                if units[index].kind in ("heading", "title"):
                    heading = (units[index].start, units[index].end) if units[index].kind == "heading" else None
                    self.holders.reset()
            seen = max(seen, sentence.unit)
            unit = units[sentence.unit]
            if unit.kind in _READ:
                made += with_main_holders(list(self._read(sentence, unit, heading)))
        return sorted(made, key=lambda s: s.trigger)

    def _read(self, sentence: Sentence, unit: Unit, heading: Span | None) -> Iterator[Statement]:
        words = Words(self.text, sentence.start, sentence.end, self.grammar)
        first = sentence.start - unit.start <= _NUMBER
        listed = first and (unit.kind in ("item", "operative") or self._opener is not None)
        opener = self._opener[0] if self._opener and first else None
        bare = first and unit.kind == "narrative"
        sight = Sight(words, self.states, self.grammar, unit.kind == "preambular", listed, opener, bare, self._tense)
        self._named = opener is not None and self._opener_named
        clauses = read_closing(sight) if unit.kind == "signature" else read_clauses(sight)
        self._ahead, self._spoken = _subject_ahead(clauses), False
        for at, clause in enumerate(clauses):
            if unit.kind == "footnote" and clause.trigger.act != "assertion":
                clause = _told(clause)
            if clause.trigger.rule == "item" and self._opener:
                self._current = self._opener[1]
            yield self._statement(words, clause, self._end(words, clauses, at, sentence.end), heading, unit)
            actor = clause.subject or clause.teller
            if actor is not None:
                self._tense = _tense(words, clause) if self.holders.body else 0
        self._open(clauses, sentence, unit, first)

    def _open(self, clauses: list[Clause], sentence: Sentence, unit: Unit, first: bool) -> None:
        """Remembers what opens an enumeration; forgets it where somebody else begins to speak."""
        opened = opener_of(self.text, sentence.end, clauses)
        if opened is not None:
            self._opener, self._opener_named = (opened, self._current), self._named
        elif unit.kind == "item" and not first:
            return
        elif any(c.subject is not None for c in clauses) or (clauses and unit.kind == "narrative"):
            self._opener = None

    def _end(self, words: Words, clauses: Sequence[Clause], at: int, stop: int) -> int:
        """Where a clause ends: before the next one that is not inside it, without its comma and "and"."""
        following = clauses[at + 1 :]
        if following:
            start = following[0].start if following[0].start > clauses[at].trigger.start else following[0].trigger.start
            stop = words.starts[start]
        begin = words.ends[clauses[at].trigger.end - 1]
        while stop > begin:
            if self.text[stop - 1] in _TRIM:
                stop -= 1
                continue
            joiner = next((j for j in _JOINERS if self.text.endswith(j, begin, stop)), None)
            if joiner is None:
                break
            stop -= len(joiner)
        return max(stop, begin)

    def _statement(self, words: Words, clause: Clause, end: int, heading: Span | None, unit: Unit) -> Statement:
        trigger, subject = clause.trigger, clause.subject
        place = (words.starts[trigger.start], words.ends[trigger.end - 1])
        start = min(words.starts[clause.start], place[0])
        holder = None
        if subject is not None:
            self._named = self._spoken = True
            holder = holder_span((words.starts[subject.start], words.ends[subject.end - 1]), self.text)
            self._current = self.holders.read(holder, subject.actor)
        elif clause.teller is not None:
            teller = (words.starts[clause.teller.start], words.ends[clause.teller.end - 1])
            self._current = self.holders.read(holder_span(teller, self.text), clause.teller.actor)
        elif clause.subordinate and self._ahead is not None and not self._spoken:
            ahead = (words.starts[self._ahead.start], words.ends[self._ahead.end - 1])
            self._current = self.holders.read(holder_span(ahead, self.text), self._ahead.actor)
        elif clause.subordinate and self._spoken:
            pass
        elif trigger.rule != "item" and (
            clause.subordinate or clause.start != trigger.start or clause.trigger.start == 0
        ):
            self._current = "all"
        if holder is None and not clause.subordinate and trigger.act != "assertion":
            passive = words.tags[trigger.start] & Tag.BE
            self._current = (passive and self.holders.by_agent(place[1], end)) or self._current
        timeframe = self.limits.timeframe(self.text, place[1], end, trigger.act)
        ours = bool(words.tags[clause.start] & Tag.POSSESSIVE)
        named = self._named or ours or (unit.kind in ("operative", "preambular") and trigger.rule != "item")
        lacks = self.checks.lacks(self.text, (place[1], end), named, timeframe) if trigger.act == "commitment" else ()
        return Statement(
            start=start,
            end=end,
            trigger=place,
            verb=trigger.verb,
            act=trigger.act,
            force=trigger.force,
            polarity=trigger.polarity,
            holder=holder,
            holders=self._current if trigger.act != "assertion" or self._one_state(clause) else "all",
            topics=shared(self.topics.topics(start, end, heading, (unit.start, unit.end))),
            subordinate=clause.subordinate,
            addressees=find_addressees(self.text, trigger.verb, trigger.act, place[1], end),
            timeframe=timeframe,
            conditions=self.limits.conditions(place[1], end),
            lacks=shared(lacks),
            rule=trigger.rule_id,
        )

    def _one_state(self, clause: Clause) -> bool:
        """Whether what is told is told of one of the speakers by name: "Chile presented its plan"."""
        who = self._current
        return clause.teller is not None and isinstance(who, tuple) and len(who) == 1 and self.holders.speaks(who[0])


def _subject_ahead(clauses: Sequence[Clause]) -> Subject | None:
    main = next((c for c in clauses if not c.subordinate), None)
    return main.subject if main and clauses[0].subordinate else None


def _tense(words: Words, clause: Clause) -> int:
    """The classes of the finite forms in a trigger: past, or the third person of the present."""
    tense = 0
    for at in range(clause.trigger.start, clause.trigger.end):
        tense |= words.tags[at] & (Tag.PAST | Tag.THIRD)
    return tense


def _told(clause: Clause) -> Clause:
    """The same clause as a plain assertion: notes tell, whatever their verb."""
    return clause._replace(trigger=clause.trigger._replace(act="assertion", force=0, polarity="for", rule="note"))
