"""The documents of an edition as a bibliography: BibTeX, and CSL-JSON (the schema of Citation Style Language 1.0.2)."""

from typing import IO, Any

import msgspec

from secretariat.model.edtf import find_bounds, is_edtf
from secretariat.publishing.citations.citing import bibtex, key_of
from secretariat.publishing.edition import Edition
from secretariat.publishing.words.lines import one_line
from secretariat.register.asking.answer import Row


def write_bibtex(edition: Edition, file: IO[bytes]) -> None:
    """Writes one entry a document, UTF-8."""
    for number, document in enumerate(edition.snapshot.documents):
        facts = edition.snapshot.facts(document)
        entry = bibtex(facts, edition.organisation(facts["organisation"]), edition.to.document(document))
        file.write((("\n" if number else "") + entry).encode())


def write_csl(edition: Edition, file: IO[bytes]) -> None:
    """Writes a JSON list with one item a document."""
    file.write(b"[")
    for number, document in enumerate(edition.snapshot.documents):
        facts = edition.snapshot.facts(document)
        item = csl(facts, edition.organisation(facts["organisation"]), edition.to.document(document))
        file.write((b",\n" if number else b"\n") + msgspec.json.encode(item))
    file.write(b"\n]\n")


def csl(facts: Row, organisation: str, address: str) -> dict[str, Any]:
    """One item; what is not known is left out."""
    author = one_line(facts["issued_by"] or organisation)
    told: dict[str, Any] = {
        "id": key_of(facts, organisation),
        "type": "treaty" if facts["kind"] in ("treaty", "agreement", "convention") else "document",
        "title": one_line(facts["title"] or facts["name"]),
        "author": [{"literal": author}] if author else None,
        "number": one_line(facts["symbol"] or "") or None,
        "event-place": one_line(facts["place"] or "") or None,
        "genre": facts["kind"],
        "language": facts["language"],
        "note": f"SHA-256 {facts['id'].removeprefix('sha256:')}",
        "URL": address,
        "issued": _issued(facts["date"]),
    }
    return {name: value for name, value in told.items() if value}


def _issued(date: str | None) -> dict[str, Any] | None:
    """The date in parts, as far as it is known; an interval by its two ends."""
    if not date or not is_edtf(date):
        return None
    ends = [part for part in date.split("/") if part and part != ".." and all(find_bounds(part))]
    parts = [[int(p) for p in end[:10].split("-")] for end in ends if end.replace("-", "").isdigit()]
    return {"date-parts": parts} if parts else None
