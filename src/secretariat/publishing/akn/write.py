"""Writes a document as Akoma Ntoso 3.0: every character of its text stands in the XML, in order, and can be read back.

Checked against the schema of the standard, and by reading back (``secretariat.publishing.akn.back``).
"""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from secretariat.publishing.akn import iris
from secretariat.publishing.akn.inline import Inline
from secretariat.publishing.akn.layout import Node, lay_out
from secretariat.publishing.akn.meta import NS, OWN, Read, meta, q, reference
from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.register.asking.answer import Row

HIERARCHY = {"heading": "section", "operative": "paragraph", "item": "point"}
"""Kind of paragraph → element of the main body; all others are containers that say their kind."""


def write_akn(edition: Edition, folder: Folder) -> None:
    """Writes one XML file a document."""
    for document in edition.snapshot.documents:
        read = read_of(edition, document)
        with folder.file(iris.file_name(read.facts)) as file:
            write_document(edition, read, file)


def read_of(edition: Edition, document: str) -> Read:
    """A document (by id) with its marks and references."""
    snapshot = edition.snapshot
    mentions = snapshot.mentions(document)
    things = {m["entity"] for m in mentions if m["entity"]}
    return Read(
        facts=snapshot.facts(document),
        paragraphs=snapshot.paragraphs(document),
        mentions=mentions,
        statements=snapshot.statements(document),
        stages=snapshot.stages(document),
        ids={entity: reference(entity) for entity in things},
        addresses={entity: edition.to.thing(entity) for entity in things},
    )


def write_document(edition: Edition, read: Read, file: IO[bytes]) -> None:
    """Writes one document, in UTF-8."""
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(q("akomaNtoso"), nsmap={None: NS, "sec": OWN}):
            kind = iris.plain(read.facts["kind"] or "") or "document"
            with xml.element(q("statement"), {"name": kind, "contains": "originalVersion"}):
                xml.write(meta(edition, read))
                _Writer(xml, read).write()
    file.write(b"\n")


class _Writer:
    def __init__(self, xml: Any, read: Read) -> None:
        self._xml = xml
        self._read = read
        self._inline = Inline(xml, read.ids, read.addresses)
        self._next = 0

    def write(self) -> None:
        parts = lay_out(self._read.paragraphs)
        if parts.preface:
            with self._xml.element(q("preface")):
                for row in parts.preface:
                    self._opening(row)
        if parts.preamble:
            with self._xml.element(q("preamble")):
                self._preamble(parts.preamble)
        with self._xml.element(q("mainBody")):
            for node in parts.body:
                self._node(node)
        if parts.conclusions:
            with self._xml.element(q("conclusions")):
                for row in parts.conclusions:
                    with self._xml.element(q("p"), self._attributes(row)):
                        self._words(row["text"], row)

    def _opening(self, row: Row) -> None:
        """A paragraph before or between recitals; the title says that it is one."""
        with self._xml.element(q("p"), self._attributes(row)):
            if row["kind"] == "title":
                with self._xml.element(q("docTitle")):
                    self._words(row["text"], row)
            else:
                self._words(row["text"], row)

    def _preamble(self, rows: list[Row]) -> None:
        for number, (recitals, some) in enumerate(_runs(rows), 1):
            if not recitals:
                for row in some:
                    self._opening(row)
                continue
            with self._xml.element(q("recitals"), {"eId": f"recitals_{number}"}):
                for row in some:
                    with self._xml.element(q("recital"), self._attributes(row)):
                        number_end = self._number(row)
                        with self._xml.element(q("p")):
                            self._words(row["text"], row, number_end)

    def _node(self, root: Node) -> None:
        """A paragraph of the main body with those within it; without recursion, however deep."""
        stack: list[Iterator[Node]] = [iter([root])]
        open_: list[Any] = []
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                if open_:
                    open_.pop().__exit__(None, None, None)
                continue
            open_.append(self._begin(node))
            stack.append(iter(node.children))

    def _begin(self, node: Node) -> Any:
        row = node.row
        name = HIERARCHY.get(row["kind"], "hcontainer")
        extra = {} if name != "hcontainer" else {"name": row["kind"]}
        opened = self._xml.element(q(name), {**self._attributes(row), **extra})
        opened.__enter__()
        number_end = self._number(row)
        if row["kind"] == "heading":
            with self._xml.element(q("heading")):
                self._words(row["text"], row, number_end)
            return opened
        with self._xml.element(q("intro" if node.children else "content")), self._xml.element(q("p")):
            self._words(row["text"], row, number_end)
        return opened

    def _attributes(self, row: Row) -> dict[str, str]:
        told = {"kind": row["kind"], "printed": row["number"], "within": row["within"]}
        return {"eId": row["id"]} | {f"{{{OWN}}}{name}": value for name, value in told.items() if value}

    def _number(self, row: Row) -> int:
        """Writes the number that a paragraph begins with; gives where its words begin."""
        end = number_end(row)
        if end:
            with self._xml.element(q("num")):
                self._words(row["text"][:end], row)
        return end

    def _words(self, text: str, row: Row, begin: int = 0) -> None:
        start = row["start"] + begin
        mentions = self._read.mentions
        while self._next < len(mentions) and mentions[self._next]["end"] <= row["start"]:
            self._next += 1  # mentions and paragraphs go the same way
        near = []
        for mention in mentions[self._next :]:
            if mention["start"] >= row["end"]:
                break
            near.append(mention)
        self._inline.write(text[begin:], start, near)


def number_end(row: Row) -> int:
    """Where the number that a paragraph begins with ends, with its brackets and points; 0 where it begins with none."""
    if not row["number"]:
        return 0
    found = re.match(rf"\s*[(\[]?{re.escape(row['number'])}(?:[)\].:]+|(?!\w))", row["text"])
    return found.end() if found and found.end() < len(row["text"]) else 0


def _runs(rows: list[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Rows in runs of those that are recitals and those that are not."""
    run: list[Row] = []
    for row in rows:
        if run and (run[-1]["kind"] in _RECITALS) != (row["kind"] in _RECITALS):
            yield run[0]["kind"] in _RECITALS, run
            run = []
        run.append(row)
    if run:
        yield run[0]["kind"] in _RECITALS, run


_RECITALS = ("preambular", "item")
