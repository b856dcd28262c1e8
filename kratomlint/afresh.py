"""Sequences of which a text may have a million members. Knows numbers and what makes a member, not what a member is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from operator import eq
from typing import Any, TypeVar, overload

Item = TypeVar("Item")
Member = TypeVar("Member")

# Of more members than a book has sentences, each is made when it is asked for, and not kept.
FEW = 4_000


class Afresh(Sequence[Member]):
    """A sequence whose members are made whenever they are asked for."""

    __slots__ = ()

    @abstractmethod
    def _made(self, index: int) -> Member:
        """Return the member at `index`, which is one of those that there are."""

    @overload
    def __getitem__(self, index: int) -> Member: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Member]: ...

    def __getitem__(self, index: int | slice) -> Member | Sequence[Member]:
        found = range(len(self))[index]
        return self._made(found) if isinstance(found, int) else Made(len(found), lambda at: self._made(found[at]))

    def __iter__(self) -> Iterator[Member]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__: Any = None


class Made(Afresh[Member]):
    """So many members, of which `make` makes each from its number."""

    __slots__ = ("_make", "_size")

    def __init__(self, size: int, make: Callable[[int], Member]) -> None:
        self._size = size
        self._make = make

    def __len__(self) -> int:
        return self._size

    def _made(self, index: int) -> Member:
        return self._make(index)

    def __iter__(self) -> Iterator[Member]:
        return map(self._make, range(self._size))


def few(members: Sequence[Member]) -> Sequence[Member]:
    """Return the members as they are, or made for good where they are few."""
    return members if len(members) > FEW else tuple(members)


def members(size: int, make: Callable[[int], Member]) -> Sequence[Member]:
    """Return what `make` gives for each number below `size`, for good where they are few."""
    return few(Made(size, make))


def each(read: Callable[[Item], Member], items: Sequence[Item]) -> Sequence[Member]:
    """Return what `read` makes of each item, for good where they are few."""
    return Made(len(items), lambda index: read(items[index])) if len(items) > FEW else list(map(read, items))
