"""Which documents name which instruments, and what instruments have to do with each other."""

from collections import Counter
from typing import IO

from secretariat.publishing.edition import Edition
from secretariat.publishing.networks.graphml import network

_NODES = {
    "type": "string",
    "name": "string",
    "organisation": "string",
    "date": "string",
    "kind": "string",
    "address": "string",
}
_EDGES = {"relation": "string", "weight": "int"}


def write_citations(edition: Edition, file: IO[bytes]) -> None:
    """Writes the network: from a document to each instrument that it names (``names``, with how often), from thing to thing.

    Relations of states ("proposed-by") have no place in it.
    """
    snapshot = edition.snapshot
    with network(file, directed=True, nodes=_NODES, edges=_EDGES) as out:
        instruments = set()
        for row in snapshot.things():
            if row["type"] == "instrument":
                instruments.add(row["id"])
                dates = row["facts"].get("dates") or [None]
                values = {
                    "type": "instrument",
                    "name": row["name"],
                    "organisation": row["organisation"],
                    "kind": row["kind"],
                }
                out.node(row["id"], {**values, "date": dates[0], "address": edition.to.thing(row["id"])})
        for document in snapshot.documents:
            facts = snapshot.facts(document)
            values = {"type": "document", "name": edition.title(facts), "organisation": facts["organisation"]}
            values |= {"date": facts["date"], "kind": facts["kind"], "address": edition.to.document(document)}
            out.node(document, values)
        known = instruments | set(snapshot.documents)
        for document in snapshot.documents:
            named = Counter(m["entity"] for m in snapshot.mentions(document) if m["entity"] in instruments)
            for entity in sorted(named):
                out.edge(document, entity, {"relation": "names", "weight": named[entity]})
        last: tuple[str, str, str] | None = None
        weight = 0
        for row in snapshot.relations():  # the same relation comes once for each place that tells it
            edge = row["subject"], row["relation"], row["object"]
            if edge[0] not in known or edge[2] not in known:
                continue
            if last and edge != last:
                out.edge(last[0], last[2], {"relation": last[1], "weight": weight})
                weight = 0
            last, weight = edge, weight + 1
        if last:
            out.edge(last[0], last[2], {"relation": last[1], "weight": weight})
