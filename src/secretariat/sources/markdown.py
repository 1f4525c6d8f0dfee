"""Markdown: its marks taken off lightly; negotiating brackets stay as they are."""

import re

from secretariat.model.document import BlockKind
from secretariat.sources.builder import Extract, TextBuilder
from secretariat.sources.decode import decode
from secretariat.sources.limits import Limits
from secretariat.sources.markdown_inline import clean_inline

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"([ \t]*)[-*+][ \t]+(\S.*)$")
_NUMBERED = re.compile(r"([ \t]*)(\(?(?:\d{1,4}|[a-z]|[ivx]{1,5})[.)][ \t]+\S.*)$")
_QUOTE = re.compile(r" {0,3}>[ \t]?(.*)$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$")
_TARGET = re.compile(r" {0,3}\[([^\]\[]{1,200})\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?$")
_TABLE_ROW = re.compile(r" {0,3}\|.*\|[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t|:-]+$")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.M)


def extract_markdown(data: bytes, name: str, limits: Limits) -> Extract:
    """The text without ``#``, ``*``, links and their kind; headings, items, quotes, tables and footnotes as blocks.

    1. "## Energy" is a heading; 2. "[the Plan](https://…)" is "the Plan"; 3. "ministers.[^2]" is "ministers.2" with a
    footnote mark. "[shall][should]" and "[The Parties agree]" are negotiating brackets and stay.
    """
    text, _ = decode(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    properties: list[tuple[str, str]] = []
    if (front := _FRONT.match(text)) is not None:
        properties = [(key.lower(), value) for key, value in _FIELD.findall(front[1])]
        text = text[front.end() :]
    lines = text.split("\n")
    reader = _MarkdownReader(TextBuilder(name, limits), {m[1].lower() for line in lines if (m := _TARGET.match(line))})
    for line in lines:
        reader.read(line)
    reader.flush()
    return reader.builder.extract(properties)


class _MarkdownReader:
    """Takes a file line by line and ends a block where Markdown does."""

    def __init__(self, builder: TextBuilder, targets: set[str]) -> None:
        self.builder = builder
        self._targets = targets
        self._lines: list[str] = []
        self._kind: tuple[BlockKind, int] = ("text", 0)
        self._fenced = self._titled = False

    def read(self, line: str) -> None:
        """Takes the next line."""
        if _FENCE.match(line):
            self.flush()
            self._fenced = not self._fenced
        elif self._fenced:
            self._lines.append(line)
        elif not line.strip() or (_TARGET.match(line) and not _NOTE.match(line)):
            self.flush()
        else:
            self._read_marked(line)

    def _read_marked(self, line: str) -> None:
        if (match := _HEADING.match(line)) is not None:
            self.flush()
            self._add_heading(match[2], len(match[1]))
        elif self._lines and self._kind[0] == "text" and (match := _UNDERLINE.match(line)) is not None:
            text, self._lines = " ".join(self._lines), []
            self._add_heading(text, 1 if match[1][0] == "=" else 2)
        elif _RULE.match(line):
            self.flush()
        elif (match := _NOTE.match(line)) is not None:
            self._open(f"{match[1]} {match[2]}", "footnote")
        elif _TABLE_ROW.match(line):
            self._add_row(line)
        elif (match := _QUOTE.match(line)) is not None:
            if self._kind[0] != "quote":
                self._open(match[1], "quote")
            elif match[1].strip():
                self._lines.append(match[1])
            else:
                self.flush()
        elif (match := _BULLET.match(line) or _NUMBERED.match(line)) is not None:
            depth = len(match[1].expandtabs(4)) // 2
            self._open(match[2], "item", min(1 + depth, 9))
        else:
            self._lines.append(line)

    def _open(self, line: str, kind: BlockKind, level: int = 0) -> None:
        self.flush()
        self._kind = (kind, level)
        self._lines.append(line)

    def _add_heading(self, text: str, level: int) -> None:
        kind: BlockKind = "title" if level == 1 and not self._titled else "heading"
        self._titled = self._titled or kind == "title"
        self._add(text, kind, level)

    def _add_row(self, line: str) -> None:
        self.flush()
        if not _TABLE_RULE.match(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            self._add("\t".join(cells), "table", 0)

    def flush(self) -> None:
        """Ends the block that is open."""
        text = "\n".join(self._lines)
        kind, level = self._kind
        self._lines, self._kind = [], ("text", 0)
        if text.strip():
            self._add(text, kind, level)

    def _add(self, text: str, kind: BlockKind, level: int) -> None:
        if self._fenced:
            self.builder.add(text, kind, level)
            return
        clean, marks = clean_inline(text, self._targets)
        self.builder.add(clean, kind, level, marks)
