"""Which facts bear which mark. Knows numbers only: of facts 52 bits, of marks 24, which are enough to tell most apart.

What shares a mark by the chance of so few bits is looked at once more than need be. Postings lie in shards, so that
few are read when few are asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from kratomlint.named import NamedTuple

# So many facts stand for all that share a mark; of what everything bears, the mark says little, and two must do.
MOST, LEAST = 8, 2
IDS = 1 << 52
_BITS = 52
_SHARD_BITS = 12
_SHARDS = 1 << _SHARD_BITS
# Which of a mark's bits name its shard, and which tell it from others there.
_LOW = _SHARDS - 1
_HIGH = _LOW << _SHARD_BITS
_TO_HEAD = _BITS - _SHARD_BITS


class Touched(NamedTuple):
    """What a change meant for those that share marks.

    `met`: shards of which nothing was known before, the facts alone that share a mark with others. `marks`: elsewhere,
    which came to a fact or went, and are shared now. `promoted`: pairs of a mark and a fact that was there before and
    stands for it now. `dropped`: facts that no longer stand for a mark that they bear.
    """

    met: list[array[int]]
    marks: array[int]
    promoted: set[tuple[int, int]]
    dropped: set[int]

    def meeting(self) -> Iterator[list[int]]:
        """Yield the facts, ascending, that met at each mark of which nothing was known before."""
        for shard in self.met:
            for _, values in groupby(shard, _head):
                yield [value % IDS for value in values]


class Postings:
    """The facts that bear each mark. `load`: returns a shard as it was kept; none is read before it is asked for."""

    def __init__(self, load: Callable[[int], bytes]) -> None:
        self._load = load
        self._adding, self._removing = _Noted(), _Noted()
        self._shards: dict[int, array[int]] = {}
        self._changed: set[int] = set()

    def bearing(self, mark: int) -> list[int]:
        """Return the facts that bear a mark, ascending."""
        return _at(self._shard(mark % _SHARDS), mark // _SHARDS % _SHARDS)

    def add(self, fact: int, marks: Iterable[int]) -> None:
        """Let a fact bear marks from the next change on."""
        self._adding.note(fact, marks)

    def remove(self, fact: int, marks: Iterable[int]) -> None:
        """Let it bear them no more."""
        self._removing.note(fact, marks)

    def change(self) -> Touched:
        """Make the change."""
        touched = Touched([], array("I"), set(), set())
        for shard in sorted(self._adding.keys() | self._removing.keys()):
            self._change(shard, self._adding.taken(shard), self._removing.taken(shard), touched)
        return touched

    def changed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the shards that are to be kept, with their numbers."""
        for shard in sorted(self._changed):
            yield shard, self._shards[shard].tobytes()

    def _shard(self, number: int) -> array[int]:
        if number not in self._shards:
            self._shards[number] = array("Q", self._load(number))
        return self._shards[number]

    def _change(self, number: int, adding: Sequence[int], removing: Sequence[int], touched: Touched) -> None:
        before = self._shard(number)
        after = array("Q", sorted({*adding}.union(before).difference(removing)))
        self._shards[number] = after
        self._changed.add(number)
        shared = {one for one, other in pairwise(map(_head, after)) if one == other}
        if not before:
            touched.met.append(array("Q", [value for value in after if value >> _BITS in shared]))
            return
        heads = {*map(_head, adding), *map(_head, removing)}
        touched.marks.extend(head * _SHARDS + number for head in sorted(heads & shared))
        for head in sorted(heads):
            there, here = _at(before, head), _at(after, head)
            stood, stands = set(standing(there)), set(standing(here))
            touched.promoted.update((head * _SHARDS + number, fact) for fact in stands - stood if fact in there)
            touched.dropped.update(fact for fact in stood - stands if fact in here)


class _Noted(dict[int, Callable[[int], None]]):
    """Marks with the facts that bear them, by shard: what takes one more of them."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[int, array[int]] = {}

    def __missing__(self, shard: int) -> Callable[[int], None]:
        values = self._values[shard] = array("Q")
        append = self[shard] = values.append
        return append

    def note(self, fact: int, marks: Iterable[int]) -> None:
        for mark in marks:
            self[mark & _LOW]((mark & _HIGH) << _TO_HEAD | fact)

    def taken(self, shard: int) -> Sequence[int]:
        """Return what was noted for a shard, and forget it."""
        self.pop(shard, None)
        return self._values.pop(shard, ())


def _head(value: int) -> int:
    return value >> _BITS


def standing(facts: Sequence[int]) -> Sequence[int]:
    """Return those that stand for all facts with a mark: chance chooses, and no order of files."""
    return facts[: max(LEAST, min(MOST, MOST * MOST // max(1, len(facts))))]


def _at(shard: array[int], head: int) -> list[int]:
    first = bisect_left(shard, head * IDS)
    return [value % IDS for value in shard[first : bisect_left(shard, (head + 1) * IDS, first)]]
