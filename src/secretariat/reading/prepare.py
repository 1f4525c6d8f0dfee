"""The first room of reading: structure, running text, sentences, header facts and literals of one document."""

from secretariat.lexicon.load import Lexicon
from secretariat.model.document import Document
from secretariat.model.errors import LanguageError
from secretariat.model.record import Facts
from secretariat.model.statements import Finding
from secretariat.profiles.load import Profiles
from secretariat.reading.draft import Draft
from secretariat.reading.flow import make_flow
from secretariat.reading.structure.footnotes import find_marks
from secretariat.reading.structure.header import read_facts
from secretariat.reading.structure.kinds import classify
from secretariat.reading.structure.language import LanguageGuess, guess_language
from secretariat.reading.structure.paragraphs import make_paragraphs, make_units
from secretariat.reading.structure.paragraphs_blocks import divide_blocks
from secretariat.reading.structure.paragraphs_lines import divide_lines
from secretariat.reading.structure.sentences import find_sentences
from secretariat.reading.structure.vocabulary import structure_words


def prepare(document: Document, lexicon: Lexicon, profiles: Profiles, any_language: bool = False) -> Draft:
    """The document as a ``Draft`` that finders work on: everything but mentions, statements and stages.

    Raises ``LanguageError`` where no lexicon can read the text; with ``any_language`` its structure is read all the
    same and a finding "no-lexicon" says so.
    """
    guess = guess_language(document.text, lexicon.words("stopwords"))
    if guess.code is None and not any_language:
        fault = f"is in a language without a lexicon (looks like {guess.looks_like})"
        raise LanguageError(document.source.name, fault, "--any-language reads its structure only")
    words = structure_words(lexicon)
    parts = divide_blocks(document, words) if document.blocks else divide_lines(document.text, words)
    classify(parts, words)
    marks, callers = find_marks(document.text, parts, lexicon.words("numbered_words").keys())
    flow = make_flow(document.text, make_units(parts), marks)
    paragraphs = make_paragraphs(document.text, parts, callers)
    del parts
    hits = lexicon.scan(flow.text)
    hits.merge(profiles.literals.scan(flow.text))
    draft = Draft(
        document=document,
        lexicon=lexicon,
        profiles=profiles,
        facts=Facts(id=document.id, source=document.source, language=guess.code),
        paragraphs=paragraphs,
        flow=flow,
        sentences=find_sentences(flow, lexicon.words("abbreviations"), words.sentence_starts),
        hits=hits,
        findings=_findings(guess, flow.text),
    )
    draft.facts = read_facts(draft)
    draft.profile = profiles.get(draft.facts.organisation)
    return draft


def _findings(guess: LanguageGuess, text: str) -> list[Finding]:
    if guess.code is not None or not text:
        return []
    message = f"no lexicon for this language (looks like {guess.looks_like}); only the structure was read"
    return [Finding(code="no-lexicon", message=message, start=0, end=min(len(text), 1), severity="note")]
