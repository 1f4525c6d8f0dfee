"""Turns rows of answers into what programs get: with whole addresses."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from secretariat.comparing.agreed import Agreed
from secretariat.comparing.values import Comparison, Pair
from secretariat.model.record import Record
from secretariat.publishing.addresses import Addresses
from secretariat.site.api import shapes

Row = Mapping[str, Any]


def document(row: Row, to: Addresses) -> shapes.Document:
    """A document of a list."""
    return shapes.Document(**_document(row, to))


def _document(row: Row, to: Addresses) -> dict[str, Any]:
    id_ = row.get("document") or row["id"]
    kept = ("name", "title", "kind", "organisation", "issued_by", "symbol", "date", "place")
    told = {name: row[name] for name in kept}
    speakers = row["speakers"].split()
    return {**told, "id": id_, "speakers": speakers, "statements": row.get("statements"), "address": to.document(id_)}


def whole_document(row: Row, names: list[str], statements: int, to: Addresses) -> shapes.WholeDocument:
    """A document with all that is known of it."""
    more = {name: row[name] for name in ("media_type", "bytes", "mode", "language", "reader_version", "lexicon")}
    own = to.document(row["id"])
    told = {**_document(row, to), "statements": statements}
    return shapes.WholeDocument(**told, **more, names=names, original=f"{own}/original", legal_xml=f"{own}/akn.xml")


def paragraph(row: Row, document_: Row, to: Addresses) -> shapes.Paragraph:
    """A paragraph of a document."""
    kept = {name: row[name] for name in ("n", "kind", "number", "within", "start", "end")}
    address = to.paragraph(document_["id"], row["id"])
    place = {"document": document_["id"], "name": document_["name"], "paragraph": row["id"], "address": address}
    return shapes.Paragraph(**kept, **place, quote=row["text"])


def statement(row: Row, to: Addresses) -> shapes.Statement:
    """A statement of a list."""
    holders = row["holders"]
    told = {**row, "holders": [holders] if isinstance(holders, str) else holders}
    return shapes.Statement(**told, address=to.at(row["document"], row["start"]))


def entity(row: Row, to: Addresses) -> shapes.Entity:
    """A thing of a list."""
    return shapes.Entity(**{name: row[name] for name in _ENTITY}, address=to.thing(row["id"]))


_ENTITY = (
    "id", "type", "kind", "name", "organisation", "first_date", "last_date", "mentions", "documents", "current_stage",
    "validity",
)  # fmt: skip


def stage(row: Row, to: Addresses) -> shapes.Stage:
    """A step of a list."""
    kept = ("entity", "entity_name", "stage", "date", "basis", "contradicts", *_PLACE, "paragraph")
    return shapes.Stage(**{name: row[name] for name in kept}, address=to.at(row["document"], row["start"]))


_PLACE = ("document", "name", "start", "end", "quote")


def whole_entity(row: Row, to: Addresses) -> shapes.WholeEntity:
    """A thing with all that is known of it."""

    def placed(of: Row) -> dict[str, Any]:
        where = {name: of[name] for name in ("document", "paragraph", "start", "end", "quote")}
        return {**where, "name": of["source"], "address": to.at(of["document"], of["start"])}

    return shapes.WholeEntity(
        **{name: row[name] for name in _ENTITY},
        address=to.thing(row["id"]),
        names=[n["name"] for n in row["names"]],
        former_ids=row["former_ids"],
        facts=row["facts"],
        stages=[
            shapes.Stage(
                **placed(s), entity=row["id"], entity_name=row["name"], stage=s["stage"], date=s["date"],
                basis=s["basis"], contradicts=s["contradicts"],
            )
            for s in row["steps"]
        ],
        relations=[
            shapes.Relation(**placed(r), subject=r["subject"], relation=r["relation"], object=r["object"])
            for r in row["relations"]
        ],
        places=[shapes.Mention(**placed(p), words=p["text"], certainty=p["certainty"]) for p in row["places"]],
    )  # fmt: skip


def hit(row: Row, to: Addresses) -> shapes.Hit:
    """A paragraph that was found."""
    return shapes.Hit(**row, address=to.paragraph(row["document"], row["paragraph"]))


def due(row: Row, to: Addresses) -> shapes.Due:
    """Something that falls due."""
    kept = {name: value for name, value in row.items() if name != "date"}
    return shapes.Due(**kept, address=to.at(row["document"], row["start"]))


def agreed(a: Agreed, to: Addresses) -> shapes.Agreed:
    """A passage near to a wording."""
    return shapes.Agreed(
        document=a.document, name=a.name, paragraph=a.paragraph, start=a.start, end=a.end, quote=a.quote,
        address=to.paragraph(a.document, a.paragraph), score=a.score, verbatim=a.verbatim, date=a.date,
        organisation=a.organisation, states=list(a.states),
    )  # fmt: skip


class Side:
    """One of two documents that are compared, with its record and the paragraphs in which its places lie."""

    def __init__(self, facts: Row, record: Record) -> None:
        self.facts, self.record = facts, record
        self._starts = [p.start for p in record.paragraphs]

    def placed(self, start: int, end: int, to: Addresses) -> shapes.Placed:
        """A place of it."""
        paragraph_ = self.record.paragraphs[bisect_right(self._starts, start) - 1].id
        id_ = self.facts["id"]
        return shapes.Placed(
            document=id_, name=self.facts["name"], paragraph=paragraph_, start=start, end=end,
            quote=self.record.text[start:end], address=to.paragraph(id_, paragraph_),
        )  # fmt: skip


def pair(p: Pair, a: Side, b: Side, to: Addresses) -> shapes.Pair:
    """A pair of a comparison."""

    changes = [
        shapes.Change(kind=c.kind, was=c.was, now=c.now, force=list(c.force) if c.force else None) for c in p.changes
    ]
    return shapes.Pair(
        kind=p.kind, moved=p.moved, similarity=p.similarity, a=[a.placed(*s, to) for s in p.a],
        b=[b.placed(*s, to) for s in p.b], changes=changes,
    )  # fmt: skip


def comparison(c: Comparison, a: Side, b: Side, to: Addresses) -> shapes.Comparison:
    """A comparison without what stayed the same."""
    return shapes.Comparison(
        a=document(a.facts, to),
        b=document(b.facts, to),
        pairs=c.summary.pairs,
        changes=c.summary.changes,
        states_joined=list(c.summary.states_joined),
        states_left=list(c.summary.states_left),
        rows=[pair(p, a, b, to) for p in c.pairs if p.kind != "same" or p.moved],
    )
