"""What one mention tells of the thing that it names, in the terms by which things are told apart.

"2020-2021 Action Plan for the Implementation of the SCO Development Strategy until 2025" in a document of the SCO gives
the words ``action plan implementation @sco-strategy-2025``, the years ``2020 2021`` and the scope ``sco``; "20th meeting of
the Council" gives ``meeting @sco-heads-of-state`` and the ordinal 20.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from secretariat.model.mentions import Body, Event, Group, Instrument, Mention, Person, State
from secretariat.model.record import Facts
from secretariat.register.identity.vocabulary import Vocabulary, name_tokens

Named = Instrument | Event | Body | Person | State | Group
_YEARS = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)(?:\s*[-–—/]\s*((?:1[89]|20)?\d\d))?(?!\d)")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NUMBER = re.compile(
    r"(?:no\.?\s*)?\b(\d{1,4}(?:/\d{1,4})?(?:\s?/[A-Z]{1,3}\.?)?)(?=\s*(?:\((?:19|20)\d\d\)|\b))", re.IGNORECASE
)
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9&/.+-]{1,14}(?: [A-Z]{2,8})?)\)\s*")
_BARE_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z0-9&+-]*")


_OF_STATES = frozenset({"head", "minister"})
"""After these "state" and "government" tell one council from another."""


class Signature(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One mention as identity sees it.

    ``words`` are the words that tell, in the order of the name; a known name inside stands as ``@`` and its id.
    ``scope`` is the organisation whose thing it is, or the parties of the document; ``known`` the id under which lexicon
    or profile know the thing. ``general``: the words alone say too little; ``bound``: they mean
    another thing in every organisation ("Working Group on Trade"). ``relative``: the next or the last of a row.
    ``own``: it names the document itself. ``name`` has single spaces, ``text`` is as it stands.
    """

    document: str
    mention: int
    type: str
    start: int
    end: int
    name: str
    text: str = ""
    kind: str = ""
    words: tuple[str, ...] = ()
    acronym: str = ""
    known: str = ""
    scope: str = ""
    ordinal: int | None = None
    years: tuple[str, ...] = ()
    number: str = ""
    dates: tuple[str, ...] = ()
    place: str = ""
    validity: str = ""
    status: str = ""
    office: str = ""
    states: tuple[str, ...] = ()
    general: bool = False
    bound: bool = False
    relative: bool = False
    own: bool = False
    date: str = ""
    speakers: tuple[str, ...] = ()


def iter_signatures(
    facts: Facts, mentions: Sequence[tuple[int, Mention]], titles: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[Signature]:
    """The signature of every mention of one document that names a thing.

    ``mentions`` go with their numbers in the record, in order of place; ``titles`` are the places of title paragraphs.
    """
    scope = scope_of(facts)
    for at, (n, mention) in enumerate(mentions):
        if not isinstance(mention, Named):
            continue
        inner = [(m, key) for _, m in _inside(mentions, at) if (key := known_key(m, scope, vocabulary))]
        signature = Signature(
            document=facts.id,
            mention=n,
            type=type(mention).__struct_config__.tag,  # type: ignore[arg-type]
            start=mention.start,
            end=mention.end,
            name=" ".join(mention.text.split()),
            text=mention.text,
            known=known_key(mention, scope, vocabulary),
            scope=scope,
            date=facts.date or "",
            speakers=facts.speakers,
        )
        yield _with_details(signature, mention, inner, titles, facts, vocabulary)


def scope_of(facts: Facts) -> str:
    """Whose document it is: the organisation, or the states that speak together."""
    if facts.organisation:
        return facts.organisation
    return "+".join(facts.speakers) if 1 < len(facts.speakers) <= 8 else ""


def known_key(mention: Mention, scope: str, vocabulary: Vocabulary) -> str:
    """The id under which lexicon or profile know the thing that a mention names; empty where they do not."""
    if isinstance(mention, State):
        return mention.code
    key = ""
    if isinstance(mention, Body):
        key = mention.key or ""
    elif isinstance(mention, Instrument):
        category, _, named = mention.rule.partition(":")
        key = named if category in ("instrument-name", "organisation-instrument") else ""
    return key if key and vocabulary.knows(key, mention.text, scope) else ""


def _inside(mentions: Sequence[tuple[int, Mention]], at: int) -> Iterator[tuple[int, Mention]]:
    """The mentions that lie in another, the outermost of them first."""
    outer = mentions[at][1]
    for n, mention in mentions[at + 1 :]:
        if mention.start >= outer.end:
            return
        if mention.end <= outer.end and (mention.start, mention.end) != (outer.start, outer.end):
            yield n, mention


def _with_details(
    signature: Signature,
    mention: Mention,
    inner: Sequence[tuple[Mention, str]],
    titles: Sequence[tuple[int, int]],
    facts: Facts,
    vocabulary: Vocabulary,
) -> Signature:
    if isinstance(mention, State):
        return signature
    if isinstance(mention, Group):
        return msgspec.structs.replace(signature, kind=mention.scope, states=tuple(sorted(mention.states)))
    if isinstance(mention, Person):
        return msgspec.structs.replace(
            signature,
            words=tuple(w for w in name_tokens(mention.text) if len(w) > 1 and w not in vocabulary.styles),
            office=" ".join((mention.office or "").split()),
            place=mention.of or "",
        )
    assert isinstance(mention, Instrument | Event | Body)
    return _named_thing(signature, mention, inner, titles, facts, vocabulary)


def _named_thing(
    signature: Signature,
    mention: Instrument | Event | Body,
    inner: Sequence[tuple[Mention, str]],
    titles: Sequence[tuple[int, int]],
    facts: Facts,
    vocabulary: Vocabulary,
) -> Signature:
    name, acronym = _without_acronym(mention.text)
    dates = () if isinstance(mention, Body) else mention.dates
    words, scope = telling_words(mention, name, inner, signature.scope, vocabulary)
    ordinal = mention.ordinal if isinstance(mention, Event) else None
    if ordinal is not None:
        words = tuple(w for w in words if w not in vocabulary.ordinals and not _ORDINAL.fullmatch(w))
    relative = isinstance(mention, Event) and any(w in vocabulary.relative for w in words)
    if relative:
        words = tuple(w for w in words if w not in vocabulary.relative)
    years = _years_in(name)
    number = _number_in(name) if isinstance(mention, Instrument) and mention.kind in ("resolution", "decision") else ""
    words = tuple(w for w in words if not (w.isdigit() and (w in years or len(w) <= 4)))
    own = isinstance(mention, Instrument) and any(a <= mention.start and mention.end <= b for a, b in titles)
    general = not number and all(w in vocabulary.general for w in words)
    return msgspec.structs.replace(
        signature,
        kind=_kind_of(mention),
        words=words,
        acronym=acronym,
        scope=scope,
        ordinal=ordinal,
        years=years,
        number=number,
        dates=tuple(d for d in dates if d) or ((facts.date,) if own and facts.date else ()),
        place=("" if isinstance(mention, Body) else mention.place or ""),
        validity=mention.validity or "" if isinstance(mention, Instrument) else "",
        status=mention.status,
        general=general,
        bound=any(w in vocabulary.bound for w in words),
        relative=relative,
        own=own,
    )


def _kind_of(mention: Instrument | Event | Body) -> str:
    """The kind; of a body the head word that its rule names."""
    if isinstance(mention, Body):
        category, _, rest = mention.rule.partition(":")
        return rest.partition(":")[0] if category == "body-kind" else ""
    return mention.kind


def telling_words(
    mention: Mention, name: str, inner: Sequence[tuple[Mention, str]], scope: str, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], str]:
    """The words of a name that tell it from others, and the scope, which is another where the name says whose it is."""
    pieces: list[tuple[int, int, str]] = []
    for m, key in inner:
        start, end = m.start - mention.start, m.end - mention.start
        if end <= len(name) and not any(start < b and a < end for a, b, _ in pieces):
            pieces.append((start, end, key))
    for start, end, organisation in vocabulary.organisations_in(name):
        if not any(start < b and a < end for a, b, _ in pieces):
            pieces.append((start, end, organisation))
    words: list[str] = []
    place = 0
    named = {key for _, _, key in pieces}
    for start, end, key in (*sorted(pieces), (len(name), len(name), "")):
        words += [w for w in name_tokens(name[place:start]) if w not in vocabulary.empty]
        if key:
            words.append(f"@{key}")
        place = end
    whose = next((k for _, _, k in sorted(pieces) if vocabulary.profiles.get(k) and k != scope), "")
    if named and (scope in named or not whose):
        whose = scope
    drop = {f"@{scope}"} | (vocabulary.party if named or scope else set())
    kept = tuple(w for at, w in enumerate(words) if w not in drop or (at and words[at - 1] in _OF_STATES))
    if whose and whose != scope and f"@{whose}" in kept:
        kept = tuple(w for w in kept if w != f"@{whose}")
        scope = whose
    return kept or tuple(words), scope


def _without_acronym(text: str) -> tuple[str, str]:
    """A name and the acronym that stands in brackets in it or that it is."""
    found = _ACRONYM.search(text)
    if found and found.start():
        rest = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
        return rest.rstrip(), found.group(1)
    bare = " ".join(text.split())
    return text, bare if _BARE_ACRONYM.fullmatch(bare) else ""


def _years_in(name: str) -> tuple[str, ...]:
    years: list[str] = []
    for first, last in _YEARS.findall(name):
        years.append(first)
        if last:
            years.append(last if len(last) == 4 else first[:2] + last)
    return tuple(dict.fromkeys(years))


def _number_in(name: str) -> str:
    found = _NUMBER.search(name)
    return found.group(1).replace(" ", "").upper() if found else ""
