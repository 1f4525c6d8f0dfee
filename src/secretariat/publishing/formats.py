"""Every form in which an edition is published: the one table that the command line, the site and the documentation go by."""

from collections.abc import Callable
from importlib import import_module
from typing import IO, Any

import msgspec

from secretariat.model.errors import RegisterError
from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.register.asking.filters import STATEMENT_FILTERS, Filters


class Format(msgspec.Struct, frozen=True):
    """One form: what it gives, by which standard, as one file of a media type or as a folder of files, and what writes it.

    ``tells_statements``: it has the statements of documents, so that filters of statements mean something for it.
    """

    name: str
    title: str
    standard: str
    suffix: str
    media_type: str
    is_folder: bool
    tells_statements: bool
    module: str
    function: str

    def _writer(self) -> Callable[..., None]:
        found: Callable[..., None] = getattr(import_module(f"secretariat.publishing.{self.module}"), self.function)
        return found

    def write_file(self, edition: Edition, file: IO[bytes]) -> None:
        """Writes it as one file; for forms that are no folder."""
        self._writer()(edition, file)

    def write_folder(self, edition: Edition, folder: Folder) -> None:
        """Writes it as a folder of files; for forms that are one."""
        self._writer()(edition, folder)


def _one(
    name: str, title: str, standard: str, suffix: str, media: str, module: str, function: str, **more: Any
) -> Format:
    return Format(name, title, standard, suffix, media, False, more.get("statements", False), module, function)


def _many(name: str, title: str, standard: str, module: str, function: str) -> Format:
    return Format(name, title, standard, "", "application/zip", True, True, module, function)


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        _many("akn", "Documents as legal XML", "Akoma Ntoso 3.0", "akn.write", "write_akn"),
        _one("jsonld", "Linked data", "JSON-LD 1.1", ".jsonld", "application/ld+json",
             "linked.jsonld", "write_jsonld", statements=True),
        _one("nquads", "Linked data", "N-Quads", ".nq", "application/n-quads",
             "linked.nquads", "write_nquads", statements=True),
        _one("ics", "Meetings and deadlines", "iCalendar", ".ics", "text/calendar", "calendar", "write_calendar"),
        _one("atom", "News", "Atom", ".atom", "application/atom+xml", "feed", "write_feed"),
        _many("csv", "Tables", "CSV (RFC 4180)", "tables.csv", "write_csv"),
        _many("parquet", "Tables", "Apache Parquet", "tables.parquet", "write_parquet"),
        _many("package", "Tables with their description", "Frictionless Data Package", "tables.package", "write_package"),
        _many("graphml", "Networks of citations and of joint statements", "GraphML", "networks.write", "write_graphml"),
        _one("bibtex", "Bibliography", "BibTeX", ".bib", "application/x-bibtex",
             "citations.bibliography", "write_bibtex"),
        _one("csl", "Bibliography", "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json",
             "citations.bibliography", "write_csl"),
        _many("release", "All of these, with checksums, codebook and a report of quality", "–", "release.write", "write_release"),
    )
}  # fmt: skip
"""Forms by their names, in the order in which they are listed."""


def format_of(name: str, filters: Filters) -> Format:
    """The form with that name; raises ``RegisterError`` where there is none, or where it cannot be narrowed so."""
    found = FORMATS.get(name)
    if found is None:
        raise RegisterError("export", f"there is no format {name[:40]!r}", f"name one of {', '.join(FORMATS)}")
    for filter_ in STATEMENT_FILTERS:
        if getattr(filters, filter_) is not None and not found.tells_statements:
            fault = f"{name} tells no statements and cannot be narrowed by {filter_}"
            raise RegisterError(
                "export", fault, "narrow it by organisation, kind, document, about, text, since or until"
            )
    return found
