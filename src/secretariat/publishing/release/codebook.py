"""The codebook: what every table and column means, in Markdown."""

from collections.abc import Iterator

from secretariat.publishing.tables.columns import TABLES

_TYPES = {"list": "list of words", "json": "JSON"}


def codebook() -> str:
    """The codebook as text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield "Offsets count code points of a document's text, from 0; `text[start:end]` are the exact words. Dates are EDTF"
    yield "(ISO 8601-2): `2021-09` is a month, `2021/2025` from one year to another, `../2025` until then. In CSV a list has"
    yield "spaces between its words, an empty cell is a missing value or an empty text; in Parquet lists are lists."
    for table in TABLES.values():
        yield ""
        yield f"## {table.name}"
        yield ""
        yield f"{table.meaning} Key: {', '.join(f'`{name}`' for name in table.key)}."
        yield ""
        yield "| column | type | may lack | meaning |"
        yield "|---|---|---|---|"
        for column in table.columns:
            kind = _TYPES.get(column.type, column.type)
            yield f"| `{column.name}` | {kind} | {'yes' if column.may_lack else ''} | {column.meaning} |"
