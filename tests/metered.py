"""A text that counts the characters which are looked at or copied when it is searched, cut or changed, in C or not.

So is every text that comes of it. What patterns are asked is not counted here; nor is what takes no more than a glance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, SupportsIndex

_FINDING = ("find", "index", "rfind", "rindex", "count")
_CHANGING = (
    *("lower", "upper", "casefold", "title", "replace", "translate", "encode", "split", "rsplit", "splitlines"),
    *("strip", "lstrip", "rstrip", "partition", "rpartition", "removeprefix", "removesuffix", "islower", "isspace"),
)


class Metered(str):
    """A text whose work is counted, by the name of what is done."""

    work: ClassVar[Counter[str]] = Counter()
    __slots__ = ()
    __hash__ = str.__hash__

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        cut = str.__getitem__(self, at)
        if len(cut) < 2:
            return cut
        self.work["slice"] += len(cut)
        return Metered(cut)

    def __contains__(self, words: object) -> bool:
        return self.find(str(words)) >= 0


class MeteredTuple(tuple[Any, ...]):
    """Members that are counted when they are gone through."""

    __slots__ = ()
    __hash__ = tuple.__hash__

    def __iter__(self) -> Iterator[Any]:
        Metered.work["members"] += len(self)
        return tuple.__iter__(self)

    def __contains__(self, member: object) -> bool:
        return any(member == other for other in self)

    def index(self, member: object, *bounds: SupportsIndex) -> int:
        Metered.work["members"] += len(self)
        return tuple.index(self, member, *bounds)


def _finding(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def counting(text: Metered, words: str, *bounds: int | None) -> int:
        first, last, _ = slice(*(*bounds, None, None)[:2]).indices(len(text))
        found: int = method(text, words, *bounds)
        if name in ("find", "index") and found >= 0:
            last = found
        elif name in ("rfind", "rindex") and found >= 0:
            first = found
        text.work[name] += max(0, last - first)
        return found

    return counting


def _changing(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def counting(text: Metered, *arguments: Any) -> Any:
        text.work[name] += len(text)
        made = method(text, *arguments)
        if isinstance(made, list | tuple):
            return type(made)(map(Metered, made))
        return Metered(made) if isinstance(made, str) else made

    return counting


for _name in _FINDING:
    setattr(Metered, _name, _finding(_name))
for _name in _CHANGING:
    setattr(Metered, _name, _changing(_name))
