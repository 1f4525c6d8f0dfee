"""What has been read of a document so far: handed from finder to finder, each adding its own part."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from secretariat.lexicon.literals import Hits
from secretariat.lexicon.load import Lexicon
from secretariat.model.document import Document
from secretariat.model.mentions import Mention
from secretariat.model.paragraphs import Paragraph
from secretariat.model.record import Facts
from secretariat.model.spans import Span
from secretariat.model.statements import Finding, Stage, Statement
from secretariat.profiles.load import Profile, Profiles
from secretariat.reading.flow import Flow
from secretariat.reading.packed import Packed
from secretariat.reading.refused import Refused

M = TypeVar("M", bound=Mention)


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence, ``flow.text[start:end]``, in unit ``unit``. A preambular or listed clause is a sentence too."""

    start: int
    end: int
    unit: int


@dataclass(slots=True)
class Draft:
    """The document as far as it is understood. All places are in ``flow.text`` until the record is assembled."""

    document: Document
    lexicon: Lexicon
    profiles: Profiles
    facts: Facts
    paragraphs: tuple[Paragraph, ...]
    flow: Flow
    sentences: Packed[Sentence]
    hits: Hits
    profile: Profile | None = None
    """Of the organisation that the document is of, or chiefly concerns."""
    in_capitals: bool = False
    """Whether the whole text is in capitals, so that they tell nothing of names."""
    host: Profile | None = None
    """The same where the document is that organisation's own, not one made together with a state or another one."""
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: list[Refused] | None = None
    """Readings that were possible and were not taken; None where nobody asks for them."""

    def of(self, kind: type[M]) -> list[M]:
        """The mentions of a type found so far, in order of place."""
        return sorted((m for m in self.mentions if isinstance(m, kind)), key=by_place)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place of the running text."""
        at = self.sentences.index_at(place)
        sentence = self.sentences[at] if at >= 0 else None
        return sentence if sentence is not None and place < sentence.end else None

    def refuse(self, span: Span, reading: str, rule: str, why: str, by: str = "") -> None:
        """Remembers a reading that is not taken, where somebody asks; the arguments are those of ``Refused``."""
        if self.refused is not None:
            self.refused.append(Refused(span[0], span[1], reading, rule, why, by))

    def add(self, mentions: Iterable[Mention]) -> None:
        """Adds what a finder found."""
        self.mentions.extend(mentions)


def by_place(mention: Mention) -> int:
    """A number by which mentions are in order of start, the longer first; smaller in memory than a pair of numbers."""
    return (mention.start << 32) - mention.end


def covers(mentions: Iterable[Mention], span: Span) -> bool:
    """Whether one of the mentions holds the whole span."""
    return any(m.start <= span[0] and span[1] <= m.end for m in mentions)
