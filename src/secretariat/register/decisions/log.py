"""The log of decisions in the database: only ever appended to."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, func, insert, select

from secretariat.register.decisions.verdicts import Decision, standing
from secretariat.register.schema import decisions as table


def append(connection: Connection, decisions: Iterable[Decision]) -> int:
    """Writes those that are not there yet; gives how many."""
    known = set(connection.execute(select(table.c.id)).scalars())
    last = connection.execute(select(func.max(table.c.n))).scalar() or 0
    new = 0
    for decision in decisions:
        if decision.id not in known:
            known.add(decision.id)
            new += 1
            body = msgspec.json.encode(decision, order="sorted").decode()
            row = {"n": last + new, "id": decision.id, "verdict": decision.verdict, "body": body}
            connection.execute(insert(table).values(**row, who=decision.who, at=decision.at, why=decision.why))
    return new


def all_decisions(connection: Connection) -> list[tuple[int, Decision]]:
    """Every decision with its number, in the order of numbers."""
    rows = connection.execute(select(table.c.n, table.c.body).order_by(table.c.n))
    return [(n, msgspec.json.decode(body, type=Decision)) for n, body in rows]


def standing_decisions(connection: Connection) -> list[Decision]:
    """Those that nobody took back, in the order in which they were made."""
    return standing([decision for _, decision in all_decisions(connection)])
