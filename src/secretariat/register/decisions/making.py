"""Makes decisions out of what a person names: ids or names of entities, marks as ``1f3c5a7b@1024-1031``."""

import re
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from secretariat.model.errors import RegisterError
from secretariat.register import schema
from secretariat.register.asking.documents import find as find_document
from secretariat.register.asking.entities import find as find_entity
from secretariat.register.decisions.verdicts import Anchor, Decision, Verdict, fault_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"(.+)@(\d+)-(\d+)")


def entity_anchor(connection: Connection, wanted: str) -> Anchor:
    """The first mention of the entity that an id or name means; raises ``RegisterError`` where it means none or several."""
    entity = find_entity(connection, wanted)
    k, m, d = schema.links.c, schema.mentions.c, schema.documents.c
    query = (
        select(m.document, m.start, m.end, m.text, m.type)
        .join(schema.links, (k.document == m.document) & (k.mention == m.n))
        .join(schema.documents, d.id == m.document)
        .where(k.entity == entity)
        .order_by(func.coalesce(d.date, ""), m.document, m.start)
        .limit(1)
    )
    row = connection.execute(query).one()
    return Anchor(row.document, row.start, row.end, row.text, row.type, entity)


def mark_anchors(connection: Connection, mark: str, *, statement: bool | None = None) -> "Sequence[Anchor]":
    """The marks at a place: the statement whose trigger lies there, and the mentions.

    ``statement`` asks for statements only (True) or mentions only (False). Raises ``RegisterError`` for a place that is
    written wrongly, or where nothing is marked.
    """
    found = _MARK.fullmatch(mark.strip())
    if found is None:
        raise RegisterError("decide", f"{mark!r} is no mark", "write it as tables show it: 1f3c5a7b@1024-1031")
    document = find_document(connection, found.group(1))
    start, end = int(found.group(2)), int(found.group(3))
    anchors: list[Anchor] = []
    s, m = schema.statements.c, schema.mentions.c
    if statement is not False:
        query = select(s.trigger_start, s.trigger_end, s.text).where(
            s.document == document, s.trigger_start < end, s.trigger_end > start
        )
        rows = connection.execute(query.order_by(s.n)).all()
        anchors += [Anchor(document, r[0], r[1], r[2], "statement") for r in rows]
    if statement is not True:
        named = select(m.start, m.end, m.text, m.type).where(m.document == document, m.start == start, m.end == end)
        anchors += [Anchor(document, *row) for row in connection.execute(named.order_by(m.n))]
    if not anchors:
        raise RegisterError(
            "decide", f"nothing is marked at {mark}", "'secretariat show' and 'statements' show the marks"
        )
    return anchors


def decide(
    connection: Connection, verdict: Verdict, subjects: "Sequence[str]", value: str, *, who: str, at: str, why: str
) -> Decision:
    """The decision that a person makes with these words; raises ``RegisterError`` where they do not make one."""
    anchors: tuple[Anchor, ...]
    if verdict in ("same", "different"):
        anchors = tuple(entity_anchor(connection, subject) for subject in subjects)
        if len({a.entity for a in anchors}) < 2 and verdict == "same":
            raise RegisterError("decide", "both are already the same thing", "nothing is to be decided")
    elif verdict == "name":
        anchors = (entity_anchor(connection, subjects[0]),)
    elif verdict == "undo":
        anchors, value = (), _id_of(connection, subjects[0])
    else:
        wanted = {"act": True, "holder": True, "stage": False}.get(verdict)
        found = mark_anchors(connection, subjects[0], statement=wanted)
        if len(found) > 1:
            kinds = ", ".join(a.of for a in found)
            raise RegisterError("decide", f"several marks lie there ({kinds})", "give the exact place of one of them")
        anchors = tuple(found)
    decision = Decision(verdict=verdict, anchors=anchors, value=value, who=who, at=at, why=why)
    if fault := fault_in(decision):
        raise RegisterError("decide", fault, "see 'secretariat decide --help'")
    return decision


def _id_of(connection: Connection, number: str) -> str:
    t = schema.decisions.c
    found = connection.execute(select(t.id).where(t.n == int(number))).scalar() if number.isdigit() else None
    if found is None:
        raise RegisterError("decide", f"there is no decision {number!r}", "'secretariat decisions list' numbers them")
    return str(found)
