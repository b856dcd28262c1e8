"""What is linked, directly or by way of others: sets that grow together. Knows numbers only."""

from __future__ import annotations

from collections.abc import Collection


class Links:
    """Numbers that were tied to one another."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def root(self, number: int) -> int:
        """Return the number that stands for all that this one is linked with."""
        parents, root = self._parents, number
        while (parent := parents.get(root, root)) != root:
            root = parent
        while number != root:
            parents[number], number = root, parents[number]
        return root

    def tie(self, one: int, other: int) -> None:
        """Link two numbers, and all that they are linked with."""
        first, second = self.root(one), self.root(other)
        self._parents[first] = first
        self._parents[second] = first

    def sets(self, others: Collection[int]) -> list[list[int]]:
        """Return the sets of numbers that are linked, and each of the others that is linked with nothing by itself."""
        found: dict[int, list[int]] = {}
        for number in sorted({*self._parents, *others}):
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())
