"""Many small values of one kind kept as numbers: a long text has hundreds of thousands of units and sentences."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
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


_MANY = 50_000


class _Places(Container[int]):
    """Places in order, looked up by halving."""

    def __init__(self, places: "array[int]") -> None:
        self._places = places

    def __contains__(self, place: object) -> bool:
        assert isinstance(place, int)
        at = bisect_left(self._places, place)
        return at < len(self._places) and self._places[at] == place


def places_of(places: Iterable[int]) -> Container[int]:
    """Places to be asked for whether one is among them: a set, or where they are very many something smaller."""
    held = array("i", places)
    return frozenset(held) if len(held) < _MANY else _Places(array("i", sorted(held)))
