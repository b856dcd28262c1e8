"""Sequences of which a text may have a million members. Knows numbers and what makes a member, not what a member is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import eq
from typing import Any, TypeVar, overload

Member = TypeVar("Member")

# Of more members than the longest book has sentences, each is made when it is asked for, and not kept for long.
FEW = 20_000
# So many (as a power of two) are made at once, and so many such parts are kept: who asks for a member soon asks for its
# neighbours. Not more, as each may stand for thousands of characters.
_PART = 4
TOGETHER = 1 << _PART
_MOST_PARTS = 4


class Afresh(Sequence[Member]):
    """A sequence whose members are made whenever they are asked for, some neighbours together.

    It may grow until its first member is asked for.
    """

    __slots__ = ("_parts",)

    def __init__(self) -> None:
        self._parts: dict[int, Sequence[Member]] = {}

    @abstractmethod
    def _made(self, first: int, last: int) -> Sequence[Member]:
        """Return the members from `first` to before `last`."""

    @overload
    def __getitem__(self, index: int) -> Member: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Member]: ...

    def __getitem__(self, index: int | slice) -> Member | Sequence[Member]:
        if isinstance(index, slice):
            found = range(len(self))[index]
            return tuple(map(self.__getitem__, found)) if len(found) <= TOGETHER else Each(self.__getitem__, found)
        if index < 0:
            index += len(self)
        number = index >> _PART
        part = self._parts.get(number)
        return (self._part(number) if part is None else part)[index - (number << _PART)]

    def __iter__(self) -> Iterator[Member]:
        return chain.from_iterable(map(self._part, range((len(self) >> _PART) + 1)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__: Any = None

    def _part(self, number: int) -> Sequence[Member]:
        """Return the members of a part, which is empty where there are none."""
        part = self._parts.get(number)
        if part is None:
            part = self._made(max(0, number << _PART), max(0, min(len(self), (number + 1) << _PART)))
            if len(self._parts) >= _MOST_PARTS:
                del self._parts[next(iter(self._parts))]
            self._parts[number] = part
        return part


class Each(Afresh[Member]):
    """What `make` makes of the items of each row of some columns of one length."""

    __slots__ = ("_columns", "_make")

    def __init__(self, make: Callable[..., Member], *columns: Sequence[Any]) -> None:
        super().__init__()
        self._make = make
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def _made(self, first: int, last: int) -> Sequence[Member]:
        return list(map(self._make, *[_cut(column, first, last) for column in self._columns]))


def _cut(column: Sequence[Member], first: int, last: int) -> Sequence[Member]:
    """Return some members, of another sequence that is made afresh its own part."""
    return column._part(first >> _PART) if isinstance(column, Afresh) else column[first:last]


class Numbers(Collection[int]):
    """Numbers below a size: a byte for each that could be there."""

    __slots__ = ("_held",)

    def __init__(self, held: bytearray) -> None:
        self._held = held

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and 0 <= number < len(self._held) and self._held[number] == 1

    def __len__(self) -> int:
        return self._held.count(1)

    def __iter__(self) -> Iterator[int]:
        return compress(range(len(self._held)), self._held)


def numbers(size: int, found: Iterable[int]) -> Collection[int]:
    """Return which numbers below `size` are found: a set for good where they can only be few."""
    if size <= FEW:
        return frozenset(found)
    held = bytearray(size)
    for number in found:
        held[number] = 1
    return Numbers(held)


def few(members: Sequence[Member]) -> Sequence[Member]:
    """Return the members as they are, or made for good where they are few."""
    return members if len(members) > FEW else tuple(members)


def each(read: Callable[..., Member], *columns: Sequence[Any]) -> Sequence[Member]:
    """Return what `read` makes of each item, or of the items of each row: for good where they are few."""
    return Each(read, *columns) if len(columns[0]) > FEW else list(map(read, *columns))
