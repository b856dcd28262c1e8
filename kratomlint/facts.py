"""The facts of a file as they travel and are kept: packed by check, and unpacked when a corpus check asks for them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kratomlint.finding import Place, PlacedFact
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# Facts repeat the sentences of their paragraphs; the quickest way to pack them takes out most of it.
_LEVEL = 1


class Packed(NamedTuple):
    """The facts that a file told one check: their keys, and the rest of them.

    Keys stand apart, because most facts are asked for nothing else.
    """

    joined: bytes
    data: bytes

    @property
    def keys(self) -> list[str]:
        """Return the keys of all facts, in their order."""
        keys: list[str] = json.loads(self.joined.decode("utf-8", "surrogatepass"))
        return keys

    def facts(self, path: str, places: Iterable[int] | None = None) -> tuple[PlacedFact, ...]:
        """Return the facts of the file at `path`, all or those at some places."""
        told, keys = json.loads(zlib.decompress(self.data)), self.keys
        wanted = range(len(keys)) if places is None else places
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


def pack(facts: Sequence[PlacedFact]) -> Packed:
    """Return facts in little room."""
    told = [(fact.values, fact.excerpt, *fact.place.span, *fact.place[2:]) for fact in facts]
    return Packed(_text([fact.key for fact in facts]), zlib.compress(_text(told), _LEVEL))


def join(by_name: Mapping[str, Packed]) -> bytes:
    """Return all that a file told, in one piece."""
    head = [(name, len(told.joined), len(told.data)) for name, told in by_name.items()]
    parts = (part for told in by_name.values() for part in told)
    return b"".join((json.dumps(head).encode(), b"\n", *parts))


def part(joined: bytes) -> dict[str, Packed]:
    """Return by check what `join` was given; nothing where it was damaged."""
    head, _, rest = joined.partition(b"\n")
    found, at = {}, 0
    for name, keys, data in json.loads(head or b"[]"):
        found[name] = Packed(rest[at : at + keys], rest[at + keys : at + keys + data])
        at += keys + data
    return found


def _text(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _fact(key: str, values: Sequence[Any], path: str) -> PlacedFact:
    told, excerpt, start, end, *rest = values
    return PlacedFact(key, tuple(told), Place(path, Span(start, end), *rest), excerpt)
