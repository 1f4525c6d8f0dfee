"""HTML: what a person reads on the page, block by block, without the page's navigation."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from secretariat.model.errors import SourceError
from secretariat.sources.builder import Extract, TextBuilder, fold_blanks
from secretariat.sources.decode import decode
from secretariat.sources.html_walk import HtmlWalk
from secretariat.sources.limits import Limits
from secretariat.sources.nesting import check_nesting

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_META = {
    "author": "author", "dc.creator": "author", "dcterms.creator": "author",
    "date": "date", "dc.date": "date", "dcterms.date": "date", "article:published_time": "date",
    "og:title": "headline", "dc.title": "headline", "dcterms.title": "headline",
    "og:site_name": "publisher", "dc.publisher": "publisher", "publisher": "publisher",
    "description": "description", "language": "language", "dc.language": "language",
}  # fmt: skip


def extract_html(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of a page with its headings, paragraphs, items, quotes, tables and footnotes as blocks.

    Scripts, styles, ``nav``, ``aside``, ``footer`` and controls of forms are left out; lists that are links and nothing
    else are kept as furniture. ``properties`` are the title, the language and what ``meta`` states. Raises
    ``SourceError`` where the page has no text but navigation, or is nested too deep.
    """
    markup = decode_markup(data, name)
    check_nesting(markup, name, limits)
    tree = LexborHTMLParser(markup)
    properties = _properties(tree)
    builder = TextBuilder(name, limits)
    if tree.body is not None:
        HtmlWalk(builder).walk(tree.body)
    if not builder.has_content():
        raise SourceError(name, "has no text but navigation", "save the page with its text shown, or give its PDF")
    return builder.extract(properties)


def decode_markup(data: bytes, name: str) -> str:
    """The characters of a page or an XML file, by the encoding that it declares where that holds."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode("ascii").lower()
        encoding = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(encoding, encoding)
        if not encoding.startswith(("utf-16", "utf-32", "utf-7", "unicode", "idna", "punycode", "raw", "undefined")):
            try:
                return data.decode(encoding).replace("\0", "\ufffd")
            except (LookupError, ValueError):
                pass
    return decode(data, name)[0].replace("\0", "\ufffd")


def _properties(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """What the page states of itself, the first of each kind."""
    found: dict[str, str] = {}
    if (title := tree.css_first("title")) is not None:
        found["title"] = fold_blanks(title.text())
    if (root := tree.css_first("html")) is not None and (language := _attribute(root, "lang")):
        found["language"] = language
    for meta in tree.css("meta"):
        key = _META.get((_attribute(meta, "name") or _attribute(meta, "property")).lower())
        if key and (content := _attribute(meta, "content")):
            found.setdefault(key, content)
    return list(found.items())


def _attribute(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip()
