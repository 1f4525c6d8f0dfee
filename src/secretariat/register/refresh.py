"""Makes the derived tables anew from all records and decisions, where they have changed since the last time.

Everything here is a function of content: the same documents and decisions give the same rows, in whatever order they came.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from secretariat.model.document import Source
from secretariat.model.mentions import Mention
from secretariat.model.record import Facts
from secretariat.register import schema
from secretariat.register.decisions.judgements import given_names, judgements_of
from secretariat.register.decisions.marks import corrections_of
from secretariat.register.decisions.verdicts import Decision
from secretariat.register.identity.entities import Entity, iter_entities, iter_links, span_of
from secretariat.register.identity.resolve import Resolution, resolve
from secretariat.register.identity.signature import Signature, iter_signatures
from secretariat.register.identity.units import Unit, make_units
from secretariat.register.identity.vocabulary import Vocabulary
from secretariat.register.life.deadlines import PROMISES, Promise, deadlines_of, promised
from secretariat.register.life.relations import Named, RelationWords, Said, iter_relations
from secretariat.register.life.steps import Told, current_stage, steps_of
from secretariat.register.near import keep_new
from secretariat.register.store import project, read_record

NAMED = ("instrument", "event", "body", "person", "state", "group")
FORM = "3"
"""The form of the derived tables; another number makes every register derive them anew."""
_AT_ONCE = 2000


def state_of(connection: Connection, decisions: Sequence[Decision], vocabulary_hash: str) -> str:
    """A digest of all that the derived tables follow from."""
    total = hashlib.sha256(f"{FORM} {vocabulary_hash}".encode())
    rows = connection.execute(
        select(schema.documents.c.id, schema.documents.c.record_digest).order_by(schema.documents.c.id)
    )
    for document, digest in rows:
        total.update(f"{document} {digest}\n".encode())
    for decision in decisions:
        total.update(decision.id.encode())
    return total.hexdigest()[:32]


def is_fresh(connection: Connection, state: str) -> bool:
    """Whether the derived tables were made from this state."""
    return state_kept(connection) == state


def state_kept(connection: Connection) -> str:
    """The state from which the derived tables were made; empty where they never were."""
    return str(connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "state")).scalar() or "")


def derive(connection: Connection, vocabulary: Vocabulary, decisions: Sequence[Decision], state: str) -> None:
    """Writes every derived table anew, in the caller's transaction."""
    _apply_corrections(connection, decisions)
    keep_new(connection)
    facts = _facts(connection)
    signatures = [s for own in _signatures(connection, facts, vocabulary) for s in own]
    units = make_units(signatures)
    anchors = _anchors(units)
    resolution = resolve(units, judgements_of(decisions, anchors))
    entities = list(iter_entities(resolution, units, preferred_names(vocabulary), given_names(decisions, anchors)))
    for target in schema.DERIVED:
        connection.execute(delete(target))
    links = _write_entities(connection, entities, units, resolution)
    _write_relations(connection, links, vocabulary)
    connection.execute(delete(schema.meta).where(schema.meta.c.key == "state"))
    connection.execute(insert(schema.meta).values(key="state", value=state))


def _write(connection: Connection, target: Any, rows: list[dict[str, Any]]) -> None:
    for begin in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(target), rows[begin : begin + _AT_ONCE])


def _apply_corrections(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Lays out anew the documents about whose marks something else is decided than their tables show."""
    touched = {d.anchors[0].document for d in decisions if d.verdict in ("wrong", "act", "holder", "stage")}
    documents = schema.documents
    applied = {row.id: row.applied for row in connection.execute(select(documents.c.id, documents.c.applied))}
    for document in sorted(touched | {d for d, digest in applied.items() if digest}):
        record = read_record(connection, document) if document in applied else None
        if record is not None:
            corrections = corrections_of(record, decisions)
            if corrections.digest != applied[document]:
                project(connection, record, corrections)


def _facts(connection: Connection) -> dict[str, Facts]:
    c = schema.documents.c
    query = select(c.id, c.name, c.media_type, c.bytes, c.organisation, c.date, c.speakers, c.kind, c.issued_by)
    facts: dict[str, Facts] = {}
    for row in connection.execute(query.order_by(c.id)):
        facts[row.id] = Facts(
            id=row.id,
            source=Source(row.name, row.media_type, row.bytes),
            organisation=row.organisation,
            date=row.date,
            kind=row.kind,
            issued_by=row.issued_by,
            speakers=tuple(row.speakers.split()),
        )
    return facts


def _signatures(
    connection: Connection, facts: Mapping[str, Facts], vocabulary: Vocabulary
) -> Iterator[Iterator[Signature]]:
    p, m = schema.paragraphs.c, schema.mentions.c
    titles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, start, end in connection.execute(select(p.document, p.start, p.end).where(p.kind == "title")):
        titles[document].append((start, end))
    mentions: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    decoder = msgspec.json.Decoder(Mention)
    query = select(m.document, m.n, m.attributes).where(m.type.in_(NAMED)).order_by(m.document, m.n)
    for document, n, attributes in connection.execute(query):
        mentions[document].append((n, decoder.decode(attributes)))
    for document, own in mentions.items():
        yield iter_signatures(facts[document], own, titles.get(document, ()), vocabulary)


def _anchors(units: Mapping[str, Unit]) -> dict[str, list[tuple[int, int, str, str]]]:
    """Where the mentions of each document lie, with their type and unit, for decisions to find them."""
    places: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for key, unit in units.items():
        for s in unit.signatures:
            places[s.document].append((s.start, s.end, s.type, key))
    return {document: sorted(own) for document, own in places.items()}


def preferred_names(vocabulary: Vocabulary) -> dict[str, str]:
    """The first name of every known thing, by its id."""
    names = dict(vocabulary.known_names)
    for profile in vocabulary.profiles.by_id.values():
        names[profile.id] = profile.names[0]
        for organ in (*profile.organs, *profile.instruments):
            if organ.names:
                names[organ.id] = organ.names[0]
    return names


def _write_entities(
    connection: Connection, entities: Sequence[Entity], units: Mapping[str, Unit], resolution: Resolution
) -> dict[tuple[str, int], str]:
    told = _told(connection)
    promises = _promises(connection)
    rows: dict[str, list[dict[str, Any]]] = {t.name: [] for t in schema.DERIVED}
    links: dict[tuple[str, int], str] = {}
    by_unit: dict[str, str] = {}
    deadlines = []
    for e in entities:
        by_unit.update((key, e.id) for key in e.unit_keys)
        for link in iter_links(e, resolution.joins, units):
            links[link.document, link.mention] = e.id
            rows["links"].append({**msgspec.to_builtins(link), "reasons": "; ".join(link.reasons)})
        steps = steps_of(e.signatures, [t for s in e.signatures for t in told.get((s.document, s.mention), ())])
        rows["steps"] += [{"entity": e.id, "n": n, **msgspec.to_builtins(s)} for n, s in enumerate(steps)]
        rows["entities"].append(_entity_row(e, current_stage(steps)))
        rows["entity_names"] += [{"entity": e.id, "name": name, "uses": uses} for name, uses in e.names]
        rows["entity_keys"] += [{"key": key, "entity": e.id} for key in sorted({*e.keys, e.id})]
        deadlines += list(deadlines_of(e.signatures, e.id))
    for doubt in resolution.doubts:
        one, other = sorted((by_unit[doubt.one], by_unit[doubt.other]))
        rows["pairs"].append(
            {"one": one, "other": other, "score": round(doubt.score * 100), "reasons": "; ".join(doubt.reasons)}
        )
    rows["pairs"] = list({(r["one"], r["other"]): r for r in reversed(rows["pairs"])}.values())
    deadlines += list(promised(promises, _first_about(connection, links)))
    counts: dict[str, int] = defaultdict(int)
    for d in sorted(deadlines, key=lambda d: (d.document, d.start, d.end, d.what, d.by, d.entity or "")):
        rows["deadlines"].append({**msgspec.to_builtins(d), "n": counts[d.document]})
        counts[d.document] += 1
    for target in schema.DERIVED:
        _write(connection, target, rows[target.name])
    return links


def _entity_row(e: Entity, stage: str | None) -> dict[str, Any]:
    first, last = span_of(e.signatures)
    return {
        "id": e.id,
        "type": e.type,
        "kind": e.kind or None,
        "name": e.name,
        "organisation": e.organisation or None,
        "first_date": first,
        "last_date": last,
        "mentions": len(e.signatures),
        "documents": len({s.document for s in e.signatures}),
        "current_stage": stage,
        "validity": e.validity or None,
        "facts": msgspec.json.encode(e.facts, order="sorted").decode(),
    }


def _told(connection: Connection) -> dict[tuple[str, int], list[Told]]:
    c = schema.stages.c
    told: dict[tuple[str, int], list[Told]] = defaultdict(list)
    query = select(c.document, c.mention, c.stage, c.start, c.end, c.text).order_by(c.document, c.n)
    for row in connection.execute(query):
        told[row.document, row.mention].append(Told(*row))
    return told


def _promises(connection: Connection) -> list[Promise]:
    c = schema.statements.c
    query = select(c.document, c.n, c.act, c.timeframe, c.start, c.end, c.text)
    query = query.where(c.timeframe.is_not(None), c.act.in_(tuple(PROMISES))).order_by(c.document, c.n)
    return [Promise(*row) for row in connection.execute(query)]


def _first_about(connection: Connection, links: Mapping[tuple[str, int], str]) -> dict[tuple[str, int], str]:
    c = schema.statement_about.c
    first: dict[tuple[str, int], str] = {}
    query = select(c.document, c.statement, c.mention).order_by(c.document, c.statement, c.mention)
    for document, statement, mention in connection.execute(query):
        entity = links.get((document, mention))
        if entity and entity.partition("/")[0] not in ("state", "group", "person"):
            first.setdefault((document, statement), entity)
    return first


def _write_relations(connection: Connection, links: Mapping[tuple[str, int], str], vocabulary: Vocabulary) -> None:
    words = RelationWords(vocabulary)
    m, p = schema.mentions.c, schema.paragraphs.c
    named: dict[str, list[Named]] = defaultdict(list)
    query = select(m.document, m.n, m.type, m.start, m.end, m.text).where(m.type.in_(NAMED))
    for row in connection.execute(query.order_by(m.document, m.start, m.end.desc(), m.n)):
        if (entity := links.get((row.document, row.n))) is not None:
            named[row.document].append(Named(row.start, row.end, row.type, row.text, entity, row.n))
    texts: dict[str, list[str]] = defaultdict(list)
    for document, text in connection.execute(select(p.document, p.text).order_by(p.document, p.n)):
        texts[document].append(text)
    said = _said(connection, words)
    c = schema.stages.c
    proposed: dict[str, set[int]] = defaultdict(set)
    query_stages = select(c.document, c.mention).where(c.stage.in_(("proposed", "preparing")))
    for document, mention in connection.execute(query_stages):
        proposed[document].add(mention)
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for document in sorted(named):
        relations = iter_relations(
            document,
            "".join(texts[document]),
            named[document],
            said.get(document, []),
            frozenset(proposed.get(document, ())),
            words,
        )
        for r in relations:
            rows.setdefault((r.subject, r.relation, r.object, r.document, r.start), msgspec.to_builtins(r))
    _write(connection, schema.relations, list(rows.values()))


def _said(connection: Connection, words: RelationWords) -> dict[str, list[Said]]:
    s, a = schema.statements.c, schema.statement_about.c
    verbs = sorted({v for some in words.verbs.values() for v in some})
    about: dict[tuple[str, int], list[int]] = defaultdict(list)
    for document, n, mention in connection.execute(select(a.document, a.statement, a.mention).order_by(a.mention)):
        about[document, n].append(mention)
    columns = (s.document, s.n, s.verb, s.polarity, s.start, s.end, s.text, s.holders)
    said: dict[str, list[Said]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(s.verb.in_(verbs)).order_by(s.document, s.n)):
        if things := about.get((row.document, row.n)):
            states = () if row.holders in ("all", "other") else tuple(row.holders.split())
            made = Said(row.verb, row.polarity, row.start, row.end, row.text, tuple(things), row.holders, states)
            said[row.document].append(made)
    return said
