"""Which facts bear which mark. Knows numbers only: of facts 52 bits, of marks 24, which are enough to tell most apart.

What shares a mark by the chance of so few bits is looked at once more than need be. Postings lie in shards, so that
few are read when few are asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

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


# By shard, marks with the facts that bear them.
Values = dict[int, "array[int]"]


class Touched(NamedTuple):
    """What a change meant for those that share marks.

    `marks`: which came to a fact or went, and are shared now. `promoted`: pairs of a mark and a fact that was there
    before and stands for it now. `dropped`: facts that no longer stand for a mark that they bear.
    """

    marks: array[int]
    promoted: set[tuple[int, int]]
    dropped: set[int]


class Postings:
    """The facts that bear each mark. `load`: returns a shard as it was kept; none is read before it is asked for."""

    def __init__(self, load: Callable[[int], bytes]) -> None:
        self._load = load
        self._adding: Values = defaultdict(partial(array, "Q"))
        self._removing: Values = defaultdict(partial(array, "Q"))
        self._shards: dict[int, array[int]] = {}
        self._changed: set[int] = set()

    def bearing(self, mark: int) -> list[int]:
        """Return the facts that bear a mark, ascending."""
        return _at(self._shard(mark % _SHARDS), mark // _SHARDS % _SHARDS)

    def add(self, fact: int, marks: Iterable[int]) -> None:
        """Let a fact bear marks from the next change on."""
        _note(self._adding, fact, marks)

    def remove(self, fact: int, marks: Iterable[int]) -> None:
        """Let it bear them no more."""
        _note(self._removing, fact, marks)

    def change(self) -> Touched:
        """Make the change."""
        touched = Touched(array("I"), set(), set())
        for shard in sorted(self._adding.keys() | self._removing.keys()):
            self._change(shard, self._adding.pop(shard, ()), self._removing.pop(shard, ()), touched)
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
        after = array("Q", sorted(({*before} | {*adding}) - {*removing}))
        self._shards[number] = after
        self._changed.add(number)
        heads = {value >> _BITS for values in (adding, removing) for value in values} if before else None
        shared = {one for one, other in pairwise([value >> _BITS for value in after]) if one == other}
        touched.marks.extend(head * _SHARDS + number for head in sorted(shared if heads is None else heads & shared))
        for head in sorted(heads or ()):
            there, here = _at(before, head), _at(after, head)
            stood, stands = set(standing(there)), set(standing(here))
            touched.promoted.update((head * _SHARDS + number, fact) for fact in stands - stood if fact in there)
            touched.dropped.update(fact for fact in stood - stands if fact in here)


def standing(facts: Sequence[int]) -> Sequence[int]:
    """Return those that stand for all facts with a mark: chance chooses, and no order of files."""
    return facts[: max(LEAST, min(MOST, MOST * MOST // max(1, len(facts))))]


def _at(shard: array[int], head: int) -> list[int]:
    first = bisect_left(shard, head * IDS)
    return [value % IDS for value in shard[first : bisect_left(shard, (head + 1) * IDS, first)]]


def _note(values: Values, fact: int, marks: Iterable[int]) -> None:
    for mark in marks:
        values[mark & _LOW].append((mark & _HIGH) << _BITS - _SHARD_BITS | fact)
