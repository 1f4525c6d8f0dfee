"""The sentences of a record, each in the passage that it belongs to."""

from collections.abc import Sequence

import msgspec

from secretariat.comparing.passages import Passage, make_passage
from secretariat.lexicon.load import Lexicon
from secretariat.model.record import Record
from secretariat.model.spans import Span
from secretariat.reading.flow import make_flow
from secretariat.reading.structure.sentences import find_sentences
from secretariat.reading.structure.vocabulary import structure_words


def sentences_of(record: Record, passages: Sequence[Passage], lexicon: Lexicon) -> list[tuple[Passage, ...]]:
    """For each passage its sentences, as passages of their own: ``n`` counts from 0 in each."""
    if not passages:
        return []
    flow = make_flow(record.text, ((p.paragraph.kind, p.places) for p in passages), ())
    found: list[list[Passage]] = [[] for _ in passages]
    for sentence in find_sentences(flow, lexicon.words("abbreviations"), structure_words(lexicon).sentence_starts):
        of = passages[sentence.unit]
        places = _cut(flow.span(sentence.start, sentence.end), of.places)
        if places:
            plain = msgspec.structs.replace(of.paragraph, number=None)
            found[sentence.unit].append(make_passage(record.text, len(found[sentence.unit]), plain, places))
    return [tuple(own) or (p,) for own, p in zip(found, passages, strict=True)]


def _cut(span: Span, places: Sequence[Span]) -> list[Span]:
    """The parts of a span that lie in the places of a passage."""
    parts = ((max(span[0], start), min(span[1], end)) for start, end in places)
    return [(start, end) for start, end in parts if start < end]
