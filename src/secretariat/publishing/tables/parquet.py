"""Tables as Parquet files, some thousands of rows at a time."""

from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.publishing.tables.columns import TABLES, Table
from secretariat.publishing.tables.rows import ROWS
from secretariat.register.asking.answer import Row

_AT_ONCE = 5_000
"""Rows of one group: memory grows with these and not with the table."""


def write_parquet(edition: Edition, folder: Folder) -> None:
    """Writes every table as ``NAME.parquet``; lists are lists, JSON is text."""
    for table in TABLES.values():
        with folder.file(f"{table.name}.parquet") as file:
            write_table(table, ROWS[table.name](edition), file)


def write_table(table: Table, rows: Iterator[Row], file: IO[bytes]) -> None:
    """Writes one table."""
    import pyarrow.parquet

    schema = _schema(table)
    with pyarrow.parquet.ParquetWriter(pyarrow.PythonFile(file, "w"), schema, compression="zstd") as writer:
        while some := list(islice(rows, _AT_ONCE)):
            columns = {name: [row[name] for row in some] for name in table.names}
            writer.write_table(pyarrow.table(columns, schema=schema))


def _schema(table: Table) -> Any:
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "boolean": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
        "json": pyarrow.string(),
    }
    fields = [
        pyarrow.field(c.name, types[c.type], nullable=c.may_lack, metadata={"description": c.meaning})
        for c in table.columns
    ]
    return pyarrow.schema(fields, metadata={"description": table.meaning})
