"""The order of reading: every finder, once, each building on what those before it found."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from secretariat.lexicon.literals import Hits
from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Document
from secretariat.model.mentions import Person, Place, State
from secretariat.model.record import Record
from secretariat.profiles.load import load_profiles
from secretariat.reading.assemble import assemble
from secretariat.reading.bodies import find_bodies
from secretariat.reading.dates import read_dates
from secretariat.reading.draft import Draft, covers
from secretariat.reading.events import find_events
from secretariat.reading.groups import find_groups
from secretariat.reading.host import find_host
from secretariat.reading.instruments import find_instruments
from secretariat.reading.names.acronyms import find_acronyms
from secretariat.reading.names.candidates import find_candidates
from secretariat.reading.people.capacities import with_speakers
from secretariat.reading.persons import find_persons
from secretariat.reading.places import doubtful_places, find_places
from secretariat.reading.prepare import prepare
from secretariat.reading.speakers import find_speakers
from secretariat.reading.stages import find_stages
from secretariat.reading.statements import find_statements
from secretariat.reading.states import find_states
from secretariat.reading.structure.capitals import capitals_finding


class Options(msgspec.Struct, frozen=True):
    """How to read: further folders of lexicon and profile files, and whether to read languages without a lexicon."""

    lexicon: tuple[Path, ...] = ()
    any_language: bool = False


Timings = dict[str, float]


def read_document(document: Document, options: Options | None = None, timings: Timings | None = None) -> Record:
    """The record of one document.

    ``timings``, where given, is filled with the seconds that each step took. Raises ``LanguageError`` for a text in a
    language without a lexicon (unless ``any_language``), ``DataError`` for a lexicon or profile that breaks its schema.
    """
    spent: Timings = {} if timings is None else timings
    draft = read_draft(document, options, spent)
    with _timed(spent, "assemble"):
        draft.hits = Hits()
        return assemble(draft, spend=True)


def read_draft(
    document: Document, options: Options | None = None, timings: Timings | None = None, ask: bool = False
) -> Draft:
    """All that was read of one document, before the record is assembled; raises as ``read_document`` does.

    With ``ask`` the finders remember the readings that they refuse, which takes a little longer.
    """
    options = options or Options()
    spent: Timings = {} if timings is None else timings
    with _timed(spent, "words"):
        lexicon = load_lexicon(extra=options.lexicon)
        profiles = load_profiles(tuple(p / "profiles" for p in options.lexicon if (p / "profiles").is_dir()))
    with _timed(spent, "structure"):
        draft = prepare(document, lexicon, profiles, any_language=options.any_language)
    draft.refused = [] if ask else None
    for name, step in STEPS:
        with _timed(spent, name):
            step(draft)
    return draft


def _capitals(draft: Draft) -> None:
    shouted = capitals_finding(draft)
    draft.in_capitals = bool(shouted)
    draft.findings.extend(shouted)


def _dates(draft: Draft) -> None:
    dates, doubts = read_dates(draft)
    draft.add(dates)
    draft.findings.extend(doubts)


def _geography(draft: Draft) -> None:
    draft.add(find_states(draft))
    draft.add(find_places(draft))
    draft.findings.extend(doubtful_places(draft))
    draft.add(find_groups(draft))


def _names(draft: Draft) -> None:
    draft.host = find_host(draft)
    candidates = find_candidates(draft)
    candidates = sorted([*candidates, *find_acronyms(draft, candidates)], key=lambda c: (c.start, -c.end))
    draft.add(find_instruments(draft, candidates))
    draft.add(find_bodies(draft, candidates))
    draft.add(find_events(draft, candidates))


def _persons(draft: Draft) -> None:
    persons = [] if draft.in_capitals else find_persons(draft)
    draft.mentions = [
        m for m in draft.mentions if not isinstance(m, State | Place) or not covers(persons, (m.start, m.end))
    ]
    draft.add(persons)


def _speakers(draft: Draft) -> None:
    draft.facts = msgspec.structs.replace(draft.facts, speakers=find_speakers(draft))


def _statements(draft: Draft) -> None:
    draft.statements = find_statements(draft)
    persons = draft.of(Person)
    draft.mentions = [m for m in draft.mentions if not isinstance(m, Person)]
    draft.add(with_speakers(draft, persons))


def _stages(draft: Draft) -> None:
    draft.stages = find_stages(draft)


STEPS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("capitals", _capitals),
    ("dates", _dates),
    ("states, places, groups", _geography),
    ("names", _names),
    ("persons", _persons),
    ("speakers", _speakers),
    ("statements", _statements),
    ("stages", _stages),
)
"""The visible order of the finders."""


@contextmanager
def _timed(spent: Timings, name: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    spent[name] = spent.get(name, 0.0) + time.perf_counter() - begin
