"""Who belongs to an organisation, and who took part in a meeting."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from secretariat.model.errors import RegisterError
from secretariat.model.mentions import Mention, Person
from secretariat.profiles.load import states_at
from secretariat.register import schema
from secretariat.register.asking.answer import Answer
from secretariat.register.asking.filters import Filters, day_of, in_time
from secretariat.register.asking.statements import one_line
from secretariat.register.identity.vocabulary import Vocabulary

COLUMNS = ("organisation", "state", "capacity", "since", "until")
ATTENDANCE = ("document", "name", "date", "person", "office", "of", "capacity", "start", "end", "entity")


def members(vocabulary: Vocabulary, organisation: str, at: str) -> Answer:
    """The states that belong to an organisation at a date, from its profile; raises ``RegisterError`` without one."""
    profile = vocabulary.profiles.get(organisation.lower())
    if profile is None:
        known = ", ".join(sorted(vocabulary.profiles.by_id))
        raise RegisterError("profiles", f"there is no profile of {organisation!r}", f"name one of {known}")
    day = day_of(at, last=True)
    rows: list[dict[str, Any]] = []
    for capacity in ("members", "observers", "partners"):
        memberships = getattr(profile, capacity)
        for state in states_at(memberships, day):
            held = next(m for m in reversed(memberships) if m.state == state and states_at((m,), day))
            rows.append(
                {
                    "organisation": profile.id,
                    "state": state,
                    "capacity": capacity.removesuffix("s"),
                    "since": held.since or None,
                    "until": held.until or None,
                }
            )
    return Answer(COLUMNS, rows)


def attendance(connection: Connection, filters: Filters) -> Answer:
    """The persons that documents name, with office and capacity."""
    m, d, k = schema.mentions.c, schema.documents.c, schema.links.c
    clauses = [m.type == "person", *in_time(d.date, filters)]
    if filters.document:
        clauses.append(m.document == filters.document)
    if filters.organisation:
        clauses.append(d.organisation == filters.organisation.lower())
    query = (
        select(m.document, d.name, d.date, m.start, m.end, m.attributes, k.entity)
        .join(schema.documents, d.id == m.document)
        .outerjoin(schema.links, (k.document == m.document) & (k.mention == m.n))
        .where(*clauses)
        .order_by(func.coalesce(d.date, "").desc(), m.document, m.start)
    )
    decoder = msgspec.json.Decoder(Mention)
    rows: list[dict[str, Any]] = []
    for r in connection.execute(query):
        person = decoder.decode(r.attributes)
        assert isinstance(person, Person)
        if filters.holder and person.of != filters.holder.upper():
            continue
        rows.append(
            {
                "document": r.document, "name": r.name, "date": r.date, "person": one_line(person.text),
                "office": person.office, "of": person.of, "capacity": person.capacity, "start": r.start, "end": r.end,
                "entity": r.entity,
            }
        )  # fmt: skip
    return Answer(ATTENDANCE, rows)
