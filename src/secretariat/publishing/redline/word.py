"""A comparison as a Word file whose review pane shows every change: insertions, deletions, paragraph ends, comments.

WordprocessingML of ISO/IEC 29500-1: runs in ``w:ins`` and ``w:del`` (17.13.5), paragraph ends tracked by ``w:ins`` and
``w:del`` in the properties of the paragraph mark. Accepting all leaves the second text, rejecting all the first. What moved is
deleted where it was and inserted where it is, with a comment at both. Written with the standard library: six small parts.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from secretariat.comparing.values import Change, Comparison, WordKind
from secretariat.model.record import Record
from secretariat.model.spans import Span, overlap
from secretariat.publishing.redline.meaning import said
from secretariat.publishing.redline.parts import CONTENT_TYPES, NAMESPACE, RELATIONS, ROOT_RELATIONS, STYLES, style_of
from secretariat.publishing.redline.stream import Block, End, Item, Text, blocks_of

_OPENED = "1980-01-01T00:00:00Z"


def write_redline(
    comparison: Comparison, a: Record, b: Record, target: BinaryIO, *, author: str = "Secretariat", when: str = _OPENED
) -> None:
    """Writes the Word file. ``when`` is the time of the changes (ISO 8601, UTC; of some two minutes later).

    The same input gives the same bytes. Raises ``ValueError`` where ``when`` is no time.
    """
    document = _Document(author, when)
    body = "".join(document.paragraphs(blocks_of(comparison, a, b)))
    opening = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACE}><w:body>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "word/document.xml": f"{opening}{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": STYLES,
        "word/comments.xml": document.comments_part(),
    }
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content.encode("utf-8"))


class _Document:
    """Numbers the changes and collects the comments while the body is written.

    LibreOffice takes insertions that meet over an untracked paragraph mark for one and would lose the mark when they are
    rejected, unless their times are more than a minute apart; so the time changes to and fro with each such mark.
    """

    def __init__(self, author: str, when: str) -> None:
        self._author = quoteattr(clean(author))
        self._times = [when, _two_minutes_later(when)]
        self._changes = 0
        self._comments: list[str] = []

    def paragraphs(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The paragraphs of the body; a paragraph of nothing closes it, since the last mark of a file cannot be tracked."""
        for block in blocks:
            inside: list[str] = []
            notes = self._notes(block)
            for item in block.items:
                if isinstance(item, End):
                    yield self._paragraph(inside, item.kind, style_of(block.kind))
                    inside = []
                    if item.kind == "same":
                        self._times.reverse()
                else:
                    inside += self._commented(item, notes)
        yield "<w:p/>"

    def _paragraph(self, inside: Sequence[str], kind: WordKind, style: str) -> str:
        mark = "" if kind == "same" else f"<w:rPr>{self._tag('w:ins' if kind == 'inserted' else 'w:del')}/></w:rPr>"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{"".join(inside)}</w:p>'

    @property
    def _by(self) -> str:
        return f'w:author={self._author} w:date="{self._times[0]}"'

    def _tag(self, name: str) -> str:
        self._changes += 1
        return f'<{name} w:id="{self._changes}" {self._by}'

    def _notes(self, block: Block) -> list[tuple[str, Change | None]]:
        """What is to be commented in a block."""
        notes: list[tuple[str, Change | None]] = []
        if block.pair.moved:
            notes.append(
                ("Moved: it stands elsewhere in the new text." if block.where == "a" else "Moved from elsewhere.", None)
            )
        if block.where != "a":
            notes += [(said(change).capitalize(), change) for change in block.pair.changes]
        return notes

    def _commented(self, item: Text, notes: list[tuple[str, Change | None]]) -> Iterator[str]:
        """A run with the comments that begin at it, each once."""
        here = [note for note in notes if note[1] is None or _touches(item, note[1])]
        for note in here:
            notes.remove(note)
        numbers = [self._comment(text) for text, _ in here]
        yield from (f'<w:commentRangeStart w:id="{n}"/>' for n in numbers)
        yield self._run(item)
        for n in numbers:
            yield f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'

    def _run(self, item: Text) -> str:
        name = "w:delText" if item.kind == "deleted" else "w:t"
        run = f'<w:r><{name} xml:space="preserve">{escape(clean(item.text))}</{name}></w:r>'
        if item.kind == "same":
            return run
        tag = "w:ins" if item.kind == "inserted" else "w:del"
        return f"{self._tag(tag)}>{run}</{tag}>"

    def _comment(self, text: str) -> int:
        number = len(self._comments)
        self._comments.append(
            f'<w:comment w:id="{number}" {self._by} w:initials="S"><w:p><w:r><w:t xml:space="preserve">'
            f"{escape(clean(text))}</w:t></w:r></w:p></w:comment>"
        )
        return number

    def comments_part(self) -> str:
        """The part of the file that holds the comments."""
        opening = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments {NAMESPACE}>'
        return f"{opening}{''.join(self._comments)}</w:comments>"


def _two_minutes_later(when: str) -> str:
    """Raises ``ValueError`` where ``when`` is no time."""
    return (datetime.fromisoformat(when) + timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _touches(item: Item, change: Change) -> bool:
    """Whether a change is told of these words: those that came, else those that went."""
    assert isinstance(item, Text)
    if change.b is not None:
        return item.b is not None and _meets(item.b, change.b)
    return change.a is not None and item.a is not None and _meets(item.a, change.a)


def _meets(one: Span, other: Span) -> bool:
    return overlap(one, other) > 0


def clean(text: str) -> str:
    """Text without the characters that XML does not allow: a mark (U+FFFD) stands for each."""
    return "".join(
        c if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
        for c in text
    )
