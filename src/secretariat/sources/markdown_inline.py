"""What Markdown writes within a line: emphasis, links, code, footnote marks."""

import re

from secretariat.model.spans import Span

_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_LINK = re.compile(
    r"!?\[([^\[\]]{0,400})\]\("
    r"(?:[^()\s]{0,600}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?)(?:\s+\"[^\"]{0,200}\")?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,400})\]\[([^\[\]]{0,200})\]")
_CODE = re.compile(r"(`{1,3})([^`]{1,400})\1")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{1,1500}?)(?<=[^\s*])\1(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_]{1,1500}?)(?<=[^\s_])\1(?![\w_])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,400})>")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|a|p|div|center|small|big|font)\b[^<>]{0,300}>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_RAISED = re.compile(r"<su[pb]>([^<>]{0,20})</su[pb]>", re.I)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = "\ue100"
"""Private characters stand for marks and escaped characters while a line is cleaned."""


def clean_inline(text: str, targets: set[str]) -> tuple[str, list[Span]]:
    """The words of a line, and where the footnote marks stand in them.

    ``targets`` are the labels of links that are defined in the file, in lower case: only those make "[text][label]" a
    link, so that "[shall][should]" stays.
    """
    text = re.sub("[\ue000-\ue1ff]", "\ufffd", text)
    text = _ESCAPED.sub(lambda m: chr(ord(_HELD) + ord(m[1])), text)
    text = _CODE.sub(r"\2", text)
    text = _NOTE_MARK.sub(lambda m: _OPEN + m[1] + _CLOSE, text)
    text = _RAISED.sub(lambda m: _OPEN + m[1] + _CLOSE if m[1].strip().isdigit() else m[1], text)
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(lambda m: m[1] if (m[2] or m[1]).lower() in targets else m[0], text)
    text = _AUTOLINK.sub(r"\1", _BREAK.sub("\n", _TAG.sub("", text)))
    for _ in range(2):
        text = _UNDERSCORES.sub(r"\2", _STRONG.sub(r"\2", text))
    text = re.sub("[\ue120-\ue17f]", lambda m: chr(ord(m[0]) - ord(_HELD)), text)
    return _without_signs(text)


def _without_signs(text: str) -> tuple[str, list[Span]]:
    """Takes the private characters out and notes what they held."""
    parts: list[str] = []
    marks: list[Span] = []
    size = 0
    opened = -1
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", text):
        if piece == _OPEN:
            opened = size
        elif piece == _CLOSE:
            if 0 <= opened < size:
                marks.append((opened, size))
        else:
            parts.append(piece)
            size += len(piece)
    return "".join(parts), marks
