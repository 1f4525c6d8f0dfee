"""How a document of a register is cited: in one line, and as BibTeX."""

import re
from collections.abc import Mapping
from typing import Any

from secretariat.publishing.words.dates import in_words
from secretariat.publishing.words.lines import one_line

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_KEY = re.compile(r"[^a-z0-9]+")


def cited(facts: Mapping[str, Any], organisation: str, address: str = "") -> str:
    """One line: who, title, symbol, place, date, the checksum of the source, and its address if there is one.

    ``facts`` are a document's columns (title, name, issued_by, symbol, place, date, id); ``organisation`` is what it is called.
    """
    who = one_line(facts["issued_by"] or organisation)
    title = one_line(facts["title"] or facts["name"])
    where = ", ".join(
        p for p in (one_line(facts["place"] or ""), in_words(facts["date"]) if facts["date"] else "") if p
    )
    parts = [
        who,
        f"“{title}”",
        one_line(facts["symbol"] or ""),
        where,
        f"SHA-256 {facts['id'].removeprefix('sha256:')[:16]}",
    ]
    return ". ".join(p.rstrip(".") for p in (*parts, address) if p) + "."


def bibtex(facts: Mapping[str, Any], organisation: str, address: str = "") -> str:
    """The document as one entry of a BibTeX file, UTF-8; fields that are not known are left out."""
    date = facts["date"] or ""
    fields = {
        "author": f"{{{_tex(facts['issued_by'] or organisation)}}}" if facts["issued_by"] or organisation else "",
        "title": f"{{{_tex(facts['title'] or facts['name'])}}}",
        "year": date[:4],
        "date": date.split("/")[0],
        "number": _tex(facts["symbol"] or ""),
        "address": _tex(facts["place"] or ""),
        "note": f"SHA-256 {facts['id'].removeprefix('sha256:')}",
        "url": address,
    }
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key_of(facts, organisation)},\n{told}\n}}\n"


def key_of(facts: Mapping[str, Any], organisation: str) -> str:
    """A key of organisation, year and the first digits of the checksum, so that no two documents share one."""
    who = _KEY.sub("-", (facts["organisation"] or organisation or "document").lower()).strip("-")
    return f"{who or 'document'}-{facts['date'][:4] if facts['date'] else 'undated'}-{facts['id'].removeprefix('sha256:')[:8]}"


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in one_line(text))
