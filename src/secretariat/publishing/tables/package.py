"""Tables as a Frictionless Data Package: CSV files with a description of every column, checksums and the licence.

Rules: Data Package 1.0 and Table Schema 1.0 of frictionlessdata.io.
"""

import hashlib
from typing import IO, Any

import msgspec

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.publishing.tables.columns import TABLES, Column, Table
from secretariat.publishing.tables.csv import write_table
from secretariat.publishing.tables.rows import ROWS

LICENCE = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero v1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Of what the software made. The words of the documents belong to those who issued them; the package says so."""
RIGHTS = (
    "The facts and their arrangement are given under CC0 1.0. Quotations and texts are the words of the organisations and "
    "governments that issued the documents, under whatever terms these set."
)
_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "list": "string", "json": "string"}


def write_package(edition: Edition, folder: Folder) -> None:
    """Writes ``data/NAME.csv`` of every table, and ``datapackage.json``."""
    resources = []
    for table in TABLES.values():
        path = f"data/{table.name}.csv"
        with folder.file(path) as file:
            counted = Counted(file)
            write_table(table, ROWS[table.name](edition), counted)  # type: ignore[arg-type]
        resources.append(_resource(table, path, counted))
    with folder.file("datapackage.json") as file:
        file.write(msgspec.json.format(msgspec.json.encode(_package(edition, resources)), indent=2) + b"\n")


class Counted:
    """A file that counts what is written to it and takes its checksum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Writes on, and counts."""
        self._digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    @property
    def checksum(self) -> str:
        """SHA-256 of all that was written, in hexadecimal digits."""
        return self._digest.hexdigest()

    def readable(self) -> bool:
        """It is not read."""
        return False

    def writable(self) -> bool:
        """It is written."""
        return True

    def seekable(self) -> bool:
        """It only goes on."""
        return False

    def flush(self) -> None:
        """Hands on what is waiting."""
        self._file.flush()

    @property
    def closed(self) -> bool:
        """Whether it is closed."""
        return self._file.closed


def _package(edition: Edition, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "secretariat-register",
        "title": "What governments published together: a register",
        "description": f"Documents, what they name and what they state. {RIGHTS}",
        "homepage": edition.address,
        "version": edition.snapshot.state,
        "licenses": [LICENCE],
        "sources": [{"title": f"Secretariat {edition.version}, lexicon and profiles {edition.snapshot.words}"}],
        "resources": resources,
    }


def _resource(table: Table, path: str, counted: Counted) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.leads:
        schema["foreignKeys"] = [
            {"fields": list(own), "reference": {"resource": other, "fields": list(theirs)}}
            for own, other, theirs in table.leads
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": counted.size,
        "hash": f"sha256:{counted.checksum}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
    required = not column.may_lack and column.type != "list" and column.name not in _MAY_BE_EMPTY
    if required:
        field["constraints"] = {"required": True}
    return field


_MAY_BE_EMPTY = {"verb", "reader_version", "lexicon", "text", "by"}
"""Columns of text that may be empty without being unknown: CSV cannot tell these apart."""
