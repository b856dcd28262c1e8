"""The worst texts for a pattern, made from its own pieces, and how many steps it takes on them. Nothing here looks at a clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from re import _constants as kinds
from re import _parser as parser
from typing import Any, NamedTuple

import pcre2

# What PCRE2 can foresee to be in vain is not counted, and the other engines try it: no optimisation of its.
_AS_WRITTEN = 0x4000 | 0x10000
_AUTO_CALLOUT = 0x4 | 0x10000
_STOP = -1
_MOST_EXACT = 100_000
_FLAGS = {
    re.IGNORECASE: pcre2.IGNORECASE,
    re.MULTILINE: pcre2.MULTILINE,
    re.DOTALL: pcre2.DOTALL,
    re.VERBOSE: pcre2.VERBOSE,
}
# More than this is as good as for ever.
_ENDLESS = 60
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_TRIED = " a1.,-'\"(\n<=*_:/A"
_CATEGORIES = {
    kinds.CATEGORY_DIGIT: str.isdigit,
    kinds.CATEGORY_NOT_DIGIT: lambda character: not character.isdigit(),
    kinds.CATEGORY_SPACE: str.isspace,
    kinds.CATEGORY_NOT_SPACE: lambda character: not character.isspace(),
    kinds.CATEGORY_WORD: lambda character: character.isalnum() or character == "_",
    kinds.CATEGORY_NOT_WORD: lambda character: not (character.isalnum() or character == "_"),
}
_MOST_TEXTS = 150
_SHORT = 160
# Some places of a text: all of its first ones, then each so manieth, never in step with what the text repeats.
_DENSE = 24
_STRIDES = (7, 11, 13)
# A text of four times the length costs so many times as much where it grows faster, and where some places may tell so.
_SURELY, _MAYBE = 6, 4.6
# What hardly any pattern looks for: what went well so far does not end well.
_OTHER = "~"


class Asked(NamedTuple):
    """A pattern and how it is asked. `once`: at one place of a text, and not at each of its characters."""

    pattern: str
    flags: int = 0
    once: bool = False


def grows(asked: Asked, examples: Sequence[str] = ()) -> Iterator[str]:
    """Yield the pieces of which a text of four times the length costs more than about four times as much."""
    parsed = list(parser.parse(asked.pattern, asked.flags & ~re.IGNORECASE))
    # What cannot go on takes no more from one place than from another.
    if _goes_on(parsed):
        yield from (piece for piece in _pieces_of(parsed, examples) if _grows(asked, piece))


def _goes_on(items: Sequence[Any]) -> bool:
    """Say whether a part of a pattern can be repeated for ever."""
    return any(
        (kind in _REPEATS and value[1] > _ENDLESS) or any(_goes_on(inner) for inner in _inside(kind, value))
        for kind, value in items
    )


def _pieces_of(parsed: list[Any], examples: Sequence[str]) -> list[str]:
    """Return what to repeat: every beginning of what the pattern looks for, with what can go on for ever after it."""
    found = dict.fromkeys(islice(_pieces(parsed, ""), _MOST_TEXTS))
    for example in examples:
        words = example.split(" ")
        found |= dict.fromkeys(" ".join(words[:end]) + " " for end in range(1, len(words) + 1))
    return [piece for piece in found if piece]


def _pieces(items: list[Any], prefix: str) -> Iterator[str]:
    """Yield pieces in the order of the pattern; a text is a piece again and again, or a head and then its tail."""
    for kind, value in items:
        for inner in _inside(kind, value):
            if _goes_on(inner):
                yield from _pieces(inner, prefix)
        if kind in _REPEATS and value[1] > _ENDLESS:
            for pump in _samples(list(value[2])):
                yield f"{prefix}\0{pump}"
                yield prefix + pump
                yield prefix + pump[:1]
                yield pump
        prefix += _sample([(kind, value)])
        yield prefix
        yield prefix + " "


def _inside(kind: Any, value: Any) -> Iterator[list[Any]]:
    if kind == kinds.BRANCH:
        yield from (list(branch) for branch in value[1])
    elif kind == kinds.SUBPATTERN:
        yield list(value[3])
    elif kind == kinds.ATOMIC_GROUP:
        yield list(value)
    elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        yield list(value[1])
    elif kind in _REPEATS:
        yield list(value[2])
    elif kind == kinds.GROUPREF_EXISTS:
        yield list(value[1])


def _samples(items: list[Any]) -> list[str]:
    """Return some texts that a part of a pattern matches: of one character, several."""
    if len(items) == 1 and items[0][0] == kinds.IN:
        return list(_members(items[0][1]))[:6]
    if len(items) == 1 and items[0][0] in (kinds.ANY, kinds.NOT_LITERAL):
        return [character for character in " a1," if items[0][1] != ord(character)]
    if len(items) == 1 and items[0][0] == kinds.SUBPATTERN:
        return _samples(list(items[0][1][3]))
    if len(items) == 1 and items[0][0] == kinds.BRANCH:
        return [sample for branch in items[0][1][1][:6] for sample in _samples(list(branch))[:2]]
    return [_sample(items)]


def _sample(items: Sequence[Any]) -> str:
    """Return a text that a part of a pattern matches, as far as what it asks of its neighbours goes."""
    return "".join(_sample_of(kind, value) for kind, value in items)


def _sample_of(kind: Any, value: Any) -> str:
    if kind == kinds.LITERAL:
        return chr(value)
    if kind == kinds.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if kind == kinds.ANY:
        return "a"
    if kind == kinds.IN:
        return next(_members(value), "")
    if kind == kinds.BRANCH:
        return _sample(value[1][0])
    if kind == kinds.SUBPATTERN:
        return _sample(value[3])
    if kind == kinds.ATOMIC_GROUP:
        return _sample(value)
    if kind in _REPEATS:
        return _sample(value[2]) * min(max(value[0], 1), value[1])
    return ""


def _members(choices: Sequence[Any]) -> Iterator[str]:
    negated = choices[0][0] == kinds.NEGATE
    if not negated:
        yield from (chr(value) for kind, value in choices if kind == kinds.LITERAL)
        yield from (chr(value[0]) for kind, value in choices if kind == kinds.RANGE)
    yield from (
        character for character in _TRIED if any(_is_of(character, choice) for choice in choices) is not negated
    )


def _is_of(character: str, choice: Any) -> bool:
    kind, value = choice
    if kind == kinds.LITERAL:
        return ord(character) == value
    if kind == kinds.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    return kind == kinds.CATEGORY and bool(_CATEGORIES[value](character))


def _grows(asked: Asked, piece: str) -> bool:
    """Say whether what a pattern does for each character grows with the text."""
    short, long = text_of(piece, _SHORT), text_of(piece, 4 * _SHORT)
    limit = next((limit for limit in _LIMITS[::3] if _fits(asked, limit, short)), None)
    if limit is not None and _fits(asked, 2 * limit, long):
        # From no place of the longer text it takes many more steps than from the places of the shorter.
        return False
    # What never goes back takes fewer steps than are counted first.
    count = steps if _freed(asked.pattern) == asked.pattern else exact_steps
    return _seems_to_grow(asked, piece) and _outgrows(count, asked, short, long)


def _seems_to_grow(asked: Asked, piece: str) -> bool:
    """Say whether it does as far as some places tell, from each of which it is asked, also where a match goes over it."""
    stride = next(stride for stride in _STRIDES if len(piece.rpartition("\0")[2]) % stride)

    def some(asked: Asked, text: str) -> int:
        return sum(_from(asked, text, at)[0] * weight for at, weight in _some_places(len(text), stride, asked.once))

    return _outgrows(some, asked, text_of(piece, _SHORT), text_of(piece, 4 * _SHORT), _MAYBE)


def _some_places(size: int, stride: int, once: bool) -> Iterator[tuple[int, int]]:
    """Yield places of a text, and for how many each stands."""
    yield from ((at, 1) for at in range(1 if once else _DENSE))
    if not once:
        yield from ((at, stride) for at in range(_DENSE, size, stride))


def _outgrows(count: Callable[[Asked, str], int], asked: Asked, short: str, long: str, factor: float = _SURELY) -> bool:
    try:
        return count(asked, long) > max(factor * count(asked, short), 20 * len(long))
    except EndlessError:
        return True


# As many as a pattern of somebody else's may take, in small strides.
_LIMITS = [int(4 * 1.3**power) for power in range(36)]


class EndlessError(Exception):
    """A pattern takes more steps from one place than any that was written with care."""


def text_of(piece: str, size: int) -> str:
    """Return about so many characters of a piece."""
    head, _, tail = piece.rpartition("\0")
    return head + tail * (size // len(tail) + 1) + _OTHER


def _fits(asked: Asked, limit: int, text: str) -> bool:
    try:
        _ask(_limited(asked.pattern, asked.flags, limit), text, asked.once)
    except pcre2.LibraryError:
        return False
    return True


def _ask(compiled: Any, text: str, once: bool) -> None:
    if once:
        compiled.match(text)
    else:
        for _ in compiled.finditer(text):
            pass


@lru_cache(maxsize=64)
def _limited(pattern: str, flags: int, limit: int) -> Any:
    return pcre2.compile(f"(*LIMIT_MATCH={limit}){_freed(pattern)}", _options(flags) | _AS_WRITTEN, jit=False)


def steps(asked: Asked, text: str) -> int:
    """Return about how many steps a pattern takes from all places of a text where it is asked, to within a third."""
    count = at = 0
    while at <= len(text):
        limit, match = _from(asked, text, at)
        count += limit
        at = max(at + 1, match.end()) if match else at + 1
        if asked.once:
            break
    return count


def _from(asked: Asked, text: str, at: int) -> tuple[int, Any]:
    """Return the least limit with which a pattern can be asked at a place, and the answer; raise `EndlessError`."""
    few, many, match = 0, len(_LIMITS), None
    while few < many:
        # At most places a pattern takes next to no steps.
        middle = min(2 * few, (few + many) // 2)
        try:
            match = _limited(asked.pattern, asked.flags, _LIMITS[middle]).match(text, at)
            many = middle
        except pcre2.LibraryError:
            few = middle + 1
    if few == len(_LIMITS):
        raise EndlessError
    return _LIMITS[few], match


def exact_steps(asked: Asked, text: str) -> int:
    """Return how many parts of a pattern are tried and how many characters are passed on a text; raise `EndlessError`."""
    count, at = 0, 0

    def step(block: Any) -> int:
        nonlocal count, at
        place = block.span(0)[1]
        count += 1 + abs(place - at)
        at = place
        return _STOP if count > _MOST_EXACT else 0

    options = _options(asked.flags) | _AUTO_CALLOUT
    compiled = pcre2.compile(asked.pattern.replace(r"\Z", r"\z"), options, jit=False, callout=step)
    try:
        _ask(compiled, text, asked.once)
    except pcre2.LibraryError:
        raise EndlessError from None
    return count


def _freed(pattern: str) -> str:
    """Return the pattern without what forbids to go back, so that every character that is passed counts as a step."""
    return re.sub(r"(?<=[*+?}])\+", "", pattern.replace("(?>", "(?:")).replace(r"\Z", r"\z")


def _options(flags: int) -> int:
    return sum(option for flag, option in _FLAGS.items() if flags & flag)
