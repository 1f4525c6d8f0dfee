"""Many small values of one kind kept as numbers: a long text has hundreds of thousands of units and sentences."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Packed(Sequence[T], Generic[T]):
    """A row of frozen values, each made anew from its numbers when it is asked for; the first number is its place."""

    __slots__ = ("_columns", "_make")

    def __init__(self, make: Callable[..., T], rows: Iterable[tuple[int, ...]], width: int = 3) -> None:
        self._make = make
        self._columns = tuple(array("i") for _ in range(width))
        for row in rows:
            for column, number in zip(self._columns, row, strict=True):
                column.append(number)

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(map(self._make, *(column[at] for column in self._columns)))
        return self._make(*[column[at] for column in self._columns])

    def __iter__(self) -> Iterator[T]:
        return map(self._make, *self._columns)

    def index_at(self, place: int) -> int:
        """Index of the last value that begins at a place or before it; -1 where none does."""
        return bisect_right(self._columns[0], place) - 1
