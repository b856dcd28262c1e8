"""What no match of a pattern can do without. Knows the pattern's characters, nothing of any text.

Every run of whitespace counts as one space, on both sides. Whatever is not known for certain is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from math import prod

from kratomlint.late import late
from kratomlint.named import NamedTuple

# Sets of literals, of each of which one stands in a text.
Clause = tuple[frozenset[str], ...]
# Clauses of which one holds of a text.
Needs = tuple[Clause, ...]

_MOST_JOINED = 400
_MOST_LISTED = 2000
_MOST_CHARACTERS = 16  # of a class that is spelled out
_MOST_COPIES = 4
_DEEPEST_GROUP = 40
_MOST_CLAUSES = 80
# A clause has as many sets; those beside the first are worth looking for where they are few.
_MOST_SETS = 3
_MOST_BESIDE = 20
# What a literal adds to the start of a run, against what an opened check costs: about one to two thousand.
_PRICE = 0.0005
# Seen in every text, so that they tell nothing.
_EVERYWHERE = late(
    r"\b(?:an?|and|are|as|at|be|but|by|can|for|from|has|have|in|is|its?|may|more|not?|of|on|or|that|the|their|this"
    r"|to|was|were|which|with)\b"
)
_SEEN_ALWAYS = 100.0

_CHARACTER = r"(?:[^\\\[(){.*+?|^$]|\\[ -/:-@\[\]^`{-~])"
_PLAIN = late(f"{_CHARACTER}+(?![*+?{{])|{_CHARACTER}")
_IRREGULAR_SPACE = late(r"\s{2,}|[^\S ]")
_TIMES = late(r"(?:(?P<sign>[*+?])|\{(?P<low>[0-9]{0,6})(?P<comma>,?)(?P<high>[0-9]{0,6})\})[?+]?(?![*+?{])")
_GROUP = late(r"\((?P<kind>\?:|\?>|\?=|\?!|\?<=|\?<!|\?P?<[A-Za-z_]\w*>|(?![?*]))")
_BACK_REFERENCE = late(r"\(\?P=\w+\)|\\[1-9](?![0-9])")
_CODE_POINT = late(r"u(?![dD][89a-fA-F])([0-9a-fA-F]{4})")
_PROPERTY = late(r"\\[pP]\{[^{}]*\}")
_SET_OPERATION = late(r"\[|--|&&|\|\||~~")
_SIGNS = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def required(pattern: str) -> Needs | None:
    """Return what stands in every text that `pattern` matches: all sets of some clause; None where nothing can be named.

    `pattern` is in the syntax of `regex`, without flags and named lists. A literal may lie in what a
    lookahead or lookbehind asks for. At most 2,000 literals in a set, the most telling set of a clause first. Of a
    pattern that does not compile, the answer means nothing.
    """
    try:
        pattern.encode()
        needs = _Reader(pattern).read().needs
    except (_UnknownError, UnicodeEncodeError):
        return None
    return needs and tuple(tuple(frozenset(_without_longer(one)) for one in clause) for clause in needs)


def words_of(needs: Needs | None, most: int) -> tuple[str, ...]:
    """Return at most so many strings without spaces, of which one stands in every text that has what is needed; or none."""
    words: set[str] = set()
    for clause in needs or ():
        words |= min(({max(literal.split(" "), key=len) for literal in one} for one in clause), key=len)
    shortest = [word for word in words if not any(other in word for other in words if other != word)]
    return tuple(sorted(shortest)) if "" not in words and len(shortest) <= most else ()


def one_of(literals: Iterable[str]) -> Needs | None:
    """Return that one of the literals is needed; None where one of them is in every text."""
    some = frozenset(literals)
    return None if "" in some else ((some,),)


class _UnknownError(Exception):
    """Syntax that the reader does not know."""


class _Known(NamedTuple):
    """What is known of every match of a part of a pattern.

    `whole`: all that it can be, None where that is too much. `starts`, `ends`: one of which it begins or ends
    with. `needs`: what stands in it, or is asked for beside it; None where nothing is known.
    """

    whole: frozenset[str] | None
    starts: frozenset[str]
    ends: frozenset[str]
    needs: Needs | None


_NOTHING = frozenset({""})
_SPACE = frozenset({" "})
_EMPTY = _Known(_NOTHING, _NOTHING, _NOTHING, None)
_ANYTHING = _Known(None, _NOTHING, _NOTHING, None)


def _exactly(strings: Iterable[str]) -> _Known:
    whole = frozenset(_IRREGULAR_SPACE.sub(" ", string) for string in strings)
    return _Known(whole, whole, whole, _one_if_rare(whole))


def _sequence(first: _Known, second: _Known) -> _Known:
    if first is _EMPTY or second is _EMPTY:
        return second if first is _EMPTY else first
    needs = _both(first.needs, second.needs)
    if first.whole is not None and second.whole is not None and (whole := _joined(first.whole, second.whole)):
        entire = _one_if_rare(whole)
        return _Known(whole, whole, whole, entire if _share(entire) <= _share(needs) else _both(needs, entire))
    starts = first.starts if first.whole is None else _joined(first.whole, second.starts) or first.whole
    ends = second.ends if second.whole is None else _joined(first.ends, second.whole) or second.whole
    return _Known(None, starts, ends, _both(needs, _one_if_rare(_joined(first.ends, second.starts))))


def _either(branches: list[_Known]) -> _Known:
    if len(branches) == 1:
        return branches[0]
    wholes = [branch.whole for branch in branches if branch.whole is not None]
    needs = [branch.needs for branch in branches if branch.needs is not None]
    whole = frozenset[str]().union(*wholes) if len(wholes) == len(branches) else None
    return _Known(
        whole if whole is not None and len(whole) <= _MOST_LISTED else None,
        _beginnings(frozenset[str]().union(*(branch.starts for branch in branches))) or _NOTHING,
        _endings(frozenset[str]().union(*(branch.ends for branch in branches))) or _NOTHING,
        _tidied([clause for known in needs for clause in known]) if len(needs) == len(branches) else None,
    )


def _repeated(part: _Known, low: int, high: int | None) -> _Known:
    if high == 0:
        return _EMPTY
    if part.whole == _SPACE:
        return part if low else _exactly(("", " "))
    if low == 0:
        return _either([part, _EMPTY]) if high == 1 else _ANYTHING
    if low == high and low <= _MOST_COPIES:
        return reduce(_sequence, [part] * low)
    return part._replace(whole=None)


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str] | None:
    """Return every string of `first` with every string of `second` after it; None where that is too much."""
    if len(first) * len(second) > _MOST_JOINED:
        return None
    return frozenset(
        left + (right[1:] if left[-1:] == " " and right[:1] == " " else right) for left in first for right in second
    )


def _beginnings(strings: frozenset[str]) -> frozenset[str] | None:
    """Return the strings, cut down to as many first characters as leaves few enough of them."""
    for length in (len(max(strings, key=len)), 12, 8, 6, 5, 4, 3):
        cut = frozenset(string[:length] for string in strings)
        if len(cut) <= _MOST_LISTED:
            return cut
    return None


def _endings(strings: frozenset[str]) -> frozenset[str] | None:
    cut = _beginnings(frozenset(string[::-1] for string in strings))
    return None if cut is None else frozenset(string[::-1] for string in cut)


def _one_if_rare(literals: frozenset[str] | None) -> Needs | None:
    """Return that one of the literals is needed; None where one is seen in every text."""
    return ((literals,),) if literals and _cost(literals) < float("inf") else None


def _both(one: Needs | None, other: Needs | None) -> Needs | None:
    """Return that two things are needed; of the one that tells less, what all its clauses come to is kept."""
    if one is None or other is None:
        return other if one is None else one
    if _share(other) < _share(one):
        one, other = other, one
    beside = other[0] if len(other) == 1 else (_of_any(other),)
    return _tidied([_narrow((*clause, *beside)) for clause in one])


def _of_any(needs: Needs) -> frozenset[str]:
    """Return literals of which one stands wherever one of the clauses holds."""
    return frozenset[str]().union(*(clause[0] for clause in needs))


def _narrow(clause: Clause) -> Clause:
    """Return the clause with the sets that tell most, the one that is seen in the fewest texts first."""
    first, *others = sorted(dict.fromkeys(clause), key=lambda one: (_cost(one), -min(map(len, one))))
    kept = [first]
    for one in others:
        if len(one) <= _MOST_BESIDE and _cost(one) < 1 and not _follows(one, kept):
            # What follows from longer literals is not asked for besides.
            kept = [other for other in kept if not _follows(other, [one])] + [one]
    return tuple(kept[:_MOST_SETS])


def _follows(one: frozenset[str], kept: Iterable[frozenset[str]]) -> bool:
    """Say whether a literal of `one` stands wherever one of some other set does."""
    return any(
        len(other) <= _MOST_JOINED and all(any(short in long for short in one) for long in other) for other in kept
    )


def _tidied(clauses: Sequence[Clause]) -> Needs | None:
    """Return the clauses, those of one set as one; None where that set is too much."""
    alone = frozenset[str]().union(*(clause[0] for clause in clauses if len(clause) == 1))
    several = list(dict.fromkeys(clause for clause in clauses if len(clause) > 1))
    if len(several) > _MOST_CLAUSES:
        alone, several = alone | _of_any(tuple(several)), []
    if not alone:
        return tuple(several)
    cut = _beginnings(alone)
    return None if cut is None or _cost(cut) == float("inf") else ((cut,), *several)


def _share(needs: Needs | None) -> float:
    """Return how often one of the clauses holds, as far as the lengths of their literals tell."""
    return float("inf") if needs is None else sum(prod(min(1.0, _cost(one)) for one in clause) for clause in needs)


@lru_cache(maxsize=1 << 12)
def _cost(literals: frozenset[str]) -> float:
    """Return how often one of `literals` is seen, as far as their lengths tell."""
    cost = 0.0
    for literal in _without_longer(literals):
        words = literal.strip()
        if len(words) < 2 and (not words or words.isalnum()):
            return float("inf")
        telling = len(_EVERYWHERE.sub("", words).strip())
        cost += _PRICE + (2.0**-telling if telling else _SEEN_ALWAYS)
    return cost


def _without_longer(literals: frozenset[str]) -> list[str]:
    """Return `literals` without those that begin with another one of them."""
    kept: list[str] = []
    for literal in sorted(literals):
        if not kept or not literal.startswith(kept[-1]):
            kept.append(literal)
    return kept


class _Reader:
    """Reads a pattern from left to right into what is known of its matches."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._depth = 0

    def read(self) -> _Known:
        known = self._alternatives()
        if self._at < len(self._pattern):
            raise _UnknownError
        return known

    def _next_is(self, character: str) -> bool:
        return self._pattern.startswith(character, self._at)

    def _take(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        if match := shape.match(self._pattern, self._at):
            self._at = match.end()
        return match

    def _take_character(self) -> str:
        if self._at >= len(self._pattern):
            raise _UnknownError
        self._at += 1
        return self._pattern[self._at - 1]

    def _alternatives(self) -> _Known:
        branches = [self._branch()]
        while self._next_is("|"):
            self._at += 1
            branches.append(self._branch())
        return _either(branches)

    def _branch(self) -> _Known:
        known = _EMPTY
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            known = _sequence(known, self._times(self._part()))
        return known

    def _times(self, part: _Known) -> _Known:
        match = self._take(_TIMES)
        if not match:
            return part
        if match["sign"]:
            return _repeated(part, *_SIGNS[match["sign"]])
        if not match["low"] + match["high"]:
            raise _UnknownError
        low = int(match["low"] or 0)
        if not match["comma"]:
            return _repeated(part, low, low)
        return _repeated(part, low, int(match["high"]) if match["high"] else None)

    def _part(self) -> _Known:
        if plain := self._take(_PLAIN):
            return _exactly([plain[0].replace("\\", "")])
        if self._take(_BACK_REFERENCE) or self._take(_PROPERTY):
            return _ANYTHING
        match self._pattern[self._at]:
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                self._at += 1
                return self._escape()
            case ".":
                self._at += 1
                return _ANYTHING
            case "^" | "$":
                self._at += 1
                return _EMPTY
        raise _UnknownError

    def _group(self) -> _Known:
        opening = self._take(_GROUP)
        self._depth += 1
        if not opening or self._depth > _DEEPEST_GROUP:
            raise _UnknownError
        body = self._alternatives()
        if not self._next_is(")"):
            raise _UnknownError
        self._at += 1
        self._depth -= 1
        if opening["kind"] in ("?!", "?<!"):
            return _EMPTY
        return _EMPTY._replace(needs=body.needs) if opening["kind"] in ("?=", "?<=") else body

    def _class(self) -> _Known:
        self._at += 1
        negated = self._next_is("^")
        self._at += negated
        known = [self._class_item()]
        while not self._next_is("]"):
            known.append(self._class_item())
        self._at += 1
        characters = [part.whole for part in known if part.whole is not None]
        if negated or len(characters) < len(known):
            return _ANYTHING
        spelled = frozenset[str]().union(*characters)
        return _exactly(spelled) if len(spelled) <= _MOST_CHARACTERS else _ANYTHING

    def _class_item(self) -> _Known:
        """Read a character, a category or a range of a class; set operations are not known."""
        if self._take(_SET_OPERATION):
            raise _UnknownError
        if self._take(_PROPERTY):
            return _ANYTHING
        escaped = self._next_is("\\")
        first = self._class_character()
        if not self._next_is("-") or self._pattern.startswith("-]", self._at):
            return first
        self._at += 1
        last = self._class_character()
        # `\t` is read as a space, so that where a range from it begins is no longer known.
        if first.whole is None or last.whole is None or (escaped and first.whole == _SPACE):
            raise _UnknownError
        return _range(min(first.whole), min(last.whole))

    def _class_character(self) -> _Known:
        character = self._take_character()
        if character != "\\":
            return _Known(frozenset({character}), _NOTHING, _NOTHING, None)
        known = self._escape()
        if known is _EMPTY:
            raise _UnknownError
        return known

    def _escape(self) -> _Known:
        """Read what stands behind a backslash."""
        code_point = self._take(_CODE_POINT)
        return _exactly([chr(int(code_point[1], 16))]) if code_point else _escaped(self._take_character())


def _escaped(character: str) -> _Known:
    """Return what a backslash and `character` stand for."""
    if character in "shtnrfv":
        return _exactly([" "])
    if character in "wWdDS":
        return _ANYTHING
    if character in "bBAZmMKG":
        return _EMPTY
    if character.isascii() and not character.isalnum():
        return _exactly([character])
    raise _UnknownError


def _range(first: str, last: str) -> _Known:
    if last < first:
        raise _UnknownError
    if ord(last) - ord(first) >= _MOST_CHARACTERS:
        return _ANYTHING
    return _exactly(map(chr, range(ord(first), ord(last) + 1)))
