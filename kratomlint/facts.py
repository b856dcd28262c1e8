"""The facts of a file as they travel and are kept: packed by check, and unpacked when a corpus check asks for them."""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from kratomlint.finding import Place, PlacedFact
from kratomlint.span import Span

Alike = Callable[[str, str], bool]

# So many facts stand for all that share a mark: where more are unlike one another, it says nothing.
_MOST_IN_BUCKET = 16
# Facts repeat the sentences of their paragraphs; the quickest way to pack them takes out most of it.
_LEVEL = 1


class Packed(NamedTuple):
    """The facts, `total` of them, that a file told one check, and their marks, as many for each; none where the check has no marks.

    `keys`: those of all facts, a line each, where none holds a line's end; else they stand in `data`.
    """

    total: int
    marks: bytes
    keys: str
    data: bytes

    def facts(self, path: str, places: Iterable[int] | None = None) -> tuple[PlacedFact, ...]:
        """Return the facts of the file at `path`, all or those at some places."""
        told = json.loads(zlib.decompress(self.data))
        keys = self.keys.split("\n") if self.keys else [""] * self.total
        wanted = range(self.total) if places is None else places
        return tuple(_fact(keys[at], told[at], path) for at in wanted)


class PackedFacts(Mapping[str, tuple[PlacedFact, ...]]):
    """The facts of a file by check, unpacked when they are asked for.

    `names`: of the checks that it told something. `load`: returns what `join` made of it.
    """

    __slots__ = ("_load", "_names", "path")

    def __init__(self, path: str, names: Sequence[str], load: Callable[[], bytes]) -> None:
        self.path, self._names, self._load = path, names, load

    def packed(self, name: str) -> Packed | None:
        """Return the facts of one check as they are kept; None where it was told nothing."""
        return part(self._load()).get(name) if name in self._names else None

    def __getitem__(self, name: str) -> tuple[PlacedFact, ...]:
        if (found := self.packed(name)) is None:
            raise KeyError(name)
        return found.facts(self.path)

    def __contains__(self, name: object) -> bool:
        # Nothing is unpacked to answer this.
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def pack(facts: Sequence[PlacedFact], marks: Callable[[PlacedFact], Iterable[int]] | None) -> Packed:
    """Return facts in little room."""
    keys = [fact.key for fact in facts] if marks else []
    apart = not any("\n" in key for key in keys)
    told = json.dumps(
        [_values(fact, bool(keys) and apart) for fact in facts], ensure_ascii=False, separators=(",", ":")
    )
    numbers = array("I", [mark for fact in facts for mark in marks(fact)] if marks else [])
    data = zlib.compress(told.encode("utf-8", "surrogatepass"), _LEVEL)
    return Packed(len(facts), numbers.tobytes(), "\n".join(keys) if apart else "", data)


def join(by_name: Mapping[str, Packed]) -> bytes:
    """Return all that a file told, in one piece."""
    head, parts = [], []
    for name, told in by_name.items():
        keys = told.keys.encode("utf-8", "surrogatepass")
        head.append((name, told.total, len(told.marks), len(keys), len(told.data)))
        parts += [told.marks, keys, told.data]
    return b"".join((json.dumps(head).encode(), b"\n", *parts))


def part(joined: bytes) -> dict[str, Packed]:
    """Return by check what `join` was given; nothing where it was damaged."""
    head, _, rest = joined.partition(b"\n")
    found, at = {}, 0
    for name, count, *lengths in json.loads(head or b"[]"):
        pieces = []
        for length in lengths:
            pieces.append(rest[at : at + length])
            at += length
        marks, keys, data = pieces
        found[name] = Packed(count, marks, keys.decode("utf-8", "surrogatepass"), data)
    return found


def meeting(told: Mapping[str, Packed], alike: Alike | None = None) -> dict[str, list[int]]:
    """Return, of each file, the places of the facts that share a mark with another fact of any file.

    Marks are compared with those that stand at the same place of other facts. In a library many meet by chance: where
    `alike` says of two keys that they have nothing to do with one another, their facts have not met.
    """
    marks = {path: array("I", packed.marks) for path, packed in told.items()}
    width = max((len(numbers) // told[path].total for path, numbers in marks.items()), default=0)
    keys = _Keys(told)
    kept: set[int] = set()
    for column in range(width):
        # One place at a time: the marks of a library at once are more than memory should hold.
        here = [(start, marks[path][column::width]) for path, start in keys.starts.items()]
        twice = _twice(numbers for _, numbers in here)
        met = ((start + at, mark) for start, numbers in here for at, mark in enumerate(numbers) if mark in twice)
        if alike is None or not keys.apart:
            kept.update(number for number, _ in met)
        else:
            _keep(met, keys, alike, kept)
    return keys.by_path(sorted(kept))


class _Keys:
    """The keys of a library's facts, which are numbered through."""

    def __init__(self, told: Mapping[str, Packed]) -> None:
        self.apart = all(packed.keys for packed in told.values())
        lengths = (len(key) for packed in told.values() for key in packed.keys.split("\n"))
        self._ends = array("Q", accumulate(lengths, initial=0))
        self._whole = "".join(packed.keys.replace("\n", "") for packed in told.values())
        self.starts = dict(zip(told, accumulate((packed.total for packed in told.values()), initial=0), strict=False))

    def __getitem__(self, number: int) -> str:
        return self._whole[self._ends[number] : self._ends[number + 1]]

    def by_path(self, numbers: Sequence[int]) -> dict[str, list[int]]:
        """Return the places in their files of facts, whose numbers ascend."""
        paths, starts = list(self.starts), list(self.starts.values())
        found: dict[str, list[int]] = {}
        for number in numbers:
            file = bisect_right(starts, number) - 1
            found.setdefault(paths[file], []).append(number - starts[file])
        return found


def _keep(met: Iterable[tuple[int, int]], keys: _Keys, alike: Alike, kept: set[int]) -> None:
    """Add to `kept` the facts that are like another one with the same mark."""
    buckets: dict[int, list[int]] = {}
    for number, mark in met:
        bucket, key = buckets.setdefault(mark, []), keys[number]
        is_new = True
        for other in bucket:
            there = keys[other]
            is_new = is_new and key != there
            # Who has found somebody is of use to those alone that have not.
            if (number not in kept or other not in kept) and alike(key, there):
                kept.update((number, other))
        if is_new and len(bucket) < _MOST_IN_BUCKET:
            bucket.append(number)


def _twice(files: Iterable[array[int]]) -> set[int]:
    seen: set[int] = set()
    twice: set[int] = set()
    for marks in files:
        own = set(marks)
        if len(own) < len(marks):
            twice.update(mark for mark, count in Counter(marks).items() if count > 1)
        twice |= own & seen
        seen |= own
    return twice


def _values(fact: PlacedFact, apart: bool) -> list[Any]:
    return ["" if apart else fact.key, fact.values, fact.excerpt, *fact.place.span, *fact.place[2:]]


def _fact(key: str, values: Sequence[Any], path: str) -> PlacedFact:
    name, told, excerpt, start, end, *rest = values
    return PlacedFact(name or key, tuple(told), Place(path, Span(start, end), *rest), excerpt)
