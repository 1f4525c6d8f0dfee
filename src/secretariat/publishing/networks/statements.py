"""Which states make statements together, and how often."""

from collections import Counter
from itertools import combinations
from typing import IO

from secretariat.publishing.edition import Edition
from secretariat.publishing.networks.graphml import network

_NODES = {"name": "string", "statements": "int", "address": "string"}
_EDGES = {"weight": "int", "documents": "int"}


def write_co_statements(edition: Edition, file: IO[bytes]) -> None:
    """Writes the network: an edge between two states for the statements (``weight``) and documents that they share.

    Where "all" speak, it is the document's speakers; statements of others are left out.
    """
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for document in edition.snapshot.documents:
        speakers = tuple(sorted(set(edition.snapshot.facts(document)["speakers"].split())))
        groups: Counter[tuple[str, ...]] = Counter()
        for row in edition.snapshot.statements(document):
            holders = row["holders"]
            states = speakers if holders == "all" else () if holders == "other" else tuple(sorted(set(holders)))
            groups[states] += 1
        shared = set()
        for states, count in groups.items():
            for state in states:
                alone[state] += count
            for pair in combinations(states, 2):
                together[pair] += count
                shared.add(pair)
        documents.update(shared)
    with network(file, directed=False, nodes=_NODES, edges=_EDGES) as out:
        for state in sorted(alone):
            address = edition.to.thing(f"state/{state.lower()}")
            out.node(state, {"name": edition.state(state), "statements": alone[state], "address": address})
        for one, other in sorted(together):
            out.edge(one, other, {"weight": together[one, other], "documents": documents[one, other]})
