"""An answer: rows with named columns, as Python values, as an Arrow table, and the quote that each row rests on."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]


class Answer:
    """Rows of one question, in order. Every row has the columns in ``columns``."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Row], total: int | None = None) -> None:
        self.columns = tuple(columns)
        self.rows = list(rows)
        self.total = len(self.rows) if total is None else total
        """How many rows there are in all, where only a part was asked for."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as an Arrow table, which polars (``polars.from_arrow``) and pandas (``.to_pandas()``) take as it is."""
        import pyarrow

        if not self.rows:
            return pyarrow.table({name: pyarrow.array([], pyarrow.string()) for name in self.columns})
        return pyarrow.table({name: _alike([row[name] for row in self.rows]) for name in self.columns})


def _alike(values: list[Any]) -> list[Any]:
    """Values of one kind: where some are lists, a word stands as a list of one (``holders``: "all", or states)."""
    if not any(isinstance(value, list) for value in values):
        return values
    return [[value] if isinstance(value, str) else value for value in values]
