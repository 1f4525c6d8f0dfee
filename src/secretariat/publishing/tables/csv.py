"""Tables as CSV (RFC 4180, UTF-8): an empty cell is a missing value, a list has spaces between its words."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.publishing.tables.columns import TABLES, Table
from secretariat.publishing.tables.rows import ROWS
from secretariat.register.asking.answer import Row


def write_csv(edition: Edition, folder: Folder) -> None:
    """Writes every table as ``NAME.csv``."""
    for table in TABLES.values():
        with folder.file(f"{table.name}.csv") as file:
            write_table(table, ROWS[table.name](edition), file)


def write_table(table: Table, rows: Iterator[Row], file: IO[bytes]) -> int:
    """Writes one table with a line of names; gives how many rows there are."""
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    count = 0
    try:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(table.names)
        kinds = [(c.name, c.type) for c in table.columns]
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last number is what is given
            writer.writerow([_cell(row[name], kind) for name, kind in kinds])
    finally:
        text.detach()
    return count


def _cell(value: object, kind: str) -> object:
    if value is None:
        return ""
    if kind == "list":
        return " ".join(value)  # type: ignore[arg-type]
    return ("true" if value else "false") if kind == "boolean" else value
