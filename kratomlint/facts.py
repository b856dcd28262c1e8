"""The facts of a file as they travel and are kept: packed by check, and unpacked when a corpus check asks for them."""

from __future__ import annotations

import json
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kratomlint.finding import Place, PlacedFact
from kratomlint.span import Span

# Facts repeat the sentences of their paragraphs; the quickest way to pack them takes out most of it.
_LEVEL = 1


class Packed(NamedTuple):
    """The facts, `total` of them, that a file told one check, and their marks, as many for each; none where the check has no marks."""

    total: int
    marks: bytes
    data: bytes

    def facts(self, path: str, places: Iterable[int] | None = None) -> tuple[PlacedFact, ...]:
        """Return the facts of the file at `path`, all or those at some places."""
        told = json.loads(zlib.decompress(self.data))
        return tuple(_fact(values, path) for values in (told if places is None else map(told.__getitem__, places)))


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
    told = json.dumps([_values(fact) for fact in facts], ensure_ascii=False, separators=(",", ":"))
    numbers = array("I", [mark for fact in facts for mark in marks(fact)] if marks else [])
    return Packed(len(facts), numbers.tobytes(), zlib.compress(told.encode("utf-8", "surrogatepass"), _LEVEL))


def join(by_name: Mapping[str, Packed]) -> bytes:
    """Return all that a file told, in one piece."""
    head = [(name, told.total, len(told.marks), len(told.data)) for name, told in by_name.items()]
    return b"".join((json.dumps(head).encode(), b"\n", *(told.marks + told.data for told in by_name.values())))


def part(joined: bytes) -> dict[str, Packed]:
    """Return by check what `join` was given; nothing where it was damaged."""
    head, _, rest = joined.partition(b"\n")
    found, at = {}, 0
    for name, count, marks, data in json.loads(head or b"[]"):
        found[name] = Packed(count, rest[at : at + marks], rest[at + marks : at + marks + data])
        at += marks + data
    return found


def meeting(told: Mapping[str, Packed]) -> dict[str, list[int]]:
    """Return, of each file, the places of the facts that share a mark with another fact of any file.

    Marks are compared with those that stand at the same place of other facts.
    """
    marks = {path: array("I", packed.marks) for path, packed in told.items()}
    width = max((len(numbers) // told[path].total for path, numbers in marks.items()), default=0)
    kept: dict[str, set[int]] = {}
    for column in range(width):
        # One place at a time: the marks of a library at once are more than memory should hold.
        here = {path: numbers[column::width] for path, numbers in marks.items()}
        twice = _twice(here.values())
        for path, numbers in here.items():
            if not twice.isdisjoint(numbers):
                kept.setdefault(path, set()).update(at for at, mark in enumerate(numbers) if mark in twice)
    return {path: sorted(places) for path, places in kept.items()}


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


def _values(fact: PlacedFact) -> list[Any]:
    return [fact.key, fact.values, fact.excerpt, *fact.place.span, *fact.place[2:]]


def _fact(values: Sequence[Any], path: str) -> PlacedFact:
    name, told, excerpt, start, end, *rest = values
    return PlacedFact(name, tuple(told), Place(path, Span(start, end), *rest), excerpt)
