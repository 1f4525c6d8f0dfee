"""A register as it stood at one moment, for reading all of it in order, little at a time."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, exists, func, select

from secretariat.register import changes as moved
from secretariat.register import schema
from secretariat.register.asking.answer import Row
from secretariat.register.asking.filters import (
    Filters,
    chooses_statements,
    of_documents,
    of_statements,
)
from secretariat.register.asking.marks import (
    facts_of,
    findings_of,
    mentions_of,
    paragraphs_of,
    stages_of,
    statements_of,
)
from secretariat.register.asking.named import names_of
from secretariat.register.changes import Change, Wanted
from secretariat.register.decisions.log import all_decisions
from secretariat.register.decisions.verdicts import Decision
from secretariat.register.refresh import state_kept

_AT_ONCE = 300
"""Things whose names and lives are fetched together."""
_ROWS = {"yield_per": 1000}


class Snapshot:
    """What filters leave of a register within one transaction: its memory does not grow with the register.

    Documents are those that the filters choose; things, steps, relations and deadlines those that these documents tell of.
    Where a filter is set that only statements can meet, documents are those with such a statement, and of their
    statements only such are given.
    """

    def __init__(self, connection: Connection, filters: Filters, words: str) -> None:
        self._connection = connection
        self._filters = filters
        self.words = words
        """A digest of lexicon and profiles with which things were told apart."""
        self._narrow = filters != Filters()
        self._chosen = self._choose()

    def _choose(self) -> Select[Any]:
        d, s = schema.documents.c, schema.statements.c
        dialect = self._connection.dialect.name
        if not chooses_statements(self._filters):
            return select(d.id).where(*of_documents(self._filters, dialect))
        only = msgspec.structs.replace(self._filters, about=None, text=None)
        spoken = exists().where(s.document == d.id, *of_statements(self._filters, dialect))
        return select(d.id).where(*of_documents(only, dialect), spoken)

    @property
    def register_id(self) -> str:
        """A name of the register's own."""
        return moved.register_id(self._connection)

    def changes(self, wanted: Wanted, after: tuple[str, str], most: int) -> list[Change]:
        """When documents came or went, the oldest first, after one (instant, document); at most so many."""
        return moved.changes(self._connection, wanted, after, most)

    def count_changes(self, wanted: Wanted) -> int:
        """How many of these there are."""
        return moved.count_changes(self._connection, wanted)

    def change_of(self, document: str) -> Change | None:
        """When a document (by id) came or went; None where it never was there."""
        return moved.change_of(self._connection, document)

    def earliest_change(self) -> str | None:
        """The instant of the oldest change; None where there never was a document."""
        return moved.earliest(self._connection)

    def sets(self) -> list[tuple[str | None, str | None]]:
        """Every pair of organisation and kind that documents have or had."""
        return moved.sets(self._connection)

    @property
    def state(self) -> str:
        """A digest of all that the register's answers follow from."""
        return state_kept(self._connection)

    @cached_property
    def documents(self) -> list[str]:
        """The ids of the documents, in order of date; those without one last."""
        d = schema.documents.c
        order = (func.coalesce(d.date, "9999"), d.id)
        return list(self._connection.execute(self._chosen.order_by(*order)).scalars())

    def facts(self, document: str) -> Row:
        """What a document (by id) is, as ``Marked.facts``."""
        return facts_of(self._connection, document)

    def paragraphs(self, document: str) -> list[Row]:
        """The paragraphs of a document (by id), in order, as in ``Marked``."""
        return paragraphs_of(self._connection, document)

    def mentions(self, document: str) -> list[Row]:
        """The mentions of a document (by id) with the things that they name, as in ``Marked``."""
        return mentions_of(self._connection, document)

    def statements(self, document: str) -> list[Row]:
        """The statements of a document (by id) that the filters choose, as in ``Marked``."""
        rows = statements_of(self._connection, document)
        if not chooses_statements(self._filters):
            return rows
        s = schema.statements.c
        query = select(s.n).where(s.document == document, *of_statements(self._filters, self._connection.dialect.name))
        kept = set(self._connection.execute(query).scalars())
        return [row for row in rows if row["n"] in kept]

    def stages(self, document: str) -> list[Row]:
        """What a document (by id) tells of the lives of its mentions, as in ``Marked``."""
        return stages_of(self._connection, document)

    def findings(self, document: str) -> list[Row]:
        """What the software doubts in a document (by id), as in ``Marked``."""
        return findings_of(self._connection, document)

    def about(self, document: str) -> dict[int, list[int]]:
        """Statement (n) → the mentions (n) that it is about, of a document (by id)."""
        a = schema.statement_about.c
        query = select(a.statement, a.mention).where(a.document == document).order_by(a.statement, a.mention)
        found: dict[int, list[int]] = defaultdict(list)
        for statement, mention in self._connection.execute(query):
            found[statement].append(mention)
        return found

    def things(self) -> Iterator[Row]:
        """Every thing, by id: its columns, ``facts``, ``names`` (name, uses), ``former_ids`` and ``steps`` of its life."""
        e, k = schema.entities.c, schema.links.c
        base = select(schema.entities)
        if self._narrow:
            base = base.where(exists().where(k.entity == e.id, k.document.in_(self._chosen)))
        last = ""
        while True:
            query = base.where(e.id > last).order_by(e.id).limit(_AT_ONCE)
            rows = [dict(row) for row in self._connection.execute(query).mappings()]
            if not rows:
                return
            last = rows[-1]["id"]
            yield from self._with_lives(rows)

    def _with_lives(self, rows: list[Row]) -> Iterator[Row]:
        ids = [row["id"] for row in rows]
        n, k, s = schema.entity_names.c, schema.entity_keys.c, schema.steps.c
        names: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for entity, name, uses in self._connection.execute(
            select(n.entity, n.name, n.uses).where(n.entity.in_(ids)).order_by(n.uses.desc(), n.name)
        ):
            names[entity].append((name, uses))
        former: dict[str, list[str]] = defaultdict(list)
        for entity, key in self._connection.execute(
            select(k.entity, k.key).where(k.entity.in_(ids)).order_by(k.entity, k.key)
        ):
            if key != entity:
                former[entity].append(key)
        query = select(schema.steps).where(s.entity.in_(ids)).order_by(s.entity, s.n)
        if self._narrow:
            query = query.where(s.document.in_(self._chosen))
        steps: dict[str, list[Row]] = defaultdict(list)
        for step in self._connection.execute(query).mappings():
            steps[step["entity"]].append(dict(step))
        for row in rows:
            made = {"facts": msgspec.json.decode(row["facts"]), "names": names.get(row["id"], [])}
            yield {**row, **made, "former_ids": former.get(row["id"], []), "steps": steps.get(row["id"], [])}

    def relations(self) -> Iterator[Row]:
        """What things have to do with each other, by subject, relation and object, with the words that say so."""
        r = schema.relations.c
        query = select(schema.relations).order_by(r.subject, r.relation, r.object, r.document, r.start)
        if self._narrow:
            query = query.where(r.document.in_(self._chosen))
        for row in self._connection.execute(query, execution_options=_ROWS).mappings():
            yield dict(row)

    def deadlines(self) -> Iterator[Row]:
        """What falls due, by document, with the words that say so and the name of the thing."""
        t, e = schema.deadlines.c, schema.entities.c
        query = select(schema.deadlines, e.name.label("entity_name")).outerjoin(schema.entities, e.id == t.entity)
        query = query.order_by(t.document, t.n)
        if self._narrow:
            query = query.where(t.document.in_(self._chosen))
        for row in self._connection.execute(query, execution_options=_ROWS).mappings():
            yield dict(row)

    def latest_steps(self, most: int) -> list[Row]:
        """The steps in lives that the latest documents tell, the latest first, with the name of the thing; at most so many."""
        s, d, e = schema.steps.c, schema.documents.c, schema.entities.c
        query = (
            select(schema.steps, d.date.label("told"), e.name)
            .join(schema.documents, d.id == s.document)
            .join(schema.entities, e.id == s.entity)
            .where(d.date.is_not(None))
            .order_by(d.date.desc(), s.document, s.start, s.entity, s.n)
            .limit(most)
        )
        if self._narrow:
            query = query.where(s.document.in_(self._chosen))
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def latest_deadlines(self, most: int) -> list[Row]:
        """What falls due by what the latest documents say, with the name of the thing; at most so many."""
        t, d, e = schema.deadlines.c, schema.documents.c, schema.entities.c
        query = (
            select(schema.deadlines, d.date.label("told"), e.name.label("entity_name"))
            .join(schema.documents, d.id == t.document)
            .outerjoin(schema.entities, e.id == t.entity)
            .where(d.date.is_not(None))
            .order_by(d.date.desc(), t.document, t.n)
            .limit(most)
        )
        if self._narrow:
            query = query.where(t.document.in_(self._chosen))
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def decisions(self) -> list[tuple[int, Decision]]:
        """What people decided, in order; narrowed to what concerns the documents, where documents are narrowed."""
        kept = all_decisions(self._connection)
        if not self._narrow:
            return list(kept)
        chosen = set(self.documents)
        return [(n, d) for n, d in kept if any(a.document in chosen for a in d.anchors)]

    def names(self, ids: list[str]) -> dict[str, str]:
        """What things are called, and documents are entitled, by their ids."""
        return names_of(self._connection, ids)
