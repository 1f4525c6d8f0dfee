"""The walk over a page: which element opens a block, of what kind, and what of it is no text."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from secretariat.model.document import BlockKind
from secretariat.model.spans import Span
from secretariat.sources.builder import TextBuilder, fold_blanks
from secretariat.sources.lists import in_style, is_numbered, shifted

_SKIPPED = frozenset(
    "script style noscript template nav aside input select textarea button datalist option svg canvas object embed "
    "iframe audio video map head title meta link dialog menu".split()
)
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
_BREAKING = frozenset("br p div".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOTE = re.compile(r"foot-?note|end-?note|\bfn\b|\bfn\d", re.I)
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[)\]]?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BARE_LIST = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_FEWEST_LINKS = 3


class HtmlWalk:
    """Goes through the elements of a page in order and hands each block to the builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._text: list[str] = []
        self._size = 0
        self._marks: list[Span] = []
        self._kind: list[tuple[BlockKind, int]] = [("text", 0)]
        self._prefix = ""
        self._counts: dict[int, int] = {}
        self._titled = False

    def walk(self, root: LexborNode) -> None:
        """Adds everything below ``root``; without recursion, however deep."""
        stack: list[tuple[LexborNode, Iterator[LexborNode]]] = [(root, iter(_children(root)))]
        while stack:
            node, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(node)
            elif child.tag == "-text":
                self._write(child.text_content or "", node)
            elif self._enter(child):
                stack.append((child, iter(_children(child))))
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Opens an element; false where nothing below it is to be walked."""
        tag = node.tag or ""
        if tag == "br":
            self._push("\n")
            return False
        if tag.startswith(("-", "!")) or _is_hidden(node):
            return False
        note = _is_note(node)
        if not note and (tag in _SKIPPED or (tag in ("footer", "form", "header") and _is_page_part(node))):
            return False
        if tag in ("sup", "a") and self._add_mark(node):
            return False
        if tag == "table" and _is_data(node):
            self._flush()
            self._add_rows(node)
            return False
        if tag in _BLOCKS:
            self._flush()
            self._kind.append(self._kind_of(node, tag, note))
            if tag == "li":
                self._prefix = self._list_number(node)
        return True

    def _leave(self, node: LexborNode) -> None:
        if node.tag in _BLOCKS:
            self._flush()
            if len(self._kind) > 1:
                self._kind.pop()

    def _kind_of(self, node: LexborNode, tag: str, note: bool) -> tuple[BlockKind, int]:
        kind, level = self._kind[-1]
        if note or kind in ("footnote", "furniture"):
            return ("footnote" if note else kind), 0
        if tag in _HEADINGS:
            first = tag == "h1" and not self._titled
            self._titled = self._titled or first
            return ("title" if first else "heading"), _HEADINGS[tag]
        if tag in ("ul", "ol"):
            if _is_links(node):
                return "furniture", 0
            return kind, level + 1 if kind == "item" else max(level, 0)
        if tag == "li":
            return "item", level + 1 if kind != "item" else max(level, 1)
        if tag == "blockquote":
            return "quote", 0
        return kind, level

    def _write(self, text: str, parent: LexborNode) -> None:
        if parent.tag == "pre":
            self._push(text)
            return
        folded = _BLANKS.sub(" ", text)
        if self._size == 0 or (self._text and self._text[-1][-1:] in " \n"):
            folded = folded.lstrip(" ")
        self._push(folded)

    def _push(self, text: str) -> None:
        if text:
            self._text.append(text)
            self._size += len(text)

    def _add_mark(self, node: LexborNode) -> bool:
        """Writes a footnote mark, raised or linked to a note; false where the element is none."""
        words = fold_blanks(node.text())
        target = node.attributes.get("href") or ""
        linked = target.startswith("#") and (_NOTE.search(target) or _is_raised(node))
        if not _MARK.fullmatch(words) or not (linked or (node.tag == "sup" and self._size > 0)):
            return False
        if self._kind[-1][0] != "footnote":
            self._marks.append((self._size, self._size + len(words)))
        self._push(words)
        return True

    def _add_rows(self, table: LexborNode) -> None:
        for row in table.css("tr, caption"):
            cells = [_cell_text(cell) for cell in row.css("td, th")] or [_cell_text(row)]
            kind: BlockKind = "furniture" if self._kind[-1][0] == "furniture" else "table"
            self._builder.add("\t".join(cells), kind)

    def _list_number(self, item: LexborNode) -> str:
        """What the page shows before an item of a numbered list, "3. ", or nothing."""
        parent = item.parent
        if parent is None or parent.tag != "ol":
            return ""
        last = self._counts.get(parent.mem_id, _number(parent.attributes.get("start"), 1) - 1)
        number = self._counts[parent.mem_id] = _number(item.attributes.get("value"), last + 1)
        if _BARE_LIST.search(parent.attributes.get("style") or ""):
            return ""
        style = item.attributes.get("type") or parent.attributes.get("type") or "1"
        return in_style(number, style) + ". "

    def _flush(self) -> None:
        """Ends the block that is being written."""
        text = "".join(self._text)
        if text.strip():
            kind, level = self._kind[-1]
            marks = self._marks
            if self._prefix and not is_numbered(text):
                text, marks = self._prefix + text, shifted(marks, len(self._prefix))
            self._prefix = ""
            self._builder.add(text, kind, level, marks)
        self._text, self._marks, self._size = [], [], 0


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=True)


def _cell_text(cell: LexborNode) -> str:
    """The words of a cell on one line."""
    parts = (node.text_content or "" if node.tag == "-text" else " " if node.tag in _BREAKING else ""
             for node in cell.traverse(include_text=True))  # fmt: skip
    return fold_blanks("".join(parts))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _is_note(node: LexborNode) -> bool:
    """Whether an element is a footnote or holds them, by its role, class or id."""
    if node.tag in ("a", "sup", "span", "body", "html"):
        return False
    attributes = node.attributes
    return any(_NOTE.search(attributes.get(key) or "") for key in ("class", "id", "role", "epub:type"))


def _is_raised(node: LexborNode) -> bool:
    parent = node.parent
    return (parent is not None and parent.tag == "sup") or node.css_first("sup") is not None


def _is_page_part(node: LexborNode) -> bool:
    """Whether a header, footer or form is the page's own and not the document's.

    A footer in an article that is no row of links, a header that has paragraphs, a form around paragraphs are text.
    """
    prose = node.css_first("p, h1, h2, h3, h4, h5, h6, td") is not None
    if node.tag == "footer":
        inner = _has_ancestor(node, ("article", "main", "blockquote"))
        return not inner or _is_links(node)
    return _is_links(node) or not prose


def _has_ancestor(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _is_links(node: LexborNode) -> bool:
    """Whether an element is links and next to nothing else: a menu, a trail, buttons for sharing."""
    links = node.css("a")
    if len(links) < _FEWEST_LINKS:
        return False
    inside = sum(len(fold_blanks(link.text())) for link in links)
    return inside >= 0.85 * len(fold_blanks(node.text()))


def _is_data(table: LexborNode) -> bool:
    """Whether a table shows data; one that lays out the page has headings, lists, tables or paragraphs in its cells."""
    if len(table.css("table")) > 1 or table.css_first("h1, h2, h3, h4, h5, h6, ul, ol, blockquote") is not None:
        return False
    return all(len(cell.css("p, div")) <= 1 for cell in table.css("td, th"))


def _number(written: str | None, otherwise: int) -> int:
    digits = (written or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise
