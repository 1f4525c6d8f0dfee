"""Named persons with office, state or body, and capacity.

1. ``Prime Minister of the Republic of Kazakhstan Askar Mamin`` 2. ``President Biden`` 3. ``Mr. Idris Kane``
4. ``Presidents Niinistö and Karis`` 5. signature lines. The same person by surname or full name later keeps the state.
Refused: ``the President of the General Assembly`` (no name), ``Rome Statute``, ``Committee Chair``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from secretariat.lexicon.entries import Office
from secretariat.lexicon.literals import Hit
from secretariat.model.mentions import Person
from secretariat.reading.draft import Draft
from secretariat.reading.people.capacities import with_capacities
from secretariat.reading.people.known_spans import known_spans
from secretariat.reading.people.names import Word, direct_name, is_name, name_after_words, name_lexis, name_run
from secretariat.reading.people.offices import OfficeReader, OfficeWords
from secretariat.reading.people.repeats import repeats_of, with_states
from secretariat.reading.people.signatories import find_signatories

_LOWER = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w'])")
_BEFORE = re.compile(
    r"((?:[^\W\d_][\w.'-]* ){0,7}[^\W\d_][\w'-]*\.?(?:, (?:Jr|Sr)\.?)?)(?:, (?:the |His Excellency )?| \()$"
)
_PLURAL_JOINT = re.compile(r"(?:,? and |, )(?:the )?")


def find_persons(draft: Draft) -> list[Person]:
    """Every naming of a person, in order; none overlaps another."""
    reader = _reader(draft)
    signed = find_signatories(draft.flow.units, reader)
    found = _disjoint([*signed, *_by_office(reader), *_by_style(reader), *_by_apposition(reader)])
    found = _disjoint([*found, *repeats_of(reader.text, found, reader.lexis)])
    if draft.refused is not None:
        _tell(draft, reader, found)
    return with_capacities(draft, with_states(draft, found, reader))


def _tell(draft: Draft, reader: OfficeReader, found: Sequence[Person]) -> None:
    """Remembers the offices beside which nobody is named."""
    used = {p.office for p in found}
    for hit in reader.nameless:
        office = reader.read(hit)
        if reader.text[office.start : max(office.end, office.start)] not in used:
            draft.refuse((hit.start, hit.end), "person", f"office:{hit.entry.id}", "nobody-named")


def _reader(draft: Draft) -> OfficeReader:
    """The reader of offices of a draft."""
    text = draft.flow.text
    heads: dict[int, Hit] = {h.start: h for h in draft.hits.longest("office")}
    common: set[str] = set()
    for unit in draft.flow.units:
        common.update(_LOWER.findall(text, unit.start, unit.end))
    return OfficeReader(text, name_lexis(draft.lexicon), known_spans(draft), common, heads)


def _by_office(reader: OfficeReader) -> Iterator[Person]:
    """Persons named right after their office, and after a plural office one by one."""
    for hit in reader.heads.values():
        entry = hit.entry
        if not isinstance(entry, Office) or entry.value == "style":
            continue
        office = reader.read(hit)
        if not office.name:
            reader.nameless.append(hit)
            continue
        yield _person(office, office.name, reader.text)
        if entry.plural:
            yield from _others(office, reader)


def _others(office: OfficeWords, reader: OfficeReader) -> Iterator[Person]:
    """The further names after a plural office: "Presidents Niinistö, Karis and Rinkēvičs"."""
    at = office.name[-1].end
    while joint := _PLURAL_JOINT.match(reader.text, at):
        if joint.end() in reader.heads or joint.end() in reader.known.starts:
            return
        name = direct_name(name_run(reader.text, joint.end(), reader.lexis, reader.heads), reader.lexis)
        if not is_name(name) or name[0].text.lower() in reader.common:
            return
        yield _person(office, name, reader.text)
        at = name[-1].end


def _by_style(reader: OfficeReader) -> Iterator[Person]:
    """Persons named after a form of address: "Mr. Sullivan", "H.E. Sara Blum"."""
    for hit in reader.heads.values():
        entry = hit.entry
        if not isinstance(entry, Office) or entry.value != "style":
            continue
        place = hit.end + 1
        if place in reader.heads or reader.text[place - 1 : place] != " ":
            continue
        name = direct_name(name_run(reader.text, place, reader.lexis, reader.heads), reader.lexis)
        least = 2 if entry.id == "rank" else 1
        ordinary = reader.is_common(name) or (
            entry.id == "rank"
            and any(w.text.lower() in reader.common or w.text in reader.lexis.portfolio for w in name)
        )
        if is_name(name, least) and not ordinary and name[0].text not in reader.lexis.portfolio:
            yield Person(start=name[0].start, end=name[-1].end, rule="person:style")


def _by_apposition(reader: OfficeReader) -> Iterator[Person]:
    """Persons named before their office: "Nick Stewart, Director of Climate", "Ida Holm (Foreign Minister of …)"."""
    for hit in reader.heads.values():
        entry = hit.entry
        if not isinstance(entry, Office) or entry.value == "style" or entry.plural:
            continue
        if ", " not in reader.text[max(0, hit.start - 60) : hit.start] and reader.text[hit.start - 1] != "(":
            continue
        office = reader.read(hit)
        if office.name or not (office.complement or office.state or office.body or " of " in hit.form.text or entry.of):
            continue
        before = _BEFORE.search(reader.text, max(0, office.start - 90), office.start)
        if before and (name := _last_name(reader, before.start(1), before.end(1))):
            yield _person(office, name, reader.text)


def _last_name(reader: OfficeReader, low: int, high: int) -> list[Word]:
    """The name that ends at ``high``, at least two words of it, none of them an ordinary word or a state."""
    styles = [reader.heads[p] for p in range(low, high) if p in reader.heads]
    low = max(
        [low, *(h.end + 1 for h in styles if isinstance(h.entry, Office) and h.entry.value == "style" and h.end < high)]
    )
    at = low
    while at < high:
        run = name_run(reader.text, at, reader.lexis, ())
        if run and run[-1].end == high:
            taken, name = name_after_words(run, reader.lexis, reader.common)
            while name and (name[0].text in reader.lexis.never or name[0].start in reader.heads):
                name = name[1:]
            clean = name and taken < len(run) and not any(w.start in reader.known.starts for w in name)
            return list(name) if clean and is_name(name, 2) and name[-1].end == high else []
        space = reader.text.find(" ", run[-1].end if run else at, high)
        if space < 0:
            return []
        at = space + 1
    return []


def _person(office: OfficeWords, name: Sequence[Word], text: str) -> Person:
    end = max(office.end, office.start)
    return Person(
        start=name[0].start, end=name[-1].end, office=text[office.start : end], of=office.state or office.body,
        rule=f"office:{office.entry.id}",
    )  # fmt: skip


def _disjoint(persons: Iterable[Person]) -> list[Person]:
    """One reading a place: of overlapping ones the earlier in the list; what it lacks is taken from the same span."""
    kept: dict[tuple[int, int], Person] = {}
    taken: list[tuple[int, int]] = []
    """Spans that are kept, in order; they do not overlap."""
    for person in persons:
        span = (person.start, person.end)
        if span in kept:
            old = kept[span]
            kept[span] = Person(
                start=old.start, end=old.end, office=old.office or person.office, of=old.of or person.of,
                capacity=old.capacity, rule=old.rule,
            )  # fmt: skip
            continue
        at = bisect_left(taken, span)
        if (at and taken[at - 1][1] > span[0]) or (at < len(taken) and taken[at][0] < span[1]):
            continue
        taken.insert(at, span)
        kept[span] = person
    return sorted(kept.values(), key=lambda p: (p.start, -p.end))
